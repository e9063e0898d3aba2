//! When a seeded station is open: from Monday to Friday in the morning and the afternoon, on Saturday in the morning.

use chrono::{NaiveTime, TimeDelta};

use super::making::{self, Making};
use super::rows;
use crate::appointments::{Window, written};

const MORNING: Window = Window { opens: 9 * 60, closes: 12 * 60, slot: 30, capacity: 4, walk_ins: 1 };
const AFTERNOON: Window = Window { opens: 13 * 60 + 30, closes: 17 * 60, ..MORNING };

impl Making {
    /// The weekly pattern. Its ids are drawn from nothing, so that what follows is drawn as it was without it.
    pub(super) fn hours(&mut self) {
        let mut random = [0; 10];
        random.copy_from_slice(&self.precinct.as_bytes()[6..]);
        for weekday in 1..=6_i16 {
            let windows = if weekday == 6 { &[MORNING][..] } else { &[MORNING, AFTERNOON][..] };
            self.out.opening_patterns.push(rows::OpeningPattern {
                precinct_id: self.precinct,
                id: making::id(self.today, weekday.unsigned_abs().into(), random),
                weekday,
                windows: written(windows),
                valid_from: making::opened(),
                set_by_name: self.plan.registrar.clone(),
                set_at: making::opened().and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(1),
            });
        }
    }
}
