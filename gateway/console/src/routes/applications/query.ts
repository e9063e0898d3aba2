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
    matter {
      code
      label
      labelEn
    }
  }
`);

export const APPLICATIONS = graphql(`
  query Applications($filter: ApplicationFilter, $first: Int, $after: String) {
    precinct {
      id
      worklist {
        overdue
        atRisk
        mine
      }
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

export const APPLICATION_DETAIL = graphql(`
  query ApplicationDetail($id: ID!) {
    precinct {
      id
      application(id: $id) {
        ...ApplicationRow
        checklist {
          code
          label
          labelEn
          isRequired
          state
        }
        events {
          id
          step
          toState
          by
          role
          at
          reason
          isFault
        }
      }
    }
  }
`);

export const ACCEPT_APPLICATION = graphql(`
  mutation AcceptApplication($input: AcceptApplicationInput!) {
    acceptApplication(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const REVIEW_APPLICATION = graphql(`
  mutation ReviewApplication($input: ReviewApplicationInput!) {
    reviewApplication(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const APPROVE_APPLICATION = graphql(`
  mutation ApproveApplication($input: ApproveApplicationInput!) {
    approveApplication(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
