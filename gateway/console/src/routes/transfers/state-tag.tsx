import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TransferState } from '../../gql/graphql';

const COLOURS: Record<TransferState, string> = {
  APPLIED: 'processing',
  PERMITTED: 'processing',
  OUT_RECORDED: 'warning',
  DONE: 'success',
  REFUSED: 'error',
  EXPIRED: 'error',
  CANCELLED: 'default',
  DIED_IN_TRANSIT: 'default',
};

/** Where a move stands, in words. */
export function TransferStateTag({ state }: { state: TransferState }) {
  const { t } = useTranslation();
  return <Tag color={COLOURS[state]}>{t(`transferState.${state}`)}</Tag>;
}
