//! Certificates and extracts of the register (户籍证明) as GraphQL objects.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::certificates::{self as rows, Applicant, CertificateKind, Subject};
use tenants::ids::{CertificateId, PrecinctId};
use tenants::purposes::Purpose;

use crate::context::{Doorway, Told};
use crate::dates::Date;
use crate::documents::{FileLink, hex};
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::page::{Connection, List, bad, listed, paging};
use crate::words::Word;

/// A certificate.
pub struct Certificate {
    /// Its precinct.
    pub precinct: PrecinctId,
    /// The row.
    pub row: rows::Certificate,
}

/// A row of the list, with its precinct.
pub type CertificateRow = (PrecinctId, rows::Certificate);

#[expect(non_snake_case, reason = "a node is made by its name, as tuple nodes are")]
fn Certificate((precinct, row): CertificateRow) -> Certificate {
    Certificate { precinct, row }
}

listed!(Certificate, CertificateRow, "CertificateConnection", "CertificateEdge", |of| (of.1.number, of.1.id));

/// A certificate (户籍证明) that was issued: what it is about, not what it says. Permission: CERTIFICATES LIST. Cost: 1.
#[Object]
impl Certificate {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Certificate, self.precinct, self.row.id)
    }

    /// Its number, as it is printed (编号).
    async fn number(&self) -> &str {
        &self.row.number
    }

    /// What it certifies (种类).
    async fn kind(&self) -> Word<CertificateKind> {
        Word(self.row.kind)
    }

    /// The person it is about, by id (当事人).
    async fn person_id(&self, ctx: &Context<'_>) -> Option<ID> {
        match self.row.subject {
            Subject::Person(id) => Some(ctx.id(Kind::Person, self.precinct, id)),
            Subject::Household(_) => None,
        }
    }

    /// The household it is about, by id (户).
    async fn household_id(&self, ctx: &Context<'_>) -> Option<ID> {
        match self.row.subject {
            Subject::Household(id) => Some(ctx.id(Kind::Household, self.precinct, id)),
            Subject::Person(_) => None,
        }
    }

    /// The day in law it shows (截至日期, REG-20).
    async fn as_of(&self) -> Date {
        Date(self.row.as_of)
    }

    /// Who asked for it (申请人类别, PRV-11).
    async fn applicant(&self) -> Word<Applicant> {
        Word(self.row.applicant)
    }

    /// The paper that was shown for it, by id (所凭材料).
    async fn document_id(&self, ctx: &Context<'_>) -> Option<ID> {
        self.row.document.map(|id| ctx.id(Kind::Document, self.precinct, id))
    }

    /// What for (用途).
    async fn purpose(&self) -> Word<Purpose> {
        Word(self.row.purpose)
    }

    /// The number of the case file (案卷号).
    async fn case_ref(&self) -> &str {
        &self.row.case_ref
    }

    /// Who issued it (签发人).
    async fn issued_by(&self) -> &str {
        &self.row.issued_by
    }

    /// When (签发时间).
    async fn issued_at(&self) -> DateTime<Utc> {
        self.row.issued_at
    }

    /// When it was revoked (撤销时间).
    async fn revoked_at(&self) -> Option<DateTime<Utc>> {
        self.row.revoked_at
    }

    /// Why it was revoked (撤销原因).
    async fn revocation(&self) -> Option<&str> {
        self.row.revocation.as_deref()
    }

    /// The SHA-256 of what was printed, in hexadecimal (摘要).
    async fn content_hash(&self) -> String {
        hex(&self.row.content_hash)
    }

    /// Where whoever is handed it checks it, below this server's own address (查验地址).
    async fn verification_url(&self, ctx: &Context<'_>) -> Result<String> {
        let code = ctx.at(self.precinct)?.scope.certificate_code(&self.row);
        Ok(format!("/certificates/{}?code={code}", self.row.number))
    }

    /// Counts its changes; sent back as expectedVersion (REG-19).
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// Whom a certificate is about, from two arguments of which at most one is given.
fn subject(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    person: Option<&ID>,
    household: Option<&ID>,
) -> Result<Option<Subject>> {
    Ok(match (person, household) {
        (Some(id), None) => Some(Subject::Person(ctx.row_in(Kind::Person, precinct, id)?)),
        (None, Some(id)) => Some(Subject::Household(ctx.row_in(Kind::Household, precinct, id)?)),
        (None, None) => None,
        (Some(_), Some(_)) => return Err(bad(ctx, "ONE_OF", "householdId")),
    })
}

/// A page of a precinct's certificates.
pub(crate) async fn certificates(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    (person, household): (Option<ID>, Option<ID>),
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Certificate>> {
    let list = List { name: "certificates", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let of = subject(ctx, precinct, person.as_ref(), household.as_ref())?;
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.certificates(of, &paging).await.told(ctx)?.map(|row| (precinct, row));
    let count = Box::new(move || {
        let scope = scope.clone();
        Box::pin(async move { scope.count_certificates(of).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// One certificate of a precinct.
pub(crate) async fn certificate(ctx: &Context<'_>, precinct: PrecinctId, id: &ID) -> Result<Certificate> {
    let id: CertificateId = ctx.row_in(Kind::Certificate, precinct, id)?;
    let row = ctx.at(precinct)?.scope.certificate(id).await.told(ctx)?;
    Ok(Certificate { precinct, row })
}

/// What is counted of names.
#[derive(Default)]
pub struct CertificateQueries;

#[Object]
impl CertificateQueries {
    /// How many living people of the district's registers bear exactly this name, for parents who choose one (重名查询, R25). Every
    /// asking is written in the audit trail and an account has few of them a day. Permission: CERTIFICATES MANAGE. Cost: 200.
    async fn same_name_count(&self, ctx: &Context<'_>, name: String) -> Option<Result<i32>> {
        Some(same_names(ctx, &name).await)
    }
}

async fn same_names(ctx: &Context<'_>, name: &str) -> Result<i32> {
    Ok(crate::documents::whole(ctx.home()?.scope.same_name_count(name).await.told(ctx)?))
}

/// A certificate to issue; exactly one of personId and householdId is given.
#[derive(InputObject)]
pub struct IssueCertificateInput {
    /// What it certifies (种类).
    pub kind: Word<CertificateKind>,
    /// The person it is about (当事人).
    pub person_id: Option<ID>,
    /// The household it is about (户).
    pub household_id: Option<ID>,
    /// The day in law it shows; today when left out (截至日期, REG-20).
    pub as_of: Option<Date>,
    /// Who asks for it (申请人类别, PRV-11).
    pub applicant: Word<Applicant>,
    /// The paper shown for it, received before; agencies and courts show one (所凭材料).
    pub document_id: Option<ID>,
    /// For which purpose (用途, PRV-02).
    pub purpose: Word<Purpose>,
    /// The number of the open case file it serves (案卷号).
    pub case_ref: String,
    /// Names this attempt, so that it is done once however often it is sent.
    pub idempotency_key: Option<String>,
}

/// A certificate to print again.
#[derive(InputObject)]
pub struct OpenCertificateInput {
    /// Which certificate.
    pub certificate_id: ID,
    /// Names this attempt, so that it is done once however often it is sent.
    pub idempotency_key: Option<String>,
}

/// A certificate to take back.
#[derive(InputObject)]
pub struct RevokeCertificateInput {
    /// Which certificate.
    pub certificate_id: ID,
    /// Why, in 1 to 200 characters without personal values.
    pub reason: String,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Names this attempt, so that it is done once however often it is sent.
    pub idempotency_key: Option<String>,
}

/// A certificate with the link to its print.
#[derive(SimpleObject)]
pub struct IssuedCertificatePayload {
    /// The certificate, unless refused.
    pub certificate: Option<Certificate>,
    /// Where its PDF can be fetched.
    pub link: Option<FileLink>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// A certificate changed.
#[derive(SimpleObject)]
pub struct CertificatePayload {
    /// The certificate, unless refused.
    pub certificate: Option<Certificate>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What issues certificates and takes them back.
#[derive(Default)]
pub struct CertificateMutations;

#[Object]
impl CertificateMutations {
    /// Issues a certificate as PDF: the register as it stood on a day, with who printed it, when and what for on every page
    /// (开具证明, R24). Permission: CERTIFICATES MANAGE and PERSONS REVEAL. Cost: 100.
    async fn issue_certificate(
        &self,
        ctx: &Context<'_>,
        input: IssueCertificateInput,
    ) -> Result<IssuedCertificatePayload> {
        let opened = ctx.home()?;
        let precinct = opened.scope.precinct();
        let subject = subject(ctx, precinct, input.person_id.as_ref(), input.household_id.as_ref())?;
        let new = rows::NewCertificate {
            kind: input.kind.0,
            subject: subject.ok_or_else(|| bad(ctx, "ONE_OF", "personId"))?,
            as_of: input.as_of.map_or_else(|| ctx.asking().store().clock().today(), Date::day),
            applicant: input.applicant.0,
            document: input.document_id.map(|id| ctx.row_in(Kind::Document, precinct, &id)).transpose()?,
            purpose: input.purpose.0,
            case_ref: input.case_ref,
        };
        issued(ctx, precinct, opened.scope.issue_certificate(&new).await)
    }

    /// A link to a certificate that was printed before; each opening is written in the audit trail (重新打印). Permission: CERTIFICATES
    /// MANAGE. Cost: 20.
    async fn open_certificate(
        &self,
        ctx: &Context<'_>,
        input: OpenCertificateInput,
    ) -> Result<IssuedCertificatePayload> {
        let (precinct, id) = ctx.row(Kind::Certificate, &input.certificate_id)?;
        issued(ctx, precinct, ctx.at(precinct)?.scope.open_certificate(id).await)
    }

    /// Takes a certificate back: whoever checks it learns that it does not hold (撤销证明). Permission: CERTIFICATES APPROVE. Cost: 10.
    async fn revoke_certificate(&self, ctx: &Context<'_>, input: RevokeCertificateInput) -> Result<CertificatePayload> {
        let (precinct, id) = ctx.row(Kind::Certificate, &input.certificate_id)?;
        let scope = &ctx.at(precinct)?.scope;
        let result = scope.revoke_certificate(id, &input.reason, input.expected_version).await;
        let (row, user_errors) = outcome(result, ctx.asking().language())?;
        Ok(CertificatePayload { certificate: row.map(|row| Certificate { precinct, row }), user_errors })
    }
}

fn issued(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    result: tenants::Result<rows::Issued>,
) -> Result<IssuedCertificatePayload> {
    let (issued, user_errors) = outcome(result, ctx.asking().language())?;
    let (row, link) = issued.map(|issued| (issued.certificate, issued.link)).unzip();
    Ok(IssuedCertificatePayload {
        certificate: row.map(|row| Certificate { precinct, row }),
        link: link.map(|link| FileLink::new(ctx, &link)),
        user_errors,
    })
}
