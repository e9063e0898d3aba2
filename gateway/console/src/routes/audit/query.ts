import { graphql } from '../../gql';

export const AUDIT_ROW = graphql(`
  fragment AuditRow on AuditEntry {
    seq
    at
    accountName
    role
    terminal
    requestId
    function
    domain
    objectId
    condition
    result
    rowCount
    purpose
    caseRef
    hash
  }
`);

export const AUDIT_TRAIL = graphql(`
  query AuditTrail($filter: AuditFilter, $first: Int, $after: String) {
    precinct {
      id
      auditTrail(filter: $filter, first: $first, after: $after) {
        nodes {
          ...AuditRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const VERDICT = graphql(`
  query AuditVerdict {
    precinct {
      id
      auditVerdict {
        entries
        intact
        brokenAt
      }
    }
  }
`);

export const WHO_SAW = graphql(`
  query WhoSaw($personId: ID!) {
    precinct {
      id
      whoSaw(personId: $personId) {
        accountName
        day
      }
    }
  }
`);
