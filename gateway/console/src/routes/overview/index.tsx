import { Card, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Figures } from '../../components/figures';
import { Page } from '../../components/page';
import { moment } from '../../format';
import { useAsk } from '../../graphql';
import { useViewer } from '../../viewer';
import { Categories } from './categories';
import { Communities } from './communities';
import { OVERVIEW } from './query';

/** The value of the selector that means no single beat. */
const ALL = '';

/** The figures of a beat, or of the whole precinct. */
export function Component() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [beatId, setBeatId] = useState(viewer.beats[0]?.id ?? ALL);
  const { data, loading, failure, again } = useAsk(OVERVIEW, { beatId, wholePrecinct: beatId === ALL });
  const shown = data?.precinct.beat ?? data?.precinct;
  const overview = shown?.overview;
  const beats = data?.precinct.beats ?? viewer.beats;
  const officers = data?.precinct.beat?.officers.map((officer) => officer.name).join(t('list.comma'));
  const options = [
    { value: ALL, label: t('overview.wholePrecinct') },
    ...beats.map((beat) => ({ value: beat.id, label: beat.name })),
  ];
  return (
    <Page
      title={t('room.overview')}
      hint={
        <>
          {overview && t('overview.asOf', { at: moment(overview.asOf) })}
          {officers && ` · ${t('overview.officers', { names: officers })}`}
        </>
      }
      extra={
        <Select
          aria-label={t('filter.beat')}
          value={beatId}
          onChange={setBeatId}
          options={options}
          style={{ minWidth: 200 }}
        />
      }
    >
      {failure && <FailureNotice failure={failure} again={again} />}
      <Figures overview={overview} loading={loading} />
      <div className="halves">
        <Card title={<h2 className="as-text">{t('overview.categories')}</h2>} size="small">
          {overview && <Categories counts={overview.byCategory} />}
        </Card>
        <Card title={<h2 className="as-text">{t('overview.communities')}</h2>} size="small">
          <Communities communities={shown?.communities ?? []} loading={loading} />
        </Card>
      </div>
    </Page>
  );
}
