//! Where an application is, and the one table of the steps that lead from there to elsewhere (§2.7).

use crate::roles::Action;
use crate::words::words;

words! {
    /// Where an application is (状态).
    pub enum ApplicationState {
        /// Being taken down; only its maker sees it (草稿).
        Draft = "DRAFT",
        /// Filed, and not yet looked at (已提交).
        Submitted = "SUBMITTED",
        /// Given back with every gap named at once (退回补正).
        Returned = "RETURNED",
        /// Not ours, or not to be had (不予受理).
        NotAccepted = "NOT_ACCEPTED",
        /// Accepted: the law's clock runs (已受理).
        Accepted = "ACCEPTED",
        /// Compared and proposed; decided level by level (已审核).
        Reviewed = "REVIEWED",
        /// Waits for an investigation, another station or an appraisal; the clock stands (中止).
        Suspended = "SUSPENDED",
        /// Decided; the register has still to follow (已批准).
        Approved = "APPROVED",
        /// The register has followed (办结).
        Done = "DONE",
        /// Decided against, with written reasons (不予批准).
        Rejected = "REJECTED",
        /// Taken back by who asked (撤回).
        Withdrawn = "WITHDRAWN",
        /// Returned, and not completed in time (逾期未补正).
        Expired = "EXPIRED",
    }
}

words! {
    /// What leads from one state to another (环节).
    pub enum ApplicationStep {
        /// Filed, again if it was returned (提交).
        Submit = "SUBMIT",
        /// Accepted (受理).
        Accept = "ACCEPT",
        /// Given back (退回).
        Return = "RETURN",
        /// Not accepted (不予受理).
        Refuse = "REFUSE",
        /// Compared and proposed (审核).
        Review = "REVIEW",
        /// Approved by one level (审批).
        Approve = "APPROVE",
        /// Decided against (不予批准).
        Reject = "REJECT",
        /// The register followed (执行).
        Execute = "EXECUTE",
        /// The clock was stopped (中止).
        Suspend = "SUSPEND",
        /// The clock runs on (恢复).
        Resume = "RESUME",
        /// Taken back (撤回).
        Withdraw = "WITHDRAW",
        /// Ran out (过期).
        Expire = "EXPIRE",
        /// What the register followed with was undone by a compensating act (撤销).
        Revoke = "REVOKE",
    }
}

use ApplicationState as S;
use ApplicationStep as T;

/// Every step there is. A level below the highest approves and leaves the state as it is; what is revoked was done all the same, and
/// stays so.
const TABLE: &[(S, T, S)] = &[
    (S::Draft, T::Submit, S::Submitted),
    (S::Returned, T::Submit, S::Submitted),
    (S::Submitted, T::Accept, S::Accepted),
    (S::Submitted, T::Return, S::Returned),
    (S::Submitted, T::Refuse, S::NotAccepted),
    (S::Accepted, T::Review, S::Reviewed),
    (S::Reviewed, T::Approve, S::Reviewed),
    (S::Reviewed, T::Approve, S::Approved),
    (S::Reviewed, T::Reject, S::Rejected),
    (S::Approved, T::Execute, S::Done),
    (S::Accepted, T::Suspend, S::Suspended),
    (S::Reviewed, T::Suspend, S::Suspended),
    (S::Suspended, T::Resume, S::Accepted),
    (S::Suspended, T::Resume, S::Reviewed),
    (S::Submitted, T::Withdraw, S::Withdrawn),
    (S::Returned, T::Withdraw, S::Withdrawn),
    (S::Accepted, T::Withdraw, S::Withdrawn),
    (S::Reviewed, T::Withdraw, S::Withdrawn),
    (S::Suspended, T::Withdraw, S::Withdrawn),
    (S::Returned, T::Expire, S::Expired),
    (S::Done, T::Revoke, S::Done),
];

/// Whether the table has this step.
pub fn leads(from: S, step: T, to: S) -> bool {
    TABLE.contains(&(from, step, to))
}

impl ApplicationState {
    /// The states that stand open: something is still to be done.
    pub const OPEN: [Self; 6] =
        [Self::Submitted, Self::Returned, Self::Accepted, Self::Reviewed, Self::Suspended, Self::Approved];
    /// The states in which the law's clock runs.
    pub const RUNNING: [Self; 3] = [Self::Accepted, Self::Reviewed, Self::Approved];

    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        Self::OPEN.contains(&self)
    }

    /// Whether the law's clock runs.
    pub fn is_running(self) -> bool {
        Self::RUNNING.contains(&self)
    }

    /// Whether nothing leads further.
    pub fn is_final(self) -> bool {
        !TABLE.iter().any(|(from, _, to)| *from == self && *to != self)
    }
}

impl ApplicationStep {
    /// What the role table must grant for it; nothing where no person takes the step.
    pub const fn needs(self) -> Option<Action> {
        match self {
            Self::Submit | Self::Withdraw => Some(Action::Prepare),
            Self::Accept | Self::Return | Self::Refuse | Self::Review | Self::Suspend | Self::Resume => {
                Some(Action::Manage)
            }
            Self::Approve | Self::Reject | Self::Revoke => Some(Action::Approve),
            Self::Execute | Self::Expire => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// A walk by steps drawn at random; whatever the table does not have is refused and leaves the state as it is.
    fn walk(steps: &[(T, S)]) -> Vec<(S, T, S)> {
        let mut at = S::Draft;
        let mut way = Vec::new();
        for (step, to) in steps {
            if leads(at, *step, *to) {
                way.push((at, *step, *to));
                at = *to;
            }
        }
        way
    }

    fn steps() -> impl Strategy<Value = Vec<(T, S)>> {
        prop::collection::vec((select(T::ALL), select(S::ALL)), 0..400)
    }

    #[test]
    fn domain_2_7_only_the_closed_states_are_final() {
        let last: Vec<S> = S::ALL.iter().copied().filter(|state| state.is_final()).collect();
        assert_eq!(last, [S::NotAccepted, S::Done, S::Rejected, S::Withdrawn, S::Expired]);
        assert!(S::ALL.iter().all(|state| *state == S::Draft || state.is_open() != state.is_final()));
    }

    #[test]
    fn domain_2_7_every_state_is_reached_from_a_draft() {
        let mut reached = vec![S::Draft];
        for _ in S::ALL {
            let next = TABLE.iter().filter(|(from, ..)| reached.contains(from)).map(|(.., to)| *to);
            reached.extend(next.collect::<Vec<_>>());
        }
        assert!(S::ALL.iter().all(|state| reached.contains(state)));
    }

    #[test]
    fn domain_2_7_nothing_is_withdrawn_once_approved() {
        assert!(!leads(S::Approved, T::Withdraw, S::Withdrawn) && !leads(S::Done, T::Withdraw, S::Withdrawn));
        assert!(!leads(S::Draft, T::Accept, S::Accepted) && !leads(S::Submitted, T::Approve, S::Approved));
    }

    #[test]
    fn prv_09_every_decision_needs_a_persons_right() {
        for (_, step, to) in TABLE {
            let decides = matches!(to, S::Approved | S::Rejected);
            assert!(!decides || step.needs() == Some(Action::Approve), "{step}");
        }
    }

    proptest! {
        #[test]
        fn domain_2_7_no_walk_is_approved_unreviewed_or_done_unapproved(steps in steps()) {
            let way = walk(&steps);
            let first = |state: S| way.iter().position(|(.., to)| *to == state);
            for (later, earlier) in [(S::Reviewed, S::Accepted), (S::Approved, S::Reviewed), (S::Done, S::Approved), (S::Accepted, S::Submitted)] {
                if let Some(later) = first(later) {
                    prop_assert!(first(earlier).is_some_and(|earlier| earlier < later));
                }
            }
        }

        #[test]
        fn domain_2_7_no_walk_leaves_a_closed_state(steps in steps()) {
            let way = walk(&steps);
            let closed = way.iter().position(|(.., to)| to.is_final());
            prop_assert!(closed.is_none_or(|at| way[at..].iter().all(|(.., to)| *to == way[at].2)));
        }
    }
}
