import { Table, Tag, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { AppointmentStateTag } from '../../components/appointments/state-tag';
import type { AppointmentRowFragment } from '../../gql/graphql';
import { clock } from '../../station-time';
import { AppointmentSteps } from './steps';

interface Props {
  rows?: readonly AppointmentRowFragment[];
  loading: boolean;
  /** Rows of several days say which. */
  dated?: boolean;
  again: () => void;
}

/** Who comes, by slot: the visitor masked, where he is, and what can be done for him. */
export function AppointmentTable({ rows, loading, dated, again }: Props) {
  const { t } = useTranslation();
  const columns: TableColumnsType<AppointmentRowFragment> = [
    {
      title: t('appointment.time'),
      key: 'time',
      className: 'number',
      width: dated ? 190 : 110,
      render: (_, row) => `${dated ? `${row.day} ` : ''}${clock(row.startsAt)}–${clock(row.endsAt)}`,
    },
    { title: t('appointment.number'), dataIndex: 'number', className: 'number', width: 170 },
    {
      title: t('appointment.visitor'),
      key: 'visitor',
      className: 'figures',
      width: 170,
      render: (_, { visitorName, visitorPhone }) =>
        [visitorName, visitorPhone].filter(Boolean).join(' ') || t('appointment.unknownVisitor'),
    },
    {
      title: t('appointment.matter'),
      key: 'matter',
      className: 'wrap',
      render: (_, { matter, note }) => (
        <>
          {t(`appointmentMatter.${matter}`)} <span className="quiet">{note}</span>
        </>
      ),
    },
    {
      title: t('appointment.state'),
      key: 'state',
      width: 130,
      render: (_, row) => <Stand row={row} />,
    },
    {
      title: t('list.actions'),
      key: 'actions',
      width: 250,
      render: (_, row) => <AppointmentSteps appointment={row} again={again} />,
    },
  ];
  return (
    <Table
      rowKey="id"
      size="small"
      tableLayout="fixed"
      columns={columns}
      dataSource={rows}
      loading={loading}
      pagination={false}
      scroll={{ x: 1000 }}
    />
  );
}

function Stand({ row: { state, kind, fits, reason } }: { row: AppointmentRowFragment }) {
  const { t } = useTranslation();
  return (
    <>
      <AppointmentStateTag state={state} />
      {kind === 'WALK_IN' && <Tag>{t('appointmentKind.WALK_IN')}</Tag>}
      {state === 'BOOKED' && !fits && <Tag color="warning">{t('appointment.stand.unfit')}</Tag>}
      {reason && <div className="quiet small wrap">{reason}</div>}
    </>
  );
}
