import { useTranslation } from 'react-i18next';
import type { WindowRowFragment } from '../../gql/graphql';

/** When a window is open, and how many it serves. */
export function WindowWords({ window }: { window: WindowRowFragment }) {
  const { t } = useTranslation();
  const { opens, closes, slotMinutes, capacity, walkIns } = window;
  return (
    <>
      <span className="figures">{t('appointment.window', { opens, closes })}</span>{' '}
      <span className="quiet small">{t('appointment.places', { slotMinutes, capacity, walkIns })}</span>
    </>
  );
}

/** The windows of a day, one under the other; without any it is closed. */
export function WindowList({ windows }: { windows: readonly WindowRowFragment[] }) {
  const { t } = useTranslation();
  if (windows.length === 0) return <span className="quiet">{t('appointment.closed')}</span>;
  return windows.map((window) => (
    <div key={window.opens}>
      <WindowWords window={window} />
    </div>
  ));
}
