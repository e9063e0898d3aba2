import { graphql } from '../../gql';

export const APPROVAL = graphql(`
  fragment ApprovalRow on RevealApproval {
    id
    person {
      id
      name
    }
    caseFile {
      id
      number
      title
    }
    purpose
    reason
    requestedBy
    requestedAt
    state
    decidedBy
    decidedAt
    expiresAt
  }
`);

export const APPROVALS = graphql(`
  query RevealApprovals($state: ApprovalState, $first: Int, $after: String) {
    precinct {
      id
      revealApprovals(state: $state, first: $first, after: $after) {
        nodes {
          ...ApprovalRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const DECIDE = graphql(`
  mutation DecideRevealApproval($input: DecideRevealApprovalInput!) {
    decideRevealApproval(input: $input) {
      approval {
        ...ApprovalRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
