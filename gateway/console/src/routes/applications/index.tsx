import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FailureNotice } from '../../components/failure-notice';
import { Page } from '../../components/page';
import { Pager } from '../../components/pager';
import { StationSelect } from '../../components/station-select';
import { usePlace } from '../../components/use-place';
import type { ApplicationFilter } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { may, useViewer } from '../../viewer';
import { APPLICATIONS } from './query';
import { Queues, queueOf } from './queues';
import { ApplicationTable } from './table';

const PAGE = 50;
const FILTERS = ['queue', 'station'] as const;

/** The queues of applications with their counts: urgent ones first, then those due first. */
export function Component() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { readsDistrict } = viewer;
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const queue = queueOf(filter.queue);
  const asked = useMemo<ApplicationFilter>(() => queue?.filter ?? {}, [queue]);
  const waits = readsDistrict && !filter.station;
  const variables = { precinct: filter.station, filter: asked, first: PAGE, after: place.after };
  const { data, loading, failure, again } = useAsk(APPLICATIONS, variables, waits);
  const page = data?.precinct.applications;
  return (
    <Page
      personal
      title={t('room.applications')}
      hint={t('households.keys')}
      extra={
        readsDistrict ? (
          <StationSelect value={filter.station} change={(station) => narrow({ station })} />
        ) : (
          may(viewer, 'APPLICATIONS', 'PREPARE') && (
            <Link to="/applications/new">
              <Button type="primary" tabIndex={-1}>
                {t('application.new')}
              </Button>
            </Link>
          )
        )
      }
    >
      {waits ? (
        <p className="quiet">{t('application.stationFirst')}</p>
      ) : (
        <>
          <Queues precinct={filter.station} chosen={queue?.name} choose={(name) => narrow({ queue: name })} />
          {failure && <FailureNotice failure={failure} again={again} />}
          <ApplicationTable rows={page?.nodes} loading={loading} station={filter.station} />
          <Pager place={place} go={go} page={page?.pageInfo} rows={page?.nodes.length ?? 0} />
        </>
      )}
    </Page>
  );
}
