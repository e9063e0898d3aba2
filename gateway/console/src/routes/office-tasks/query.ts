import { graphql } from '../../gql';

export const OFFICE_TASK = graphql(`
  fragment OfficeTaskRow on OfficeTask {
    id
    number
    applicantName
    office
    request
    paperCode
    state
    due
    askedAt
    answer
    answeredAt
    version
    matter {
      code
      label
      labelEn
      papers {
        code
        label
        labelEn
      }
    }
  }
`);

export const OFFICE_TASKS = graphql(`
  query OfficeTasks($state: AssistState, $first: Int, $after: String) {
    precinct {
      id
      officeTasks(state: $state, first: $first, after: $after) {
        nodes {
          ...OfficeTaskRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const ANSWER_OFFICE_TASK = graphql(`
  mutation AnswerOfficeTask($input: AnswerOfficeTaskInput!) {
    answerOfficeTask(input: $input) {
      officeTask {
        ...OfficeTaskRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
