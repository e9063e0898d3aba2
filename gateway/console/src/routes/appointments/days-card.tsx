import { Button, Card, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Day } from '../../components/appointments/day';
import { FailureNotice } from '../../components/failure-notice';
import { StepDialog } from '../../components/step-dialog';
import type { OpeningDayRowFragment } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { may, useViewer } from '../../viewer';
import { ExceptionForm } from './exception-form';
import { OPENING_CALENDAR } from './query';
import { WindowList } from './window-words';

/** The coming days: what follows for each from the exceptions, the calendar and the week, in this order. */
export function DaysCard({ done }: { done: (unfit: number) => void }) {
  const { t } = useTranslation();
  const manages = may(useViewer(), 'APPOINTMENTS', 'MANAGE');
  const [changed, setChanged] = useState<OpeningDayRowFragment>();
  const { data, loading, failure, again } = useAsk(OPENING_CALENDAR, {});
  const columns: TableColumnsType<OpeningDayRowFragment> = [
    { title: t('appointment.day'), key: 'day', className: 'number', render: (_, row) => <Day day={row.day} /> },
    { title: t('appointment.hours'), key: 'hours', render: (_, row) => <WindowList windows={row.windows} /> },
    {
      title: t('appointment.basis'),
      key: 'basis',
      className: 'wrap',
      render: (_, { basis, reason }) => (
        <>
          {t(`openingBasis.${basis}`)} <span className="quiet">{reason}</span>
        </>
      ),
    },
  ];
  const change = {
    title: t('list.actions'),
    key: 'actions',
    render: (_: unknown, row: OpeningDayRowFragment) => (
      <Button
        size="small"
        aria-label={t('appointment.changeNamed', { day: row.day })}
        onClick={() => setChanged(row)}
      >
        {t('appointment.change')}
      </Button>
    ),
  };
  return (
    <Card size="small" title={<h2 className="as-text">{t('appointment.days')}</h2>}>
      {failure && <FailureNotice failure={failure} again={again} />}
      <Table
        rowKey="day"
        size="small"
        columns={manages ? [...columns, change] : columns}
        dataSource={data?.precinct.openingCalendar}
        loading={loading}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      <StepDialog
        title={changed && t('appointment.changeDay', { day: changed.day })}
        close={() => setChanged(undefined)}
        width={760}
      >
        {changed && <ExceptionForm day={changed} done={done} />}
      </StepDialog>
    </Card>
  );
}
