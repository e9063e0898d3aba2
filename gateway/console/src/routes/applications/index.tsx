import { Segmented, Space, Statistic } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Page } from '../../components/page';
import { Pager } from '../../components/pager';
import { usePlace } from '../../components/use-place';
import { useAsk } from '../../graphql';
import { ApplicationDrawer } from './drawer';
import { APPLICATIONS } from './query';
import { ApplicationTable } from './table';

const PAGE = 50;
const FILTERS = ['queue'] as const;
const QUEUES = ['all', 'mine', 'atRisk', 'overdue'] as const;
type Queue = (typeof QUEUES)[number];

/** The queue of applications: urgent ones first, then those due first. */
export function Component() {
  const { t } = useTranslation();
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const queue: Queue = QUEUES.find((one) => one === filter.queue) ?? 'all';
  const asked = queue === 'all' ? {} : { [queue]: true };
  const { data, loading, failure, again } = useAsk(APPLICATIONS, { filter: asked, first: PAGE, after: place.after });
  const [open, setOpen] = useState<string>();
  const page = data?.precinct.applications;
  const work = data?.precinct.worklist;
  return (
    <Page
      personal
      title={t('room.applications')}
      extra={
        <Segmented<Queue>
          value={queue}
          onChange={(next) => narrow({ queue: next === 'all' ? undefined : next })}
          options={QUEUES.map((value) => ({ value, label: t(`application.queue.${value}`) }))}
        />
      }
    >
      <Space size="large" style={{ marginBottom: 12 }}>
        <Statistic title={t('application.queue.mine')} value={work?.mine ?? 0} loading={loading} />
        <Statistic title={t('application.queue.atRisk')} value={work?.atRisk ?? 0} loading={loading} />
        <Statistic title={t('application.queue.overdue')} value={work?.overdue ?? 0} loading={loading} />
      </Space>
      {failure && <FailureNotice failure={failure} again={again} />}
      <ApplicationTable rows={page?.nodes} loading={loading} open={setOpen} />
      <Pager place={place} go={go} page={page?.pageInfo} rows={page?.nodes.length ?? 0} />
      <ApplicationDrawer
        id={open}
        close={() => {
          setOpen(undefined);
          again();
        }}
      />
    </Page>
  );
}
