//! Applications (业务申请): what somebody asks of the register, from the draft to the act, with the law's clock (§2.7).
//!
//! The steps are one table (`states.rs`) and go through one door (`hand.rs`), which locks the row, compares the version seen, and
//! writes the step with the person, the unit and the role at that time. What is personal is sealed, and shown masked; the words
//! people write are masked when they are written.

mod assist;
mod book;
mod content;
mod deciding;
mod drafts;
mod execution;
mod expiry;
mod form;
mod hand;
mod handling;
mod history;
mod offices;
mod own;
mod papers;
mod queue;
mod reveal;
mod revocation;
mod states;
mod window;

use chrono::{DateTime, NaiveDate, Utc};

use crate::application_types::ApprovalLevel;
use crate::error::{Error, Result};
use crate::ids::{ActId, ApplicationId, BeatId, HouseholdId, PersonId, PrecinctId};
use crate::masking;
use crate::persons::shown_name;
use crate::scope::owned;
use crate::words::words;

pub use assist::{AssistOffice, AssistState, AssistTask, NewAssistTask};
pub use deciding::{Approval, Review};
pub use drafts::{Applicant, Draft, Subject};
pub use execution::Execution;
pub use expiry::expire;
pub use handling::{Acceptance, Gap, RefusalReason, SuspensionReason};
pub use history::ApplicationEvent;
pub use offices::OfficeTask;
pub use own::{MyDraft, MyWords};
pub use papers::{ApplicationPaper, PaperSource, PaperState};
pub use queue::{ApplicationFilter, Worklist};
pub use reveal::ClearApplication;
pub use revocation::{Revocation, RevocationGround};
pub use states::{ApplicationState, ApplicationStep, leads};

pub(crate) use book::Book;
pub(crate) use content::name_of;

words! {
    /// What an applicant is to the person an application is about (申请人身份).
    pub enum ApplicantKind {
        /// The person himself (本人).
        Oneself = "ONESELF",
        /// A parent (父母).
        Parent = "PARENT",
        /// A guardian (监护人).
        Guardian = "GUARDIAN",
        /// The head of the household (户主).
        Head = "HEAD",
        /// A relative (亲属).
        Relative = "RELATIVE",
        /// Who cares for the person (抚养人).
        Carer = "CARER",
        /// The community's committee (村居委会).
        Committee = "COMMITTEE",
        /// A unit with a collective household (单位).
        Unit = "UNIT",
        /// Somebody commissioned (受托人).
        Agent = "AGENT",
        /// The station itself (依职权).
        Office = "OFFICE",
    }
}

words! {
    /// By which way an application came (申请渠道).
    pub enum Channel as ApplicationChannel {
        /// Taken down at the counter or on the beat (窗口).
        Counter = "COUNTER",
        /// Filed by the resident himself, from his telephone (手机).
        Phone = "PHONE",
    }
}

words! {
    /// How urgent an application is: urgent when it is needed before the law would have it done (优先级).
    pub enum ApplicationPriority {
        /// Needed before it is due.
        Urgent = "URGENT",
        /// By its due date.
        Normal = "NORMAL",
    }
}

/// An application, every C2 and C3 value in its masked form.
#[derive(Clone, Debug)]
pub struct Application {
    /// Its id.
    pub id: ApplicationId,
    /// The precinct it was made in.
    pub precinct: PrecinctId,
    /// The number it is followed by; a draft has none.
    pub number: Option<String>,
    /// The code of its type.
    pub type_code: String,
    /// The day from which its type's version was in force.
    pub type_from: NaiveDate,
    /// The kind of act it asks for.
    pub act_kind: String,
    /// By which way it came.
    pub channel: Channel,
    /// The highest level that has to decide.
    pub level: ApprovalLevel,
    /// The highest level that has approved.
    pub approved_level: Option<ApprovalLevel>,
    /// Where it is.
    pub state: ApplicationState,
    /// The person it is about, if registered here.
    pub subject: Option<PersonId>,
    /// That person's name, masked; of a minor, and of whose age is not known, `**`.
    pub subject_name: Option<String>,
    /// That person's id number, masked.
    pub subject_number: Option<String>,
    /// What the applicant is to that person.
    pub applicant_kind: ApplicantKind,
    /// The applicant's name, masked.
    pub applicant_name: String,
    /// The applicant's id number, masked.
    pub applicant_number: Option<String>,
    /// The applicant's telephone number, masked.
    pub applicant_phone: Option<String>,
    /// The household it concerns.
    pub household: Option<HouseholdId>,
    /// The beat it concerns.
    pub beat: Option<BeatId>,
    /// The circumstances its checklist asks about.
    pub circumstances: Vec<String>,
    /// A remark, numbers in it masked.
    pub note: Option<String>,
    /// The day by which it is needed.
    pub needed_by: Option<NaiveDate>,
    /// What for, numbers in it masked.
    pub needed_for: Option<String>,
    /// How urgent it is.
    pub priority: ApplicationPriority,
    /// Where it stands in the queue.
    pub queue_key: String,
    /// The last day of the law's limit, fixed when it was accepted.
    pub due_on: Option<NaiveDate>,
    /// Since when the clock stands.
    pub paused_on: Option<NaiveDate>,
    /// Working days until it is due, below zero when it is overdue; counted today, never stored (OPS-03).
    pub remaining_working_days: Option<i64>,
    /// Whether it is overdue today.
    pub is_overdue: bool,
    /// The last day on which a returned one can be completed.
    pub returned_until: Option<NaiveDate>,
    /// How often it was returned.
    pub returns: i32,
    /// How often it was returned for what could have been named before: a fault of the office.
    pub faults: i32,
    /// Who took it down.
    pub made_by: String,
    /// Whether a comparison of identity was recorded.
    pub identity_compared: bool,
    /// Why it was not accepted, rejected or suspended: a code.
    pub reason_code: Option<String>,
    /// The same in words, numbers in them masked.
    pub reason: Option<String>,
    /// Which office is competent instead.
    pub redirect_to: Option<String>,
    /// The act that followed.
    pub act: Option<ActId>,
    /// The act that undid what followed, where that was revoked.
    pub revoking_act: Option<ActId>,
    /// When it was first taken down.
    pub created_at: DateTime<Utc>,
    /// When it was last filed.
    pub submitted_at: Option<DateTime<Utc>>,
    /// When it was accepted.
    pub accepted_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes (REG-19).
    pub version: i32,
}

impl Application {
    /// Masks a row and counts its clock as of the book's day.
    pub(crate) fn told(row: row::Model, book: &Book) -> Result<Self> {
        let state: ApplicationState = row.state.parse().map_err(Error::internal)?;
        let is_minor = row.subject_birth.is_none_or(|birth| book.is_minor(birth));
        Ok(Self {
            id: ApplicationId(row.id),
            precinct: PrecinctId(row.precinct_id),
            remaining_working_days: book.remaining(state, row.due_on, row.paused_on),
            is_overdue: book.is_overdue(state, row.due_on),
            number: row.number,
            type_code: row.type_code,
            type_from: row.type_from,
            act_kind: row.act_kind,
            channel: row.channel.as_deref().map_or(Ok(Channel::Counter), str::parse).map_err(Error::internal)?,
            level: row.level.parse().map_err(Error::internal)?,
            approved_level: row.approved_level.map(|level| level.parse()).transpose().map_err(Error::internal)?,
            state,
            subject: row.subject_id.map(PersonId),
            subject_name: row.subject_name_masked.map(|masked| shown_name(masked, is_minor)),
            subject_number: row.subject_number_masked,
            applicant_kind: row.applicant_kind.parse().map_err(Error::internal)?,
            applicant_name: row.applicant_name_masked,
            applicant_number: row.applicant_number_masked,
            applicant_phone: row.applicant_phone_masked,
            household: row.household_id.map(HouseholdId),
            beat: row.beat_id.map(BeatId),
            circumstances: listed(&row.circumstances),
            note: row.note,
            needed_by: row.needed_by,
            needed_for: row.needed_for,
            priority: if row.priority == 0 { ApplicationPriority::Urgent } else { ApplicationPriority::Normal },
            queue_key: row.queue_key,
            due_on: row.due_on,
            paused_on: row.paused_on,
            returned_until: row.returned_until,
            returns: row.returns,
            faults: row.faults,
            made_by: row.maker_name,
            identity_compared: row.identity_compared,
            reason_code: row.reason_code,
            reason: row.reason,
            redirect_to: row.redirect_to,
            act: row.act_id.map(ActId),
            revoking_act: row.revoking_act_id.map(ActId),
            created_at: row.created_at,
            submitted_at: row.submitted_at,
            accepted_at: row.accepted_at,
            closed_at: row.closed_at,
            updated_at: row.updated_at,
            version: row.version,
        })
    }

    /// The level whose decision is next, while it is under decision.
    pub fn next_level(&self) -> Option<ApprovalLevel> {
        let decides = matches!(self.state, ApplicationState::Accepted | ApplicationState::Reviewed);
        decides.then(|| ApprovalLevel::next(self.approved_level, self.level)).flatten()
    }
}

/// Codes written one after the other with commas.
pub(crate) fn listed(codes: &str) -> Vec<String> {
    codes.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

/// Words of at most so many characters, masked; refused when they are needed and not there.
pub(crate) fn words_of(text: &str, field: &'static str, most: usize) -> Result<String> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > most {
        return Err(Error::invalid("WORDS", field, format!("give 1 to {most} characters")));
    }
    Ok(masking::free_text(text))
}

/// The same where nothing need be said.
pub(crate) fn some_words(text: Option<&str>, field: &'static str, most: usize) -> Result<Option<String>> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(|text| words_of(text, field, most)).transpose()
}

/// Priority and place in the queue: first what is needed before it is due, then by the day.
pub(crate) fn place(needed_by: Option<NaiveDate>, due_on: Option<NaiveDate>) -> (i16, String) {
    let urgent = needed_by.is_some_and(|needed| due_on.is_none_or(|due| needed < due));
    let day = needed_by.into_iter().chain(due_on).min();
    let (priority, day) = (i16::from(!urgent), day.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string()));
    (priority, format!("{priority}-{day}"))
}

owned!(row, ApplicationId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "application")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: Option<String>,
        pub type_code: String,
        pub type_from: Date,
        pub act_kind: String,
        pub level: String,
        pub approved_level: Option<String>,
        pub state: String,
        pub resumes_to: Option<String>,
        pub subject_id: Option<Uuid>,
        pub subject_key: Option<Vec<u8>>,
        pub subject_name_sealed: Option<Vec<u8>>,
        pub subject_name_masked: Option<String>,
        pub subject_birth: Option<Date>,
        pub subject_number_sealed: Option<Vec<u8>>,
        pub subject_number_masked: Option<String>,
        pub applicant_kind: String,
        pub applicant_name_sealed: Vec<u8>,
        pub applicant_name_masked: String,
        pub applicant_number_sealed: Option<Vec<u8>>,
        pub applicant_number_masked: Option<String>,
        pub applicant_phone_sealed: Option<Vec<u8>>,
        pub applicant_phone_masked: Option<String>,
        pub household_id: Option<Uuid>,
        pub beat_id: Option<Uuid>,
        pub circumstances: String,
        pub form_sealed: Vec<u8>,
        pub note: Option<String>,
        pub needed_by: Option<Date>,
        pub needed_for: Option<String>,
        pub priority: i16,
        pub queue_key: String,
        pub due_on: Option<Date>,
        pub paused_on: Option<Date>,
        pub returned_until: Option<Date>,
        pub returns: i32,
        pub faults: i32,
        pub submitted_at: Option<DateTimeUtc>,
        pub accepted_at: Option<DateTimeUtc>,
        pub closed_at: Option<DateTimeUtc>,
        pub maker_id: Uuid,
        pub maker_name: String,
        pub accepted_by: Option<Uuid>,
        pub reviewed_by: Option<Uuid>,
        pub identity_compared: bool,
        pub reason_code: Option<String>,
        pub reason: Option<String>,
        pub redirect_to: Option<String>,
        pub act_id: Option<Uuid>,
        pub created_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
        pub version: i32,
        pub channel: Option<String>,
        pub revoking_act_id: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
