import { graphql } from '../../gql';

/** A household by its number, in the version that is joined (REG-19). */
export const DESTINATION_HOUSEHOLD = graphql(`
  query DestinationHousehold($number: String!) {
    precinct {
      id
      household(number: $number) {
        id
        number
        version
        state
        headName
        addressMasked
      }
    }
  }
`);

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
