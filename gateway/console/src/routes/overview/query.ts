import { graphql } from '../../gql';

export const FIGURES = graphql(`
  fragment OverviewFigures on Overview {
    asOf
    households
    dwellings
    registeredPopulation
    actualPopulation
    activeRentals
    communities
    byCategory {
      category
      count
    }
  }
`);

export const COMMUNITY = graphql(`
  fragment CommunityFigures on Community {
    id
    name
    divisionCode
    committee
    overview {
      households
      actualPopulation
      registeredPopulation
      activeRentals
    }
  }
`);

export const OVERVIEW = graphql(`
  query Overview($beatId: ID!, $wholePrecinct: Boolean!) {
    precinct {
      id
      name
      beats {
        id
        name
      }
      overview @include(if: $wholePrecinct) {
        ...OverviewFigures
      }
      communities @include(if: $wholePrecinct) {
        ...CommunityFigures
      }
      beat(id: $beatId) @skip(if: $wholePrecinct) {
        id
        name
        officers {
          name
          role
          since
        }
        overview {
          ...OverviewFigures
        }
        communities {
          ...CommunityFigures
        }
      }
    }
  }
`);
