import { Button, Table, Tag, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApplicationRowFragment } from '../../gql/graphql';
import { useLabel } from '../../components/use-label';

interface Props {
  rows?: readonly ApplicationRowFragment[];
  loading: boolean;
  open: (id: string) => void;
}

/** Applications, a line each; the number opens one. */
export function ApplicationTable({ rows, loading, open }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const columns: TableColumnsType<ApplicationRowFragment> = [
    {
      title: t('application.number'),
      key: 'number',
      className: 'number',
      render: (_, row) => (
        <Button type="link" size="small" onClick={() => open(row.id)}>
          {row.number ?? t('application.draft')}
        </Button>
      ),
    },
    { title: t('application.type'), key: 'type', render: (_, row) => label(row.matter) },
    { title: t('application.state'), key: 'state', render: (_, row) => t(`applicationState.${row.state}`) },
    { title: t('application.subject'), key: 'subject', render: (_, row) => row.subjectName },
    { title: t('application.applicant'), dataIndex: 'applicantName' },
    {
      title: t('application.due'),
      key: 'due',
      className: 'figures',
      render: (_, row) => (
        <>
          {row.due} {row.isOverdue && <Tag color="error">{t('application.late')}</Tag>}
        </>
      ),
    },
    { title: t('application.remaining'), dataIndex: 'remainingWorkingDays', className: 'figures', align: 'right' },
  ];
  return (
    <Table
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={rows}
      loading={loading}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}
