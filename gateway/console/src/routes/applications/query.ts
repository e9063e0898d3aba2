import { graphql } from '../../gql';

export const APPLICATION = graphql(`
  fragment ApplicationRow on Application {
    id
    number
    state
    priority
    version
    due
    isOverdue
    remainingWorkingDays
    subjectName
    applicantName
    nextLevel
    matter {
      code
      label
      labelEn
    }
  }
`);

export const APPLICATIONS = graphql(`
  query Applications($precinct: ID, $filter: ApplicationFilter, $first: Int, $after: String) {
    precinct(id: $precinct) {
      id
      applications(filter: $filter, first: $first, after: $after) {
        nodes {
          ...ApplicationRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** What can be applied for today. */
export const MATTERS = graphql(`
  query Matters {
    matters {
      ...MatterRow
    }
  }
`);

/** Counting costs a pass a number, so it is asked once, and again when something was done. */
export const WORKLIST = graphql(`
  query Worklist($precinct: ID) {
    precinct(id: $precinct) {
      id
      worklist {
        mine
        atRisk
        overdue
        DRAFT: count(state: DRAFT)
        SUBMITTED: count(state: SUBMITTED)
        ACCEPTED: count(state: ACCEPTED)
        REVIEWED: count(state: REVIEWED)
        APPROVED: count(state: APPROVED)
        RETURNED: count(state: RETURNED)
        SUSPENDED: count(state: SUSPENDED)
      }
    }
  }
`);

export const APPLICATION_DETAIL = graphql(`
  query ApplicationDetail($precinct: ID, $id: ID!) {
    precinct(id: $precinct) {
      id
      application(id: $id) {
        ...ApplicationRow
        actId
        revokingActId
        channel
        actKind
        applicantKind
        applicantIdNumber
        applicantPhone
        subjectId
        subjectIdNumber
        householdId
        circumstances
        neededBy
        neededFor
        note
        madeBy
        submittedAt
        returnedUntil
        reason
        redirectTo
        matter {
          level
          onTheSpot
          secondOfficerRequired
          identityComparisonRequired
        }
        checklist {
          code
          label
          labelEn
          isRequired
          state
        }
        papers {
          code
          state
          source
          documentId
          receivedAt
          receivedBy
          checkedBy
        }
        events {
          id
          step
          toState
          by
          role
          at
          level
          reason
          reference
          isFault
          gaps {
            code
            note
          }
        }
        assistTasks {
          id
          office
          paperCode
          state
          due
          request
          answer
          askedAt
          answeredAt
          answeredBy
          version
        }
      }
    }
  }
`);

export const REVEAL_APPLICATION = graphql(`
  mutation RevealApplication($input: RevealApplicationInput!) {
    revealApplication(input: $input) {
      revealed {
        form
        applicantName
        applicantIdNumber
        applicantPhone
        subjectName
        subjectIdNumber
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

/** The acts of a kind, for an application whose act was recorded by its own steps, such as a move's. */
export const RECORDED_ACTS = graphql(`
  query RecordedActs($precinct: ID, $kind: String) {
    precinct(id: $precinct) {
      id
      acts(filter: { kind: $kind }, first: 50) {
        nodes {
          id
          number
          effectiveOn
          officer
          summary
        }
      }
    }
  }
`);

/** The records that an application is about, in the versions they have now. */
export const SEEN = graphql(`
  query Seen(
    $precinct: ID
    $person: ID!
    $household: ID!
    $purpose: Purpose!
    $withPerson: Boolean!
    $withHousehold: Boolean!
  ) {
    precinct(id: $precinct) {
      id
      person(id: $person, purpose: $purpose) @include(if: $withPerson) {
        id
        version
      }
      household(id: $household) @include(if: $withHousehold) {
        id
        version
      }
    }
  }
`);

/** What the papers of an application are kept as: what each is, and not what is in it. */
export const DOCUMENTS = graphql(`
  query Documents($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Document {
        id
        state
        mediaType
      }
    }
  }
`);
