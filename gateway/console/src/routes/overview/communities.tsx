import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { count } from '../../format';
import type { CommunityFiguresFragment } from '../../gql/graphql';

const COUNTED = ['households', 'actualPopulation', 'registeredPopulation', 'activeRentals'] as const;

interface Props {
  communities: readonly CommunityFiguresFragment[];
  loading: boolean;
}

/** One row a community; the name leads to its households. */
export function Communities({ communities, loading }: Props) {
  const { t } = useTranslation();
  const columns: TableColumnsType<CommunityFiguresFragment> = [
    {
      title: t('place.community'),
      key: 'name',
      render: (_, community) => (
        <>
          <Link to={`/households?community=${encodeURIComponent(community.id)}`}>{community.name}</Link>
          <div className="quiet small">{community.committee}</div>
        </>
      ),
    },
    ...COUNTED.map((figure) => ({
      title: t(`figure.${figure}`),
      key: figure,
      align: 'right' as const,
      className: 'figures',
      render: (_: unknown, community: CommunityFiguresFragment) => count(community.overview[figure]),
    })),
  ];
  return (
    <Table
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={communities}
      loading={loading}
      pagination={false}
      scroll={{ x: 440 }}
    />
  );
}
