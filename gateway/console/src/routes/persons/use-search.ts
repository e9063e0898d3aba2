import type { FoundFragment, Purpose } from '../../gql/graphql';
import { type Asked, useAsk } from '../../graphql';
import { DISTRICT_SEARCH, SEARCH } from './query';
import { inputOf, type Term } from './term';

/** A search somebody pressed the button for. */
export interface Question {
  term: Term;
  purpose: Purpose;
  /** The case file that entitles the district to read across its precincts. */
  caseRef?: string;
}

type Search = Omit<Asked<unknown>, 'data'> & { found?: FoundFragment };

/** Asks the viewer's precinct, or every precinct of the district. */
export function useSearch(question: Question | undefined, district: boolean): Search {
  const input = question ? inputOf(question.term) : { name: '' };
  const purpose = question?.purpose ?? 'REGISTER_SERVICE';
  const here = useAsk(SEARCH, { input, purpose }, !question || district);
  const across = useAsk(DISTRICT_SEARCH, { input, purpose, caseRef: question?.caseRef ?? '' }, !question || !district);
  const asked = district ? across : here;
  return {
    loading: asked.loading,
    failure: asked.failure,
    again: asked.again,
    found: district ? across.data?.district.personSearch : here.data?.precinct.personSearch,
  };
}
