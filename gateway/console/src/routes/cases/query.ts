import { graphql } from '../../gql';

export const CASE_FILE = graphql(`
  fragment CaseFileRow on CaseFile {
    id
    number
    kind
    title
    state
    openedBy
    openedAt
    closedAt
    version
  }
`);

export const CASE_FILES = graphql(`
  query CaseFiles($state: CaseFileState, $first: Int, $after: String) {
    precinct {
      id
      caseFiles(state: $state, first: $first, after: $after) {
        nodes {
          ...CaseFileRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const OPEN_CASE_FILE = graphql(`
  mutation OpenCaseFile($input: OpenCaseFileInput!) {
    openCaseFile(input: $input) {
      caseFile {
        ...CaseFileRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const CLOSE_CASE_FILE = graphql(`
  mutation CloseCaseFile($input: CloseCaseFileInput!) {
    closeCaseFile(input: $input) {
      caseFile {
        ...CaseFileRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
