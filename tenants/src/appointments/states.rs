//! Where an appointment is, and the one table of the steps that lead from there to elsewhere (§3.8).

use crate::words::words;

words! {
    /// Where an appointment is (预约状态).
    pub enum AppointmentState {
        /// A place is held (已预约).
        Booked = "BOOKED",
        /// The visitor is here and waits (已到场).
        CheckedIn = "CHECKED_IN",
        /// He was served (已办理).
        Served = "SERVED",
        /// He did not come, or did not wait; the place is free again, and nothing else follows (未到, APT-04).
        NoShow = "NO_SHOW",
        /// Given back by him or for him (已取消).
        Cancelled = "CANCELLED",
    }
}

words! {
    /// What leads from one state to another (预约环节).
    pub enum AppointmentStep {
        /// The visitor has come (到场).
        CheckIn = "CHECK_IN",
        /// He was served (办理).
        Serve = "SERVE",
        /// He did not come, or did not wait (未到).
        Miss = "MISS",
        /// The place is given back (取消).
        Cancel = "CANCEL",
    }
}

use AppointmentState as S;
use AppointmentStep as T;

/// Every step there is.
const TABLE: &[(S, T, S)] = &[
    (S::Booked, T::CheckIn, S::CheckedIn),
    (S::Booked, T::Miss, S::NoShow),
    (S::Booked, T::Cancel, S::Cancelled),
    (S::CheckedIn, T::Serve, S::Served),
    (S::CheckedIn, T::Miss, S::NoShow),
    (S::CheckedIn, T::Cancel, S::Cancelled),
];

impl AppointmentState {
    /// The states in which a place is held and something is still to come.
    pub const OPEN: [Self; 2] = [Self::Booked, Self::CheckedIn];

    /// Where a step leads from here, if it leads anywhere.
    pub fn after(self, step: AppointmentStep) -> Option<Self> {
        TABLE.iter().find(|(from, by, _)| (*from, *by) == (self, step)).map(|(.., to)| *to)
    }

    /// Whether nothing leads further.
    pub fn is_final(self) -> bool {
        !TABLE.iter().any(|(from, ..)| *from == self)
    }

    /// Whether the place is held: of whoever was served it stays what it was.
    pub fn holds_a_place(self) -> bool {
        !matches!(self, Self::NoShow | Self::Cancelled)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    #[test]
    fn domain_3_8_what_is_open_is_not_over_and_the_rest_is() {
        assert!(S::ALL.iter().all(|state| S::OPEN.contains(state) != state.is_final()));
    }

    #[test]
    fn domain_3_8_nobody_is_served_who_has_not_come() {
        assert_eq!(S::Booked.after(T::Serve), None);
        assert_eq!(S::Booked.after(T::CheckIn).and_then(|here| here.after(T::Serve)), Some(S::Served));
    }

    #[test]
    fn apt_04_a_no_show_frees_the_place_and_nothing_follows_it() {
        for from in S::OPEN {
            let missed = from.after(T::Miss).unwrap();
            assert!(missed == S::NoShow && missed.is_final() && !missed.holds_a_place());
        }
    }

    proptest! {
        #[test]
        fn domain_3_8_no_walk_leaves_a_closed_state(steps in prop::collection::vec(select(T::ALL), 0..12)) {
            let mut at = S::Booked;
            for step in steps {
                let next = at.after(step);
                prop_assert!(!at.is_final() || next.is_none());
                at = next.unwrap_or(at);
            }
        }
    }
}
