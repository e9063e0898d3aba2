//! Acts as they are read: by id, by page, by what they concerned.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ColumnTrait;

use super::papers::{self, ActPaper};
use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::ids::{AccountId, ActId};
use crate::page::{Page, Paging, among};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Rows, Scope, owned};

/// One approved act, append-only.
#[derive(Clone, Debug)]
pub struct Act {
    /// Its id.
    pub id: ActId,
    /// Its number, unique in the precinct.
    pub number: String,
    /// Its kind: a code of the set `act_kind`.
    pub kind: String,
    /// The day from which it holds in law (REG-10).
    pub effective_on: NaiveDate,
    /// The instant at which the system learned it (REG-10).
    pub recorded_at: DateTime<Utc>,
    /// The officer's account.
    pub account: Option<AccountId>,
    /// The officer's name then.
    pub officer: String,
    /// The officer's role then.
    pub role: String,
    /// What was done, without C2 or C3 values.
    pub summary: String,
    /// The act it repairs (REG-09).
    pub repairs: Option<ActId>,
    /// The case it was done in.
    pub case_number: Option<String>,
}

impl From<row::Model> for Act {
    fn from(row: row::Model) -> Self {
        Self {
            id: ActId(row.id),
            number: row.number,
            kind: row.kind,
            effective_on: row.effective_on,
            recorded_at: row.recorded_at,
            account: row.account_id.map(AccountId),
            officer: row.account_name,
            role: row.account_role,
            summary: row.summary,
            repairs: row.repairs_act_id.map(ActId),
            case_number: row.case_number,
        }
    }
}

/// Which acts a list holds; every part narrows it.
#[derive(Clone, Debug, Default)]
pub struct ActFilter {
    /// Of a kind: a code of the set `act_kind`.
    pub kind: Option<String>,
    /// Effective on this day or later.
    pub effective_from: Option<NaiveDate>,
    /// Effective on this day or earlier.
    pub effective_to: Option<NaiveDate>,
}

impl Scope<Precinct> {
    /// Acts by id, in no order, for objects that lead to them.
    pub async fn acts(&self, ids: &[ActId]) -> Result<Vec<Act>> {
        let rows = self.rows::<row::Entity>().filter(among(row::Column::Id, ids));
        Ok(rows.list(ids.len() as u64).await?.into_iter().map(Act::from).collect())
    }

    /// One act.
    pub async fn act(&self, id: ActId) -> Result<Act> {
        self.may(Domain::Acts, Action::List)?;
        let row = self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?;
        self.note(self.precinct(), Entry::new("act", Domain::Acts.as_str()).on("act", id).rows(1));
        Ok(row.into())
    }

    /// A page of acts by number.
    pub async fn act_page(&self, filter: &ActFilter, paging: &Paging) -> Result<Page<Act>> {
        self.may(Domain::Acts, Action::List)?;
        let page = self.listed_acts(filter).page(row::Column::Number, paging).await?;
        self.note(self.precinct(), Entry::new("acts", Domain::Acts.as_str()).rows(page.items.len()));
        Ok(page.map(Act::from))
    }

    /// How many acts a list holds.
    pub async fn count_acts(&self, filter: &ActFilter) -> Result<u64> {
        self.may(Domain::Acts, Action::List)?;
        self.listed_acts(filter).count().await
    }

    fn listed_acts(&self, filter: &ActFilter) -> Rows<'_, row::Entity, Precinct> {
        use row::Column as C;
        self.rows::<row::Entity>()
            .filter_some(filter.kind.as_deref(), |kind| C::Kind.eq(kind))
            .filter_some(filter.effective_from, |day| C::EffectiveOn.gte(day))
            .filter_some(filter.effective_to, |day| C::EffectiveOn.lte(day))
    }

    /// The acts that repaired this one, the latest first (REG-09).
    pub async fn repairs_of(&self, act: ActId) -> Result<Vec<Act>> {
        self.may(Domain::Acts, Action::List)?;
        let rows = self.rows::<row::Entity>().filter(row::Column::RepairsActId.eq(act));
        Ok(rows.descending(row::Column::Id).list(100).await?.into_iter().map(Act::from).collect())
    }

    /// The papers these acts relied on, without their numbers.
    pub async fn act_papers(&self, acts: &[ActId]) -> Result<Vec<ActPaper>> {
        self.may(Domain::Acts, Action::List)?;
        let rows = self.rows::<papers::row::Entity>().filter(among(papers::row::Column::ActId, acts));
        rows.ascending(papers::row::Column::Id).list(1_000).await?.into_iter().map(ActPaper::try_from).collect()
    }
}

owned!(row, ActId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "act")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub kind: String,
        pub effective_on: Date,
        pub recorded_at: DateTimeUtc,
        pub account_id: Option<Uuid>,
        pub account_name: String,
        pub account_role: String,
        pub summary: String,
        pub repairs_act_id: Option<Uuid>,
        pub case_number: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
