import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment, period } from '../../format';
import { RelationLabel } from '../households/relation';
import type { Person } from './facts';

/** Every household the person was entered in. */
export function Memberships({ person }: { person: Person }) {
  const { t } = useTranslation();
  const items = person.memberships.map((entry) => ({
    key: entry.id,
    color: entry.effectiveTo || entry.supersededAt ? 'gray' : 'blue',
    content: (
      <>
        <div className="figures">{period(entry.effectiveFrom, entry.effectiveTo, t('time.present'))}</div>
        <div>
          <Link to={`/households/${entry.household.id}`}>{entry.household.number}</Link> ·{' '}
          <RelationLabel member={entry} /> · {entry.reason}
        </div>
        <div className="quiet small figures">
          {t('act.line', { summary: entry.act.summary, number: entry.act.number, officer: entry.act.officer })}
          {' · '}
          {t('act.recorded', { at: moment(entry.recordedAt) })}
        </div>
      </>
    ),
  }));
  return items.length ? <Timeline items={items} /> : <p className="quiet">{t('state.none')}</p>;
}
