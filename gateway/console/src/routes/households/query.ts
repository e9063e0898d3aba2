import { graphql } from '../../gql';

export const HOUSEHOLD_ROW = graphql(`
  fragment HouseholdRow on Household {
    id
    number
    kind
    state
    addressMasked
    headName
    memberCount
    establishedOn
    community {
      id
      name
    }
    beat {
      id
      name
    }
  }
`);

export const HOUSEHOLDS = graphql(`
  query Households($filter: HouseholdFilter, $first: Int, $after: String) {
    precinct {
      id
      households(filter: $filter, first: $first, after: $after) {
        nodes {
          ...HouseholdRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** Counting costs a pass over the filtered rows, so it is asked for by a button. */
export const HOUSEHOLD_COUNT = graphql(`
  query HouseholdCount($filter: HouseholdFilter) {
    precinct {
      id
      households(filter: $filter, first: 1) {
        totalCount
      }
    }
  }
`);

export const PLACES = graphql(`
  query Places {
    precinct {
      id
      beats {
        id
        name
      }
      communities {
        id
        name
        beat {
          id
        }
      }
    }
  }
`);

export const BUILDINGS = graphql(`
  query Buildings($communityId: ID, $search: String) {
    precinct {
      id
      buildings(communityId: $communityId, search: $search, first: 20) {
        nodes {
          id
          fullName
        }
      }
    }
  }
`);

export const MEMBER = graphql(`
  fragment Member on Membership {
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
    person {
      id
      name
      sex
      birth
      idNumber
      isMinor
      deceased
      category
    }
    act {
      ...HistoryAct
    }
  }
`);

export const HISTORY_ACT = graphql(`
  fragment HistoryAct on Act {
    id
    number
    kind
    kindCode {
      label
      labelEn
    }
    effectiveOn
    recordedAt
    officer
    role
    summary
  }
`);

export const HOUSEHOLD = graphql(`
  query Household($id: ID!, $asOf: Date, $knownAt: DateTime, $acts: Boolean!) {
    reasons: codeSet(name: "membership_reason") {
      values {
        code
        label
        labelEn
      }
    }
    precinct {
      id
      household(id: $id, asOf: $asOf, knownAt: $knownAt) {
        ...HouseholdRow
        closedOn
        version
        updatedAt
        members {
          ...Member
        }
        history {
          ...Member
        }
        addressHistory {
          address
          effectiveFrom
          effectiveTo
          recordedAt
          act {
            ...HistoryAct
          }
        }
        acts @include(if: $acts) {
          ...HistoryAct
          repairs {
            number
          }
          papers {
            kind
            issuedOn
          }
          subjects {
            role
            person {
              id
              name
            }
            household {
              id
              number
            }
          }
        }
      }
    }
  }
`);
