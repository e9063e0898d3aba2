import { ClockCircleOutlined } from '@ant-design/icons';
import { Button, Timeline } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { View } from '../../components/as-of';
import { useLabel } from '../../components/use-label';
import { moment } from '../../format';
import type { HouseholdQuery } from '../../gql/graphql';
import { ChangeLine } from './change-line';
import { type Moment, timelineOf } from './timeline';

interface Props {
  read: HouseholdQuery;
  view: View;
  change: (next: View) => void;
}

/** How the household came to be what it is: act by act, the latest first; each leads to the household as of its day (REG-10). */
export function History({ read, view, change }: Props) {
  const { t } = useTranslation();
  const { household } = read.precinct;
  const moments = household ? timelineOf(household) : [];
  if (moments.length === 0) return <p className="quiet">{t('state.none')}</p>;
  const items = moments.map((one) => {
    const shown = view.asOf === one.effectiveOn;
    const leads = t(shown ? 'time.back' : 'act.asOf');
    return {
      key: one.act.id,
      color: shown ? 'green' : 'blue',
      icon: shown ? <ClockCircleOutlined aria-hidden /> : undefined,
      content: (
        <Told moment={one} reasons={read.reasons.values} shown={shown}>
          <Button
            type="link"
            size="small"
            className="flush"
            aria-pressed={shown}
            aria-label={`${leads} ${one.effectiveOn} ${one.act.number}`}
            onClick={() => change({ ...view, asOf: shown ? undefined : one.effectiveOn })}
          >
            {leads}
          </Button>
        </Told>
      ),
    };
  });
  return <Timeline className="history" items={items} />;
}

interface ToldProps {
  moment: Moment;
  reasons: HouseholdQuery['reasons']['values'];
  shown: boolean;
  children: ReactNode;
}

function Told({ moment: { act, effectiveOn, recordedAt, ...did }, reasons, shown, children }: ToldProps) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <article aria-current={shown ? 'date' : undefined}>
      <div className="history-head">
        <h3 className="as-text">
          <time dateTime={effectiveOn} className="figures">
            {effectiveOn}
          </time>{' '}
          <strong>{label(act.kindCode)}</strong>
        </h3>
        {children}
      </div>
      <ul className="plain">
        {did.changes.map((one) => (
          <ChangeLine key={one.entry.id} change={one} reasons={reasons} />
        ))}
        {did.address && <li>{t('act.address', { address: did.address })}</li>}
        {did.concerned.map(({ role, person }) => (
          <li key={`${role} ${person?.id ?? ''}`}>
            {t(`actRole.${role}`)} {person && <Link to={`/persons/${person.id}`}>{person.name}</Link>}
          </li>
        ))}
      </ul>
      <div className="quiet small figures">
        {t('act.recorded', { at: moment(recordedAt) })} ·{' '}
        {t('act.by', { officer: act.officer, number: act.number })}
      </div>
    </article>
  );
}
