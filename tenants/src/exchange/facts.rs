//! What the register says of a file's keys, read once before the check.

use std::collections::BTreeSet;

use sea_orm::QueryResult;
use uuid::Uuid;

use super::plan::{Dwelling, Facts, Standing};
use super::rows::{HouseholdRow, PersonRow};
use crate::codes::Sex;
use crate::error::Result;
use crate::scope::{Precinct, Scope};
use crate::transaction::Mode;

const DWELLING: &str = "SELECT id, building_id, community_id, beat_id FROM dwelling \
     WHERE precinct_id = $1 AND label = $2 AND valid_to IS NULL ORDER BY id LIMIT 1";
const HOUSEHOLD: &str = "SELECT dwelling_id, building_id, community_id, beat_id, id, state, established_on FROM household \
     WHERE precinct_id = $1 AND number = $2";
const MEMBERS: &str = "SELECT m.relation, p.sex, p.birth_date, p.name FROM membership m \
     JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id \
     WHERE m.precinct_id = $1 AND m.household_id = $2 AND m.effective_to IS NULL AND m.superseded_at IS NULL ORDER BY m.id";
const REGISTERED: &str =
    "SELECT p.id, p.short_name FROM identity i JOIN precinct p ON p.id = i.precinct_id WHERE i.number_hash = $1";

/// Reads the dwellings, households and numbers that the file names.
pub(super) async fn facts(
    scope: &Scope<Precinct>,
    households: &[HouseholdRow],
    persons: &[PersonRow],
) -> Result<Facts> {
    let mut facts = Facts::default();
    for label in households.iter().map(|household| household.address.as_str()).collect::<BTreeSet<_>>() {
        if let Some(row) = scope.query(DWELLING, vec![label.into()]).await?.first() {
            facts.dwellings.insert(label.to_owned(), dwelling(row)?);
        }
    }
    let own = households.iter().map(|household| household.number.as_str());
    let joined: BTreeSet<_> = persons.iter().map(|person| person.household.as_str()).collect();
    for number in own.chain(joined.iter().copied()).collect::<BTreeSet<_>>() {
        if let Some(standing) = standing(scope, number, joined.contains(number)).await? {
            facts.households.insert(number.to_owned(), standing);
        }
    }
    registered(scope, persons, &mut facts).await?;
    Ok(facts)
}

/// The first four columns of a dwelling's row, or of a household's, which starts with its dwelling's id.
fn dwelling(row: &QueryResult) -> Result<Dwelling> {
    Ok(Dwelling {
        id: row.try_get_by_index(0)?,
        building: row.try_get_by_index(1)?,
        community: row.try_get_by_index(2)?,
        beat: row.try_get_by_index(3)?,
    })
}

async fn standing(scope: &Scope<Precinct>, number: &str, with_members: bool) -> Result<Option<Standing>> {
    let rows = scope.query(HOUSEHOLD, vec![number.into()]).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let id: Uuid = row.try_get_by_index(4)?;
    let state: String = row.try_get_by_index(5)?;
    let members = if with_members { members(scope, id).await? } else { Vec::new() };
    Ok(Some(Standing {
        id,
        active: state == "ACTIVE",
        established_on: row.try_get_by_index(6)?,
        dwelling: dwelling(row)?,
        members,
    }))
}

async fn members(scope: &Scope<Precinct>, household: Uuid) -> Result<Vec<(String, Sex, chrono::NaiveDate, String)>> {
    let rows = scope.query(MEMBERS, vec![household.into()]).await?;
    let member = |row: &QueryResult| {
        let sex = Sex::from_code(row.try_get_by_index(1)?).unwrap_or(Sex::Unknown);
        Ok((row.try_get_by_index(0)?, sex, row.try_get_by_index(2)?, row.try_get_by_index(3)?))
    };
    rows.iter().map(member).collect()
}

/// IDN-05 holds across precincts: the one look beyond our own, which tells a station's name and nothing else (REG-14).
async fn registered(scope: &Scope<Precinct>, persons: &[PersonRow], facts: &mut Facts) -> Result<()> {
    let commons = scope.store().commons(Mode::Look).await?;
    for number in persons.iter().filter_map(|person| person.number.as_ref()) {
        let hash = scope.store().keys().number_hash(number.as_str());
        if let Some(row) = commons.query(REGISTERED, vec![hash.into()]).await?.first() {
            let (precinct, name): (Uuid, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            let place = if precinct == scope.precinct().0 { "this precinct's register".to_owned() } else { name };
            facts.registered.insert(number.as_str().to_owned(), place);
        }
    }
    Ok(())
}
