//! A resident's own words back to him, in clear, so that he can change a draft and see what he filed.

use chrono::NaiveDate;
use serde_json::Value;

use super::super::hand::entry;
use super::super::{ApplicantKind, listed, row};
use crate::application_types::About;
use crate::error::{Error, Result};
use crate::ids::ApplicationId;
use crate::keys::DataKey;
use crate::page::among;
use crate::scope::{Precinct, Scope};

/// What a resident said in an application.
#[derive(Clone)]
pub struct MyWords {
    /// In which application.
    pub application: ApplicationId,
    /// About whom.
    pub about: About,
    /// The child's name, where it is about one.
    pub child_name: Option<String>,
    /// The child's birth date, where it is about one.
    pub child_birth: Option<NaiveDate>,
    /// The circumstances.
    pub circumstances: Vec<String>,
    /// The form.
    pub form: Value,
}

impl std::fmt::Debug for MyWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MyWords").field("application", &self.application).finish_non_exhaustive()
    }
}

impl ApplicantKind {
    /// About whom a resident filed who is this to the person.
    pub fn about(self) -> About {
        match self {
            Self::Parent => About::Newborn,
            Self::Guardian => About::Child,
            _ => About::Oneself,
        }
    }
}

impl Scope<Precinct> {
    /// What the resident said in these applications of his, in clear; each is noted.
    pub async fn my_words(&self, applications: &[ApplicationId]) -> Result<Vec<MyWords>> {
        let rows = self.own_applications()?.filter(among(row::Column::Id, applications));
        let rows = rows.list(applications.len() as u64).await?;
        let key = self.store().data_key(self.precinct()).await?;
        rows.into_iter()
            .map(|row| {
                let subjects = row.subject_id.into_iter().collect();
                self.note(self.precinct(), entry("myWords", ApplicationId(row.id)).showing(subjects));
                said(row, &key)
            })
            .collect()
    }
}

fn said(row: row::Model, key: &DataKey) -> Result<MyWords> {
    let about = row.applicant_kind.parse::<ApplicantKind>().map_err(Error::internal)?.about();
    let is_child = about != About::Oneself;
    let name = row.subject_name_sealed.as_deref().filter(|_| is_child);
    Ok(MyWords {
        application: ApplicationId(row.id),
        about,
        child_name: name.map(|sealed| key.open_text(sealed)).transpose()?,
        child_birth: row.subject_birth.filter(|_| is_child),
        circumstances: listed(&row.circumstances),
        form: serde_json::from_str(&key.open_text(&row.form_sealed)?).map_err(Error::internal)?,
    })
}
