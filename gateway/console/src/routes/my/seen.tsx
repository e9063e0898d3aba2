import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { useAsk } from '../../graphql';
import { MyPage } from './page';
import { WHO_SAW_ME } from './query';

/** On which days and for what one's record was shown in clear (PRV-21). */
export function Component() {
  const { t } = useTranslation();
  const { data, failure, again } = useAsk(WHO_SAW_ME, {});
  const seen = data?.me.whoSawMe;
  return (
    <MyPage title={t('my.seen.title')} back="/my">
      <p className="quiet">{t('my.seen.about')}</p>
      {failure && <FailureNotice failure={failure} again={again} />}
      {!seen && !failure && <Loading />}
      {seen?.length === 0 && <Card size="small">{t('my.seen.nobody')}</Card>}
      {seen && seen.length > 0 && (
        <Card size="small">
          <ul className="plain">
            {seen.map(({ day, purpose }) => (
              <li key={`${day} ${purpose ?? ''}`} className="line">
                <time dateTime={day} className="figures">
                  {day}
                </time>
                <span>{purpose ? t(`purpose.${purpose}`) : t('my.seen.unstated')}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </MyPage>
  );
}
