import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Purpose } from '../gql/graphql';

/** In the order of how often a station needs them; nobody is looked at for statistics. */
export const PURPOSES: readonly Purpose[] = [
  'REGISTER_SERVICE',
  'INCIDENT_HANDLING',
  'DISPUTE_MEDIATION',
  'RENTAL_CHECK',
  'VERIFICATION',
  'ASSISTANCE',
  'SUPERVISION',
];

interface Props {
  id?: string;
  value?: Purpose;
  onChange?: (purpose: Purpose) => void;
}

/** Why a person is looked up; it is written into the audit trail (PRV-02). */
export function PurposeSelect({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Select
      id={id}
      aria-label={t('purpose.label')}
      placeholder={t('purpose.choose')}
      value={value}
      onChange={onChange}
      options={PURPOSES.map((purpose) => ({ value: purpose, label: t(`purpose.${purpose}`) }))}
      style={{ minWidth: 180 }}
    />
  );
}
