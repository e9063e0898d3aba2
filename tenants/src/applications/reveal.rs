//! An application in clear: for who handles it, with a purpose, while it is open; the application itself is the case it serves (PRV-02).

use sea_orm::ColumnTrait;
use serde_json::Value;

use super::{ApplicationState, Book, row};
use crate::audit::Outcome;
use crate::error::{Error, Result};
use crate::ids::{ApplicationId, PersonId};
use crate::purposes::Purpose;
use crate::roles::{Action, Domain, Role};
use crate::scope::{Precinct, Scope};

use super::hand::entry;

/// What an application says, in clear.
#[derive(Clone)]
pub struct ClearApplication {
    /// The kind of act it asks for.
    pub act_kind: String,
    /// The form of the act.
    pub form: Value,
    /// The applicant's name.
    pub applicant_name: String,
    /// The applicant's id number.
    pub applicant_number: Option<String>,
    /// The applicant's telephone number.
    pub applicant_phone: Option<String>,
    /// The name of the person it is about.
    pub subject_name: Option<String>,
    /// That person's id number.
    pub subject_number: Option<String>,
}

impl Scope<Precinct> {
    /// Reveals an open application to who handles it. Of a minor only to those who took part in it and to the chief, who is the
    /// responsible person himself (PRV-07). A refusal is noted too (SEC-04).
    pub async fn reveal_application(&self, id: ApplicationId, purpose: Purpose) -> Result<ClearApplication> {
        let found = self.try_reveal_application(id, purpose).await;
        let entry = entry("revealApplication", id);
        let entry = match &found {
            Ok((row, _)) => {
                entry.why(purpose.as_str(), row.number.clone()).showing(row.subject_id.into_iter().collect())
            }
            Err(error) => entry.why(purpose.as_str(), None).ended(Outcome::of(error)),
        };
        self.note(self.precinct(), entry);
        found.map(|(_, clear)| clear)
    }

    async fn try_reveal_application(
        &self,
        id: ApplicationId,
        purpose: Purpose,
    ) -> Result<(row::Model, ClearApplication)> {
        self.may(Domain::Applications, Action::Prepare)?;
        self.may(Domain::Persons, Action::Reveal)?;
        self.serves(purpose)?;
        let row = self.must_handle_application(id).await?;
        if let Some(person) = row.subject_id {
            self.sight(self.precinct(), &[PersonId(person)]).await?;
        }
        let clear = self.opened_application(&row).await?;
        Ok((row, clear))
    }

    /// An open application that the asker sees and, where it is about a minor, takes part in.
    pub(crate) async fn must_handle_application(&self, id: ApplicationId) -> Result<row::Model> {
        let row = self.visible_applications().filter(row::Column::Id.eq(id)).one().await?.ok_or(Error::NotFound)?;
        self.must_handle(&row).await?;
        Ok(row)
    }

    async fn must_handle(&self, row: &row::Model) -> Result<()> {
        let state: ApplicationState = row.state.parse().map_err(Error::internal)?;
        if state.is_final() {
            return Err(Error::PurposeRequired("a closed application serves no purpose"));
        }
        let book = Book::open(self.store()).await?;
        let is_minor = row.subject_birth.is_none_or(|birth| book.is_minor(birth));
        let me = self.member().account.map(|account| account.0);
        let took_part = [Some(row.maker_id), row.accepted_by, row.reviewed_by].contains(&me) && me.is_some();
        if is_minor && !took_part && self.member().role != Role::StationChief {
            return Err(Error::ApprovalRequired);
        }
        Ok(())
    }

    async fn opened_application(&self, row: &row::Model) -> Result<ClearApplication> {
        let key = self.store().data_key(self.precinct()).await?;
        let open = |sealed: &Option<Vec<u8>>| sealed.as_deref().map(|sealed| key.open_text(sealed)).transpose();
        let form = serde_json::from_str(&key.open_text(&row.form_sealed)?).map_err(Error::internal)?;
        Ok(ClearApplication {
            act_kind: row.act_kind.clone(),
            form,
            applicant_name: key.open_text(&row.applicant_name_sealed)?,
            applicant_number: open(&row.applicant_number_sealed)?,
            applicant_phone: open(&row.applicant_phone_sealed)?,
            subject_name: open(&row.subject_name_sealed)?,
            subject_number: open(&row.subject_number_sealed)?,
        })
    }
}
