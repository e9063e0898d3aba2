//! Every step of an application with the person, the unit and the role at that time: who answers for it, for life (§2.7).

use chrono::{DateTime, Utc};

use super::{ApplicationState, ApplicationStep, Gap};
use crate::application_types::ApprovalLevel;
use crate::error::{Error, Result};
use crate::ids::{ApplicationEventId, ApplicationId, PrecinctId};
use crate::page::among;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, owned};

/// More steps than an application has.
const MOST: u64 = 500;

/// One step of an application.
#[derive(Clone, Debug)]
pub struct ApplicationEvent {
    /// The step.
    pub id: ApplicationEventId,
    /// Of which application.
    pub application: ApplicationId,
    /// Its place among the steps: the application's version since.
    pub seq: i32,
    /// What was done.
    pub step: ApplicationStep,
    /// From where.
    pub from: Option<ApplicationState>,
    /// To where.
    pub to: ApplicationState,
    /// On which level it was decided.
    pub level: Option<ApprovalLevel>,
    /// Who did it; nobody where a limit ran out.
    pub by: String,
    /// As what, then.
    pub role: String,
    /// For which unit, then.
    pub unit: PrecinctId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why: a code.
    pub reason_code: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
    /// What was named as missing or wrong.
    pub gaps: Vec<Gap>,
    /// Whether it should have been named before.
    pub is_fault: bool,
    /// The number of the written decision it records.
    pub reference: Option<String>,
}

impl TryFrom<row::Model> for ApplicationEvent {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: ApplicationEventId(row.id),
            application: ApplicationId(row.application_id),
            seq: row.seq,
            step: row.step.parse().map_err(Error::internal)?,
            from: row.from_state.map(|state| state.parse()).transpose().map_err(Error::internal)?,
            to: row.to_state.parse().map_err(Error::internal)?,
            level: row.level.map(|level| level.parse()).transpose().map_err(Error::internal)?,
            by: row.account_name,
            role: row.account_role,
            unit: PrecinctId(row.unit_id),
            at: row.at,
            reason_code: row.reason_code,
            reason: row.reason,
            gaps: row
                .gaps
                .map(|gaps| serde_json::from_str(&gaps))
                .transpose()
                .map_err(Error::internal)?
                .unwrap_or_default(),
            is_fault: row.fault,
            reference: row.reference,
        })
    }
}

impl Scope<Precinct> {
    /// The steps of these applications, the earliest first; whose applications they are was asked before.
    pub async fn application_events(&self, applications: &[ApplicationId]) -> Result<Vec<ApplicationEvent>> {
        use row::Column as C;
        self.may(Domain::Applications, Action::List)?;
        let rows = self.rows::<row::Entity>().filter(among(C::ApplicationId, applications));
        let rows = rows.ascending(C::ApplicationId).ascending(C::Seq).list(MOST).await?;
        rows.into_iter().map(ApplicationEvent::try_from).collect()
    }
}

owned!(row, ApplicationEventId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "application_event")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub application_id: Uuid,
        pub seq: i32,
        pub step: String,
        pub from_state: Option<String>,
        pub to_state: String,
        pub level: Option<String>,
        pub account_id: Option<Uuid>,
        pub account_name: String,
        pub account_role: String,
        pub unit_id: Uuid,
        pub at: DateTimeUtc,
        pub reason_code: Option<String>,
        pub reason: Option<String>,
        pub gaps: Option<String>,
        pub missing: Option<String>,
        pub fault: bool,
        pub reference: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
