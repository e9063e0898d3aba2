import { language } from '../../i18n';

/** A day with its weekday, as one says it. */
export function Day({ day }: { day: string }) {
  const words = new Intl.DateTimeFormat(language(), {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  });
  return <time dateTime={day}>{words.format(new Date(`${day}T00:00:00Z`))}</time>;
}
