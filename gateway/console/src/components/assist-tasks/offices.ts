import { useTranslation } from 'react-i18next';
import type { AssistOffice } from '../../gql/graphql';

const OFFICES: readonly AssistOffice[] = [
  'HOUSING',
  'CIVIL_AFFAIRS',
  'HEALTH',
  'EDUCATION',
  'SOCIAL_SECURITY',
  'OTHER_STATION',
  'OTHER',
];

/** The offices that can be asked, to choose from. */
export function useOffices() {
  const { t } = useTranslation();
  return OFFICES.map((value) => ({ value, label: t(`assistOffice.${value}`) }));
}
