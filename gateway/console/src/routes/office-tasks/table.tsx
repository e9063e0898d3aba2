import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { isOverdue } from '../../components/assist-tasks/overdue';
import { Due } from '../../components/due';
import { useLabel } from '../../components/use-label';
import { moment } from '../../format';
import type { OfficeTaskRowFragment } from '../../gql/graphql';
import { today } from '../../station-time';

interface Props {
  rows?: readonly OfficeTaskRowFragment[];
  loading: boolean;
  /** Of open tasks, for who may answer. */
  answer?: (task: OfficeTaskRowFragment) => void;
}

/** Tasks in the order in which they were asked; what was answered stands beside what was asked. */
export function OfficeTaskTable({ rows, loading, answer }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const columns: TableColumnsType<OfficeTaskRowFragment> = [
    { title: t('application.number'), key: 'number', className: 'number', render: (_, row) => row.number ?? '–' },
    { title: t('application.type'), key: 'type', render: (_, row) => label(row.matter) },
    { title: t('application.applicant'), dataIndex: 'applicantName' },
    { title: t('assistTask.request'), key: 'request', className: 'wrap', render: (_, row) => <Request task={row} /> },
    { title: t('assistTask.askedAt'), key: 'askedAt', className: 'figures', render: (_, row) => moment(row.askedAt) },
    {
      title: t('assistTask.due'),
      key: 'due',
      className: 'figures',
      render: (_, row) => <Due of={{ due: row.due, isOverdue: isOverdue(row, today()) }} />,
    },
  ];
  const answered = {
    title: t('assistTask.answeredAt'),
    key: 'answeredAt',
    className: 'figures',
    render: (_: unknown, row: OfficeTaskRowFragment) => moment(row.answeredAt),
  };
  const action = {
    title: t('list.actions'),
    key: 'actions',
    render: (_: unknown, row: OfficeTaskRowFragment) => (
      <Button
        size="small"
        type="primary"
        aria-label={t('assistTask.answerNamed', { number: row.number ?? '' })}
        onClick={() => answer?.(row)}
      >
        {t('assistTask.answer')}
      </Button>
    ),
  };
  return (
    <Table
      rowKey="id"
      size="small"
      columns={[...columns, answer ? action : answered]}
      dataSource={rows}
      loading={loading}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}

function Request({ task: { request, paperCode, answer, matter } }: { task: OfficeTaskRowFragment }) {
  const { t } = useTranslation();
  const label = useLabel();
  const paper = matter.papers.find(({ code }) => code === paperCode);
  return (
    <div style={{ maxWidth: 420 }}>
      {request}
      {paper && <div className="quiet">{t('assistTask.brings', { paper: label(paper) })}</div>}
      {answer && <div>{t('assistTask.answered', { answer })}</div>}
    </div>
  );
}
