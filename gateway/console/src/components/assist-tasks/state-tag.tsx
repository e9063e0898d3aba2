import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AssistState } from '../../gql/graphql';

const COLOURS: Record<AssistState, string> = {
  OPEN: 'processing',
  DONE: 'success',
  REFUSED: 'error',
  CANCELLED: 'default',
};

/** Where a task is, in words. */
export function AssistStateTag({ state }: { state: AssistState }) {
  const { t } = useTranslation();
  return <Tag color={COLOURS[state]}>{t(`assistState.${state}`)}</Tag>;
}
