//! Certificates (户籍证明) and extracts of the register as it stood on a day, printed as PDF (R24, REG-20).
//!
//! A certificate is a reading in clear that leaves the house on paper: it names its purpose and an open case file, is entered
//! in the trail with everybody it shows, carries who printed it and why on every page, and can be checked by whoever is
//! handed it, who learns nothing but that it is one of ours.

mod facts;
mod issue;
mod press;
mod same_names;
mod verify;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ColumnTrait;

use crate::error::{Error, Result};
use crate::ids::{CertificateId, DocumentId, HouseholdId, PersonId};
use crate::page::{Page, Paging};
use crate::purposes::Purpose;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Rows, Scope, owned};
use crate::words::words;

pub use issue::{Issued, NewCertificate};
pub(crate) use press::Press;
pub use press::{Settings, usable_font};
pub use same_names::SAME_NAMES_A_DAY;
pub use verify::Verified;

words! {
    /// What a certificate certifies.
    pub enum CertificateKind {
        /// That a person is registered, where and as what (个人户籍证明).
        PersonRegistration = "PERSON_REGISTRATION",
        /// Who belongs to a household (家庭户籍证明).
        HouseholdRegistration = "HOUSEHOLD_REGISTRATION",
        /// A person's names and households up to a day (户籍历史摘录).
        HistoryExtract = "HISTORY_EXTRACT",
    }
}

impl CertificateKind {
    /// The title it is printed under.
    pub const fn title(self) -> &'static str {
        match self {
            Self::PersonRegistration => "个人户籍证明",
            Self::HouseholdRegistration => "家庭户籍证明",
            Self::HistoryExtract => "户籍历史摘录",
        }
    }
}

words! {
    /// Who may ask for a certificate (PRV-11).
    pub enum Applicant {
        /// The person himself, identified by his card (本人).
        Oneself = "SELF",
        /// His guardian (监护人).
        Guardian = "GUARDIAN",
        /// An agency with papers (有关单位).
        Agency = "AGENCY",
        /// A court or an auditor with papers (司法、监察机关).
        Court = "COURT",
    }
}

/// Whom a certificate is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A person.
    Person(PersonId),
    /// A household.
    Household(HouseholdId),
}

/// One certificate that was issued.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// Its id.
    pub id: CertificateId,
    /// Its number, unique in the installation because it begins with the precinct's code.
    pub number: String,
    /// What it certifies.
    pub kind: CertificateKind,
    /// Of whom.
    pub subject: Subject,
    /// The day in law it shows (REG-20).
    pub as_of: NaiveDate,
    /// Who asked for it.
    pub applicant: Applicant,
    /// The paper that was shown for it.
    pub document: Option<DocumentId>,
    /// What for.
    pub purpose: Purpose,
    /// The case file.
    pub case_ref: String,
    /// Who printed it.
    pub issued_by: String,
    /// When.
    pub issued_at: DateTime<Utc>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
    /// Why it was revoked.
    pub revocation: Option<String>,
    /// The SHA-256 of what was printed.
    pub content_hash: Vec<u8>,
    /// Its length in bytes.
    pub size: u64,
    /// Counts its changes (REG-19).
    pub version: i32,
}

impl TryFrom<row::Model> for Certificate {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        let subject = match (row.person_id, row.household_id) {
            (Some(person), None) => Subject::Person(PersonId(person)),
            (None, Some(household)) => Subject::Household(HouseholdId(household)),
            _ => return Err(Error::internal("a certificate of nobody or of two")),
        };
        Ok(Self {
            id: CertificateId(row.id),
            number: row.number,
            kind: row.kind.parse().map_err(Error::internal)?,
            subject,
            as_of: row.as_of,
            applicant: row.applicant.parse().map_err(Error::internal)?,
            document: row.document_id.map(DocumentId),
            purpose: row.purpose.parse().map_err(Error::internal)?,
            case_ref: row.case_ref,
            issued_by: row.issued_by_name,
            issued_at: row.issued_at,
            revoked_at: row.revoked_at,
            revocation: row.revocation,
            content_hash: row.content_hash,
            size: row.size.unsigned_abs(),
            version: row.version,
        })
    }
}

impl Scope<Precinct> {
    /// A page of the certificates of the precinct, by number: what was issued, not what they say.
    pub async fn certificates(&self, subject: Option<Subject>, paging: &Paging) -> Result<Page<Certificate>> {
        self.may(Domain::Certificates, Action::List)?;
        let page = self.certificate_rows(subject).page(row::Column::Number, paging).await?;
        let items: Vec<Certificate> = page.items.into_iter().map(Certificate::try_from).collect::<Result<_>>()?;
        Ok(Page { items, more: page.more })
    }

    /// How many certificates a list holds.
    pub async fn count_certificates(&self, subject: Option<Subject>) -> Result<u64> {
        self.may(Domain::Certificates, Action::List)?;
        self.certificate_rows(subject).count().await
    }

    /// One certificate.
    pub async fn certificate(&self, id: CertificateId) -> Result<Certificate> {
        self.may(Domain::Certificates, Action::List)?;
        self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?.try_into()
    }

    fn certificate_rows(&self, subject: Option<Subject>) -> Rows<'_, row::Entity, Precinct> {
        let of = |subject| match subject {
            Subject::Person(id) => row::Column::PersonId.eq(id),
            Subject::Household(id) => row::Column::HouseholdId.eq(id),
        };
        self.rows::<row::Entity>().filter_some(subject, of)
    }
}

owned!(row, CertificateId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "certificate")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub kind: String,
        pub person_id: Option<Uuid>,
        pub household_id: Option<Uuid>,
        pub as_of: Date,
        pub applicant: String,
        pub document_id: Option<Uuid>,
        pub purpose: String,
        pub case_ref: String,
        pub issued_by: Uuid,
        pub issued_by_name: String,
        pub issued_by_role: String,
        pub issued_at: DateTimeUtc,
        pub revoked_at: Option<DateTimeUtc>,
        pub revoked_by_name: Option<String>,
        pub revocation: Option<String>,
        pub content_hash: Vec<u8>,
        pub size: i64,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
