import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { Page } from '../../components/page';
import { useAsk } from '../../graphql';
import { useViewer } from '../../viewer';
import { Matches } from './matches';
import { QUOTA } from './query';
import { SearchBox } from './search-box';
import { type Question, useSearch } from './use-search';

/** Finds people the way they are asked for at the window; the term stays out of the address (IDN-10). */
export function Component() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const district = viewer.readsDistrict;
  const [question, setQuestion] = useState<Question>();
  const { found, loading, failure, again } = useSearch(question, district);
  const { data: quota, again: count } = useAsk(QUOTA, {});
  useEffect(() => {
    if (found) count();
  }, [found, count]);
  return (
    <Page
      title={t('room.persons')}
      hint={quota && t('search.shownToday', { shown: quota.viewer.personsShownToday, limit: quota.viewer.personsPerDay })}
      personal
    >
      <SearchBox district={district} ask={setQuestion} busy={loading} />
      <div aria-live="polite">
        {failure && <FailureNotice failure={failure} again={again} />}
        {loading && <Loading />}
        {found?.truncated && <Alert type="warning" showIcon title={t('search.truncated')} style={{ marginBottom: 12 }} />}
        {found && !loading && <Matches matches={found.matches} district={district} />}
        {!question && <p className="quiet">{t('search.empty')}</p>}
      </div>
    </Page>
  );
}
