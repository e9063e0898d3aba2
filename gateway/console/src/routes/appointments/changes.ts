import { graphql } from '../../gql';

export const BOOK_APPOINTMENT = graphql(`
  mutation BookAppointment($input: BookAppointmentInput!) {
    bookAppointment(input: $input) {
      appointment {
        ...AppointmentRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const TAKE_WALK_IN = graphql(`
  mutation TakeWalkIn($input: TakeWalkInInput!) {
    takeWalkIn(input: $input) {
      appointment {
        ...AppointmentRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const CHECK_IN_APPOINTMENT = graphql(`
  mutation CheckInAppointment($input: AppointmentInput!) {
    checkInAppointment(input: $input) {
      appointment {
        ...AppointmentRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const SERVE_APPOINTMENT = graphql(`
  mutation ServeAppointment($input: AppointmentInput!) {
    serveAppointment(input: $input) {
      appointment {
        ...AppointmentRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const MISS_APPOINTMENT = graphql(`
  mutation MissAppointment($input: AppointmentInput!) {
    missAppointment(input: $input) {
      appointment {
        ...AppointmentRow
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
        ...AppointmentRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const REVEAL_APPOINTMENT = graphql(`
  mutation RevealAppointment($input: RevealAppointmentInput!) {
    revealAppointment(input: $input) {
      revealed {
        name
        phone
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const SET_OPENING_PATTERN = graphql(`
  mutation SetOpeningPattern($input: SetOpeningPatternInput!) {
    setOpeningPattern(input: $input) {
      unfit
      userErrors {
        ...UserError
      }
    }
  }
`);

export const SET_OPENING_EXCEPTION = graphql(`
  mutation SetOpeningException($input: SetOpeningExceptionInput!) {
    setOpeningException(input: $input) {
      unfit
      userErrors {
        ...UserError
      }
    }
  }
`);
