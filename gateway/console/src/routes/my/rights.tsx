import { Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { moment } from '../../format';
import type { MyRequestsQuery, RightsState } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { MyPage } from './page';
import { MY_REQUESTS } from './query';
import { RightsForm } from './rights-form';

type Request = MyRequestsQuery['me']['rightsRequests']['nodes'][number];
const COLOURS: Record<RightsState, string> = {
  RECEIVED: 'processing',
  IN_WORK: 'processing',
  ANSWERED: 'success',
  REFUSED: 'error',
};

/** Requests about one's own data, and what became of them (PRV-16). */
export function Component() {
  const { t } = useTranslation();
  const { data, failure, again } = useAsk(MY_REQUESTS, {});
  const requests = data?.me.rightsRequests.nodes;
  return (
    <MyPage title={t('my.rights.title')} back="/my">
      <RightsForm done={again} />
      {failure && <FailureNotice failure={failure} again={again} />}
      {!requests && !failure && <Loading />}
      {requests?.toReversed().map((request) => (
        <RequestCard key={request.id} request={request} />
      ))}
    </MyPage>
  );
}

function RequestCard({ request }: { request: Request }) {
  const { t } = useTranslation();
  return (
    <Card
      size="small"
      title={<h2 className="as-text">{t(`rightsKind.${request.kind}`)}</h2>}
      extra={<Tag color={COLOURS[request.state]}>{t(`rightsState.${request.state}`)}</Tag>}
    >
      <p className="wrap my-words">{request.text}</p>
      {request.answer && (
        <div className="my-answer">
          <strong>{request.reason ? t(`rightsRefusal.${request.reason}`) : t('my.rights.answer')}</strong>
          <p className="wrap my-words">{request.answer}</p>
        </div>
      )}
      <div className="quiet small figures">
        {request.number} · {t('my.rights.received', { at: moment(request.receivedAt) })}
        {!request.answeredAt && <> · {t('my.rights.due', { day: request.dueOn })}</>}{' '}
        {request.overdue && <Tag color="error">{t('application.late')}</Tag>}
      </div>
    </Card>
  );
}
