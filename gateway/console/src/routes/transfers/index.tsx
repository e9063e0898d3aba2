import { Button, Segmented, Select, Space, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FailureNotice } from '../../components/failure-notice';
import { Page } from '../../components/page';
import { Pager } from '../../components/pager';
import { usePlace } from '../../components/use-place';
import { ROW_LINK, useRowKeys } from '../../components/use-row-keys';
import { moment } from '../../format';
import type { TransferFilter, TransferRowFragment } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { may, useViewer } from '../../viewer';
import { TRANSFERS } from './query';
import { TransferStateTag } from './state-tag';

const PAGE = 50;
const FILTERS = ['side', 'state'] as const;
const SIDES = ['all', 'DESTINATION', 'ORIGIN'] as const;
type Side = (typeof SIDES)[number];
/** What still moves, what nobody has touched for too long, and what is done. */
const STANDS = ['all', 'APPLIED', 'PERMITTED', 'OUT_RECORDED', 'DONE', 'still'] as const;
type Stand = (typeof STANDS)[number];

/** Moves between stations, as this one has them: those that come and those that go (MOV-11). */
export function Component() {
  const { t } = useTranslation();
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const side: Side = SIDES.find((one) => one === filter.side) ?? 'all';
  const stand: Stand = STANDS.find((one) => one === filter.state) ?? 'all';
  const asked = useMemo(() => askedOf(side, stand), [side, stand]);
  const { data, loading, failure, again } = useAsk(TRANSFERS, {
    filter: asked,
    first: PAGE,
    after: place.after,
  });
  const columns = useColumns();
  const walk = useRowKeys();
  const files = may(useViewer(), 'TRANSFERS', 'MANAGE');
  const page = data?.precinct.transfers;
  return (
    <Page
      personal
      title={t('room.transfers')}
      hint={t('households.keys')}
      extra={
        <Space wrap>
          {files && (
            <Link to="/transfers/new">
              <Button type="primary" tabIndex={-1}>
                {t('transfer.new')}
              </Button>
            </Link>
          )}
          <Segmented<Side>
            value={side}
            onChange={(next) => narrow({ side: next === 'all' ? undefined : next })}
            options={SIDES.map((value) => ({ value, label: t(`transfer.side.${value}`) }))}
          />
          <Select<Stand>
            aria-label={t('transfer.state')}
            value={stand}
            onChange={(next) => narrow({ state: next === 'all' ? undefined : next })}
            options={STANDS.map((value) => ({ value, label: t(`transfer.stand.${value}`) }))}
            style={{ minWidth: 150 }}
          />
        </Space>
      }
    >
      {failure && <FailureNotice failure={failure} again={again} />}
      <div onKeyDown={walk} role="presentation">
        <Table
          rowKey="id"
          size="small"
          columns={columns}
          dataSource={page?.nodes}
          loading={loading}
          pagination={false}
          scroll={{ x: 'max-content' }}
        />
      </div>
      <Pager place={place} go={go} page={page?.pageInfo} rows={page?.nodes.length ?? 0} />
    </Page>
  );
}

function askedOf(side: Side, stand: Stand): TransferFilter {
  return {
    side: side === 'all' ? undefined : side,
    state: stand === 'all' || stand === 'still' ? undefined : stand,
    still: stand === 'still',
  };
}

function useColumns(): TableColumnsType<TransferRowFragment> {
  const { t } = useTranslation();
  return [
    {
      title: t('transfer.number'),
      key: 'number',
      className: 'number',
      render: (_, row) => (
        <Link {...ROW_LINK} to={`/transfers/${row.id}`}>
          {row.number}
        </Link>
      ),
    },
    { title: t('transfer.sideLabel'), key: 'side', render: (_, row) => t(`transfer.side.${row.side}`) },
    { title: t('transfer.state'), key: 'state', render: (_, row) => <TransferStateTag state={row.state} /> },
    { title: t('transfer.other'), key: 'other', render: (_, row) => row.otherStation ?? row.outsidePlace },
    {
      title: t('transfer.persons'),
      key: 'persons',
      render: (_, row) => row.persons.map(({ name }) => name).join(t('list.comma')),
    },
    {
      title: t('transfer.appliedAt'),
      key: 'at',
      className: 'figures',
      render: (_, row) => moment(row.appliedAt),
    },
    { title: t('transfer.permitUntil'), dataIndex: 'permitUntil', className: 'figures' },
  ];
}
