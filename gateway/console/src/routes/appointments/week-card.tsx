import { Button, Card, DatePicker, Table, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { StepDialog } from '../../components/step-dialog';
import { useAsk } from '../../graphql';
import { today } from '../../station-time';
import { may, useViewer } from '../../viewer';
import { PatternForm } from './pattern-form';
import { OPENING_PATTERN } from './query';
import { WindowList } from './window-words';
import { type OpenWeekday, weekOf } from './windows';

/** The hours by weekday, in force on a day; only the chief changes them. */
export function WeekCard({ done }: { done: (unfit: number) => void }) {
  const { t } = useTranslation();
  const manages = may(useViewer(), 'APPOINTMENTS', 'MANAGE');
  const [asOf, setAsOf] = useState(today());
  const [changed, setChanged] = useState<OpenWeekday>();
  const { data, loading, failure, again } = useAsk(OPENING_PATTERN, { asOf });
  const columns: TableColumnsType<OpenWeekday> = [
    { title: t('appointment.weekday'), key: 'weekday', render: (_, row) => t(`weekday.${row.weekday}`) },
    { title: t('appointment.hours'), key: 'hours', render: (_, row) => <WindowList windows={row.windows} /> },
    { title: t('appointment.from'), dataIndex: 'validFrom', className: 'figures' },
  ];
  const change = {
    title: t('list.actions'),
    key: 'actions',
    render: (_: unknown, row: OpenWeekday) => (
      <Button
        size="small"
        aria-label={t('appointment.changeNamed', { day: t(`weekday.${row.weekday}`) })}
        onClick={() => setChanged(row)}
      >
        {t('appointment.change')}
      </Button>
    ),
  };
  return (
    <Card
      size="small"
      title={<h2 className="as-text">{t('appointment.week')}</h2>}
      extra={
        <DatePicker
          aria-label={t('appointment.asOf')}
          allowClear={false}
          value={dayjs(asOf)}
          onChange={(day) => day && setAsOf(day.format('YYYY-MM-DD'))}
        />
      }
    >
      {failure && <FailureNotice failure={failure} again={again} />}
      <Table
        rowKey="weekday"
        size="small"
        columns={manages ? [...columns, change] : columns}
        dataSource={data && weekOf(data.precinct.openingPattern)}
        loading={loading}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      <StepDialog
        title={changed && t('appointment.changeWeek')}
        close={() => setChanged(undefined)}
        width={760}
      >
        {changed && <PatternForm weekday={changed} done={done} />}
      </StepDialog>
    </Card>
  );
}
