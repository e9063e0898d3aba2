import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Figures } from '../../components/figures';
import { Page } from '../../components/page';
import { moment } from '../../format';
import { useAsk } from '../../graphql';
import { Categories } from '../overview/categories';
import { Populations } from './populations';
import { PrecinctTable } from './table';
import { DISTRICT } from './query';

/** Every precinct side by side, in counts only. */
export function Component() {
  const { t } = useTranslation();
  const { data, loading, failure, again } = useAsk(DISTRICT, {});
  const district = data?.district;
  const precincts = district?.precincts.nodes ?? [];
  return (
    <Page
      title={district?.name ?? t('room.district')}
      hint={district && t('overview.asOf', { at: moment(district.overview.asOf) })}
    >
      {failure && <FailureNotice failure={failure} again={again} />}
      <Figures overview={district?.overview} loading={loading} />
      <div className="halves">
        <Card title={<h2 className="as-text">{t('overview.categories')}</h2>} size="small">
          {district && <Categories counts={district.overview.byCategory} />}
        </Card>
        <Card title={<h2 className="as-text">{t('district.populations')}</h2>} size="small">
          {district && <Populations precincts={precincts} />}
        </Card>
      </div>
      {district?.precincts.pageInfo.hasNextPage && <Alert type="info" showIcon title={t('district.more')} />}
      <Card title={<h2 className="as-text">{t('district.precincts')}</h2>} size="small">
        <PrecinctTable precincts={precincts} total={district?.overview} loading={loading} />
      </Card>
    </Page>
  );
}
