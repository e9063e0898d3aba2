import type { AppointmentState, OpeningPatternQuery, Weekday, WindowRowFragment } from '../../gql/graphql';
import { clock } from '../../station-time';

interface Visit {
  startsAt: string;
  state: AppointmentState;
}

/** Who comes in a window of a day, and how many of them are still to come or wait. */
export interface WindowVisits<Row> {
  /** None of those whose slot lies in no window any more, since the hours were changed. */
  window?: WindowRowFragment;
  rows: Row[];
  booked: number;
  waiting: number;
}

/** The windows of a day with who comes in each; who has a slot in none of them stands last. */
export function windowsOf<Row extends Visit>(
  windows: readonly WindowRowFragment[],
  rows: readonly Row[],
): WindowVisits<Row>[] {
  const within = ({ opens, closes }: WindowRowFragment, { startsAt }: Row) => {
    const time = clock(startsAt);
    return opens <= time && time < closes;
  };
  const outside = rows.filter((row) => !windows.some((window) => within(window, row)));
  const inside = windows.map((window) => ({
    window,
    ...counted(rows.filter((row) => within(window, row))),
  }));
  return outside.length > 0 ? [...inside, counted(outside)] : inside;
}

function counted<Row extends Visit>(rows: Row[]) {
  const among = (state: AppointmentState) => rows.filter((row) => row.state === state).length;
  return { rows, booked: among('BOOKED'), waiting: among('CHECKED_IN') };
}

export const WEEKDAYS: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
];

type Pattern = OpeningPatternQuery['precinct']['openingPattern'][number];

/** A weekday with its hours. */
export interface OpenWeekday {
  weekday: Weekday;
  windows: readonly WindowRowFragment[];
  validFrom?: string;
}

/** The whole week; a day that nobody ever set is closed like one without windows. */
export function weekOf(patterns: readonly Pattern[]): OpenWeekday[] {
  return WEEKDAYS.map((weekday) => {
    const set = patterns.find((pattern) => pattern.weekday === weekday);
    return { weekday, windows: set?.windows ?? [], validFrom: set?.validFrom };
  });
}
