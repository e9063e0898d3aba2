import { graphql } from '../../gql';

/** When a station is open on the coming days, and which places are free; the same for residents and staff. */
export const SLOTS = graphql(`
  fragment Slots on Precinct {
    id
    openingCalendar {
      day
      reason
    }
    appointmentSlots {
      startsAt
      endsAt
      free
    }
  }
`);
