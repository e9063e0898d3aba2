import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { count } from '../../format';
import type { DistrictOverviewQuery } from '../../gql/graphql';

type Precinct = DistrictOverviewQuery['district']['precincts']['nodes'][number];
type Total = DistrictOverviewQuery['district']['overview'];

const COUNTED = ['households', 'actualPopulation', 'registeredPopulation', 'activeRentals', 'communities'] as const;

interface Props {
  precincts: Precinct[];
  total?: Total;
  loading: boolean;
}

/** A row a precinct, sortable by every figure, and the district's own total under them. */
export function PrecinctTable({ precincts, total, loading }: Props) {
  const { t } = useTranslation();
  const columns: TableColumnsType<Precinct> = [
    {
      title: t('place.precinct'),
      key: 'name',
      render: (_, { name, code, state }) => (
        <>
          {name} {state !== 'ACTIVE' && <Tag>{t(`precinctState.${state}`)}</Tag>}
          <div className="quiet small figures">{code}</div>
        </>
      ),
    },
    ...COUNTED.map((figure) => ({
      title: t(`figure.${figure}`),
      key: figure,
      align: 'right' as const,
      className: 'figures',
      sorter: (a: Precinct, b: Precinct) => a.overview[figure] - b.overview[figure],
      render: (_: unknown, precinct: Precinct) => count(precinct.overview[figure]),
    })),
  ];
  return (
    <Table
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={precincts}
      loading={loading}
      pagination={false}
      scroll={{ x: 'max-content' }}
      summary={() => total && <TotalRow total={total} />}
    />
  );
}

function TotalRow({ total }: { total: Total }) {
  const { t } = useTranslation();
  return (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0}>
        <strong>{t('district.total')}</strong>
      </Table.Summary.Cell>
      {COUNTED.map((figure, index) => (
        <Table.Summary.Cell key={figure} index={index + 1} align="right" className="figures">
          <strong>{count(total[figure])}</strong>
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  );
}
