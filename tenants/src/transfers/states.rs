//! The states of a move (§2.9) and what leads from one to the next, as a pure table.

use crate::error::{Error, Result};
use crate::words::words;

words! {
    /// Where a move stands (迁移状态), the same at both stations (MOV-11).
    pub enum TransferState {
        /// Filed at the destination (已申请).
        Applied = "APPLIED",
        /// The destination permits it, until a day (已准迁).
        Permitted = "PERMITTED",
        /// Left for a station outside, which has not answered yet: the persons are in no register (已迁出, MOV-03).
        OutRecorded = "OUT_RECORDED",
        /// Done (已办结).
        Done = "DONE",
        /// The destination does not permit it (不予准迁).
        Refused = "REFUSED",
        /// The permit ran out before anybody left (准迁证过期, MOV-05).
        Expired = "EXPIRED",
        /// Given up by the applicant (已撤销).
        Cancelled = "CANCELLED",
        /// Somebody died on the way: moved in and dead, both at the destination (途中死亡, R09).
        DiedInTransit = "DIED_IN_TRANSIT",
    }
}

words! {
    /// On which side of a move a station is (迁移方).
    pub enum TransferSide {
        /// It receives (迁入地).
        Destination = "DESTINATION",
        /// It gives (迁出地).
        Origin = "ORIGIN",
    }
}

impl TransferSide {
    /// The side across.
    pub(super) fn other(self) -> Self {
        match self {
            Self::Destination => Self::Origin,
            Self::Origin => Self::Destination,
        }
    }
}

words! {
    /// Between whom (迁移类型).
    pub enum TransferKind {
        /// Two stations of the installation: both sides in one transaction (MOV-02).
        Between = "BETWEEN",
        /// From a station outside.
        Inbound = "INBOUND",
        /// To a station outside.
        Outbound = "OUTBOUND",
    }
}

/// What is done to a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The destination permits.
    Permit,
    /// The destination does not.
    Refuse,
    /// The origin agrees, and both sides are done at once.
    Handover,
    /// The origin does not agree: back to the destination.
    Decline,
    /// A station outside sent its certificate: the persons come in.
    Receive,
    /// A station outside says they arrived.
    Arrive,
    /// The applicant gives it up.
    Cancel,
    /// The permit ran out.
    Expire,
    /// Somebody died on the way.
    Die,
}

impl Step {
    #[cfg(test)]
    const ALL: [Self; 9] = [
        Self::Permit,
        Self::Refuse,
        Self::Handover,
        Self::Decline,
        Self::Receive,
        Self::Arrive,
        Self::Cancel,
        Self::Expire,
        Self::Die,
    ];
}

/// The state after a step; a step that the state does not know is refused as a conflict.
pub(super) fn after(kind: TransferKind, state: TransferState, step: Step) -> Result<TransferState> {
    use TransferKind::{Between, Inbound, Outbound};
    use TransferState::{Applied, Cancelled, DiedInTransit, Done, Expired, OutRecorded, Permitted, Refused};
    Ok(match (kind, state, step) {
        (Between | Inbound, Applied, Step::Permit) => Permitted,
        (Between | Inbound, Applied, Step::Refuse) => Refused,
        (Between, Permitted, Step::Handover)
        | (Inbound, Permitted, Step::Receive)
        | (Outbound, OutRecorded, Step::Arrive) => Done,
        (Between, Permitted, Step::Decline) => Applied,
        (Between | Inbound, Applied | Permitted, Step::Cancel) => Cancelled,
        (Between | Inbound, Permitted, Step::Expire) => Expired,
        (Inbound, Permitted, Step::Die) => DiedInTransit,
        _ => return Err(Error::Conflict("the move is not in a state for this")),
    })
}

impl TransferState {
    /// Whether the persons are still on the move: no other move of theirs may begin (MOV-01).
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Applied | Self::Permitted | Self::OutRecorded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mov_01_what_is_over_stays_over() {
        for kind in TransferKind::ALL {
            for state in TransferState::ALL.iter().filter(|state| !state.is_open()) {
                assert!(Step::ALL.iter().all(|step| after(*kind, *state, *step).is_err()), "{kind} {state}");
            }
        }
    }

    #[test]
    fn mov_05_a_permit_runs_out_only_before_anybody_left() {
        for kind in TransferKind::ALL {
            for state in TransferState::ALL {
                if let Ok(next) = after(*kind, *state, Step::Expire) {
                    assert_eq!((*state, next), (TransferState::Permitted, TransferState::Expired));
                }
            }
        }
    }

    #[test]
    fn mov_02_between_two_stations_nobody_is_ever_out_and_not_in() {
        for state in TransferState::ALL {
            for step in Step::ALL {
                assert_ne!(after(TransferKind::Between, *state, step).ok(), Some(TransferState::OutRecorded));
            }
        }
    }

    #[test]
    fn every_open_state_has_a_way_to_its_end() {
        for (kind, state) in [
            (TransferKind::Between, TransferState::Applied),
            (TransferKind::Inbound, TransferState::Applied),
            (TransferKind::Outbound, TransferState::OutRecorded),
        ] {
            let mut reached = vec![state];
            for place in 0..20 {
                let Some(state) = reached.get(place).copied() else { break };
                let next = Step::ALL.iter().filter_map(|step| after(kind, state, *step).ok());
                let new: Vec<_> = next.filter(|next| !reached.contains(next)).collect();
                reached.extend(new);
            }
            assert!(reached.contains(&TransferState::Done), "{kind}");
        }
    }
}
