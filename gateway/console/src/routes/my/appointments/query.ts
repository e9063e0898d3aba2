import { graphql } from '../../../gql';

export const MY_APPOINTMENT = graphql(`
  fragment MyAppointment on Appointment {
    id
    number
    day
    startsAt
    endsAt
    state
    fits
    matter
    note
    version
  }
`);

export const MY_APPOINTMENTS = graphql(`
  query MyAppointments {
    me {
      precinct {
        id
        name
        addressText
      }
      appointments(first: 50) {
        nodes {
          ...MyAppointment
        }
      }
    }
  }
`);

export const SLOTS = graphql(`
  query Slots {
    me {
      precinct {
        id
        openingCalendar {
          day
          basis
          reason
          windows {
            opens
            closes
          }
        }
        appointmentSlots {
          startsAt
          endsAt
          free
        }
      }
    }
  }
`);

export const BOOK_APPOINTMENT = graphql(`
  mutation BookAppointment($input: BookAppointmentInput!) {
    bookAppointment(input: $input) {
      appointment {
        ...MyAppointment
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const CANCEL_APPOINTMENT = graphql(`
  mutation CancelAppointment($input: CancelAppointmentInput!) {
    cancelAppointment(input: $input) {
      appointment {
        ...MyAppointment
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
