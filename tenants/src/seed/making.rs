//! A precinct in the making: what every part of it needs while rows are being made up.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use super::PrecinctPlan;
use super::draw::Draw;
use super::people::People;
use super::rows;
use crate::codes::Sex;
use crate::id_number::IdNumber;

/// Rows that belong together, parents before children; persons still in clear.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Chunk {
    pub(super) areas: Vec<rows::Area>,
    pub(super) jurisdictions: Vec<rows::Jurisdiction>,
    pub(super) beats: Vec<rows::Beat>,
    pub(super) communities: Vec<rows::Community>,
    pub(super) addresses: Vec<rows::Address>,
    pub(super) dwellings: Vec<rows::Dwelling>,
    pub(super) acts: Vec<rows::Act>,
    pub(super) beings: Vec<Being>,
    pub(super) households: Vec<rows::Household>,
    pub(super) household_addresses: Vec<rows::HouseholdAddress>,
    pub(super) former_names: Vec<rows::PersonName>,
    pub(super) former_numbers: Vec<FormerNumber>,
    pub(super) memberships: Vec<rows::Membership>,
    pub(super) rentals: Vec<Letting>,
    pub(super) tenants: Vec<rows::RentalTenant>,
    pub(super) tallies: Vec<rows::Tally>,
    pub(super) case_files: Vec<rows::CaseFile>,
    pub(super) opening_patterns: Vec<rows::OpeningPattern>,
}

/// A person in clear.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Being {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) sex: Sex,
    pub(super) birth: NaiveDate,
    pub(super) number: Option<IdNumber>,
    pub(super) phone: Option<String>,
    pub(super) category: &'static str,
    pub(super) registered_place: Option<String>,
    /// The home the person counts in; none for the dead and the departed.
    pub(super) counts_at: Option<Home>,
    /// Whether the person lives at that home.
    pub(super) lives_there: bool,
    pub(super) guardian: Option<Uuid>,
    pub(super) death_on: Option<NaiveDate>,
    pub(super) act: Acted,
}

/// An id number that a person had before a correction.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FormerNumber {
    pub(super) id: Uuid,
    pub(super) person: Uuid,
    pub(super) number: IdNumber,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) act: Acted,
}

/// A rental and its landlord's telephone number in clear.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letting {
    pub(super) row: rows::Rental,
    pub(super) phone: Option<String>,
}

/// An act that rows point to (REG-08), and when it was recorded (REG-10).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Acted {
    pub(super) id: Uuid,
    pub(super) at: DateTime<Utc>,
}

/// A dwelling with all that its inhabitants' rows repeat of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Home {
    pub(super) dwelling: Uuid,
    pub(super) building: Uuid,
    pub(super) community: Uuid,
    pub(super) beat: Uuid,
    /// First day of the building.
    pub(super) since: NaiveDate,
    /// Opening entry of the building's households.
    pub(super) opening: Acted,
    /// Entry of those who live in the building and are registered elsewhere.
    pub(super) ledger: Acted,
    /// Another dwelling of the building, where somebody may have lived before.
    pub(super) other: Option<Uuid>,
}

/// State of one precinct while its rows are drawn.
pub(super) struct Making {
    pub(super) draw: Draw,
    pub(super) people: People,
    pub(super) plan: PrecinctPlan,
    pub(super) precinct: Uuid,
    pub(super) district: Uuid,
    pub(super) today: NaiveDate,
    pub(super) out: Chunk,
    /// The counts of the community being made.
    pub(super) count: super::Counts,
    pub(super) registrar: Uuid,
    ids: u64,
    acts: u32,
    pub(super) households: u32,
    pub(super) rentals: u32,
}

impl Making {
    pub(super) fn new(seed: u64, plan: &PrecinctPlan, district: Uuid, today: NaiveDate) -> Self {
        let mut draw = Draw::new(seed, &plan.code);
        let people = People::new(plan.ordinal);
        let (precinct, registrar) = (id(today, 0, draw.bytes()), id(today, 1, draw.bytes()));
        let (out, count) = (Chunk::default(), super::Counts::default());
        let plan = plan.clone();
        Self {
            draw,
            people,
            plan,
            precinct,
            district,
            today,
            out,
            count,
            registrar,
            ids: 1,
            acts: 0,
            households: 0,
            rentals: 0,
        }
    }

    /// A new id, later than every one before it, so that indexes grow at their end.
    pub(super) fn id(&mut self) -> Uuid {
        self.ids += 1;
        id(self.today, self.ids, self.draw.bytes())
    }

    /// The last six digits of the precinct's code, which begin its numbers.
    pub(super) fn tail(&self) -> &str {
        let code = &self.plan.code;
        code.get(code.len().saturating_sub(6)..).unwrap_or(code)
    }

    /// An instant in office hours (01:00–09:00 UTC) of a day up to `within` days after `day`, but before today.
    fn office_hour(&mut self, day: NaiveDate, within: i32) -> DateTime<Utc> {
        let last = self.today - Days::new(1);
        let days = u64::try_from(self.draw.between(0, within)).unwrap_or(0);
        let seconds = 3600 + i64::from(self.draw.between(0, 8 * 3600));
        (day + Days::new(days)).min(last).and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::seconds(seconds)
    }

    /// A new act of a kind, recorded within a few days of taking effect.
    pub(super) fn act(&mut self, kind: &'static str, on: NaiveDate, summary: &str) -> Acted {
        let at = self.office_hour(on, 20);
        self.act_recorded(kind, on, at, summary)
    }

    fn act_recorded(&mut self, kind: &'static str, on: NaiveDate, at: DateTime<Utc>, summary: &str) -> Acted {
        self.acts += 1;
        let id = self.id();
        let number = format!("DJ{}-{:07}", self.tail(), self.acts);
        self.out.acts.push(rows::Act {
            precinct_id: self.precinct,
            id,
            number,
            kind,
            effective_on: on,
            recorded_at: at,
            account_id: self.registrar,
            account_name: self.plan.registrar.clone(),
            account_role: "REGISTRAR",
            summary: summary.to_owned(),
        });
        Acted { id, at }
    }

    /// The opening entry of a building: everything older than the register was recorded by it.
    pub(super) fn opening(&mut self, building: &str) -> Acted {
        let at = opened().and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::hours(1);
        self.act_recorded("OPENING_ENTRY", opened(), at, &format!("Opening entry of {building}"))
    }

    /// The act of something that happened at a home on `on`: before the register was opened, its opening entry.
    pub(super) fn act_at(&mut self, home: &Home, kind: &'static str, on: NaiveDate, summary: &str) -> Acted {
        if on < opened() { home.opening } else { self.act(kind, on, summary) }
    }

    /// What was made since the last time.
    pub(super) fn take(&mut self) -> Chunk {
        std::mem::take(&mut self.out)
    }
}

/// The day on which the paper register was entered.
pub(super) fn opened() -> NaiveDate {
    NaiveDate::from_ymd_opt(2015, 3, 1).unwrap_or_default()
}

/// A version 7 id of the day before `today`, a millisecond after the one before.
pub(super) fn id(today: NaiveDate, serial: u64, random: [u8; 10]) -> Uuid {
    let midnight = (today - Days::new(1)).and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
    let millis = u64::try_from(midnight).unwrap_or(0) + serial;
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}
