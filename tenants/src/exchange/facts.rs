//! What the register says of a file's keys, read once before the check.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use sea_orm::QueryResult;
use uuid::Uuid;

use super::entries;
use super::persons::{Kin, Known, Likely};
use super::rows::Who;
use super::tables::Records;
use crate::codes::Sex;
use crate::error::Result;
use crate::scope::{Precinct, Scope};
use crate::transaction::Mode;

/// What the register says of the file's keys.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Dwellings by label.
    pub(super) dwellings: HashMap<String, Dwelling>,
    /// Households of the register by number, also closed ones.
    pub(super) households: HashMap<String, Home>,
    /// Where the bearer of an id number is registered already, in words (REG-14).
    pub(super) registered: HashMap<String, String>,
    /// Persons of the register whom the table of memberships may mean.
    pub(super) known: HashMap<Who, Vec<Known>>,
    /// Persons of the register of nearly the same name and birth, by row of the table of persons (REG-15).
    pub(super) likely: HashMap<u32, Vec<Likely>>,
}

/// A dwelling that a household may be registered at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dwelling {
    pub(super) id: Uuid,
    pub(super) building: Uuid,
    pub(super) community: Uuid,
    pub(super) beat: Option<Uuid>,
    /// The day it ceased to stand; only a household that closed by then was ever registered there.
    pub(super) until: Option<NaiveDate>,
}

/// A household of the register.
#[derive(Clone, Debug)]
pub(super) struct Home {
    pub(super) id: Uuid,
    pub(super) kind: String,
    pub(super) active: bool,
    pub(super) established_on: NaiveDate,
    pub(super) closed_on: Option<NaiveDate>,
    pub(super) dwelling: Dwelling,
    /// Its present members.
    pub(super) members: Vec<Kin>,
    /// Every interval it is believed to have had, present ones included: relation and days.
    pub(super) spans: Vec<(String, Span)>,
}

/// Days from `from` inclusive to `to` exclusive, or still going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: NaiveDate,
    pub(super) to: Option<NaiveDate>,
}

impl Span {
    /// Whether there is a day in both.
    pub(super) fn meets(self, other: Self) -> bool {
        let lasts = |span: Self| span.to != Some(span.from);
        let before = |from: NaiveDate, to: Option<NaiveDate>| to.is_none_or(|end| from < end);
        lasts(self) && lasts(other) && before(self.from, other.to) && before(other.from, self.to)
    }
}

const DWELLING: &str = "SELECT id, building_id, community_id, beat_id, valid_to FROM dwelling WHERE precinct_id = $1 AND label = $2 \
     ORDER BY CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END, valid_to DESC, id LIMIT 1";
const HOUSEHOLD: &str = "SELECT h.dwelling_id, h.building_id, h.community_id, h.beat_id, d.valid_to, h.id, h.state, h.established_on, \
     h.closed_on, h.kind FROM household h JOIN dwelling d ON d.precinct_id = h.precinct_id AND d.id = h.dwelling_id \
     WHERE h.precinct_id = $1 AND h.number = $2";
const MEMBERS: &str = "SELECT m.relation, p.sex, p.birth_date, p.name FROM membership m \
     JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id \
     WHERE m.precinct_id = $1 AND m.household_id = $2 AND m.effective_to IS NULL AND m.superseded_at IS NULL ORDER BY m.id";
const SPANS: &str = "SELECT relation, effective_from, effective_to FROM membership \
     WHERE precinct_id = $1 AND household_id = $2 AND superseded_at IS NULL ORDER BY id";
const REGISTERED: &str =
    "SELECT p.id, p.short_name FROM identity i JOIN precinct p ON p.id = i.precinct_id WHERE i.number_hash = $1";

/// Reads the dwellings, households, numbers and persons that the file names.
pub(super) async fn facts(scope: &Scope<Precinct>, file: &Records) -> Result<Facts> {
    let mut facts = Facts::default();
    let labels = file.households.good.iter().map(|household| household.address.as_str());
    for label in labels.collect::<BTreeSet<_>>() {
        if let Some(row) = scope.query(DWELLING, vec![label.into()]).await?.first() {
            facts.dwellings.insert(label.to_owned(), dwelling(row)?);
        }
    }
    let founded = file.households.good.iter().map(|household| household.number.as_str());
    let joined = file.persons.good.iter().filter_map(|person| Some(person.place()?.household.as_str()));
    let remembered = file.memberships.good.iter().map(|membership| membership.household.as_str());
    for number in founded.chain(joined).chain(remembered).collect::<BTreeSet<_>>() {
        if let Some(home) = home(scope, number).await? {
            facts.households.insert(number.to_owned(), home);
        }
    }
    registered(scope, file, &mut facts).await?;
    entries::read(scope, file, &mut facts).await?;
    Ok(facts)
}

/// The first five columns of a dwelling's row, or of a household's, which starts with its dwelling's.
fn dwelling(row: &QueryResult) -> Result<Dwelling> {
    Ok(Dwelling {
        id: row.try_get_by_index(0)?,
        building: row.try_get_by_index(1)?,
        community: row.try_get_by_index(2)?,
        beat: row.try_get_by_index(3)?,
        until: row.try_get_by_index(4)?,
    })
}

async fn home(scope: &Scope<Precinct>, number: &str) -> Result<Option<Home>> {
    let rows = scope.query(HOUSEHOLD, vec![number.into()]).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let id: Uuid = row.try_get_by_index(5)?;
    let state: String = row.try_get_by_index(6)?;
    let spans = scope.query(SPANS, vec![id.into()]).await?;
    Ok(Some(Home {
        id,
        active: state == "ACTIVE",
        established_on: row.try_get_by_index(7)?,
        closed_on: row.try_get_by_index(8)?,
        kind: row.try_get_by_index(9)?,
        dwelling: dwelling(row)?,
        members: members(scope, id).await?,
        spans: spans.iter().map(|row| Ok((row.try_get_by_index(0)?, span(row, 1)?))).collect::<Result<_>>()?,
    }))
}

/// The days of a row whose columns `at` and the next are the first and the last.
pub(super) fn span(row: &QueryResult, at: usize) -> Result<Span> {
    Ok(Span { from: row.try_get_by_index(at)?, to: row.try_get_by_index(at + 1)? })
}

/// The present members of a household.
pub(super) async fn members(scope: &Scope<Precinct>, household: Uuid) -> Result<Vec<Kin>> {
    let rows = scope.query(MEMBERS, vec![household.into()]).await?;
    let member = |row: &QueryResult| {
        Ok(Kin {
            relation: row.try_get_by_index(0)?,
            sex: Sex::from_code(row.try_get_by_index(1)?).unwrap_or(Sex::Unknown),
            birth: row.try_get_by_index(2)?,
            name: row.try_get_by_index(3)?,
        })
    };
    rows.iter().map(member).collect()
}

/// IDN-05 holds across precincts: the one look beyond our own, which tells a station's name and nothing else (REG-14).
async fn registered(scope: &Scope<Precinct>, file: &Records, facts: &mut Facts) -> Result<()> {
    let commons = scope.store().commons(Mode::Look).await?;
    for number in file.persons.good.iter().filter_map(|person| person.number.as_ref()) {
        let hash = scope.store().keys().number_hash(number.as_str());
        if let Some(row) = commons.query(REGISTERED, vec![hash.into()]).await?.first() {
            let (precinct, name): (Uuid, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            let place = if precinct == scope.precinct().0 { "this precinct's register".to_owned() } else { name };
            facts.registered.insert(number.as_str().to_owned(), place);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: i32, to: Option<i32>) -> Span {
        let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        Span { from: day(from), to: to.map(day) }
    }

    #[test]
    fn reg_02_intervals_touch_and_do_not_meet() {
        assert!(!span(2000, Some(2010)).meets(span(2010, None)));
        assert!(!span(2010, None).meets(span(2000, Some(2010))));
        assert!(span(2000, Some(2011)).meets(span(2010, None)) && span(2010, None).meets(span(2000, Some(2011))));
        assert!(span(2000, None).meets(span(2010, None)));
        assert!(!span(2010, Some(2010)).meets(span(2000, None)), "a day that is none");
    }
}
