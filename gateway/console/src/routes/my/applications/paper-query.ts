import { graphql } from '../../../gql';

export const PREPARE_MY_PAPER = graphql(`
  mutation PrepareMyPaper($input: PrepareMyPaperInput!) {
    prepareMyPaper(input: $input) {
      upload {
        id
        version
      }
      link {
        url
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const COMPLETE_MY_PAPER = graphql(`
  mutation CompleteMyPaper($input: CompleteMyPaperInput!) {
    completeMyPaper(input: $input) {
      upload {
        id
        state
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const OPEN_MY_PAPER = graphql(`
  mutation OpenMyPaper($input: OpenMyPaperInput!) {
    openMyPaper(input: $input) {
      link {
        url
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
