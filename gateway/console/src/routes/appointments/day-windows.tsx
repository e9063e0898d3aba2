import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import type { AppointmentRowFragment } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { OPENING_CALENDAR } from './query';
import { AppointmentTable } from './table';
import { WindowWords } from './window-words';
import { windowsOf } from './windows';

interface Props {
  day: string;
  rows?: readonly AppointmentRowFragment[];
  loading: boolean;
  again: () => void;
}

/** A day by the windows in which the station is open, with why it is open or closed otherwise than its weekday says. */
export function DayWindows({ day, rows, loading, again }: Props) {
  const { t } = useTranslation();
  const { data, failure, again: readAgain } = useAsk(OPENING_CALENDAR, { from: day, to: day });
  const opening = data?.precinct.openingCalendar[0];
  if (failure) return <FailureNotice failure={failure} again={readAgain} />;
  if (!opening || !rows) return <Loading />;
  const { basis, reason, windows } = opening;
  return (
    <div className="stack">
      <div className="quiet">
        {t(`openingBasis.${basis}`)}
        {reason && t('appointment.because', { reason })}
        {windows.length === 0 && t('appointment.closedThen')}
      </div>
      {windowsOf(windows, rows).map(({ window, rows, booked, waiting }) => (
        <section key={window?.opens ?? 'outside'}>
          <h2 className="section">
            {window ? <WindowWords window={window} /> : t('appointment.outside')}{' '}
            <span className="quiet small">{t('appointment.expected', { booked, waiting })}</span>
          </h2>
          {rows.length > 0 ? (
            <AppointmentTable rows={rows} loading={loading} again={again} />
          ) : (
            <p className="quiet">{t('appointment.nobody')}</p>
          )}
        </section>
      ))}
    </div>
  );
}
