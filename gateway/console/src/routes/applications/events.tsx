import { Card, Tag, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { moment } from '../../format';
import { roleOf } from '../../roles';
import type { Application } from './detail';
import { useCodes } from '../../components/use-label';

/** What happened to it: who took which step, as what, and why. */
export function Events({ application }: { application: Application }) {
  const { t } = useTranslation();
  const paper = useCodes(application.checklist);
  const items = application.events.map((event) => {
    const role = roleOf(event.role);
    return {
      key: event.id,
      color: event.toState === 'RETURNED' || event.toState === 'REJECTED' ? 'orange' : 'blue',
      content: (
        <>
          <div>
            <strong>{t(`applicationStep.${event.step}`)}</strong>{' '}
            {event.level && t(`approvalLevel.name.${event.level}`)}{' '}
            {event.isFault && <Tag color="error">{t('application.fault')}</Tag>}
          </div>
          {event.reason && <div className="wrap">{event.reason}</div>}
          {event.reference && <div>{t('application.referenceNumber', { reference: event.reference })}</div>}
          {event.gaps.length > 0 && (
            <ul className="gaps">
              {event.gaps.map(({ code, note }) => (
                <li key={code}>
                  {note ? t('application.gapNoted', { gap: paper(code), note }) : paper(code)}
                </li>
              ))}
            </ul>
          )}
          <div className="quiet small figures">
            {moment(event.at)} · {event.by} · {role ? t(`role.${role}`) : event.role}
          </div>
        </>
      ),
    };
  });
  return (
    <Card size="small" title={<h2 className="as-text">{t('application.history')}</h2>}>
      {items.length ? (
        <Timeline className="history" items={items} />
      ) : (
        <p className="quiet">{t('state.none')}</p>
      )}
    </Card>
  );
}
