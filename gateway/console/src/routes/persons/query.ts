import { graphql } from '../../gql';

export const FOUND = graphql(`
  fragment Found on PersonSearchResult {
    truncated
    matches {
      matchedBy
      precinct {
        id
        name
        shortName
      }
      person {
        id
        name
        sex
        birth
        idNumber
        phone
        isMinor
        deceased
        category
        household {
          id
          number
        }
      }
    }
  }
`);

export const SEARCH = graphql(`
  query PersonSearch($input: PersonSearchInput!, $purpose: Purpose!) {
    precinct {
      id
      personSearch(input: $input, purpose: $purpose) {
        ...Found
      }
    }
  }
`);

export const DISTRICT_SEARCH = graphql(`
  query DistrictPersonSearch($input: PersonSearchInput!, $purpose: Purpose!, $caseRef: String!) {
    district {
      id
      personSearch(input: $input, purpose: $purpose, caseRef: $caseRef) {
        ...Found
      }
    }
  }
`);

export const QUOTA = graphql(`
  query Quota {
    viewer {
      id
      personsShownToday
      personsPerDay
    }
  }
`);

export const PERSON = graphql(`
  query Person($id: ID!, $purpose: Purpose!) {
    precinct {
      id
      person(id: $id, purpose: $purpose) {
        id
        name
        sex
        birth
        idNumber
        phone
        isMinor
        deceased
        category
        registeredPlace
        residence
        formerNames
        household {
          id
          number
          addressMasked
        }
        membership {
          id
          isHead
          relationCode
          relation {
            label
            labelEn
          }
        }
        memberships {
          id
          isHead
          reason
          relationCode
          relation {
            label
            labelEn
          }
          effectiveFrom
          effectiveTo
          recordedAt
          supersededAt
          household {
            id
            number
          }
          act {
            id
            number
            officer
            summary
          }
        }
      }
    }
  }
`);
