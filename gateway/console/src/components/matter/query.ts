import { graphql } from '../../gql';

export const MATTER = graphql(`
  fragment MatterRow on Matter {
    code
    label
    labelEn
    circumstances
    papers {
      code
      label
      labelEn
      circumstance
    }
  }
`);
