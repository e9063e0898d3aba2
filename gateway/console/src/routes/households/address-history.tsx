import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../components/use-label';
import { moment, period } from '../../format';
import type { Household } from './header';

/** Where the household was registered, period by period. */
export function AddressHistory({ entries }: { entries: Household['addressHistory'] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const items = entries.map((entry) => ({
    key: `${entry.effectiveFrom} ${entry.recordedAt}`,
    color: entry.effectiveTo ? 'gray' : 'blue',
    content: (
      <>
        <div className="figures">{period(entry.effectiveFrom, entry.effectiveTo, t('time.present'))}</div>
        <div>{entry.address}</div>
        <div className="quiet small figures">
          {label(entry.act.kindCode)} · {t('act.recorded', { at: moment(entry.recordedAt) })} ·{' '}
          {t('act.by', { officer: entry.act.officer, number: entry.act.number })}
        </div>
      </>
    ),
  }));
  return items.length ? <Timeline items={items} /> : <p className="quiet">{t('state.none')}</p>;
}
