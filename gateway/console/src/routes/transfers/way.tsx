import { Alert, Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TransferKind, TransferState } from '../../gql/graphql';
import type { Transfer } from './detail';

/** The states on the straight way, by the kind of move. */
const WAYS: Record<TransferKind, readonly TransferState[]> = {
  BETWEEN: ['APPLIED', 'PERMITTED', 'DONE'],
  INBOUND: ['APPLIED', 'PERMITTED', 'DONE'],
  OUTBOUND: ['OUT_RECORDED', 'DONE'],
};

/** How far the move has come; one that ended otherwise says so where it ended. */
export function Way({ transfer: { kind, state, permitNumber, reason } }: { transfer: Transfer }) {
  const { t } = useTranslation();
  const way = WAYS[kind];
  const place = way.indexOf(state);
  const ended = place < 0;
  const reached = permitNumber ? 2 : 1;
  const shown = ended ? [...way.slice(0, Math.min(reached, way.length - 1)), state] : way;
  const done = state === 'DONE';
  const next = nextOf(kind, state);
  return (
    <>
      <Steps
        size="small"
        current={ended || done ? shown.length - 1 : place}
        status={ended ? 'error' : done ? 'finish' : 'process'}
        items={shown.map((one) => ({ title: t(`transferState.${one}`) }))}
      />
      {next && <p className="quiet way-next">{t(`transfer.next.${next}`)}</p>}
      {reason && <Alert type="warning" showIcon title={reason} style={{ marginTop: 12 }} />}
    </>
  );
}

/** What the move waits for now. */
function nextOf(kind: TransferKind, state: TransferState) {
  if (state === 'APPLIED') return 'permit';
  if (state === 'PERMITTED') return kind === 'BETWEEN' ? 'handOver' : 'certificate';
  return state === 'OUT_RECORDED' ? 'arrival' : undefined;
}
