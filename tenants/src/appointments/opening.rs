//! When a station is open to the public (开放时间): a weekly pattern, dated exceptions, and the calendar of days off and of moved working
//! days. Pure once loaded.

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Serialize};

use super::exceptions::OpeningException;
use super::patterns::OpeningPattern;
use crate::calendar::{Calendar, DayKind};
use crate::clock::{instant, minute_of};
use crate::error::{Error, Result};
use crate::words::words;

/// Minutes of a day.
const DAY: i16 = 24 * 60;
/// The most windows of one day.
const WINDOWS: usize = 6;

words! {
    /// A day of the week (星期).
    pub enum Day as Weekday {
        /// 星期一.
        Monday = "MONDAY",
        /// 星期二.
        Tuesday = "TUESDAY",
        /// 星期三.
        Wednesday = "WEDNESDAY",
        /// 星期四.
        Thursday = "THURSDAY",
        /// 星期五.
        Friday = "FRIDAY",
        /// 星期六.
        Saturday = "SATURDAY",
        /// 星期日.
        Sunday = "SUNDAY",
    }
}

impl Day {
    /// 1 for Monday to 7 for Sunday (GB/T 7408).
    pub fn number(self) -> i16 {
        self as i16 + 1
    }

    /// The day of a number.
    pub(super) fn of(number: i16) -> Result<Self> {
        let found = Self::ALL.iter().copied().find(|day| day.number() == number);
        found.ok_or_else(|| Error::internal(format!("weekday {number}")))
    }
}

words! {
    /// By what a day is open or closed (开放依据).
    pub enum OpeningBasis {
        /// By the pattern of its weekday (按周例).
        Pattern = "PATTERN",
        /// A moved working day, open by the pattern of Monday (调休上班).
        Shifted = "SHIFTED",
        /// A day off of the calendar (节假日休息).
        DayOff = "DAY_OFF",
        /// By an exception of its date (特别安排).
        Exception = "EXCEPTION",
    }
}

/// A stretch of a day in which the station is open, cut into slots of one length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The minute of the day at which it begins, in China.
    pub opens: i16,
    /// The minute at which it ends.
    pub closes: i16,
    /// The length of a slot, in minutes.
    pub slot: i16,
    /// How many can be served in a slot.
    pub capacity: i16,
    /// How many of them are kept for those who come without an appointment.
    pub walk_ins: i16,
}

impl Window {
    /// A window from one time of the day to another, as `09:00`; refused where one is none (`OPENING`).
    pub fn between(opens: &str, closes: &str, (slot, capacity, walk_ins): (i32, i32, i32)) -> Result<Self> {
        let small = |number: i32| i16::try_from(number).unwrap_or(i16::MAX);
        let (opens, closes) = (minute(opens)?, minute(closes)?);
        Ok(Self { opens, closes, slot: small(slot), capacity: small(capacity), walk_ins: small(walk_ins) })
    }

    /// When it begins and ends, as `09:00`.
    pub fn times(&self) -> [String; 2] {
        [self.opens, self.closes].map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60))
    }

    fn check(&self) -> Result<()> {
        let bad = |words: &str| Err(Error::invalid("OPENING", "windows", words));
        if !(0..DAY).contains(&self.opens) || self.closes <= self.opens || self.closes > DAY {
            return bad("a window ends after it begins, on the same day");
        }
        if !(10..=240).contains(&self.slot) || (self.closes - self.opens) % self.slot != 0 {
            return bad("a slot has 10 to 240 minutes, and a window whole slots");
        }
        if !(1..=100).contains(&self.capacity) || !(0..=self.capacity).contains(&self.walk_ins) {
            return bad("a slot has 1 to 100 places, and no more of them are kept for walk-ins than there are");
        }
        Ok(())
    }

    fn slots(self, day: NaiveDate) -> impl Iterator<Item = Slot> {
        (self.opens..self.closes).step_by(self.slot.unsigned_abs().into()).map(move |begins| Slot {
            day,
            begins,
            ends: begins + self.slot,
            capacity: self.capacity,
            walk_ins: self.walk_ins,
        })
    }
}

/// The minute of the day of a time such as `09:00`; `24:00` is its end.
fn minute(time: &str) -> Result<i16> {
    let bad = || Error::invalid("OPENING", "windows", "a time of the day is written 09:00");
    let (hour, minute) = time.split_once(':').ok_or_else(bad)?;
    let number = |text: &str, most: i16| match text.parse() {
        // A sign would be read too.
        Ok(number) if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) && number <= most => {
            Ok::<i16, Error>(number)
        }
        _ => Err(bad()),
    };
    Ok(number(hour, 24)? * 60 + number(minute, 59)?)
}

/// Windows as they are kept.
pub(crate) fn written(windows: &[Window]) -> String {
    serde_json::json!(windows).to_string()
}

/// Windows as they were kept.
pub(super) fn read(windows: &str) -> Result<Vec<Window>> {
    serde_json::from_str(windows).map_err(Error::internal)
}

/// The windows of a day by their beginning; refused where one is not right in itself or two overlap (`OPENING`).
pub(super) fn checked(mut windows: Vec<Window>) -> Result<Vec<Window>> {
    if windows.len() > WINDOWS {
        return Err(Error::invalid("OPENING", "windows", format!("a day has at most {WINDOWS} windows")));
    }
    windows.iter().try_for_each(Window::check)?;
    windows.sort_by_key(|window| window.opens);
    if windows.windows(2).any(|two| two[1].opens < two[0].closes) {
        return Err(Error::invalid("OPENING", "windows", "windows of a day do not overlap"));
    }
    Ok(windows)
}

/// A slot of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) day: NaiveDate,
    pub(super) begins: i16,
    pub(super) ends: i16,
    pub(super) capacity: i16,
    pub(super) walk_ins: i16,
}

impl Slot {
    /// How many places can be booked.
    pub(super) fn bookable(&self) -> i16 {
        self.capacity - self.walk_ins
    }

    pub(super) fn starts_at(&self) -> DateTime<Utc> {
        instant(self.day, self.begins)
    }

    pub(super) fn ends_at(&self) -> DateTime<Utc> {
        instant(self.day, self.ends)
    }
}

/// A day, with what it is open by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningDay {
    /// The day.
    pub day: NaiveDate,
    /// By what it is open or closed.
    pub basis: OpeningBasis,
    /// When it is open, by the beginning; closed if never.
    pub windows: Vec<Window>,
    /// Why, of an exception.
    pub reason: Option<String>,
}

/// All that says when a station is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Opening {
    pub(super) patterns: Vec<OpeningPattern>,
    pub(super) exceptions: Vec<OpeningException>,
    pub(super) calendar: Calendar,
}

impl Opening {
    /// When a day is open: by its exception; else never on a day off of the calendar; else by the pattern of its weekday, a moved working
    /// day by that of Monday.
    pub(super) fn on(&self, day: NaiveDate) -> OpeningDay {
        let exception = self.exceptions.iter().find(|exception| exception.day == day && !exception.is_revoked);
        if let Some(exception) = exception {
            let (windows, reason) = (exception.windows.clone(), Some(exception.reason.clone()));
            return OpeningDay { day, basis: OpeningBasis::Exception, windows, reason };
        }
        let (basis, weekday) = match self.calendar.kind(day) {
            Some(DayKind::Holiday | DayKind::Restday) => (OpeningBasis::DayOff, None),
            Some(DayKind::Shifted | DayKind::Workday) if is_weekend(day) => (OpeningBasis::Shifted, Some(1)),
            _ => (OpeningBasis::Pattern, Some(number_of(day))),
        };
        let windows = weekday.map(|weekday| self.pattern(weekday, day)).unwrap_or_default();
        OpeningDay { day, basis, windows, reason: None }
    }

    /// The pattern of a weekday in force on a day: of several the one that was set last.
    fn pattern(&self, weekday: i16, day: NaiveDate) -> Vec<Window> {
        let in_force = self.patterns.iter().filter(|pattern| pattern.weekday.number() == weekday && pattern.is_on(day));
        in_force
            .max_by_key(|pattern| (pattern.valid_from, pattern.set_at))
            .map_or_else(Vec::new, |row| row.windows.clone())
    }

    /// The slots of a day, the earliest first.
    pub(super) fn slots(&self, day: NaiveDate) -> Vec<Slot> {
        self.on(day).windows.into_iter().flat_map(|window| window.slots(day)).collect()
    }

    /// The slot that begins at an instant, if there is one.
    pub(super) fn slot_at(&self, at: DateTime<Utc>) -> Option<Slot> {
        let (day, begins) = minute_of(at)?;
        self.slots(day).into_iter().find(|slot| slot.begins == begins)
    }
}

fn number_of(day: NaiveDate) -> i16 {
    i16::try_from(day.weekday().number_from_monday()).unwrap_or(7)
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MORNING: Window = Window { opens: 540, closes: 720, slot: 30, capacity: 4, walk_ins: 1 };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Open in the mornings from Monday to Saturday, on Monday in the afternoon as well.
    fn opening() -> Opening {
        let pattern = |weekday: &Day| OpeningPattern {
            weekday: *weekday,
            windows: if *weekday == Day::Monday {
                vec![MORNING, Window { opens: 810, closes: 1020, ..MORNING }]
            } else {
                vec![MORNING]
            },
            valid_from: day("2026-01-01"),
            valid_to: None,
            set_by: "所长".to_owned(),
            set_at: DateTime::UNIX_EPOCH,
        };
        Opening { patterns: Day::ALL[..6].iter().map(pattern).collect(), ..Opening::default() }
    }

    #[test]
    fn domain_3_8_a_saturday_is_open_and_a_holiday_or_a_moved_working_day_is_what_the_calendar_says() {
        let calendar = Calendar::of([
            (day("2026-10-03"), DayKind::Holiday),
            (day("2026-10-10"), DayKind::Shifted),
            (day("2026-09-20"), DayKind::Shifted),
        ]);
        let opening = Opening { calendar, ..opening() };
        let seen = |text| {
            let on = opening.on(day(text));
            (on.basis, on.windows.len())
        };
        assert_eq!(seen("2026-11-28"), (OpeningBasis::Pattern, 1), "a Saturday");
        assert_eq!(seen("2026-11-29"), (OpeningBasis::Pattern, 0), "a Sunday");
        assert_eq!(seen("2026-10-03"), (OpeningBasis::DayOff, 0), "a Saturday within a holiday");
        assert_eq!(seen("2026-10-10"), (OpeningBasis::Shifted, 2), "a Saturday that is worked");
        assert_eq!(seen("2026-09-20"), (OpeningBasis::Shifted, 2), "a Sunday that is worked");
    }

    #[test]
    fn domain_3_8_an_exception_goes_before_everything_until_it_is_revoked() {
        let closed = OpeningException {
            day: day("2026-11-28"),
            windows: Vec::new(),
            reason: "停电".to_owned(),
            is_revoked: false,
            set_by: "所长".to_owned(),
            set_at: DateTime::UNIX_EPOCH,
            version: 1,
        };
        let mut opening = Opening { exceptions: vec![closed], ..opening() };
        assert!(opening.slots(day("2026-11-28")).is_empty() && opening.slots(day("2026-11-27")).len() == 6);
        opening.exceptions[0].is_revoked = true;
        assert_eq!(opening.slots(day("2026-11-28")).len(), 6);
    }

    #[test]
    fn domain_3_8_a_later_pattern_takes_the_place_of_an_earlier_one_on_its_day() {
        let mut opening = opening();
        opening.patterns.push(OpeningPattern {
            windows: vec![Window { slot: 60, ..MORNING }],
            valid_from: day("2026-12-05"),
            ..opening.patterns[5].clone()
        });
        assert_eq!((opening.slots(day("2026-11-28")).len(), opening.slots(day("2026-12-05")).len()), (6, 3));
    }

    #[test]
    fn windows_that_cannot_be_are_refused() {
        let refused = |window: Window| checked(vec![MORNING, window]).is_err();
        assert!(refused(Window { opens: 700, closes: 760, ..MORNING }), "overlaps");
        for window in [
            Window { closes: 500, ..MORNING },
            Window { opens: -30, ..MORNING },
            Window { opens: 1410, closes: 1470, ..MORNING },
            Window { slot: 5, ..MORNING },
            Window { slot: 50, ..MORNING },
            Window { capacity: 0, walk_ins: 0, ..MORNING },
            Window { walk_ins: 5, ..MORNING },
        ] {
            assert!(checked(vec![window]).is_err(), "{window:?}");
        }
        assert!(checked(vec![MORNING; 7]).is_err());
        let between = |opens, closes| Window::between(opens, closes, (30, 4, 1));
        assert_eq!(between("09:00", "12:00").unwrap(), MORNING);
        assert_eq!(MORNING.times(), ["09:00", "12:00"]);
        for wrong in ["", "9:00", "09:60", "25:00", "-1:00", "+9:00", "0900", "09:00:00", "零九:00"] {
            assert!(between(wrong, "12:00").is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_windows_are_judged_without_panic(opens: i16, closes: i16, slot: i16, capacity: i16, walk_ins: i16) {
            let window = Window { opens, closes, slot, capacity, walk_ins };
            if let Ok(windows) = checked(vec![window]) {
                let slots: Vec<Slot> = windows[0].slots(day("2026-11-28")).collect();
                prop_assert!(slots.iter().all(|slot| slot.ends <= closes && slot.bookable() >= 0 && slot.bookable() <= capacity));
                prop_assert!(slots.windows(2).all(|two| two[0].ends == two[1].begins));
            }
        }
    }
}
