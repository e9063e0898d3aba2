import { Descriptions, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { PURPOSES } from '../../components/purpose-select';
import { moment } from '../../format';
import type { AuditResult, AuditRowFragment } from '../../gql/graphql';
import { roleOf } from '../../roles';

const COLOURS: Record<AuditResult, string> = {
  OK: 'success',
  DENIED: 'error',
  NOT_FOUND: 'default',
  INVALID: 'warning',
  FAILED: 'error',
};

/** One line an entry; the rest of it unfolds. */
export function AuditTable({ rows, loading }: { rows: readonly AuditRowFragment[]; loading: boolean }) {
  const { t } = useTranslation();
  const columns: TableColumnsType<AuditRowFragment> = [
    { title: t('audit.seq'), dataIndex: 'seq', align: 'right', className: 'figures' },
    { title: t('audit.at'), key: 'at', className: 'figures', render: (_, row) => moment(row.at, true) },
    { title: t('audit.account'), dataIndex: 'accountName' },
    { title: t('account.role'), key: 'role', render: (_, row) => <RoleName text={row.role} /> },
    { title: t('audit.function'), dataIndex: 'function', className: 'number' },
    {
      title: t('audit.result'),
      key: 'result',
      render: (_, row) => <Tag color={COLOURS[row.result]}>{t(`auditResult.${row.result}`)}</Tag>,
    },
    { title: t('audit.rows'), dataIndex: 'rowCount', align: 'right', className: 'figures' },
    { title: t('purpose.label'), key: 'purpose', render: (_, row) => <PurposeName text={row.purpose} /> },
    { title: t('case.number'), dataIndex: 'caseRef', className: 'number' },
  ];
  return (
    <Table
      rowKey="seq"
      size="small"
      columns={columns}
      dataSource={rows}
      loading={loading}
      pagination={false}
      scroll={{ x: 'max-content' }}
      expandable={{
        columnTitle: <span className="unseen">{t('audit.details')}</span>,
        expandedRowRender: (row) => <Rest row={row} />,
      }}
    />
  );
}

function Rest({ row }: { row: AuditRowFragment }) {
  const { t } = useTranslation();
  const items = [
    { key: 'domain', label: t('audit.domain'), children: row.domain },
    { key: 'object', label: t('audit.object'), children: <Code text={row.objectId} /> },
    { key: 'condition', label: t('audit.condition'), children: row.condition ?? '–' },
    { key: 'terminal', label: t('audit.terminal'), children: row.terminal },
    { key: 'request', label: t('state.requestId'), children: <Code text={row.requestId} /> },
    { key: 'hash', label: t('audit.hash'), children: <Code text={row.hash} /> },
  ];
  return <Descriptions size="small" column={{ xs: 1, lg: 2 }} items={items} />;
}

function Code({ text }: { text?: string | null }) {
  return <code className="number wrap">{text ?? '–'}</code>;
}

function RoleName({ text }: { text: string }) {
  const { t } = useTranslation();
  const role = roleOf(text);
  return <>{role ? t(`role.${role}`) : text}</>;
}

function PurposeName({ text }: { text?: string | null }) {
  const { t } = useTranslation();
  const purpose = PURPOSES.find((known) => known === text);
  return <>{purpose ? t(`purpose.${purpose}`) : text}</>;
}
