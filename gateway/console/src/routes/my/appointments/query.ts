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

export const MY_SLOTS = graphql(`
  query MySlots {
    me {
      precinct {
        ...Slots
      }
    }
  }
`);

export const BOOK_MY_APPOINTMENT = graphql(`
  mutation BookMyAppointment($input: BookAppointmentInput!) {
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

export const CANCEL_MY_APPOINTMENT = graphql(`
  mutation CancelMyAppointment($input: CancelAppointmentInput!) {
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
