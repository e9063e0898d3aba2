import { Alert, Card, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { FailureNotice } from '../../../components/failure-notice';
import { Loading } from '../../../components/loading';
import { NotFound } from '../../../components/not-found';
import { useCodes, useLabel } from '../../../components/use-label';
import { moment } from '../../../format';
import type { MyApplicationDetailQuery } from '../../../gql/graphql';
import { useAsk } from '../../../graphql';
import { ApplicationStateTag } from '../../applications/table';
import { MyPage } from '../page';
import { Actions } from './actions';
import { MyPapers } from './papers';
import { MY_APPLICATION } from './query';

export type MyApplication = MyApplicationDetailQuery['me']['applications']['nodes'][number];

/** One's own application: where it is, what is missing, what comes next. */
export function Component() {
  const { id } = useParams();
  const label = useLabel();
  const { data, failure, again } = useAsk(MY_APPLICATION, {});
  const one = data?.me.applications.nodes.find((node) => node.id === id);
  if (failure) return <FailureNotice failure={failure} again={again} />;
  if (!data) return <Loading />;
  if (!one) return <NotFound />;
  return (
    <MyPage title={label(one.matter)} back="/my/applications">
      <Where application={one} />
      <MyPapers application={one} again={again} />
      <Actions application={one} again={again} />
      <Steps application={one} />
    </MyPage>
  );
}

function Where({ application: one }: { application: MyApplication }) {
  const { t } = useTranslation();
  const paper = useCodes(one.checklist);
  return (
    <Card size="small">
      <div className="line">
        <span className="figures">{one.trackingNumber ?? t('application.draft')}</span>
        <ApplicationStateTag state={one.state} />
      </div>
      {one.due && (
        <div className="line">
          <span className="quiet">{t('application.due')}</span>
          <span className="figures">{one.due}</span>
        </div>
      )}
      {one.subjectName && (
        <div className="line">
          <span className="quiet">{t('application.subject')}</span>
          <span>{one.subjectName}</span>
        </div>
      )}
      {one.gaps.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title={t('my.apply.returned', { day: one.returnedUntil ?? '–' })}
          description={
            <ul className="gaps">
              {one.gaps.map(({ code, note }) => (
                <li key={code}>
                  {note ? t('application.gapNoted', { gap: paper(code), note }) : paper(code)}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {one.reason && <Alert type="error" showIcon style={{ marginTop: 12 }} title={one.reason} />}
      {one.redirectTo && <p>{t('my.apply.redirect', { office: one.redirectTo })}</p>}
    </Card>
  );
}

function Steps({ application }: { application: MyApplication }) {
  const { t } = useTranslation();
  if (application.steps.length === 0) return null;
  const items = application.steps.toReversed().map((step) => ({
    key: `${step.step} ${step.at}`,
    content: (
      <>
        <strong>{t(`applicationStep.${step.step}`)}</strong>
        {step.reason && <div className="wrap">{step.reason}</div>}
        <div className="quiet small figures">{moment(step.at)}</div>
      </>
    ),
  }));
  return (
    <Card size="small" title={<h2 className="as-text">{t('application.history')}</h2>}>
      <Timeline className="history" items={items} />
    </Card>
  );
}
