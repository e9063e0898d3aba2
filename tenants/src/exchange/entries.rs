//! Entries of the register that a file may mean: by number, and by name and birth.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use sea_orm::{QueryResult, Value};
use uuid::Uuid;

use super::facts::{Facts, Span, members, span};
use super::persons::{DAYS, Known, Likely, mother_of};
use super::report::Side;
use super::rows::{PersonRow, Who};
use super::tables::Records;
use crate::acts::RegistrationState;
use crate::clock::younger_than;
use crate::codes::Sex;
use crate::commons::Commons;
use crate::error::{Error, Result};
use crate::masking;
use crate::persons::shown_name;
use crate::scope::{Precinct, Scope};
use crate::transaction::Mode;

const BY_NUMBER: &str = "SELECT p.id, p.name, p.sex, p.birth_date, p.death_on, p.version, p.name_masked, p.number_masked, p.phone_masked, \
     p.restricted FROM person p WHERE p.precinct_id = $1 AND p.number_hash = $2";
const BY_NAME: &str = "SELECT p.id, p.name, p.sex, p.birth_date, p.death_on, p.version, p.name_masked, p.number_masked, p.phone_masked, \
     p.restricted FROM person p WHERE p.precinct_id = $1 AND p.name = $2 AND p.birth_date >= $3 AND p.birth_date <= $4 ORDER BY p.id";
const SPANS: &str = "SELECT effective_from, effective_to FROM membership \
     WHERE precinct_id = $1 AND person_id = $2 AND superseded_at IS NULL ORDER BY effective_from, id";
const PLACE: &str = "SELECT h.id, h.number, m.relation FROM membership m \
     JOIN household h ON h.precinct_id = m.precinct_id AND h.id = m.household_id \
     WHERE m.precinct_id = $1 AND m.person_id = $2 AND m.effective_to IS NULL AND m.superseded_at IS NULL";
const STATE: &str = "SELECT precinct_id, state FROM registration WHERE person_id = $1";

/// Reads whom the table of memberships may mean, and who is likely somebody of the table of persons.
pub(super) async fn read(scope: &Scope<Precinct>, file: &Records, facts: &mut Facts) -> Result<()> {
    let reader =
        Reader { scope, commons: scope.store().commons(Mode::Look).await?, today: scope.store().clock().today() };
    for who in file.memberships.good.iter().map(|row| &row.who).collect::<BTreeSet<_>>() {
        let mut known = Vec::new();
        for row in reader.meant(who).await? {
            known.push(reader.known(&row).await?.0);
        }
        facts.known.insert(who.clone(), known);
    }
    for person in &file.persons.good {
        let is_registered = person.number.as_ref().is_some_and(|number| facts.registered.contains_key(number.as_str()));
        let found = if is_registered { Vec::new() } else { reader.near(person).await? };
        if !found.is_empty() {
            facts.likely.insert(person.row, found);
        }
    }
    Ok(())
}

struct Reader<'s> {
    scope: &'s Scope<Precinct>,
    commons: Commons,
    today: NaiveDate,
}

impl Reader<'_> {
    async fn meant(&self, who: &Who) -> Result<Vec<QueryResult>> {
        match who {
            Who::Numbered(number) => {
                let hash = self.scope.store().keys().number_hash(number);
                self.scope.query(BY_NUMBER, vec![hash.into()]).await
            }
            Who::Named(name, birth) => self.named(name, *birth, *birth).await,
        }
    }

    async fn named(&self, name: &str, from: NaiveDate, to: NaiveDate) -> Result<Vec<QueryResult>> {
        let values: [Value; 3] = [name.into(), from.into(), to.into()];
        self.scope.query(BY_NAME, values.into()).await
    }

    /// The person of a row, and his state in the installation.
    async fn known(&self, row: &QueryResult) -> Result<(Known, RegistrationState)> {
        let id: Uuid = row.try_get_by_index(0)?;
        let state = self.commons.query(STATE, vec![id.into()]).await?;
        let (responsible, state) = match state.first() {
            Some(row) => {
                let state: String = row.try_get_by_index(1)?;
                (Some(row.try_get_by_index::<Uuid>(0)?), state.parse().map_err(Error::internal)?)
            }
            None => (None, RegistrationState::Never),
        };
        let spans = self.scope.query(SPANS, vec![id.into()]).await?;
        let known = Known {
            id,
            name: row.try_get_by_index(1)?,
            sex: Sex::from_code(row.try_get_by_index(2)?).unwrap_or(Sex::Unknown),
            birth: row.try_get_by_index(3)?,
            died_on: row.try_get_by_index(4)?,
            version: row.try_get_by_index(5)?,
            elsewhere: responsible.is_some_and(|precinct| precinct != self.scope.precinct().0),
            spans: spans.iter().map(|row| span(row, 0)).collect::<Result<Vec<Span>>>()?,
        };
        Ok((known, state))
    }

    async fn near(&self, person: &PersonRow) -> Result<Vec<Likely>> {
        let days = Days::new(DAYS.unsigned_abs());
        let mut found = Vec::new();
        for row in self.named(&person.name, person.birth - days, person.birth + days).await? {
            found.push(self.likely(&row).await?);
        }
        Ok(found)
    }

    async fn likely(&self, row: &QueryResult) -> Result<Likely> {
        let (known, state) = self.known(row).await?;
        let place = self.scope.query(PLACE, vec![known.id.into()]).await?;
        let (mut household_number, mut mother) = (String::new(), None);
        if let Some(place) = place.first() {
            let relation: String = place.try_get_by_index(2)?;
            household_number = place.try_get_by_index(1)?;
            let kin = members(self.scope, place.try_get_by_index(0)?).await?;
            mother = mother_of(&relation, known.sex, &kin).map(str::to_owned);
        }
        let number: Option<String> = row.try_get_by_index(7)?;
        let numbered = number.is_some();
        let is_restricted: bool = row.try_get_by_index(9)?;
        let (side, status) = if is_restricted {
            (Side::default(), "RESTRICTED")
        } else {
            let side = Side {
                household_number,
                name: shown_name(row.try_get_by_index(6)?, younger_than(known.birth, masking::ADULT_AGE, self.today)),
                sex: known.sex.code().to_string(),
                birth: masking::birth(known.birth, self.today),
                id_number: number.unwrap_or_default(),
                phone: row.try_get_by_index::<Option<String>>(8)?.unwrap_or_default(),
            };
            (side, if known.elsewhere { RegistrationState::Departed.as_str() } else { state.as_str() })
        };
        Ok(Likely { known, numbered, mother, side, status })
    }
}
