import { graphql } from '../../gql';

export const APPOINTMENT = graphql(`
  fragment AppointmentRow on Appointment {
    id
    number
    day
    startsAt
    endsAt
    kind
    state
    fits
    matter
    note
    reason
    byResident
    visitorName
    visitorPhone
    madeBy
    version
  }
`);

export const APPOINTMENTS = graphql(`
  query Appointments($filter: AppointmentFilter, $first: Int, $after: String) {
    precinct {
      id
      appointments(filter: $filter, first: $first, after: $after) {
        nodes {
          ...AppointmentRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const OPENING_DAY = graphql(`
  fragment OpeningDayRow on OpeningDay {
    day
    basis
    reason
    windows {
      ...WindowRow
    }
  }
`);

export const WINDOW = graphql(`
  fragment WindowRow on OpeningWindow {
    opens
    closes
    slotMinutes
    capacity
    walkIns
  }
`);

/** When the station is open on days from one to another. */
export const OPENING_CALENDAR = graphql(`
  query OpeningCalendar($from: Date, $to: Date) {
    precinct {
      id
      openingCalendar(from: $from, to: $to) {
        ...OpeningDayRow
      }
    }
  }
`);

export const OPENING_PATTERN = graphql(`
  query OpeningPattern($asOf: Date) {
    precinct {
      id
      openingPattern(asOf: $asOf) {
        weekday
        validFrom
        validTo
        windows {
          ...WindowRow
        }
      }
    }
  }
`);

export const STATION_SLOTS = graphql(`
  query StationSlots {
    precinct {
      ...Slots
    }
  }
`);
