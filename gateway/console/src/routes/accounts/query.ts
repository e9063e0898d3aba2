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
      office
      validFrom
      validTo
      beats {
        id
        name
      }
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
          sessions {
            id
            terminal
            address
            lastSeenAt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const CHANGED = graphql(`
  fragment AccountChange on AccountPayload {
    account {
      ...AccountRow
    }
    password
    secondFactor {
      secret
      url
    }
    userErrors {
      ...UserError
    }
  }
`);

export const CREATE = graphql(`
  mutation CreateAccount($input: CreateAccountInput!) {
    change: createAccount(input: $input) {
      ...AccountChange
    }
  }
`);

export const ASSIGN = graphql(`
  mutation AssignPosting($input: AssignPostingInput!) {
    change: assignPosting(input: $input) {
      ...AccountChange
    }
  }
`);

export const END_POSTING = graphql(`
  mutation EndPosting($input: EndPostingInput!) {
    change: endPosting(input: $input) {
      ...AccountChange
    }
  }
`);

export const CLOSE = graphql(`
  mutation CloseAccount($input: AccountInput!) {
    change: closeAccount(input: $input) {
      ...AccountChange
    }
  }
`);

export const UNLOCK = graphql(`
  mutation UnlockAccount($input: AccountInput!) {
    change: unlockAccount(input: $input) {
      ...AccountChange
    }
  }
`);

export const RESET_PASSWORD = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    change: resetPassword(input: $input) {
      ...AccountChange
    }
  }
`);

export const BEATS = graphql(`
  query Beats {
    precinct {
      id
      beats {
        id
        name
      }
    }
  }
`);
