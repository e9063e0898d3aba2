//! Checking a certificate: whoever is handed one asks by its number and code, and learns whether it holds.

use chrono::NaiveDate;
use sea_orm::ColumnTrait;

use super::{CertificateKind, row};
use crate::audit::Entry;
use crate::clock::day_of;
use crate::error::{Error, Result};
use crate::roles::Domain;
use crate::store::{Origin, Store};

/// Length of a number: HJ, the precinct's code, the day, eight digits.
const NUMBER: std::ops::RangeInclusive<usize> = 19..=40;

/// What a stranger learns of a certificate, and nothing more.
#[derive(Clone, Debug)]
pub struct Verified {
    /// Whether it holds: it was issued and not revoked.
    pub valid: bool,
    /// What it certifies.
    pub kind: CertificateKind,
    /// The day it was issued.
    pub issued_on: NaiveDate,
    /// The station that issued it.
    pub station: String,
}

impl Store {
    /// Checks a certificate for anybody. A number or a code that is not ours is `NotFound`, before any SQL: guessing costs us
    /// nothing and tells nothing.
    pub async fn verify_certificate(&self, number: &str, code: &str, origin: &Origin) -> Result<Verified> {
        let code: [u8; 8] = hex::decode(code).ok().and_then(|code| code.try_into().ok()).ok_or(Error::NotFound)?;
        if !NUMBER.contains(&number.len()) || !self.keys().is_our_certificate(number, code) {
            return Err(Error::NotFound);
        }
        let station = number.get(2..number.len() - 16).ok_or(Error::NotFound)?;
        let station = self.tenants().by_code(station).await?;
        let public = self.members().operator(station.id).await?;
        let scope = self.precinct(&public, origin);
        let found = scope.rows::<row::Entity>().filter(row::Column::Number.eq(number)).look(1).await?.pop();
        let found = found.ok_or(Error::NotFound)?;
        let entry = Entry::new("verifyCertificate", Domain::Certificates.as_str());
        scope.note(station.id, entry.on("certificate", found.id).when("by its number and code, from outside"));
        scope.finish().await?;
        Ok(Verified {
            valid: found.revoked_at.is_none(),
            kind: found.kind.parse().map_err(Error::internal)?,
            issued_on: day_of(found.issued_at),
            station: station.name,
        })
    }
}
