import { Button, Popconfirm, Segmented, Space, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Page } from '../../components/page';
import { Pager } from '../../components/pager';
import { useRefusal } from '../../components/refusal';
import { usePlace } from '../../components/use-place';
import { moment } from '../../format';
import type { TransferRowFragment } from '../../gql/graphql';
import { useAsk, useTell } from '../../graphql';
import { may, useViewer } from '../../viewer';
import { HAND_OVER_TRANSFER, PERMIT_TRANSFER, TRANSFERS } from './query';

const PAGE = 50;
const FILTERS = ['side'] as const;
const SIDES = ['all', 'DESTINATION', 'ORIGIN'] as const;
type Side = (typeof SIDES)[number];

/** Moves between stations, as this one has them: those that come and those that go (MOV-11). */
export function Component() {
  const { t } = useTranslation();
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const side: Side = SIDES.find((one) => one === filter.side) ?? 'all';
  const asked = side === 'all' ? {} : { side };
  const { data, loading, failure, again } = useAsk(TRANSFERS, { filter: asked, first: PAGE, after: place.after });
  const columns = useColumns(again);
  const page = data?.precinct.transfers;
  return (
    <Page
      personal
      title={t('room.transfers')}
      extra={
        <Segmented<Side>
          value={side}
          onChange={(next) => narrow({ side: next === 'all' ? undefined : next })}
          options={SIDES.map((value) => ({ value, label: t(`transfer.side.${value}`) }))}
        />
      }
    >
      {failure && <FailureNotice failure={failure} again={again} />}
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={page?.nodes}
        loading={loading}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      <Pager place={place} go={go} page={page?.pageInfo} rows={page?.nodes.length ?? 0} />
    </Page>
  );
}

function useColumns(again: () => void): TableColumnsType<TransferRowFragment> {
  const { t } = useTranslation();
  return [
    { title: t('transfer.number'), dataIndex: 'number', className: 'number' },
    { title: t('transfer.sideLabel'), key: 'side', render: (_, row) => t(`transfer.side.${row.side}`) },
    { title: t('transfer.state'), key: 'state', render: (_, row) => t(`transferState.${row.state}`) },
    { title: t('transfer.other'), key: 'other', render: (_, row) => row.otherStation ?? row.outsidePlace },
    { title: t('transfer.persons'), key: 'persons', render: (_, row) => row.persons.map(({ name }) => name).join('、') },
    { title: t('transfer.appliedAt'), key: 'at', className: 'figures', render: (_, row) => moment(row.appliedAt) },
    { title: t('transfer.permitUntil'), dataIndex: 'permitUntil', className: 'figures' },
    { title: t('list.actions'), key: 'actions', render: (_, row) => <Steps transfer={row} again={again} /> },
  ];
}

/** The next step, where it is this station's and this viewer's to take. */
function Steps({ transfer, again }: { transfer: TransferRowFragment; again: () => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { permit, handOver } = useSteps(transfer, again);
  const { side, state, kind } = transfer;
  const permits = side === 'DESTINATION' && state === 'APPLIED' && may(viewer, 'TRANSFERS', 'APPROVE');
  const gives = side === 'ORIGIN' && kind === 'BETWEEN' && state === 'PERMITTED' && may(viewer, 'TRANSFERS', 'MANAGE');
  return (
    <Space>
      {permits && (
        <Popconfirm title={t('transfer.permitVouch')} onConfirm={() => void permit()}>
          <Button size="small" type="primary">
            {t('transfer.permit')}
          </Button>
        </Popconfirm>
      )}
      {gives && (
        <Popconfirm title={t('transfer.handOverVouch')} onConfirm={() => void handOver()}>
          <Button size="small" type="primary">
            {t('transfer.handOver')}
          </Button>
        </Popconfirm>
      )}
    </Space>
  );
}

function useSteps({ id, version }: TransferRowFragment, again: () => void) {
  const tells = { permit: useTell(PERMIT_TRANSFER), handOver: useTell(HAND_OVER_TRANSFER) };
  const refuse = useRefusal();
  const seen = { transferId: id, expectedVersion: version };
  return {
    permit: async () => {
      const told = await tells.permit({ input: seen });
      refuse(told.failure, told.data?.permitTransfer.userErrors);
      again();
    },
    handOver: async () => {
      const told = await tells.handOver({ input: { ...seen, papers: [{ kind: 'BOOKLET' }] } });
      refuse(told.failure, told.data?.handOverTransfer.userErrors);
      again();
    },
  };
}
