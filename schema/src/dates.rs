//! The scalar of a calendar day, and what two arguments of time make.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::{DateTime, NaiveDate, Utc};
use tenants::memberships::Moment;

/// A day of the calendar in Beijing, written 2026-11-24 (GB/T 7408).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date(pub NaiveDate);

impl Date {
    /// The day.
    pub fn day(self) -> NaiveDate {
        self.0
    }
}

/// A moment on the two time axes, as an argument gives it (REG-10).
pub(crate) fn moment(as_of: Option<Date>, known_at: Option<DateTime<Utc>>) -> Moment {
    Moment { on: as_of.map(Date::day), known: known_at }
}

/// A day of the calendar in Beijing, written 2026-11-24 (GB/T 7408).
#[Scalar(name = "Date")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) if text.len() == "2026-11-24".len() => {
                text.parse().map(Self).map_err(|_| InputValueError::custom("not a day of the calendar"))
            }
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}
