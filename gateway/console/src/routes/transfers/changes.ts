import { graphql } from '../../gql';

export const PERMIT_TRANSFER = graphql(`
  mutation PermitTransfer($input: TransferStepInput!) {
    permitTransfer(input: $input) {
      transfer {
        ...TransferRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const HAND_OVER_TRANSFER = graphql(`
  mutation HandOverTransfer($input: HandOverTransferInput!) {
    handOverTransfer(input: $input) {
      transfer {
        ...TransferRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const RECEIVE_TRANSFER = graphql(`
  mutation ReceiveTransfer($input: ReceiveTransferInput!) {
    receiveTransfer(input: $input) {
      transfer {
        ...TransferRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const CONFIRM_ARRIVAL = graphql(`
  mutation ConfirmArrival($input: TransferStepInput!) {
    confirmArrival(input: $input) {
      transfer {
        ...TransferRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const DECLINE_TRANSFER = graphql(`
  mutation DeclineTransfer($input: EndTransferInput!) {
    declineTransfer(input: $input) {
      transfer {
        ...TransferRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const REFUSE_TRANSFER = graphql(`
  mutation RefuseTransfer($input: EndTransferInput!) {
    refuseTransfer(input: $input) {
      transfer {
        ...TransferRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const CANCEL_TRANSFER = graphql(`
  mutation CancelTransfer($input: EndTransferInput!) {
    cancelTransfer(input: $input) {
      transfer {
        ...TransferRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
