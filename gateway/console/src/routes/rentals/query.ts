import { graphql } from '../../gql';

export const RENTAL_ROW = graphql(`
  fragment RentalRow on Rental {
    id
    number
    state
    lettingKind
    landlordKind
    landlordName
    landlordPhone
    leaseFrom
    leaseTo
    lastCheckedOn
    dwelling {
      id
      label
      building {
        id
        fullName
      }
    }
  }
`);

export const RENTALS = graphql(`
  query Rentals($filter: RentalFilter, $first: Int, $after: String) {
    precinct {
      id
      rentals(filter: $filter, first: $first, after: $after) {
        nodes {
          ...RentalRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const RENTAL_TENANTS = graphql(`
  query RentalTenants($id: ID!) {
    precinct {
      id
      rental(id: $id) {
        ...RentalRow
        tenants {
          stayFrom
          stayTo
          person {
            id
            name
            sex
            birth
            idNumber
          }
        }
      }
    }
  }
`);
