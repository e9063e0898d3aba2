import { Table, Tag, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Due } from '../../components/due';
import { useLabel } from '../../components/use-label';
import { ROW_LINK, useRowKeys } from '../../components/use-row-keys';
import type { ApplicationRowFragment, ApplicationState } from '../../gql/graphql';

interface Props {
  rows?: readonly ApplicationRowFragment[];
  loading: boolean;
  station?: string;
}

/** Applications, a line each; the number is the link that stands for the row. */
export function ApplicationTable({ rows, loading, station }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const walk = useRowKeys();
  const search = station ? `?station=${station}` : '';
  const columns: TableColumnsType<ApplicationRowFragment> = [
    {
      title: t('application.number'),
      key: 'number',
      className: 'number',
      render: (_, row) => (
        <Link {...ROW_LINK} to={`/applications/${row.id}${search}`}>
          {row.number ?? t('application.draft')}
        </Link>
      ),
    },
    {
      title: t('application.type'),
      key: 'type',
      render: (_, row) => (
        <>
          {label(row.matter)}{' '}
          {row.priority === 'URGENT' && <Tag color="error">{t('application.urgent')}</Tag>}
        </>
      ),
    },
    {
      title: t('application.state'),
      key: 'state',
      render: (_, row) => <ApplicationStateTag state={row.state} />,
    },
    { title: t('application.subject'), key: 'subject', render: (_, row) => row.subjectName },
    { title: t('application.applicant'), dataIndex: 'applicantName' },
    { title: t('application.due'), key: 'due', className: 'figures', render: (_, row) => <Due of={row} /> },
    {
      title: t('application.remaining'),
      dataIndex: 'remainingWorkingDays',
      className: 'figures',
      align: 'right',
    },
  ];
  return (
    <div onKeyDown={walk} role="presentation">
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={rows}
        loading={loading}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
    </div>
  );
}

const COLOURS: Partial<Record<ApplicationState, string>> = {
  SUBMITTED: 'processing',
  ACCEPTED: 'processing',
  REVIEWED: 'processing',
  APPROVED: 'success',
  DONE: 'success',
  RETURNED: 'warning',
  SUSPENDED: 'warning',
  NOT_ACCEPTED: 'error',
  REJECTED: 'error',
};

/** Where an application is, in words. */
export function ApplicationStateTag({ state }: { state: ApplicationState }) {
  const { t } = useTranslation();
  return <Tag color={COLOURS[state] ?? 'default'}>{t(`applicationState.${state}`)}</Tag>;
}
