import { Button, Space, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Due } from '../../components/due';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { NotFound } from '../../components/not-found';
import { Page } from '../../components/page';
import { PurposeSelect } from '../../components/purpose-select';
import { useLabel } from '../../components/use-label';
import type { ApplicationDetailQuery } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { choosePurpose, usePurpose } from '../../purpose';
import { may, useViewer } from '../../viewer';
import { AssistTasks } from './assist-tasks';
import { Checklist } from './checklist';
import { Events } from './events';
import { Facts } from './facts';
import { Papers } from './papers';
import { APPLICATION_DETAIL } from './query';
import { changes, revealsTo } from './states';
import { Steps } from './steps';
import { ApplicationStateTag } from './table';

export type Application = NonNullable<ApplicationDetailQuery['precinct']['application']>;

/** One application on the desk: what it says, its papers side by side, and the steps that can be taken. */
export function Component() {
  const { t } = useTranslation();
  const label = useLabel();
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const precinct = params.get('station') ?? undefined;
  const viewer = useViewer();
  const opens = may(viewer, 'DOCUMENTS', 'REVEAL');
  const purpose = usePurpose();
  const { data, failure, again } = useAsk(APPLICATION_DETAIL, { precinct, id });
  const one = data?.precinct.application;
  if (failure?.code === 'NOT_FOUND' || (data && !one)) return <NotFound />;
  if (failure) return <FailureNotice failure={failure} again={again} />;
  if (!one) return <Loading />;
  const reveals = revealsTo(viewer, one.state);
  return (
    <Page
      personal
      title={`${label(one.matter)} ${one.number ?? t('application.draft')}`}
      hint={
        <Space size="small" wrap>
          <ApplicationStateTag state={one.state} />
          {one.revokingActId && <Tag color="error">{t('application.revoked')}</Tag>}
          {one.nextLevel && one.state === 'REVIEWED' && t(`approvalLevel.waits.${one.nextLevel}`)}
          {one.due && (
            <span className="figures">
              {t('application.due')} <Due of={one} />
            </span>
          )}
        </Space>
      }
      extra={
        <Space wrap>
          {changes(viewer, one) && (
            <Link to={`/applications/${one.id}/change`}>
              <Button tabIndex={-1}>{t('application.change')}</Button>
            </Link>
          )}
          <Steps application={one} again={again} />
        </Space>
      }
    >
      {(opens || reveals) && (
        <div className="bar">
          <PurposeSelect value={purpose} onChange={choosePurpose} />
          <span className="quiet small">{t('application.purposeHint')}</span>
        </div>
      )}
      <div className={opens ? 'desk' : 'halves'}>
        <div className="stack">
          <Facts application={one} reveals={reveals} />
          <Checklist application={one} again={again} />
          <AssistTasks application={one} again={again} />
        </div>
        <div className="stack">
          {opens && <Papers application={one} />}
          <Events application={one} />
        </div>
      </div>
    </Page>
  );
}
