//! Memberships (户籍关系): who belongs to which household, as what, on two time axes (REG-01, REG-02, REG-10).

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait};

use crate::error::Result;
use crate::ids::{ActId, HouseholdId, MembershipId, PersonId, PrecinctId};
use crate::page::among;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, owned};

/// The code of the head of household in GB/T 4761.
pub const HEAD: &str = "02";

/// The most members each household shows in a list; collective households have thousands.
const MOST_MEMBERS: u64 = 2_000;

/// One interval of one person in one household.
#[derive(Clone, Debug)]
pub struct Membership {
    /// Its id.
    pub id: MembershipId,
    /// The precinct.
    pub precinct: PrecinctId,
    /// The household.
    pub household: HouseholdId,
    /// The person.
    pub person: PersonId,
    /// Relation to the head as shown: the printed relation where the stored one is protected (§2.4).
    pub relation: String,
    /// Why it began: a code of the set `membership_reason`.
    pub reason: String,
    /// First day in law.
    pub effective_from: NaiveDate,
    /// First day no longer in law; none while it lasts.
    pub effective_to: Option<NaiveDate>,
    /// When the system learned it.
    pub recorded_at: DateTime<Utc>,
    /// When the system learned otherwise; none while it believes it.
    pub superseded_at: Option<DateTime<Utc>>,
    /// The act it came from.
    pub act: ActId,
}

impl Membership {
    /// Whether this is the head of the household (户主).
    pub fn is_head(&self) -> bool {
        self.relation == HEAD
    }
}

impl From<row::Model> for Membership {
    fn from(row: row::Model) -> Self {
        Self {
            id: MembershipId(row.id),
            precinct: PrecinctId(row.precinct_id),
            household: HouseholdId(row.household_id),
            person: PersonId(row.person_id),
            relation: row.printed_relation.unwrap_or(row.relation),
            reason: row.reason,
            effective_from: row.effective_from,
            effective_to: row.effective_to,
            recorded_at: row.recorded_at,
            superseded_at: row.superseded_at,
            act: ActId(row.act_id),
        }
    }
}

/// A point on both time axes: what held on `on` in law, as the system knew it at `known` (REG-10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The day in law; none means what is open now.
    pub on: Option<NaiveDate>,
    /// The instant of knowledge; none means now.
    pub known: Option<DateTime<Utc>>,
}

impl Moment {
    /// Whether this is simply now.
    pub fn is_now(self) -> bool {
        self == Self::default()
    }
}

/// The condition that rows with the two axes hold at a moment.
pub(crate) fn held(from: Expr, to: Expr, recorded: Expr, superseded: Expr, moment: Moment) -> Condition {
    let in_law = match moment.on {
        None => Condition::all().add(to.is_null()),
        Some(day) => {
            Condition::all().add(from.lte(day)).add(Condition::any().add(to.clone().is_null()).add(to.gt(day)))
        }
    };
    let believed = match moment.known {
        None => Condition::all().add(superseded.is_null()),
        Some(at) => Condition::all()
            .add(recorded.lte(at))
            .add(Condition::any().add(superseded.clone().is_null()).add(superseded.gt(at))),
    };
    in_law.add(believed)
}

fn at(moment: Moment) -> Condition {
    use row::Column as C;
    held(
        C::EffectiveFrom.into_expr(),
        C::EffectiveTo.into_expr(),
        C::RecordedAt.into_expr(),
        C::SupersededAt.into_expr(),
        moment,
    )
}

impl Scope<Precinct> {
    /// Who belonged to these households at a moment; of each household the head first, then by relation.
    pub async fn members_of(&self, households: &[HouseholdId], moment: Moment) -> Result<Vec<Membership>> {
        self.may(Domain::Households, Action::List)?;
        let rows = self.rows::<row::Entity>().filter(among(row::Column::HouseholdId, households)).filter(at(moment));
        let rows = rows.list(MOST_MEMBERS * households.len() as u64).await?;
        let mut members: Vec<Membership> = rows.into_iter().map(Membership::from).collect();
        members.sort_by(|a, b| (!a.is_head(), &a.relation, a.id).cmp(&(!b.is_head(), &b.relation, b.id)));
        Ok(members)
    }

    /// Who belongs to a household at a moment, for whoever needs no right to the household because it is his own.
    pub(crate) async fn memberships_in(
        &self,
        household: HouseholdId,
        moment: Moment,
        most: u64,
    ) -> Result<Vec<Membership>> {
        let rows = self.rows::<row::Entity>().filter(row::Column::HouseholdId.eq(household)).filter(at(moment));
        Ok(rows.list(most).await?.into_iter().map(Membership::from).collect())
    }

    /// Every interval of these households that the system ever believed, the latest first.
    pub async fn history_of(&self, households: &[HouseholdId]) -> Result<Vec<Membership>> {
        self.may(Domain::Households, Action::List)?;
        let rows = self.rows::<row::Entity>().filter(among(row::Column::HouseholdId, households));
        Ok(latest_first(rows.list(MOST_MEMBERS * households.len() as u64).await?))
    }

    /// The households these persons belonged to at a moment: at most one each (REG-01).
    pub async fn memberships_at(&self, persons: &[PersonId], moment: Moment) -> Result<Vec<Membership>> {
        let rows = self.rows::<row::Entity>().filter(among(row::Column::PersonId, persons)).filter(at(moment));
        Ok(latest_first(rows.list(MOST_MEMBERS).await?))
    }

    /// Every interval of these persons, the latest first.
    pub async fn memberships_of(&self, persons: &[PersonId]) -> Result<Vec<Membership>> {
        let rows = self.rows::<row::Entity>().filter(among(row::Column::PersonId, persons));
        Ok(latest_first(rows.list(MOST_MEMBERS).await?))
    }
}

fn latest_first(rows: Vec<row::Model>) -> Vec<Membership> {
    let mut memberships: Vec<Membership> = rows.into_iter().map(Membership::from).collect();
    memberships.sort_by_key(|row| std::cmp::Reverse((row.effective_from, row.recorded_at, row.id)));
    memberships
}

owned!(row, MembershipId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "membership")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub household_id: Uuid,
        pub person_id: Uuid,
        pub relation: String,
        pub printed_relation: Option<String>,
        pub reason: String,
        pub effective_from: Date,
        pub effective_to: Option<Date>,
        pub recorded_at: DateTimeUtc,
        pub superseded_at: Option<DateTimeUtc>,
        pub act_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
