import { graphql } from '../../gql';

export const ACCOUNT_ROW = graphql(`
  fragment AccountRow on Account {
    id
    login
    name
    staffNumber
    state
    locked
    postings {
      id
      role
      title
      validFrom
      validTo
    }
    sessions {
      id
      terminal
      address
      lastSeenAt
    }
  }
`);

export const ACCOUNTS = graphql(`
  query Accounts($first: Int, $after: String) {
    precinct {
      id
      accounts(first: $first, after: $after) {
        nodes {
          ...AccountRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const UNLOCK = graphql(`
  mutation UnlockAccount($input: AccountInput!) {
    unlockAccount(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);
