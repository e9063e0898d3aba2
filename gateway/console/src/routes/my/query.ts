import { graphql } from '../../gql';

export const ME = graphql(`
  query Me {
    me {
      phone
      standing
      noticeAcceptedAt
      precinct {
        id
        name
        phone
        addressText
      }
      person {
        name
      }
    }
  }
`);

export const BIND_MYSELF = graphql(`
  mutation BindMyself($input: BindMyselfInput!) {
    bindMyself(input: $input) {
      standing
      userErrors {
        ...UserError
      }
    }
  }
`);

export const MY_DATA = graphql(`
  query MyData {
    relations: codeSet(name: "relation") {
      values {
        code
        label
        labelEn
      }
    }
    reasons: codeSet(name: "membership_reason") {
      values {
        code
        label
        labelEn
      }
    }
    me {
      person {
        name
        idNumber
        phone
        address
        householdNumber
        relation
        formerNames {
          name
          effectiveFrom
          effectiveTo
        }
        memberships {
          householdNumber
          relation
          reason
          effectiveFrom
          effectiveTo
        }
        others {
          name
          relation
        }
      }
    }
  }
`);

export const WHO_SAW_ME = graphql(`
  query WhoSawMe {
    me {
      whoSawMe {
        day
        purpose
      }
    }
  }
`);

export const MY_NOTICE = graphql(`
  query MyNotice {
    me {
      noticeAcceptedAt
      notice {
        version
        textZh
        textEn
        validFrom
      }
    }
  }
`);

export const MY_REQUESTS = graphql(`
  query MyRequests {
    me {
      rightsRequests(first: 50) {
        nodes {
          id
          number
          kind
          state
          text
          receivedAt
          dueOn
          overdue
          answer
          answeredAt
          reason
        }
      }
    }
  }
`);

export const REQUEST_RIGHT = graphql(`
  mutation RequestRight($input: RequestRightInput!) {
    requestRight(input: $input) {
      rightsRequest {
        id
        number
        dueOn
      }
      userErrors {
        ...UserError
      }
    }
  }
`);
