import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ROW_LINK, useRowKeys } from '../../components/use-row-keys';
import type { HouseholdRowFragment } from '../../gql/graphql';

interface Props {
  rows: readonly HouseholdRowFragment[];
  loading: boolean;
}

/** Dense rows; the number is the link that stands for the row. */
export function HouseholdTable({ rows, loading }: Props) {
  const { t } = useTranslation();
  const walk = useRowKeys();
  const columns: TableColumnsType<HouseholdRowFragment> = [
    {
      title: t('household.number'),
      key: 'number',
      render: (_, row) => (
        <Link {...ROW_LINK} className="number" to={`/households/${row.id}`}>
          {row.number}
        </Link>
      ),
    },
    { title: t('household.head'), dataIndex: 'headName' },
    { title: t('household.memberCount'), dataIndex: 'memberCount', align: 'right', className: 'figures' },
    { title: t('household.address'), dataIndex: 'addressMasked' },
    { title: t('place.community'), key: 'community', render: (_, row) => row.community.name },
    { title: t('household.kind'), key: 'kind', render: (_, row) => t(`householdKind.${row.kind}`) },
    { title: t('household.state'), key: 'state', render: (_, row) => <StateTag state={row.state} /> },
    { title: t('household.establishedOn'), dataIndex: 'establishedOn', className: 'figures' },
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

/** Closed households are told apart in words as well as in colour. */
export function StateTag({ state }: { state: HouseholdRowFragment['state'] }) {
  const { t } = useTranslation();
  return <Tag color={state === 'ACTIVE' ? 'success' : 'default'}>{t(`householdState.${state}`)}</Tag>;
}
