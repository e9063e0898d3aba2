//! The life of a permit as a table (§2.10): which step leads from which state to which, and nothing else does.

use chrono::{Months, NaiveDate};

use crate::words::words;

words! {
    /// Where a residence permit is in its life (居住证状态).
    pub enum PermitState {
        /// Applied for (已申请).
        Applied = "APPLIED",
        /// Accepted: the time to issue it runs (已受理).
        Accepted = "ACCEPTED",
        /// Issued, and endorsed in time (有效).
        Valid = "VALID",
        /// Its functions rest, because the endorsement is late (功能中止).
        Suspended = "SUSPENDED",
        /// Ended for good (已注销).
        Cancelled = "CANCELLED",
    }
}

words! {
    /// What happens to a residence permit (居住证事项).
    pub enum PermitStep {
        /// It is applied for (申请).
        Apply = "APPLY",
        /// The application is accepted (受理).
        Accept = "ACCEPT",
        /// The time to issue it is extended, once (延长).
        Extend = "EXTEND",
        /// It is issued (签发).
        Issue = "ISSUE",
        /// It is endorsed in the month before a full year (签注).
        Endorse = "ENDORSE",
        /// Its holder was reminded of the endorsement (提醒).
        Remind = "REMIND",
        /// Its functions are suspended, because the endorsement is late (中止).
        Suspend = "SUSPEND",
        /// A late endorsement restores them; the years count again from that day (恢复).
        Restore = "RESTORE",
        /// The holder's address in the city changed (住址变更).
        Move = "MOVE",
        /// It is cancelled (注销).
        Cancel = "CANCEL",
    }
}

impl PermitState {
    /// The state after a step; none where the step is not to be taken.
    pub const fn after(self, step: PermitStep) -> Option<Self> {
        use PermitStep as Step;
        Some(match (self, step) {
            (Self::Applied, Step::Accept) | (Self::Accepted, Step::Extend) => Self::Accepted,
            (Self::Accepted, Step::Issue)
            | (Self::Valid, Step::Endorse | Step::Remind | Step::Move)
            | (Self::Suspended, Step::Restore) => Self::Valid,
            (Self::Valid, Step::Suspend) | (Self::Suspended, Step::Move) => Self::Suspended,
            (Self::Applied | Self::Accepted | Self::Valid | Self::Suspended, Step::Cancel) => Self::Cancelled,
            _ => return None,
        })
    }

    /// Whether the permit counts as the one a person has in the city (PMT-02).
    pub fn is_live(self) -> bool {
        self != Self::Cancelled
    }
}

/// The day on which the `year`th full year since `from` is over; that of a 29 February is the 28th in common years (PMT-04).
pub fn anniversary(from: NaiveDate, year: u32) -> Option<NaiveDate> {
    from.checked_add_months(Months::new(year.checked_mul(12)?))
}

/// Full years between two days.
pub fn full_years(from: NaiveDate, to: NaiveDate) -> u32 {
    let upper = to.years_since(from).map_or(0, |years| years + 1);
    (0..=upper).rev().find(|year| anniversary(from, *year).is_some_and(|day| day <= to)).unwrap_or(0)
}

/// What an endorsement on a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Endorsement {
    /// Before its month: refused.
    Early,
    /// In the month before the full year: the years go on.
    InTime,
    /// After it: the years count again from that day (PMT-03).
    Late,
}

impl Endorsement {
    /// What it is, when the full year is over on `by` and the window opens `months` before.
    pub fn on(day: NaiveDate, by: NaiveDate, months: u32) -> Self {
        let opens = by.checked_sub_months(Months::new(months)).unwrap_or(by);
        if day > by {
            Self::Late
        } else if day < opens {
            Self::Early
        } else {
            Self::InTime
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike as _, Days};
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn pmt_04_the_year_of_a_29_february_is_over_on_the_28th_of_common_years() {
        let from = day(2024, 2, 29);
        let days = [1, 2, 3, 4].map(|year| anniversary(from, year).unwrap());
        assert_eq!(days, [day(2025, 2, 28), day(2026, 2, 28), day(2027, 2, 28), day(2028, 2, 29)]);
        assert_eq!((full_years(from, day(2025, 2, 27)), full_years(from, day(2025, 2, 28))), (0, 1));
    }

    #[test]
    fn domain_2_10_the_table_of_steps_is_this() {
        let mut lines = Vec::new();
        for &state in PermitState::ALL {
            for &step in PermitStep::ALL {
                lines.extend(state.after(step).map(|next| format!("{state} {step} {next}")));
            }
        }
        let table = "APPLIED ACCEPT ACCEPTED, APPLIED CANCEL CANCELLED, ACCEPTED EXTEND ACCEPTED, ACCEPTED ISSUE VALID, \
             ACCEPTED CANCEL CANCELLED, VALID ENDORSE VALID, VALID REMIND VALID, VALID SUSPEND SUSPENDED, VALID MOVE VALID, \
             VALID CANCEL CANCELLED, SUSPENDED RESTORE VALID, SUSPENDED MOVE SUSPENDED, SUSPENDED CANCEL CANCELLED";
        assert_eq!(lines.join(", "), table);
    }

    proptest! {
        #[test]
        fn domain_2_10_whatever_is_tried_a_permit_is_valid_only_after_an_issue_and_never_again_once_cancelled(
            steps in prop::collection::vec(select(PermitStep::ALL), 0..40),
        ) {
            let (mut state, mut issued, mut cancelled) = (PermitState::Applied, false, false);
            for step in steps {
                let Some(next) = state.after(step) else { continue };
                prop_assert!(!cancelled, "{} after the end", step);
                issued |= step == PermitStep::Issue;
                cancelled |= step == PermitStep::Cancel;
                prop_assert_eq!(next == PermitState::Cancelled, cancelled);
                prop_assert!(issued || !matches!(next, PermitState::Valid | PermitState::Suspended));
                // Only a late endorsement leads out of a suspension, but for the end.
                prop_assert!(state != PermitState::Suspended || next != PermitState::Valid || step == PermitStep::Restore);
                state = next;
            }
        }

        #[test]
        fn pmt_04_an_anniversary_keeps_its_day_or_is_a_28_february(days in 0_u64..40_000, year in 1_u32..60) {
            let from = day(1980, 1, 1) + Days::new(days);
            let over = anniversary(from, year).unwrap();
            let kept = (over.month(), over.day()) == (from.month(), from.day());
            let leapt = (from.month(), from.day()) == (2, 29) && (over.month(), over.day()) == (2, 28) && !over.leap_year();
            prop_assert!(kept || leapt, "{} {}", from, over);
            prop_assert_eq!(over.year(), from.year() + i32::try_from(year).unwrap());
            prop_assert_eq!(full_years(from, over), year);
            prop_assert_eq!(full_years(from, over - Days::new(1)), year - 1);
        }

        #[test]
        fn pmt_03_an_endorsement_is_in_time_in_one_month_a_year_and_late_ever_after(days in 0_u64..4_000, after in 0_u64..800) {
            let from = day(2019, 1, 1) + Days::new(days);
            let by = anniversary(from, 1).unwrap();
            let on = from + Days::new(after);
            let found = Endorsement::on(on, by, 1);
            prop_assert_eq!(found == Endorsement::Late, on > by);
            prop_assert_eq!(found == Endorsement::Early, on < by.checked_sub_months(Months::new(1)).unwrap());
        }
    }
}
