//! The notice (告知书) that a resident reads before he signs in: who processes what, why and for how long; its versions are data (PRV-28).

use chrono::NaiveDate;

use super::sign_in::Station;
use crate::commons::Commons;
use crate::error::{Error, Result};
use crate::members::Members;
use crate::scope::{Precinct, Scope};
use crate::store::Store;
use crate::transaction::Mode;

/// A version of the notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number; a later one is greater.
    pub version: i32,
    /// The text in Chinese.
    pub text_zh: String,
    /// The text in English.
    pub text_en: String,
    /// The first day it is in force.
    pub valid_from: NaiveDate,
}

impl Members {
    /// What somebody needs who has never signed in: the notice in force, and the stations to choose from, by code.
    pub async fn welcome(&self) -> Result<(Notice, Vec<Station>)> {
        let commons = self.store().commons(Mode::Look).await?;
        Ok((in_force(self.store(), &commons).await?, super::sign_in::stations(&commons).await?))
    }
}

impl Scope<Precinct> {
    /// The notice of a version, for whoever has accepted it.
    pub async fn notice(&self, version: i32) -> Result<Notice> {
        self.resident()?;
        let commons = self.store().commons(Mode::Look).await?;
        let sql = "SELECT version, text_zh, text_en, valid_from FROM notice WHERE version = $1";
        let rows = commons.query(sql, vec![version.into()]).await?;
        notice(rows.first().ok_or(Error::NotFound)?)
    }
}

/// The youngest notice in force.
pub(super) async fn in_force(store: &Store, commons: &Commons) -> Result<Notice> {
    let sql = "SELECT version, text_zh, text_en, valid_from FROM notice WHERE valid_from <= $1 \
               ORDER BY version DESC LIMIT 1";
    let rows = commons.query(sql, vec![store.clock().today().into()]).await?;
    notice(rows.first().ok_or_else(|| Error::internal("no notice is in force"))?)
}

fn notice(row: &sea_orm::QueryResult) -> Result<Notice> {
    Ok(Notice {
        version: row.try_get_by_index(0)?,
        text_zh: row.try_get_by_index(1)?,
        text_en: row.try_get_by_index(2)?,
        valid_from: row.try_get_by_index(3)?,
    })
}
