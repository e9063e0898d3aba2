//! The words by which forms change persons: who comes to be known, dies, leaves, and gets another name or number.

use chrono::NaiveDate;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::ExprTrait;
use uuid::Uuid;

use super::register::{Draft, Register};
use super::words::{ActRole, Basis};
use crate::codes::Sex;
use crate::error::{Error, Result};
use crate::id_number::IdNumber;
use crate::ids::{HouseholdId, PersonId};
use crate::masking;
use crate::names::NameKeys;
use crate::persons::{PopulationCategory, name_row, number_row, row as person};
use crate::telephones;

/// Somebody the register does not know yet, in clear.
#[derive(Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// The name.
    pub name: String,
    /// The sex.
    pub sex: Sex,
    /// The birth date.
    pub birth_date: NaiveDate,
    /// The citizen id number; none where it is not issued yet (IDN-07).
    pub number: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
}

impl std::fmt::Debug for Newcomer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Newcomer(hidden)")
    }
}

/// A name of characters or letters, `·` between its parts, at most 50.
pub(super) fn checked_name(text: &str) -> Result<String> {
    let name = text.trim();
    let fits = |c: char| c.is_alphabetic() || matches!(c, '·' | ' ' | '-' | '\'' | '.');
    let good = name.chars().count() <= 50 && name.chars().all(fits) && name.chars().any(char::is_alphabetic);
    if good {
        Ok(name.to_owned())
    } else {
        Err(Error::invalid("NAME", "name", "a name has letters or characters and · between its parts, at most 50"))
    }
}

/// A number that agrees with birth date and sex, and whose bearer may be a member of a household (IDN-01 to IDN-04, IDN-09).
pub(super) fn checked_number(text: &str, birth: NaiveDate, sex: Sex, today: NaiveDate) -> Result<IdNumber> {
    let number = IdNumber::parse(text, today).map_err(|fault| fault.refusal("number"))?;
    number.agrees_with(birth, sex).map_err(|fault| fault.refusal("number"))?;
    if number.may_join_household() {
        return Ok(number);
    }
    Err(Error::invalid(
        "IDN-09",
        "number",
        "the bearer of a residence permit is an inhabitant, not a member of a household",
    ))
}

impl Register<'_> {
    /// Seals a clear value under the precinct's key.
    pub(super) fn seal(&self, clear: &str) -> Result<Vec<u8>> {
        self.key.seal(self.work.scope().store().ids(), clear.as_bytes())
    }

    /// Adds a person, who belongs to no household yet; the number is taken for good (IDN-05).
    pub(crate) async fn add_person(&mut self, new: &Newcomer, guardian: Option<PersonId>) -> Result<PersonId> {
        let name = checked_name(&new.name)?;
        if new.birth_date > self.on {
            return Err(Error::invalid("IDN-02", "birthDate", "the birth lies after the day of the act"));
        }
        let id = self.work.new_id();
        let keys = NameKeys::of(&name);
        let mut row = person::Model {
            precinct_id: self.work.scope().precinct().0,
            id,
            name_masked: masking::name(&name),
            name,
            name_key: keys.full,
            name_initials: keys.initials,
            sex: new.sex.code(),
            birth_date: new.birth_date,
            number_sealed: None,
            number_hash: None,
            number_masked: None,
            phone_sealed: None,
            phone_hash: None,
            phone_masked: None,
            category: PopulationCategory::RegisteredResident.as_str().to_owned(),
            registered_place: None,
            community_id: None,
            beat_id: None,
            dwelling_id: None,
            guardian_id: guardian.map(Uuid::from),
            death_on: None,
            restricted: false,
            act_id: self.act,
            version: 1,
            recorded_at: self.now,
            updated_at: self.now,
        };
        if let Some(number) = &new.number {
            let number = checked_number(number, new.birth_date, new.sex, self.today)?;
            self.claim_number(&number, id).await?;
            self.write_number(&mut row, &number)?;
        }
        if let Some(phone) = &new.phone {
            self.write_phone(&mut row, Some(phone))?;
        }
        self.persons.insert(id, Draft::new(row));
        Ok(PersonId(id))
    }

    fn write_number(&self, row: &mut person::Model, number: &IdNumber) -> Result<()> {
        row.number_sealed = Some(self.seal(number.as_str())?);
        row.number_hash = Some(self.work.scope().store().keys().number_hash(number.as_str()));
        row.number_masked = Some(masking::id_number(number.as_str()));
        Ok(())
    }

    pub(super) fn write_phone(&self, row: &mut person::Model, phone: Option<&str>) -> Result<()> {
        let phone = phone.map(|phone| telephones::read(phone, "phone")).transpose()?;
        row.phone_sealed = phone.as_deref().map(|phone| self.seal(phone)).transpose()?;
        row.phone_hash = phone.as_deref().map(|phone| self.work.scope().store().keys().phone_hash(phone));
        row.phone_masked = phone.as_deref().map(masking::phone);
        Ok(())
    }

    /// A person's row, to be changed.
    pub(super) fn change_person(&mut self, id: PersonId) -> Result<&mut person::Model> {
        self.persons.get_mut(&id.0).map(|draft| &mut draft.now).ok_or(Error::NotFound)
    }

    /// A member counts where the household is registered, and lives there unless he is known to live elsewhere (§2.1).
    pub(super) fn reside(&mut self, id: PersonId, household: HouseholdId) -> Result<()> {
        let home = self.household(household)?.clone();
        let person = self.change_person(id)?;
        let away = PopulationCategory::RegisteredAway.as_str();
        if person.category != away {
            PopulationCategory::RegisteredResident.as_str().clone_into(&mut person.category);
            person.dwelling_id = Some(home.dwelling_id);
        }
        person.registered_place = None;
        (person.community_id, person.beat_id) = (Some(home.community_id), home.beat_id);
        Ok(())
    }

    /// Says that a member lives elsewhere, as the parent whom a child follows does.
    pub(super) fn live_away(&mut self, id: PersonId) -> Result<()> {
        let person = self.change_person(id)?;
        PopulationCategory::RegisteredAway.as_str().clone_into(&mut person.category);
        person.dwelling_id = None;
        Ok(())
    }

    /// Records a death: the entry stays, to be corrected and certified (REG-11).
    pub(crate) fn bury(&mut self, id: PersonId, on: NaiveDate) -> Result<()> {
        self.leave_places(id, None)?;
        self.change_person(id)?.death_on = Some(on);
        Ok(())
    }

    /// A person who no longer counts here, and where to, as far as known.
    pub(crate) fn leave_places(&mut self, id: PersonId, place: Option<&str>) -> Result<()> {
        let person = self.change_person(id)?;
        (person.community_id, person.beat_id, person.dwelling_id) = (None, None, None);
        if let Some(place) = place {
            person.registered_place = Some(place.to_owned());
        }
        Ok(())
    }

    /// Gives a person another name; the old one goes to history and is still found (R18).
    pub(crate) async fn rename(&mut self, id: PersonId, name: &str) -> Result<()> {
        let name = checked_name(name)?;
        let old = self.person(id)?.clone();
        if old.name == name {
            return Err(Error::invalid("NAME", "name", "the person bears this name already"));
        }
        let from = self.named_since(&old).await?;
        self.writes.names.push(name_row::Model {
            precinct_id: old.precinct_id,
            id: self.work.new_id(),
            person_id: old.id,
            name: old.name,
            name_masked: old.name_masked,
            name_key: old.name_key,
            name_initials: old.name_initials,
            effective_from: from,
            effective_to: Some(Ord::max(self.on, from)),
            recorded_at: self.now,
            superseded_at: None,
            act_id: self.act,
        });
        self.write_name(id, name)?;
        self.mark(id, ActRole::Renamed);
        Ok(())
    }

    pub(super) fn write_name(&mut self, id: PersonId, name: String) -> Result<()> {
        let keys = NameKeys::of(&name);
        let row = self.change_person(id)?;
        (row.name_masked, row.name_key, row.name_initials) = (masking::name(&name), keys.full, keys.initials);
        row.name = name;
        Ok(())
    }

    async fn named_since(&self, row: &person::Model) -> Result<NaiveDate> {
        use name_row::Column as C;
        let former = C::PersonId.eq(row.id).and(C::SupersededAt.is_null());
        let former = self.work.list::<name_row::Entity>(former, 100).await?;
        let last = former.iter().filter_map(|row| row.effective_to).max();
        Ok(Ord::max(last.unwrap_or(row.birth_date), row.birth_date))
    }

    /// Gives a person another number; the old one still leads to the same person (IDN-06).
    pub(crate) async fn renumber(&mut self, id: PersonId, number: &str, basis: Basis) -> Result<()> {
        let old = self.person(id)?.clone();
        let sex = Sex::from_code(old.sex).unwrap_or(Sex::Unknown);
        let number = checked_number(number, old.birth_date, sex, self.today)?;
        self.claim_number(&number, id.0).await?;
        if let (Some(number_sealed), Some(number_hash), Some(number_masked)) =
            (old.number_sealed.clone(), old.number_hash.clone(), old.number_masked.clone())
        {
            if number_hash == self.work.scope().store().keys().number_hash(number.as_str()) {
                return Err(Error::invalid("IDN-05", "number", "the person has this number already"));
            }
            let from = self.numbered_since(&old).await?;
            let to = if basis == Basis::Correction { from } else { Ord::max(self.on, from) };
            self.writes.numbers.push(number_row::Model {
                precinct_id: old.precinct_id,
                id: self.work.new_id(),
                person_id: old.id,
                number_sealed,
                number_hash,
                number_masked,
                effective_from: from,
                effective_to: Some(to),
                recorded_at: self.now,
                superseded_at: None,
                act_id: self.act,
            });
        }
        let mut row = old;
        self.write_number(&mut row, &number)?;
        *self.change_person(id)? = row;
        self.mark(id, ActRole::Renumbered);
        Ok(())
    }

    async fn numbered_since(&self, row: &person::Model) -> Result<NaiveDate> {
        use number_row::Column as C;
        let former = C::PersonId.eq(row.id).and(C::SupersededAt.is_null());
        let former = self.work.list::<number_row::Entity>(former, 100).await?;
        let last = former.iter().filter_map(|row| row.effective_to).max();
        Ok(Ord::max(last.unwrap_or(row.birth_date), row.birth_date))
    }

    /// Whether somebody of this name was born within three days of this one and belongs to the household or has one of these
    /// guardians: who enters the same child twice (REG-15).
    pub(crate) async fn is_double(
        &self,
        new: &Newcomer,
        household: Option<HouseholdId>,
        parents: &[PersonId],
    ) -> Result<bool> {
        use person::Column as C;
        let days = chrono::Days::new(3);
        let near = C::Name
            .eq(new.name.trim())
            .and(C::BirthDate.gte(new.birth_date - days))
            .and(C::BirthDate.lte(new.birth_date + days));
        let found = self.work.list::<person::Entity>(near, 1_000).await?;
        let of = |row: &person::Model| {
            let member = self.ties.get(&row.id).map(|tie| tie.row.household_id);
            let is_member = household.is_some_and(|household| member == Some(household.0));
            is_member || row.guardian_id.is_some_and(|guardian| parents.contains(&PersonId(guardian)))
        };
        Ok(found.iter().any(of))
    }
}
