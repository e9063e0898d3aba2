import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { moment } from '../../format';
import { useAsk } from '../../graphql';
import { language } from '../../i18n';
import { MyPage } from './page';
import { MY_NOTICE } from './query';

/** The notice in the version that was accepted (PRV-28). */
export function Component() {
  const { t } = useTranslation();
  const { data, failure, again } = useAsk(MY_NOTICE, {});
  const notice = data?.me.notice;
  return (
    <MyPage title={t('my.notice')} back="/my/mine">
      {failure && <FailureNotice failure={failure} again={again} />}
      {!notice && !failure && <Loading />}
      {notice && (
        <Card size="small">
          <p className="my-words">{language() === 'en' ? notice.textEn : notice.textZh}</p>
          <p className="quiet small figures">
            {t('my.noticeVersion', { version: notice.version, from: notice.validFrom })}
          </p>
          <p className="quiet small figures">
            {t('my.noticeAcceptedAt', { at: moment(data.me.noticeAcceptedAt) })}
          </p>
        </Card>
      )}
    </MyPage>
  );
}
