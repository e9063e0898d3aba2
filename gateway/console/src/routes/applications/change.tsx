import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { NotFound } from '../../components/not-found';
import { Page } from '../../components/page';
import { useLabel } from '../../components/use-label';
import type { MatterRowFragment } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { useViewer } from '../../viewer';
import type { Application } from './detail';
import { keptOf } from './filing';
import { FilingForm } from './filing-form';
import { APPLICATION_DETAIL, MATTERS } from './query';
import { ReadFirst } from './read-first';
import { changes } from './states';
import type { Clear } from './use-reveal';

/** What was said at the counter, to be said otherwise: of a draft, or of what was returned. */
export function Component() {
  const { t } = useTranslation();
  const label = useLabel();
  const { id = '' } = useParams();
  const viewer = useViewer();
  const matters = useAsk(MATTERS, {});
  const { data, failure, again } = useAsk(APPLICATION_DETAIL, { id });
  const one = data?.precinct.application;
  const matter = matters.data?.matters.find(({ code }) => code === one?.matter.code);
  if (failure?.code === 'NOT_FOUND' || (data && !one)) return <NotFound />;
  if (failure) return <FailureNotice failure={failure} again={again} />;
  if (matters.failure) return <FailureNotice failure={matters.failure} again={matters.again} />;
  if (!one || !matters.data) return <Loading />;
  if (!matter || !changes(viewer, one)) return <NotFound />;
  return (
    <Page personal title={t('application.changeOf', { matter: label(matter) })}>
      <Card size="small" style={{ maxWidth: 860 }}>
        <ReadFirst applicationId={one.id} why={t('application.readBefore')}>
          {(clear) => <Kept application={one} matter={matter} clear={clear} />}
        </ReadFirst>
      </Card>
    </Page>
  );
}

interface Props {
  application: Application;
  matter: MatterRowFragment;
  clear: Clear;
}

function Kept({ application, matter, clear }: Props) {
  const { about, values } = keptOf(application, clear);
  const { id, version, actKind } = application;
  const seen = { applicationId: id, expectedVersion: version, actKind };
  return <FilingForm matter={matter} about={about} changed={{ seen, values }} />;
}
