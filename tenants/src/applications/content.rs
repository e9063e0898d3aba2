//! What is kept of a draft: who asks, whom and which household it is about, what for; sealed where it is personal (PRV-19).

use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{Book, Draft, form, row, some_words, words_of};
use crate::application_types::ApplicationType;
use crate::error::{Error, Result};
use crate::households::row as household_row;
use crate::id_number::IdNumber;
use crate::ids::{HouseholdId, PersonId};
use crate::keys::DataKey;
use crate::masking;
use crate::persons::row as person_row;
use crate::roles::Reach;
use crate::scope::{Precinct, Scope};
use crate::telephones;

/// Seals what is personal under the precinct's key.
struct Sealer<'s> {
    scope: &'s Scope<Precinct>,
    key: DataKey,
}

impl Sealer<'_> {
    fn seal(&self, clear: &str) -> Result<Vec<u8>> {
        self.key.seal(self.scope.store().ids(), clear.as_bytes())
    }

    fn some(&self, clear: Option<&str>) -> Result<Option<Vec<u8>>> {
        clear.map(|clear| self.seal(clear)).transpose()
    }
}

/// What is known of the person an application is about.
#[derive(Default)]
struct Known {
    name: Option<String>,
    name_masked: Option<String>,
    birth: Option<NaiveDate>,
    number: Option<String>,
    number_sealed: Option<Vec<u8>>,
    number_masked: Option<String>,
    key: Option<Vec<u8>>,
    beat: Option<Uuid>,
}

impl Scope<Precinct> {
    /// The columns that a draft fills.
    pub(super) async fn content(&self, draft: &Draft, kind: &ApplicationType, book: &Book) -> Result<row::ActiveModel> {
        let sealer = Sealer { scope: self, key: self.store().data_key(self.precinct()).await? };
        let known = self.known(draft, book).await?;
        let beat = self.beat_of(draft.household, &known).await?;
        let applicant = &draft.applicant;
        let number = number_of(applicant.id_number.as_deref(), "applicantIdNumber", book)?;
        let number = number.as_ref().map(IdNumber::as_str);
        let phone = applicant.phone.as_deref().map(|phone| telephones::read(phone, "applicantPhone")).transpose()?;
        let name = name_of(&applicant.name, "applicantName")?;
        let subject_number_sealed = match known.number_sealed {
            Some(sealed) => Some(sealed),
            None => sealer.some(known.number.as_deref())?,
        };
        Ok(row::ActiveModel {
            type_code: Set(kind.code.clone()),
            type_from: Set(kind.valid_from),
            act_kind: Set(kind.act_kind(draft.act_kind.as_deref())?.to_owned()),
            level: Set(kind.level.as_str().to_owned()),
            subject_id: Set(draft.subject.person.map(Uuid::from)),
            subject_key: Set(known.key),
            subject_name_sealed: Set(sealer.some(known.name.as_deref())?),
            subject_name_masked: Set(known.name_masked),
            subject_birth: Set(known.birth),
            subject_number_sealed: Set(subject_number_sealed),
            subject_number_masked: Set(known.number_masked),
            applicant_kind: Set(applicant.kind.as_str().to_owned()),
            applicant_name_sealed: Set(sealer.seal(&name)?),
            applicant_name_masked: Set(masking::name(&name)),
            applicant_number_sealed: Set(sealer.some(number)?),
            applicant_number_masked: Set(number.map(masking::id_number)),
            applicant_phone_sealed: Set(sealer.some(phone.as_deref())?),
            applicant_phone_masked: Set(phone.as_deref().map(masking::phone)),
            household_id: Set(draft.household.map(Uuid::from)),
            beat_id: Set(beat),
            circumstances: Set(draft.circumstances.join(",")),
            form_sealed: Set(sealer.seal(&form::read(&draft.form)?.to_string())?),
            note: Set(some_words(draft.note.as_deref(), "note", 500)?),
            needed_by: Set(draft.needed_by),
            needed_for: Set(some_words(draft.needed_for.as_deref(), "neededFor", 100)?),
            ..Default::default()
        })
    }

    async fn known(&self, Draft { subject, household, .. }: &Draft, book: &Book) -> Result<Known> {
        if let Some(person) = subject.person {
            return self.known_here(person).await;
        }
        let number = number_of(subject.id_number.as_deref(), "subjectIdNumber", book)?;
        let name = subject.name.as_deref().map(|name| name_of(name, "subjectName")).transpose()?;
        if subject.birth.is_some_and(|birth| birth > book.today) {
            return Err(Error::invalid("IDN-02", "subjectBirthDate", "the birth date lies in the future"));
        }
        let hash = |text: &str| self.store().keys().number_hash(text);
        // Who has no number yet is told apart by household, birth date and name (REG-12).
        let unnumbered = match (household, &name, subject.birth) {
            (Some(household), Some(name), Some(birth)) => {
                Some(hash(&format!("newborn/{}/{birth}/{name}", household.0)))
            }
            _ => None,
        };
        Ok(Known {
            name_masked: name.as_deref().map(masking::name),
            name,
            birth: number.as_ref().map(IdNumber::birth_date).or(subject.birth),
            number_masked: number.as_ref().map(|number| masking::id_number(number.as_str())),
            key: number.as_ref().map(|number| hash(number.as_str())).or(unnumbered),
            number: number.map(|number| number.as_str().to_owned()),
            ..Known::default()
        })
    }

    async fn known_here(&self, person: PersonId) -> Result<Known> {
        let row = self.rows::<person_row::Entity>().get_now(person).await?.ok_or(Error::NotFound)?;
        let nameless = || self.store().keys().number_hash(&format!("person/{}", row.id));
        Ok(Known {
            key: Some(row.number_hash.clone().unwrap_or_else(nameless)),
            name: Some(row.name),
            name_masked: Some(row.name_masked),
            birth: Some(row.birth_date),
            number: None,
            number_sealed: row.number_sealed,
            number_masked: row.number_masked,
            beat: row.beat_id,
        })
    }

    /// The beat of the household, or of the person, or the only one of an officer who has one.
    async fn beat_of(&self, household: Option<HouseholdId>, known: &Known) -> Result<Option<Uuid>> {
        if let Some(id) = household {
            let household = self.rows::<household_row::Entity>().get_now(id).await?;
            return Ok(household.ok_or(Error::NotFound)?.beat_id);
        }
        let own = match (self.member().role.reach(), self.member().beats.as_slice()) {
            (Reach::OwnBeats, [beat]) => Some(beat.0),
            _ => None,
        };
        Ok(known.beat.or(own))
    }
}

/// A name as it was said.
pub(crate) fn name_of(name: &str, field: &'static str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 60 {
        return words_of(name, field, 60);
    }
    Ok(name.to_owned())
}

fn number_of(number: Option<&str>, field: &'static str, book: &Book) -> Result<Option<IdNumber>> {
    number.map(|text| IdNumber::parse(text, book.today).map_err(|fault| fault.refusal(field))).transpose()
}
