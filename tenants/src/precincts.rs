//! Districts (分局) and their precincts (派出所): the tenants themselves.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::audit::{self, Entry, Who};
use crate::error::{Error, Result};
use crate::ids::{DistrictId, PrecinctId};
use crate::page::{Page, Paging};
use crate::scope::{Reach, Scope, shared};
use crate::store::Store;
use crate::transaction::Mode;
use crate::words::words;

words! {
    /// What a precinct is.
    pub enum PrecinctKind {
        /// A station with a register (派出所).
        Station = "STATION",
        /// The district's own office: a tenant without a register, where district staff are posted (分局机关).
        Office = "OFFICE",
    }
}

words! {
    /// Whether a precinct may be used.
    pub enum PrecinctState {
        /// Yes.
        Active = "ACTIVE",
        /// Not now: nobody of it may read or write (停用).
        Suspended = "SUSPENDED",
        /// Never again.
        Closed = "CLOSED",
    }
}

/// A district.
#[derive(Clone, Debug)]
pub struct District {
    /// Its id.
    pub id: DistrictId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A precinct.
#[derive(Clone, Debug)]
pub struct Precinct {
    /// Its id.
    pub id: PrecinctId,
    /// Its district.
    pub district: DistrictId,
    /// Its code, opaque (GA/T 380).
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// What it is.
    pub kind: PrecinctKind,
    /// Whether it may be used.
    pub state: PrecinctState,
    /// Its address.
    pub address: Option<String>,
    /// Its telephone number, which is public.
    pub phone: Option<String>,
    /// When it was made a tenant.
    pub created_at: DateTime<Utc>,
}

impl TryFrom<row::Model> for Precinct {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: PrecinctId(row.id),
            district: DistrictId(row.district_id),
            code: row.code,
            name: row.name,
            short_name: row.short_name,
            kind: row.kind.parse().map_err(Error::internal)?,
            state: row.state.parse().map_err(Error::internal)?,
            address: row.address,
            phone: row.phone,
            created_at: row.created_at,
        })
    }
}

impl<R: Reach> Scope<R> {
    /// Precincts within reach, by id, in no order.
    pub async fn precincts_by_id(&self, ids: &[PrecinctId]) -> Result<Vec<Precinct>> {
        let within: Vec<uuid::Uuid> = ids.iter().filter(|id| self.member().reaches(**id)).map(|id| id.0).collect();
        let select = row::Entity::find().filter(row::Column::Id.is_in(within));
        let rows = self.store().commons(Mode::Look).await?.list(select, ids.len() as u64).await?;
        rows.into_iter().map(Precinct::try_from).collect()
    }

    /// The asker's district.
    pub async fn own_district(&self) -> Result<District> {
        let select = district_row::Entity::find_by_id(self.member().district.0);
        let row = self.store().commons(Mode::Look).await?.one(select).await?.ok_or(Error::NotFound)?;
        Ok(District { id: DistrictId(row.id), code: row.code, name: row.name })
    }
}

impl Scope<crate::scope::District> {
    /// A page of the district's precincts by code.
    pub async fn precinct_page(&self, paging: &Paging) -> Result<Page<Precinct>> {
        let mut all = self.precincts_by_id(self.precincts()).await?;
        all.sort_by(|a, b| (&a.code, a.id).cmp(&(&b.code, b.id)));
        let after = |row: &Precinct| {
            paging.after.as_ref().is_none_or(|key| (row.code.as_str(), row.id.0) > (key.sort.as_str(), key.id))
        };
        Ok(Page::cut(all.into_iter().filter(after).collect(), paging.first))
    }
}

/// What a new precinct is made of.
#[derive(Clone, Debug)]
pub struct NewPrecinct {
    /// The district it belongs to, by code.
    pub district_code: String,
    /// Its code: 12 digits of GA/T 380, opaque here.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// What it is.
    pub kind: PrecinctKind,
}

/// The tenants of an installation, for the operator's command line.
#[derive(Debug)]
pub struct Tenants(Store);

impl Store {
    /// The tenants, for the operator on the machine; on PostgreSQL the store must be open as the owner.
    pub fn tenants(&self) -> Tenants {
        Tenants(self.clone())
    }
}

impl Tenants {
    pub(crate) fn store(&self) -> &Store {
        &self.0
    }

    /// Every precinct, offices too, by code.
    pub async fn list(&self) -> Result<Vec<Precinct>> {
        let select = row::Entity::find().order_by_asc(row::Column::Code);
        let rows = self.0.commons(Mode::Look).await?.list(select, 10_000).await?;
        rows.into_iter().map(Precinct::try_from).collect()
    }

    /// The precinct of a code.
    pub async fn by_code(&self, code: &str) -> Result<Precinct> {
        let select = row::Entity::find().filter(row::Column::Code.eq(code));
        self.0.commons(Mode::Look).await?.one(select).await?.ok_or(Error::NotFound)?.try_into()
    }

    /// Makes a district with its office, unless its code is taken.
    pub async fn create_district(&self, code: &str, name: &str) -> Result<District> {
        let (id, now) = (self.new_id(), self.0.clock().now());
        let commons = self.0.commons(Mode::Write).await?;
        let district = district_row::ActiveModel {
            id: Set(id),
            code: Set(code.to_owned()),
            name: Set(name.to_owned()),
            created_at: Set(now),
        };
        commons.add(district).await?;
        commons.commit_silently().await?;
        self.create(&NewPrecinct {
            district_code: code.to_owned(),
            code: format!("{code}-OFFICE"),
            name: name.to_owned(),
            short_name: name.to_owned(),
            kind: PrecinctKind::Office,
        })
        .await?;
        Ok(District { id: DistrictId(id), code: code.to_owned(), name: name.to_owned() })
    }

    /// Makes a precinct: its row, its data key and its empty audit chain, in one transaction.
    pub async fn create(&self, new: &NewPrecinct) -> Result<Precinct> {
        let commons = self.0.commons(Mode::Write).await?;
        let district =
            commons.one(district_row::Entity::find().filter(district_row::Column::Code.eq(&new.district_code))).await?;
        let district =
            district.ok_or_else(|| Error::invalid("DISTRICT", "district", "there is no district of this code"))?;
        let (id, now) = (PrecinctId(self.new_id()), self.0.clock().now());
        commons
            .add(row::ActiveModel {
                id: Set(id.0),
                district_id: Set(district.id),
                code: Set(new.code.clone()),
                name: Set(new.name.clone()),
                short_name: Set(new.short_name.clone()),
                kind: Set(new.kind.as_str().to_owned()),
                state: Set(PrecinctState::Active.as_str().to_owned()),
                address: Set(None),
                phone: Set(None),
                created_at: Set(now),
            })
            .await?;
        let wrapped = self.0.keys().create(id.0, self.0.ids())?;
        commons
            .execute(
                "INSERT INTO tenant_key (precinct_id, wrapped, created_at) VALUES ($1, $2, $3)",
                vec![id.into(), wrapped.into(), now.into()],
            )
            .await?;
        commons.enter(id).await?;
        commons
            .execute(
                "INSERT INTO audit_head (precinct_id, seq, hash) VALUES ($1, 0, $2)",
                vec![id.into(), audit::genesis(id).into()],
            )
            .await?;
        let entry = Entry::new("createPrecinct", "PRECINCTS").on("precinct", id).rows(1);
        commons.commit(id, operator(), entry).await?;
        self.by_code(&new.code).await
    }

    /// Suspends, resumes or closes a precinct.
    pub async fn set_state(&self, code: &str, state: PrecinctState) -> Result<Precinct> {
        let precinct = self.by_code(code).await?;
        if precinct.state == PrecinctState::Closed {
            return Err(Error::Conflict("a closed precinct stays closed"));
        }
        let commons = self.0.commons(Mode::Write).await?;
        commons
            .execute("UPDATE precinct SET state = $2 WHERE id = $1", vec![precinct.id.into(), state.as_str().into()])
            .await?;
        let entry = Entry::new("setPrecinctState", "PRECINCTS")
            .on("precinct", precinct.id)
            .when(format!("state={state}"))
            .rows(1);
        commons.commit(precinct.id, operator(), entry).await?;
        self.by_code(code).await
    }

    fn new_id(&self) -> uuid::Uuid {
        self.0.ids().next(self.0.clock().now())
    }
}

/// The trail's author of what is done on the machine itself.
pub(crate) fn operator() -> Who {
    Who {
        account: None,
        name: "operator".to_owned(),
        role: "OPERATOR".to_owned(),
        terminal: "console".to_owned(),
        request_id: String::new(),
    }
}

shared!(row);
shared!(district_row);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "precinct")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub district_id: Uuid,
        pub code: String,
        pub name: String,
        pub short_name: String,
        pub kind: String,
        pub state: String,
        pub address: Option<String>,
        pub phone: Option<String>,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod district_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "district")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub code: String,
        pub name: String,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
