import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { day } from '../../format';
import type { RentalRowFragment, RentalState } from '../../gql/graphql';

const COLOURS: Record<RentalState, string> = {
  REGISTERED: 'processing',
  ACTIVE: 'success',
  VACANT: 'warning',
  DEREGISTERED: 'default',
};

interface Props {
  rows: readonly RentalRowFragment[];
  loading: boolean;
  open: (id: string) => void;
}

/** One row a letting; its number opens the tenants. */
export function RentalTable({ rows, loading, open }: Props) {
  const { t } = useTranslation();
  const columns: TableColumnsType<RentalRowFragment> = [
    {
      title: t('rental.number'),
      key: 'number',
      render: (_, row) => (
        <Button type="link" size="small" className="number" style={{ padding: 0 }} onClick={() => open(row.id)}>
          {row.number}
        </Button>
      ),
    },
    { title: t('rental.state'), key: 'state', render: (_, row) => <RentalTag state={row.state} /> },
    { title: t('rental.dwelling'), key: 'dwelling', render: (_, row) => row.dwelling.label },
    { title: t('rental.kind'), key: 'kind', render: (_, row) => t(`lettingKind.${row.lettingKind}`) },
    {
      title: t('rental.landlord'),
      key: 'landlord',
      render: (_, row) => (
        <>
          {row.landlordName} <span className="quiet">{t(`landlordKind.${row.landlordKind}`)}</span>
        </>
      ),
    },
    { title: t('person.phone'), key: 'phone', className: 'number', render: (_, row) => row.landlordPhone ?? '–' },
    { title: t('rental.lease'), key: 'lease', className: 'figures', render: (_, row) => lease(row) },
    { title: t('rental.checked'), key: 'checked', className: 'figures', render: (_, row) => day(row.lastCheckedOn) },
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

function lease({ leaseFrom, leaseTo }: RentalRowFragment): string {
  return leaseFrom || leaseTo ? `${day(leaseFrom)} – ${day(leaseTo)}` : '–';
}

export function RentalTag({ state }: { state: RentalState }) {
  const { t } = useTranslation();
  return <Tag color={COLOURS[state]}>{t(`rentalState.${state}`)}</Tag>;
}
