import { graphql } from '../../../gql';

export const MY_MATTERS = graphql(`
  query MyMatters {
    me {
      matters {
        ...MatterRow
        onlineFor
        limit {
          value
          unit
        }
      }
    }
  }
`);

export const MY_APPLICATION_ROW = graphql(`
  fragment MyApplicationRow on MyApplication {
    id
    trackingNumber
    state
    version
    about
    subjectName
    due
    isOverdue
    returnedUntil
    updatedAt
    matter {
      code
      label
      labelEn
    }
  }
`);

export const MY_APPLICATIONS = graphql(`
  query MyApplications($after: String) {
    me {
      applications(first: 20, after: $after) {
        nodes {
          ...MyApplicationRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** One's open applications are ten at most, so that a page has them all; what is closed is read by its number. */
export const MY_APPLICATION = graphql(`
  query MyApplicationDetail {
    me {
      applications(first: 50) {
        nodes {
          ...MyApplicationRow
          reason
          redirectTo
          neededBy
          neededFor
          note
          gaps {
            code
            note
          }
          steps {
            step
            toState
            at
            reason
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
            upload {
              id
              state
              version
              mediaType
              createdAt
            }
          }
          acknowledgement {
            trackingNumber
            receivedAt
          }
        }
      }
    }
  }
`);

/** What was said, in clear; each reading is noted, so that it is asked for only to be changed. */
export const MY_WORDS = graphql(`
  query MyWords {
    me {
      applications(first: 50) {
        nodes {
          id
          version
          about
          note
          neededBy
          neededFor
          matter {
            code
          }
          words {
            childName
            childBirthDate
            circumstances
            form
          }
        }
      }
    }
  }
`);

export const SAVE_MY_DRAFT = graphql(`
  mutation SaveMyDraft($input: SaveMyDraftInput!) {
    saveMyDraft(input: $input) {
      application {
        ...MyApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const SUBMIT_MY_APPLICATION = graphql(`
  mutation SubmitMyApplication($input: MyApplicationInput!) {
    submitMyApplication(input: $input) {
      application {
        ...MyApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

export const WITHDRAW_MY_APPLICATION = graphql(`
  mutation WithdrawMyApplication($input: WithdrawMyApplicationInput!) {
    withdrawMyApplication(input: $input) {
      application {
        ...MyApplicationRow
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
