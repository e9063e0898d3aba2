import { graphql } from '../../gql';

export const TRANSFER = graphql(`
  fragment TransferRow on Transfer {
    id
    number
    side
    kind
    state
    otherStation
    outsidePlace
    permitUntil
    appliedAt
    version
    persons {
      name
    }
  }
`);

export const TRANSFERS = graphql(`
  query Transfers($filter: TransferFilter, $first: Int, $after: String) {
    precinct {
      id
      transfers(filter: $filter, first: $first, after: $after) {
        nodes {
          ...TransferRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const PERMIT_TRANSFER = graphql(`
  mutation PermitTransfer($input: TransferStepInput!) {
    permitTransfer(input: $input) {
      transfer {
        ...TransferRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const HAND_OVER_TRANSFER = graphql(`
  mutation HandOverTransfer($input: HandOverTransferInput!) {
    handOverTransfer(input: $input) {
      transfer {
        ...TransferRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
