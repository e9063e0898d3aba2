//! Reading in clear: an act of its own, for a purpose and an open case, audited (PRV-02, PRV-03, PRV-07).

use chrono::NaiveDate;
use sea_orm::ColumnTrait;

use super::{ADULT_AGE, row};
use crate::audit::{Entry, Outcome};
use crate::case_files::CaseFile;
use crate::clock::younger_than;
use crate::error::{Error, Result};
use crate::ids::{DwellingId, PersonId};
use crate::purposes::Purpose;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};
use crate::words::words;

words! {
    /// A value that can be revealed.
    pub enum PersonField {
        /// The name in full.
        Name = "NAME",
        /// The citizen id number.
        IdNumber = "ID_NUMBER",
        /// The telephone number.
        Phone = "PHONE",
        /// The birth date.
        BirthDate = "BIRTH_DATE",
        /// The address lived at.
        Address = "ADDRESS",
    }
}

/// What is to be revealed, and why.
#[derive(Clone, Debug)]
pub struct Reveal {
    /// Whose record.
    pub person: PersonId,
    /// Which values.
    pub fields: Vec<PersonField>,
    /// For which purpose.
    pub purpose: Purpose,
    /// The number of the case file it serves.
    pub case_ref: String,
}

/// Clear values: those asked for and nothing more.
#[derive(Clone, Default)]
pub struct Revealed {
    /// The name.
    pub name: Option<String>,
    /// The citizen id number.
    pub id_number: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The birth date.
    pub birth_date: Option<NaiveDate>,
    /// The address lived at.
    pub address: Option<String>,
}

impl Scope<Precinct> {
    /// Reveals values of one person's record. A refusal is noted too (SEC-04).
    ///
    /// Refused with [`Error::PurposeRequired`] unless the case file exists, is open and involves the asker's unit (PRV-02); of
    /// a minor with [`Error::ApprovalRequired`] unless an approval stands (PRV-07).
    pub async fn reveal_person(&self, reveal: &Reveal) -> Result<Revealed> {
        let outcome = self.try_reveal(reveal).await;
        let entry = entry_of(reveal);
        self.note(
            self.precinct(),
            match &outcome {
                Ok(_) => entry.showing(vec![reveal.person.0]),
                Err(error) => entry.ended(Outcome::of(error)),
            },
        );
        outcome
    }

    async fn try_reveal(&self, reveal: &Reveal) -> Result<Revealed> {
        self.may(Domain::Persons, Action::Reveal)?;
        self.serves(reveal.purpose)?;
        let case = self.usable_case(&reveal.case_ref).await?;
        let row = self.rows::<row::Entity>().get(reveal.person).await?.ok_or(Error::NotFound)?;
        if younger_than(row.birth_date, ADULT_AGE, self.store().clock().today()) {
            self.standing_approval(reveal.person, case.id, reveal.purpose).await?;
        }
        self.sight(self.precinct(), &[reveal.person]).await?;
        self.opened(row, &reveal.fields).await
    }

    /// The open case file of this number that involves the asker's unit.
    pub(crate) async fn usable_case(&self, number: &str) -> Result<CaseFile> {
        let found = self.case_file_by_number(number).await?;
        let usable = found.filter(|case| case.is_open() && case.beat.is_none_or(|beat| self.assigned(Some(beat))));
        usable.ok_or(Error::PurposeRequired("an open case file of your unit must be named"))
    }

    /// The open case file a district's search names; it must be the asker's own unit's (PRV-02). A refusal is noted (SEC-04).
    pub async fn case_for_reading(&self, number: &str, purpose: Purpose) -> Result<CaseFile> {
        let found = match self.may(Domain::Persons, Action::Search) {
            Ok(()) => self.usable_case(number).await,
            Err(denied) => Err(denied),
        };
        found.inspect_err(|error| {
            let entry = Entry::new("personSearch", Domain::Persons.as_str());
            let entry = entry.why(purpose.as_str(), Some(number.to_owned())).ended(Outcome::of(error));
            self.note(self.precinct(), entry);
        })
    }

    async fn opened(&self, row: row::Model, fields: &[PersonField]) -> Result<Revealed> {
        let key = self.store().data_key(self.precinct()).await?;
        let open = |sealed: &Option<Vec<u8>>| sealed.as_deref().map(|sealed| key.open_text(sealed)).transpose();
        let wants = |field| fields.contains(&field);
        let mut revealed = Revealed::default();
        if wants(PersonField::IdNumber) {
            revealed.id_number = open(&row.number_sealed)?;
        }
        if wants(PersonField::Phone) {
            revealed.phone = open(&row.phone_sealed)?;
        }
        if wants(PersonField::Address) {
            revealed.address = self.label_of(row.dwelling_id.map(DwellingId)).await?;
        }
        revealed.birth_date = wants(PersonField::BirthDate).then_some(row.birth_date);
        revealed.name = wants(PersonField::Name).then_some(row.name);
        Ok(revealed)
    }

    /// The address of a dwelling down to the door.
    pub(crate) async fn label_of(&self, dwelling: Option<DwellingId>) -> Result<Option<String>> {
        use crate::dwellings::row::{Column, Entity};
        let Some(id) = dwelling else { return Ok(None) };
        Ok(self.rows::<Entity>().filter(Column::Id.eq(id)).one().await?.map(|row| row.label))
    }
}

/// What the trail says of a reveal, done or refused.
fn entry_of(reveal: &Reveal) -> Entry {
    let fields: Vec<&str> = reveal.fields.iter().map(|field| field.as_str()).collect();
    Entry::new("revealPerson", Domain::Persons.as_str())
        .on("person", reveal.person)
        .when(format!("fields={}", fields.join(",")))
        .why(reveal.purpose.as_str(), Some(reveal.case_ref.clone()))
}
