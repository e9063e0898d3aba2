import { graphql } from '../../gql';

export const DWELLINGS = graphql(`
  query Dwellings($search: String) {
    precinct {
      id
      dwellings(search: $search, first: 20) {
        nodes {
          id
          label
        }
      }
    }
  }
`);

export const RELATIONS = graphql(`
  query Relations {
    codeSet(name: "relation") {
      values {
        code
        label
        labelEn
      }
    }
  }
`);

export const APPLY_FOR_TRANSFER = graphql(`
  mutation ApplyForTransfer($input: ApplyForTransferInput!) {
    applyForTransfer(input: $input) {
      transfer {
        ...TransferRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
