import { graphql } from '../../gql';

export const SAVE_DRAFT = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const SUBMIT_APPLICATION = graphql(`
  mutation SubmitApplication($input: ApplicationInput!) {
    submitApplication(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const WITHDRAW_APPLICATION = graphql(`
  mutation WithdrawApplication($input: WithdrawApplicationInput!) {
    withdrawApplication(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
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
        ...UserError
      }
    }
  }
`);

export const RETURN_APPLICATION = graphql(`
  mutation ReturnApplication($input: ReturnApplicationInput!) {
    returnApplication(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const REFUSE_APPLICATION = graphql(`
  mutation RefuseApplication($input: RefuseApplicationInput!) {
    refuseApplication(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
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
        ...UserError
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
        ...UserError
      }
    }
  }
`);

export const REJECT_APPLICATION = graphql(`
  mutation RejectApplication($input: RejectApplicationInput!) {
    rejectApplication(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const EXECUTE_APPLICATION = graphql(`
  mutation ExecuteApplication($input: ExecuteApplicationInput!) {
    executeApplication(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const REVOKE_APPLICATION = graphql(`
  mutation RevokeApplication($input: RevokeApplicationInput!) {
    revokeApplication(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const HANDLE_ON_THE_SPOT = graphql(`
  mutation HandleOnTheSpot($input: HandleOnTheSpotInput!) {
    handleOnTheSpot(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const RECEIVE_PAPER = graphql(`
  mutation ReceivePaper($input: ReceivePaperInput!) {
    receivePaper(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const RESUME_APPLICATION = graphql(`
  mutation ResumeApplication($input: ApplicationInput!) {
    resumeApplication(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const SUSPEND_APPLICATION = graphql(`
  mutation SuspendApplication($input: SuspendApplicationInput!) {
    suspendApplication(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const ADD_ASSIST_TASK = graphql(`
  mutation AddAssistTask($input: AddAssistTaskInput!) {
    addAssistTask(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const COMPLETE_ASSIST_TASK = graphql(`
  mutation CompleteAssistTask($input: CompleteAssistTaskInput!) {
    completeAssistTask(input: $input) {
      application {
        ...ApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
