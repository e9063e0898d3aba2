import { graphql } from '../../gql';

export const RESIDENT_CONFIRMATION = graphql(`
  fragment ResidentConfirmationRow on ResidentConfirmation {
    id
    name
    idNumber
    phone
    state
    method
    personId
    requestedAt
    decidedBy
    decidedAt
    version
  }
`);

export const RESIDENT_CONFIRMATIONS = graphql(`
  query ResidentConfirmations($state: ConfirmationState, $first: Int, $after: String) {
    precinct {
      id
      residentConfirmations(state: $state, first: $first, after: $after) {
        nodes {
          ...ResidentConfirmationRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const CONFIRM_RESIDENT = graphql(`
  mutation ConfirmResident($input: ConfirmResidentInput!) {
    confirmResident(input: $input) {
      residentConfirmation {
        ...ResidentConfirmationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const RIGHTS_REQUEST = graphql(`
  fragment RightsRequestRow on RightsRequest {
    id
    number
    kind
    state
    text
    personId
    receivedAt
    dueOn
    overdue
    handledBy
    answer
    answeredAt
    reason
    version
  }
`);

export const RIGHTS_REQUESTS = graphql(`
  query RightsRequests($state: RightsState, $first: Int, $after: String) {
    precinct {
      id
      rightsRequests(state: $state, first: $first, after: $after) {
        nodes {
          ...RightsRequestRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const TAKE_RIGHTS_REQUEST = graphql(`
  mutation TakeRightsRequest($input: TakeRightsRequestInput!) {
    takeRightsRequest(input: $input) {
      rightsRequest {
        ...RightsRequestRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const ANSWER_RIGHTS_REQUEST = graphql(`
  mutation AnswerRightsRequest($input: AnswerRightsRequestInput!) {
    answerRightsRequest(input: $input) {
      rightsRequest {
        ...RightsRequestRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
