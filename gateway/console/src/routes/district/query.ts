import { graphql } from '../../gql';

/** The whole district in one question; the server answers each level with one statement. */
export const DISTRICT = graphql(`
  query DistrictOverview {
    district {
      id
      code
      name
      overview {
        ...OverviewFigures
      }
      precincts(first: 100) {
        nodes {
          id
          code
          name
          shortName
          state
          overview {
            households
            actualPopulation
            registeredPopulation
            activeRentals
            communities
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);
