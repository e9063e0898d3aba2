import { Button, Space, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Due } from '../../components/due';
import { useSeenStep } from '../../components/use-step';
import { moment } from '../../format';
import type { RightsRequestRowFragment, RightsState } from '../../gql/graphql';
import { may, useViewer } from '../../viewer';
import { TAKE_RIGHTS_REQUEST } from './query';

type Row = RightsRequestRowFragment;

interface Acts {
  answer: (row: Row) => void;
  again: () => void;
}

/** Open ones are taken and answered here by those who may; closed ones say by whom, and what the resident reads. */
export function useColumns(state: RightsState, acts: Acts): TableColumnsType<Row> {
  const { t } = useTranslation();
  const manages = may(useViewer(), 'RESIDENTS', 'MANAGE');
  const isOpen = state === 'RECEIVED' || state === 'IN_WORK';
  const columns: TableColumnsType<Row> = [
    { title: t('rights.number'), dataIndex: 'number', className: 'number' },
    { title: t('rights.kind'), key: 'kind', render: (_, row) => t(`rightsKind.${row.kind}`) },
    { title: t('rights.text'), key: 'text', className: 'wrap', render: (_, row) => <Words row={row} /> },
    {
      title: t('rights.receivedAt'),
      key: 'at',
      className: 'figures',
      render: (_, row) => moment(row.receivedAt),
    },
    {
      title: t('rights.due'),
      key: 'due',
      className: 'figures',
      render: (_, row) => <Due of={{ due: row.dueOn, isOverdue: row.overdue }} />,
    },
    { title: t('rights.handledBy'), key: 'by', render: (_, row) => row.handledBy ?? '–' },
  ];
  if (!isOpen || !manages) return columns;
  const action = {
    title: t('list.actions'),
    key: 'actions',
    render: (_: unknown, row: Row) => <Actions row={row} acts={acts} />,
  };
  return [...columns, action];
}

/** What was asked, whose record it is about, and what was answered. */
function Words({ row: { text, personId, answer, reason } }: { row: Row }) {
  const { t } = useTranslation();
  return (
    <div style={{ maxWidth: 460 }}>
      <div>{text}</div>
      {personId && <Link to={`/persons/${personId}`}>{t('rights.person')}</Link>}
      {answer && (
        <div className="quiet">
          {reason && `${t(`rightsRefusal.${reason}`)} · `}
          {answer}
        </div>
      )}
    </div>
  );
}

function Actions({ row, acts: { answer, again } }: { row: Row; acts: Acts }) {
  const { t } = useTranslation();
  const { number } = row;
  const seen = { rightsRequestId: row.id, expectedVersion: row.version };
  const { take, busy } = useSeenStep(TAKE_RIGHTS_REQUEST, seen, again);
  return (
    <Space>
      {row.state === 'RECEIVED' && (
        <Button
          size="small"
          loading={busy}
          aria-label={t('rights.takeNamed', { number })}
          onClick={() => void take({})}
        >
          {t('rights.take')}
        </Button>
      )}
      <Button
        size="small"
        type="primary"
        aria-label={t('rights.answerNamed', { number })}
        onClick={() => answer(row)}
      >
        {t('rights.answer')}
      </Button>
    </Space>
  );
}
