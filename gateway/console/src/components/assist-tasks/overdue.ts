import type { AssistState } from '../../gql/graphql';

/** Whether an open task's day is over; the day itself still counts. */
export function isOverdue({ state, due }: { state: AssistState; due: string }, today: string): boolean {
  return state === 'OPEN' && due < today;
}
