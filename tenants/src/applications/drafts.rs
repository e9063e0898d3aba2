//! Taking an application down, and filing it.

use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::hand::{Hand, Said};
use super::{
    ApplicantKind, Application, ApplicationState, ApplicationStep, Book, form, place, row, some_words, words_of,
};
use crate::application_types::{self, ApplicationType};
use crate::error::{Error, Result};
use crate::households::row as household_row;
use crate::id_number::IdNumber;
use crate::ids::{ApplicationId, HouseholdId, PersonId, paper_number};
use crate::keys::DataKey;
use crate::masking;
use crate::persons::row as person_row;
use crate::roles::{Action, Domain, Reach};
use crate::scope::{Precinct, Scope};

/// Who asks.
#[derive(Clone, Debug)]
pub struct Applicant {
    /// What he is to the person the application is about.
    pub kind: ApplicantKind,
    /// The name.
    pub name: String,
    /// The id number.
    pub id_number: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
}

/// Whom it is about: somebody registered here, or somebody told by name and number.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    /// Who, if registered here.
    pub person: Option<PersonId>,
    /// The name.
    pub name: Option<String>,
    /// The id number; a newborn has none.
    pub id_number: Option<String>,
    /// The birth date.
    pub birth: Option<NaiveDate>,
}

/// An application as it is taken down.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The code of its type.
    pub type_code: String,
    /// The kind of act, where the type leads to several.
    pub act_kind: Option<String>,
    /// Whom it is about.
    pub subject: Subject,
    /// Who asks.
    pub applicant: Applicant,
    /// The household it concerns.
    pub household: Option<HouseholdId>,
    /// The circumstances its checklist asks about.
    pub circumstances: Vec<String>,
    /// The papers declared, by code.
    pub papers: Vec<String>,
    /// What the act is to be made of: a JSON object.
    pub form: String,
    /// A remark.
    pub note: Option<String>,
    /// The day by which it is needed.
    pub needed_by: Option<NaiveDate>,
    /// What for.
    pub needed_for: Option<String>,
}

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
    /// Takes an application down, or changes one that is a draft of the asker's or was returned. Auxiliaries may.
    pub async fn save_application(&self, saved: Option<(ApplicationId, i32)>, draft: Draft) -> Result<Application> {
        self.may(Domain::Applications, Action::Prepare)?;
        let maker = self.member().account.ok_or(Error::Denied)?;
        let book = Book::open(self.store()).await?;
        let kind = application_types::in_force(self.store(), &draft.type_code, book.today).await?;
        draft.check(&kind)?;
        let content = self.content(&draft, &kind, &book).await?;
        let Some((id, seen)) = saved else { return self.add_draft(maker.0, content, (draft, kind, book)).await };
        let hand = Hand::take(self, id, Some(seen)).await?;
        self.change_draft(hand, content, draft).await
    }

    async fn add_draft(
        &self,
        maker: Uuid,
        content: row::ActiveModel,
        (draft, kind, book): (Draft, ApplicationType, Book),
    ) -> Result<Application> {
        let work = self.work().await?;
        let id = ApplicationId(work.new_id());
        let (priority, queue_key) = place(draft.needed_by, None);
        work.add(row::ActiveModel {
            id: Set(id.0),
            state: Set(ApplicationState::Draft.as_str().to_owned()),
            maker_id: Set(maker),
            maker_name: Set(self.member().name.clone()),
            returns: Set(0),
            faults: Set(0),
            identity_compared: Set(false),
            priority: Set(priority),
            queue_key: Set(queue_key),
            created_at: Set(book.now),
            updated_at: Set(book.now),
            version: Set(1),
            ..content
        })
        .await
        .map_err(one_open)?;
        let row = work.get::<row::Entity>(id).await?;
        let hand = Hand::made(work, row, kind, book);
        hand.declare(&draft.papers).await?;
        hand.finish(&["saveApplication"]).await
    }

    async fn change_draft(&self, mut hand: Hand, content: row::ActiveModel, draft: Draft) -> Result<Application> {
        let state = hand.state()?;
        match state {
            ApplicationState::Draft => {}
            ApplicationState::Returned if hand.row.type_code == draft.type_code => {}
            _ => return Err(Error::invalid("TRANSITION", "applicationId", "it is neither a draft nor returned")),
        }
        hand.change(content).await.map_err(one_open)?;
        hand.declare(&draft.papers).await?;
        hand.finish(&["saveApplication"]).await
    }

    /// The columns that a draft fills.
    async fn content(&self, draft: &Draft, kind: &ApplicationType, book: &Book) -> Result<row::ActiveModel> {
        let sealer = Sealer { scope: self, key: self.store().data_key(self.precinct()).await? };
        let known = self.known(&draft.subject, book).await?;
        let beat = self.beat_of(draft.household, &known).await?;
        let applicant = &draft.applicant;
        let number = number_of(applicant.id_number.as_deref(), "applicantIdNumber", book)?;
        let number = number.as_ref().map(IdNumber::as_str);
        let phone = applicant.phone.as_deref().map(|phone| phone_of(phone, "applicantPhone")).transpose()?;
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

    async fn known(&self, subject: &Subject, book: &Book) -> Result<Known> {
        if let Some(person) = subject.person {
            return self.known_here(person).await;
        }
        let number = number_of(subject.id_number.as_deref(), "subjectIdNumber", book)?;
        let name = subject.name.as_deref().map(|name| name_of(name, "subjectName")).transpose()?;
        if subject.birth.is_some_and(|birth| birth > book.today) {
            return Err(Error::invalid("IDN-02", "subjectBirthDate", "the birth date lies in the future"));
        }
        Ok(Known {
            name_masked: name.as_deref().map(masking::name),
            name,
            birth: number.as_ref().map(IdNumber::birth_date).or(subject.birth),
            number_masked: number.as_ref().map(|number| masking::id_number(number.as_str())),
            key: number.as_ref().map(|number| self.store().keys().number_hash(number.as_str())),
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

    /// Files an application, again if it was returned: it gets the number it is followed by.
    pub async fn submit_application(&self, id: ApplicationId, seen: i32) -> Result<Application> {
        let filed = self.try_submit(id, seen).await;
        self.refused("submitApplication", id, filed)
    }

    async fn try_submit(&self, id: ApplicationId, seen: i32) -> Result<Application> {
        self.may(Domain::Applications, Action::Prepare)?;
        let mut hand = Hand::take(self, id, Some(seen)).await?;
        hand.file().await?;
        hand.finish(&["submitApplication"]).await
    }
}

impl Hand {
    async fn file(&mut self) -> Result<()> {
        self.must_lead(ApplicationStep::Submit, ApplicationState::Submitted)?;
        let declared = self.papers().await?.iter().any(|paper| paper.state != "DROPPED");
        if !declared && !self.kind.papers.is_empty() {
            return Err(Error::invalid("CHECKLIST", "papers", "declare at least one paper / 请至少填报一份材料"));
        }
        let number = self.row.number.clone().unwrap_or_else(|| paper_number("YW", self.book.now, self.row.id));
        let change = row::ActiveModel {
            number: Set(Some(number)),
            submitted_at: Set(Some(self.book.now)),
            returned_until: Set(None),
            ..Default::default()
        };
        self.step(ApplicationStep::Submit, ApplicationState::Submitted, change, Said::default()).await.map_err(one_open)
    }
}

impl Draft {
    fn check(&self, kind: &ApplicationType) -> Result<()> {
        if let Some(code) = self.papers.iter().find(|code| !kind.knows_paper(code)) {
            return Err(Error::invalid(
                "PAPER",
                "papers",
                format!("the checklist has no paper {}", masking::reference(code)),
            ));
        }
        if self.circumstances.iter().any(|circumstance| !kind.knows_circumstance(circumstance)) {
            return Err(Error::invalid("CIRCUMSTANCE", "circumstances", "the checklist does not ask about that"));
        }
        if self.subject.person.is_none()
            && self.subject.name.is_none()
            && self.subject.id_number.is_none()
            && self.household.is_none()
        {
            return Err(Error::invalid("SUBJECT", "subjectName", "say whom or which household it is about"));
        }
        Ok(())
    }
}

/// What a second open application or draft of the same person and type is refused as (REG-12).
fn one_open(error: Error) -> Error {
    match error {
        Error::Conflict(_) => {
            Error::invalid("REG-12", "type", "an application of this person and type is open already")
        }
        other => other,
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

/// Digits only, as they are hashed and masked everywhere.
pub(crate) fn phone_of(phone: &str, field: &'static str) -> Result<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    if (5..=20).contains(&digits.len()) {
        return Ok(digits);
    }
    Err(Error::invalid("PHONE", field, "a telephone number has 5 to 20 digits"))
}
