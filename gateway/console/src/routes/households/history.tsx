import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { moment, period } from '../../format';
import type { MemberFragment } from '../../gql/graphql';
import { RelationLabel } from './relation';

/** Every membership the household ever had, corrected ones too, with the act that made it. */
export function History({ entries }: { entries: readonly MemberFragment[] }) {
  const { t } = useTranslation();
  const items = entries.map((entry) => ({
    key: entry.id,
    color: entry.supersededAt || entry.effectiveTo ? 'gray' : 'blue',
    content: (
      <>
        <div className="figures">{period(entry.effectiveFrom, entry.effectiveTo, t('time.present'))}</div>
        <div>
          {entry.person.name} · <RelationLabel member={entry} /> · {entry.reason}
        </div>
        <div className="quiet small figures">
          {t('act.line', { summary: entry.act.summary, number: entry.act.number, officer: entry.act.officer })}
          {' · '}
          {t('act.recorded', { at: moment(entry.recordedAt) })}
          {entry.supersededAt && ` · ${t('act.superseded', { at: moment(entry.supersededAt) })}`}
        </div>
      </>
    ),
  }));
  return items.length ? <Timeline items={items} /> : <p className="quiet">{t('state.none')}</p>;
}
