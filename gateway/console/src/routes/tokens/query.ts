import { graphql } from '../../gql';

export const TOKEN_ROW = graphql(`
  fragment TokenRow on ApiToken {
    id
    name
    domains
    purpose
    precincts {
      id
      shortName
    }
    createdAt
    expiresAt
    revokedAt
    lastUsedAt
  }
`);

export const TOKENS = graphql(`
  query ApiTokens {
    precinct {
      id
      apiTokens {
        ...TokenRow
      }
    }
  }
`);

/** Accounts that machines work under. */
export const MACHINES = graphql(`
  query Machines {
    precinct {
      id
      accounts(first: 100) {
        nodes {
          id
          login
          name
          state
          postings {
            id
            role
            validTo
          }
        }
      }
    }
  }
`);

export const CREATE_TOKEN = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      secret
      apiToken {
        ...TokenRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const REVOKE_TOKEN = graphql(`
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      apiToken {
        ...TokenRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
