import { graphql } from '../../gql';

export const REVEAL = graphql(`
  mutation RevealPerson($input: RevealPersonInput!) {
    revealPerson(input: $input) {
      revealed {
        name
        idNumber
        phone
        birthDate
        address
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const REQUEST_APPROVAL = graphql(`
  mutation RequestRevealApproval($input: RequestRevealApprovalInput!) {
    requestRevealApproval(input: $input) {
      approval {
        id
        state
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
