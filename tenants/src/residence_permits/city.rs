//! Which city a place belongs to, and whether somebody is registered in it, in whichever precinct of the platform (PMT-01).

use sea_orm::QueryResult;
use uuid::Uuid;

use crate::dwellings::row as dwelling_row;
use crate::error::{Error, Result};
use crate::ids::{DwellingId, PersonId, PrecinctId};
use crate::persons::{PopulationCategory, row as person_row};
use crate::scope::{Precinct, Scope};
use crate::transaction::Mode;

/// Where the number is known, whether in our district, and the areas that precinct answers for.
const KNOWN_AT: &str = "SELECT i.precinct_id, i.person_id, p.district_id FROM identity i JOIN precinct p ON p.id = i.precinct_id \
     WHERE i.number_hash = $1";
const AREAS: &str =
    "SELECT a.division_code FROM jurisdiction j JOIN area a ON a.id = j.area_id WHERE j.precinct_id = $1 LIMIT 1";
const CATEGORY: &str = "SELECT category FROM person WHERE precinct_id = $1 AND id = $2 AND death_on IS NULL";
const DIVISION: &str = "SELECT c.division_code, c.id FROM dwelling d JOIN community c ON c.precinct_id = d.precinct_id AND c.id = d.community_id \
     WHERE d.precinct_id = $1 AND d.id = $2";

/// The city of a division code (GB/T 2260): its first four digits; of a municipality's districts the first two, and of a county
/// that a province governs directly all six.
pub(crate) fn city_of(division_code: &str) -> String {
    let part = |digits: usize| division_code.get(..digits).unwrap_or(division_code).to_owned();
    match (division_code.get(..2), division_code.get(2..4)) {
        (Some("11" | "12" | "31" | "50"), _) => part(2),
        (_, Some("90")) => part(6),
        _ => part(4),
    }
}

impl Scope<Precinct> {
    /// The city a dwelling of this precinct lies in.
    pub(crate) async fn city_at(&self, dwelling: DwellingId) -> Result<String> {
        self.rows::<dwelling_row::Entity>().get_now(dwelling).await?.ok_or(Error::NotFound)?;
        let commons = self.store().commons(Mode::Look).await?;
        commons.enter(self.precinct()).await?;
        let rows = commons.query(DIVISION, vec![self.precinct().into(), dwelling.into()]).await?;
        let row = rows.first().ok_or(Error::NotFound)?;
        Ok(city_of(&row.try_get_by_index::<String>(0)?))
    }

    /// Whether somebody whom this precinct knows is registered in the city of a dwelling, in this precinct or in any other: the answer
    /// is yes or no, and nothing else of the other precinct's entry leaves here.
    pub(crate) async fn is_registered_in_city(&self, person: PersonId, dwelling: DwellingId) -> Result<bool> {
        let person = self.rows::<person_row::Entity>().get_now(person).await?.ok_or(Error::NotFound)?;
        let category: PopulationCategory = person.category.parse().map_err(Error::internal)?;
        if category.is_registered() || category == PopulationCategory::CitySeparated {
            return Ok(true);
        }
        let city = self.city_at(dwelling).await?;
        match person.number_hash {
            Some(hash) => self.is_registered_elsewhere(hash, &city).await,
            None => Ok(false),
        }
    }

    /// Whether the number is that of somebody registered in the city by another precinct.
    pub(crate) async fn is_registered_elsewhere(&self, number_hash: Vec<u8>, city: &str) -> Result<bool> {
        let commons = self.store().commons(Mode::Look).await?;
        let rows = commons.query(KNOWN_AT, vec![number_hash.into()]).await?;
        let Some((precinct, person, district)) = rows.first().map(known).transpose()? else { return Ok(false) };
        if precinct == self.precinct() {
            return Ok(false);
        }
        let areas = commons.query(AREAS, vec![precinct.into()]).await?;
        let same_city = match areas.first() {
            Some(row) => city_of(&row.try_get_by_index::<String>(0)?) == city,
            None => district == self.member().district.0,
        };
        if !same_city {
            return Ok(false);
        }
        commons.enter(precinct).await?;
        let rows = commons.query(CATEGORY, vec![precinct.into(), person.into()]).await?;
        let Some(row) = rows.first() else { return Ok(false) };
        let category: PopulationCategory = row.try_get_by_index::<String>(0)?.parse().map_err(Error::internal)?;
        Ok(category.is_registered())
    }
}

fn known(row: &QueryResult) -> Result<(PrecinctId, Uuid, Uuid)> {
    Ok((PrecinctId(row.try_get_by_index(0)?), row.try_get_by_index(1)?, row.try_get_by_index(2)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_a_prefecture_a_municipality_or_a_county_of_the_province() {
        let cities = ["420111", "420115901", "110105", "310230", "500101", "429004", "999999001", ""].map(city_of);
        assert_eq!(cities, ["4201", "4201", "11", "31", "50", "429004", "9999", ""]);
    }
}
