//! Issuing a certificate and taking one back.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::facts::{Facts, Head};
use super::{Applicant, Certificate, CertificateKind, Subject, row};
use crate::audit::{Entry, Outcome};
use crate::case_files::CaseFile;
use crate::clock::younger_than;
use crate::documents::DocumentState;
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::files::{Content, Link, Name, Verb, What};
use crate::ids::{CertificateId, DocumentId, PersonId, paper_number};
use crate::persons::{self, ADULT_AGE};
use crate::purposes::Purpose;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};

/// A certificate to issue.
#[derive(Clone, Debug)]
pub struct NewCertificate {
    /// What it certifies.
    pub kind: CertificateKind,
    /// Of whom.
    pub subject: Subject,
    /// The day in law it shows.
    pub as_of: NaiveDate,
    /// Who asks for it.
    pub applicant: Applicant,
    /// The paper shown for it; agencies and courts show one.
    pub document: Option<DocumentId>,
    /// What for.
    pub purpose: Purpose,
    /// The number of the open case file.
    pub case_ref: String,
}

/// A certificate and where it can be opened.
#[derive(Clone, Debug)]
pub struct Issued {
    /// The certificate.
    pub certificate: Certificate,
    /// The link to what was printed.
    pub link: Link,
}

impl Scope<Precinct> {
    /// Issues a certificate: reads the register as of the day, prints it and keeps the print. A refusal is noted too (SEC-04).
    ///
    /// Refused as a reveal is: without an open case file of the unit (PRV-02), and for a minor without an approval (PRV-07).
    pub async fn issue_certificate(&self, new: &NewCertificate) -> Result<Issued> {
        let issued = self.try_issue(new).await;
        if let Err(error) = &issued {
            self.note(self.precinct(), entry_of(new).ended(Outcome::of(error)));
        }
        issued
    }

    async fn try_issue(&self, new: &NewCertificate) -> Result<Issued> {
        self.may(Domain::Certificates, Action::Manage)?;
        self.may(Domain::Persons, Action::Reveal)?;
        self.serves(new.purpose)?;
        let case = self.usable_case(&new.case_ref).await?;
        self.check_certificate(new, &case).await?;
        let facts = self.facts(new).await?;
        self.sight(self.precinct(), &facts.persons).await?;
        let (now, id) =
            (self.store().clock().now(), CertificateId(self.store().ids().next(self.store().clock().now())));
        let number = self.number(now, id.0).await?;
        let pdf = self.store().press().print(facts.sheet(self.head(new, id.0, &number, now).await?)).await?;
        let name = self.printed(id);
        let key = self.store().data_key(self.precinct()).await?;
        self.store().files().put(&key, self.store().ids(), name, &pdf).await?;
        match self.enter_certificate(new, (id, number), &pdf, &facts).await {
            Ok(certificate) => self.issued(certificate),
            // Whether a commit that was not answered was made is not known; tidying finds what is nobody's.
            Err(unknown @ (Error::Unavailable(_) | Error::Internal(_))) => Err(unknown),
            Err(refused) => {
                self.store().files().remove(name).await?;
                Err(refused)
            }
        }
    }

    async fn check_certificate(&self, new: &NewCertificate, case: &CaseFile) -> Result<()> {
        let today = self.store().clock().today();
        if new.as_of > today {
            return Err(Error::invalid("CERTIFICATE_DAY", "asOf", "the register of a day to come is not known"));
        }
        if let Subject::Person(id) = new.subject {
            let person = self.rows::<persons::row::Entity>().get(id).await?.ok_or(Error::NotFound)?;
            if younger_than(person.birth_date, ADULT_AGE, today) {
                self.standing_approval(id, case.id, new.purpose).await?;
            }
        }
        match new.document {
            Some(id) if self.document(id).await?.state == DocumentState::Ready => Ok(()),
            None if matches!(new.applicant, Applicant::Oneself | Applicant::Guardian) => Ok(()),
            _ => {
                let message = "an agency or a court shows its paper, which must have been received";
                Err(Error::invalid("PRV-11", "documentId", message))
            }
        }
    }

    async fn number(&self, now: DateTime<Utc>, id: Uuid) -> Result<String> {
        let station = self.station().await?.code;
        Ok(paper_number(&format!("HJ{station}"), now, id))
    }

    async fn station(&self) -> Result<crate::precincts::Precinct> {
        self.precincts_by_id(&[self.precinct()]).await?.pop().ok_or(Error::NotFound)
    }

    async fn head(&self, new: &NewCertificate, id: Uuid, number: &str, at: DateTime<Utc>) -> Result<Head> {
        let (officer, purpose) = (&self.member().name, new.purpose.printed());
        let code = hex::encode(self.store().keys().sign_certificate(number));
        let foot = vec![
            format!("签发单位：{}", self.station().await?.name),
            format!("经办人：{officer}　签发时间：{}　用途：{purpose}", stamp(at)),
            format!("查验：{}/certificates/{number}?code={code}", self.store().press().address()),
        ];
        Ok(Head {
            id,
            number: number.to_owned(),
            kind: new.kind,
            as_of: new.as_of,
            foot,
            watermark: format!("{officer} {} {purpose}", stamp(at)),
            at,
        })
    }

    async fn enter_certificate(
        &self,
        new: &NewCertificate,
        (id, number): (CertificateId, String),
        pdf: &[u8],
        facts: &Facts,
    ) -> Result<Certificate> {
        let issuer = self.member().account.ok_or(Error::Denied)?;
        let (person, household) = match new.subject {
            Subject::Person(id) => (Some(id.0), None),
            Subject::Household(id) => (None, Some(id.0)),
        };
        let work = self.work().await?;
        work.add(row::ActiveModel {
            id: Set(id.0),
            number: Set(number),
            kind: Set(new.kind.as_str().to_owned()),
            person_id: Set(person),
            household_id: Set(household),
            as_of: Set(new.as_of),
            applicant: Set(new.applicant.as_str().to_owned()),
            document_id: Set(new.document.map(Uuid::from)),
            purpose: Set(new.purpose.as_str().to_owned()),
            case_ref: Set(new.case_ref.trim().to_owned()),
            issued_by: Set(issuer.0),
            issued_by_name: Set(self.member().name.clone()),
            issued_by_role: Set(self.member().role.as_str().to_owned()),
            issued_at: Set(self.store().clock().now()),
            content_hash: Set(Sha256::digest(pdf).to_vec()),
            size: Set(i64::try_from(pdf.len()).map_err(Error::internal)?),
            version: Set(1),
            ..Default::default()
        })
        .await?;
        let entered = work.get::<row::Entity>(id).await?;
        work.emit(NewEvent::new(EventKind::CertificateChanged, "certificate", id).version(1).saying(new.kind));
        let subjects = facts.persons.iter().map(|person: &PersonId| person.0).collect();
        work.commit(entry_of(new).on("certificate", id).showing(subjects)).await?;
        entered.try_into()
    }

    fn issued(&self, certificate: Certificate) -> Result<Issued> {
        let link = Link::new(self, Verb::Certificate, certificate.id.0, certificate.size, certificate.purpose)?;
        Ok(Issued { certificate, link })
    }

    fn printed(&self, id: CertificateId) -> Name {
        Name { what: What::Certificate, precinct: self.precinct(), id: id.0 }
    }

    /// A link to a certificate that was printed before, for the purpose and case it was printed for.
    pub async fn open_certificate(&self, id: CertificateId) -> Result<Issued> {
        self.may(Domain::Certificates, Action::Manage)?;
        self.issued(self.certificate(id).await?)
    }

    /// What was printed, about to leave: rights are asked anew, and the opening is noted.
    pub async fn certificate_content(&self, id: CertificateId) -> Result<Content> {
        let found = self.may_print(id).await;
        let entry = Entry::new("certificateContent", Domain::Certificates.as_str()).on("certificate", id);
        self.note(
            self.precinct(),
            match &found {
                Ok(row) => entry.why(row.purpose.as_str(), Some(row.case_ref.clone())).rows(1),
                Err(error) => entry.ended(Outcome::of(error)),
            },
        );
        let certificate = found?;
        Ok(Content {
            media_type: "application/pdf".to_owned(),
            name: format!("{}.pdf", certificate.number),
            length: certificate.size,
            files: self.store().files().clone(),
            key: self.store().data_key(self.precinct()).await?,
            object: self.printed(id),
        })
    }

    async fn may_print(&self, id: CertificateId) -> Result<Certificate> {
        self.may(Domain::Certificates, Action::Manage)?;
        let certificate = self.certificate(id).await?;
        if let Subject::Person(person) = certificate.subject {
            self.sight(self.precinct(), &[person]).await?;
        }
        Ok(certificate)
    }

    /// The code that whoever is handed a certificate checks it by, as it is printed.
    pub fn certificate_code(&self, certificate: &Certificate) -> String {
        hex::encode(self.store().keys().sign_certificate(&certificate.number))
    }

    /// Takes a certificate back: whoever checks it learns that it does not hold.
    pub async fn revoke_certificate(&self, id: CertificateId, why: &str, expected_version: i32) -> Result<Certificate> {
        self.may(Domain::Certificates, Action::Approve)?;
        let why = why.trim();
        if why.is_empty() || why.chars().count() > 200 {
            return Err(Error::invalid("REASON", "reason", "a reason has 1 to 200 characters"));
        }
        let work = self.work().await?;
        let certificate = work.get::<row::Entity>(id).await?;
        Error::unless_seen(expected_version, certificate.version)?;
        if certificate.revoked_at.is_some() {
            return Err(Error::Conflict("the certificate is revoked already"));
        }
        work.save(row::ActiveModel {
            id: Set(id.0),
            revoked_at: Set(Some(self.store().clock().now())),
            revoked_by_name: Set(Some(self.member().name.clone())),
            revocation: Set(Some(crate::masking::free_text(why))),
            version: Set(expected_version + 1),
            ..Default::default()
        })
        .await?;
        let revoked = work.get::<row::Entity>(id).await?;
        work.emit(NewEvent::new(EventKind::CertificateChanged, "certificate", id).version(expected_version + 1));
        let entry = Entry::new("revokeCertificate", Domain::Certificates.as_str()).on("certificate", id).rows(1);
        work.commit(entry).await?;
        revoked.try_into()
    }
}

/// A time as it is printed: in China, to the minute.
fn stamp(at: DateTime<Utc>) -> String {
    let here = FixedOffset::east_opt(8 * 3600).map_or_else(|| at.fixed_offset(), |zone| at.with_timezone(&zone));
    here.format("%Y-%m-%d %H:%M").to_string()
}

/// What the trail says of issuing a certificate, done or refused.
fn entry_of(new: &NewCertificate) -> Entry {
    let entry = Entry::new("issueCertificate", Domain::Certificates.as_str())
        .when(format!("kind={} asOf={} applicant={}", new.kind, new.as_of, new.applicant))
        .why(new.purpose.as_str(), Some(new.case_ref.clone()));
    match new.subject {
        Subject::Person(id) => entry.on("person", id),
        Subject::Household(id) => entry.on("household", id),
    }
}
