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

export const TRANSFER_DETAIL = graphql(`
  query TransferDetail($id: ID!) {
    relations: codeSet(name: "relation") {
      values {
        code
        label
        labelEn
      }
    }
    precinct {
      id
      transfer(id: $id) {
        ...TransferRow
        ground
        permitNumber
        permittedBy
        certificateNumber
        certificateUntil
        appliedBy
        reason
        updatedAt
        persons {
          name
          idNumber
          personId
          relationCode
        }
        household {
          id
          number
          headName
          addressMasked
          members {
            id
            isHead
            relationCode
            relation {
              label
              labelEn
            }
            person {
              id
              name
            }
          }
        }
        act {
          ...HistoryAct
        }
      }
    }
  }
`);
