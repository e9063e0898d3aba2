use proptest::prelude::*;

use super::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn limit(value: u32, unit: Unit) -> Limit {
    let (valid_from, source) = (day(2021, 10, 1), "D".to_owned());
    Limit { key: "x".to_owned(), value, unit, valid_from, valid_to: None, source }
}

/// National Day of 2026: off from 1 to 7 October, and 20 September and 10 October worked for it.
fn october() -> Calendar {
    let off = (1..=7).map(|d| (day(2026, 10, d), DayKind::Holiday));
    Calendar::of(off.chain([(day(2026, 9, 20), DayKind::Shifted), (day(2026, 10, 10), DayKind::Shifted)]))
}

#[test]
fn t11_a_moved_working_day_counts_and_a_holiday_does_not() {
    let calendar = october();
    assert!(calendar.is_working(day(2026, 9, 20)) && calendar.is_working(day(2026, 10, 10)));
    assert!(!calendar.is_working(day(2026, 10, 5)) && !calendar.is_working(day(2026, 10, 11)));
    // Received on Wednesday 30 September: 8, 9, 10 (Saturday, worked), 12, 13 October.
    assert_eq!(calendar.after(day(2026, 9, 30), 5), day(2026, 10, 13));
    assert_eq!(calendar.working_days(day(2026, 9, 30), day(2026, 10, 13)), 5);
}

#[test]
fn domain_2_7_the_day_of_receipt_is_not_counted() {
    let calendar = Calendar::default();
    // A Friday; one working day ends on Monday, ten end on the Friday after next.
    assert_eq!(calendar.due(&limit(1, Unit::WorkingDays), day(2026, 11, 27)).unwrap(), day(2026, 11, 30));
    assert_eq!(calendar.due(&limit(10, Unit::WorkingDays), day(2026, 11, 27)).unwrap(), day(2026, 12, 11));
}

#[test]
fn domain_2_7_a_limit_that_ends_on_a_day_off_moves_to_the_next_working_day() {
    let calendar = october();
    // 15 days from Friday 18 September end on 3 October, in the holiday.
    assert_eq!(calendar.due(&limit(15, Unit::Days), day(2026, 9, 18)).unwrap(), day(2026, 10, 8));
    assert_eq!(calendar.due(&limit(1, Unit::Months), day(2026, 10, 30)).unwrap(), day(2026, 11, 30));
    assert_eq!(calendar.due(&limit(24, Unit::Hours), day(2026, 11, 27)).unwrap(), day(2026, 11, 30));
}

#[test]
fn domain_2_7_a_pause_is_not_counted() {
    let calendar = Calendar::default();
    let due = day(2026, 12, 4);
    assert_eq!(calendar.resumed(due, day(2026, 11, 24), day(2026, 11, 24)), due);
    assert_eq!(calendar.resumed(due, day(2026, 11, 24), day(2026, 11, 26)), day(2026, 12, 8));
}

#[test]
fn a_calendar_without_a_working_day_still_answers() {
    let off = day(2026, 1, 1).iter_days().take(4_000).map(|day| (day, DayKind::Restday));
    let calendar = Calendar::of(off);
    assert!(calendar.after(day(2026, 1, 1), 3) > day(2026, 1, 1));
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..3_000).prop_map(|days| day(2024, 1, 1) + Days::new(days))
}

/// Any calendar in which some days are moved.
fn any_calendar() -> impl Strategy<Value = Calendar> {
    let kinds = prop::sample::select(DayKind::ALL);
    prop::collection::vec((any_day(), kinds), 0..200).prop_map(Calendar::of)
}

proptest! {
    #[test]
    fn domain_2_7_what_is_counted_forward_is_counted_back(calendar in any_calendar(), from in any_day(), count in 1_u32..60) {
        let last = calendar.after(from, count);
        prop_assert!(last > from && calendar.is_working(last));
        prop_assert_eq!(calendar.working_days(from, last), i64::from(count));
    }

    #[test]
    fn domain_2_7_every_limit_ends_on_a_working_day_after_it_begins(
        calendar in any_calendar(), from in any_day(), value in 1_u32..40, unit in prop::sample::select(Unit::ALL),
    ) {
        let due = calendar.due(&limit(value, unit), from).unwrap();
        prop_assert!(due > from && calendar.is_working(due));
    }

    #[test]
    fn domain_2_7_a_pause_never_shortens(calendar in any_calendar(), due in any_day(), paused in any_day(), long in 0_u64..90) {
        let resumed = paused + Days::new(long);
        let then = calendar.resumed(due, paused, resumed);
        prop_assert!(then >= due);
        prop_assert!(then == due || calendar.working_days(due, then) == calendar.working_days(paused, resumed));
    }

    #[test]
    fn working_days_add_up(calendar in any_calendar(), mut days in prop::collection::vec(any_day(), 3)) {
        days.sort();
        let count = |a: usize, b: usize| calendar.working_days(days[a], days[b]);
        prop_assert_eq!(count(0, 1) + count(1, 2), count(0, 2));
        prop_assert_eq!(count(2, 0), -count(0, 2));
    }
}
