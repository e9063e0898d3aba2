//! Households (户) and their memberships as GraphQL objects.

mod direct;

use async_graphql::{Context, ContextSelectionSet, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use tenants::households::{self as rows, HouseholdKind, HouseholdState};
use tenants::ids::PrecinctId;
use tenants::memberships::{self, Moment};
use tenants::page::Paging;

use crate::acts::Act;
use crate::beats::{self, Beat};
use crate::codes::CodeValue;
use crate::communities::{self, Community};
use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::direct::{Ask, Hot};
use crate::dwellings::Dwelling;
use crate::id::Kind;
use crate::page::{Connection, Count, List, listed, paging};
use crate::persons::Person;
use crate::words::Word;

/// A household of the register as it stands, or as it stood at a moment on the two time axes (REG-10).
pub struct Household {
    /// The row.
    pub row: rows::Household,
    /// At which moment it was read, and its members are.
    pub moment: Moment,
}

listed!(Household, rows::Household, "HouseholdConnection", "HouseholdEdge", |row| (row.number, row.id));

/// A household as it stands.
#[expect(non_snake_case, reason = "a node is made by its name, as tuple nodes are")]
pub(crate) fn Household(row: rows::Household) -> Household {
    Household { row, moment: Moment::default() }
}

/// A household (户): a legal registration unit, neither a family nor a dwelling (§2.3).
/// Permission: HOUSEHOLDS LIST. Cost: 1.
#[Object]
impl Household {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Household, self.row.precinct, self.row.id)
    }

    /// The household number, unique in the precinct and never used again (户号).
    async fn number(&self) -> &str {
        &self.row.number
    }

    /// What kind it is (户别).
    async fn kind(&self) -> Word<HouseholdKind> {
        Word(self.row.kind)
    }

    /// Where it is in its life at the moment asked for (状态).
    async fn state(&self) -> Word<HouseholdState> {
        Word(self.row.state)
    }

    /// The registered address (户籍地址): in full where the record is assigned to the asker, else down to the estate.
    async fn address(&self, ctx: &Context<'_>) -> Result<String> {
        let dwelling = self.dwelling_row(ctx).await?;
        Ok(if ctx.at(self.row.precinct)?.scope.assigned(self.row.beat) {
            dwelling.label
        } else {
            tenants::masking::address(&dwelling.label)
        })
    }

    /// The registered address down to the estate or zone, building and room hidden.
    async fn address_masked(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(tenants::masking::address(&self.dwelling_row(ctx).await?.label))
    }

    /// The head's name at the moment asked for, masked (户主).
    async fn head_name(&self) -> &str {
        &self.row.head_name
    }

    /// How many members it has at the moment asked for (在册人数).
    async fn member_count(&self) -> i32 {
        self.row.member_count
    }

    /// The day it was established (立户日期).
    async fn established_on(&self) -> Date {
        Date(self.row.established_on)
    }

    /// The day it was closed (销户日期).
    async fn closed_on(&self) -> Option<Date> {
        self.row.closed_on.map(Date)
    }

    /// Counts its changes; sent back as `expectedVersion` (REG-19).
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.row.updated_at
    }

    /// The dwelling it is registered at (住房).
    async fn dwelling(&self, ctx: &Context<'_>) -> Result<Dwelling> {
        self.dwelling_row(ctx).await.map(Dwelling)
    }

    /// The community (社区).
    async fn community(&self, ctx: &Context<'_>) -> Result<Community> {
        communities::community(ctx, self.row.precinct, self.row.community).await
    }

    /// The beat (警务区).
    async fn beat(&self, ctx: &Context<'_>) -> Option<Result<Beat>> {
        Some(beats::beat(ctx, self.row.precinct, self.row.beat?).await)
    }

    /// Its members at the moment asked for, the head first (成员). Cost: 1 each.
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<Membership>> {
        let opened = ctx.at(self.row.precinct)?;
        let members = if self.moment.is_now() {
            opened.load.members.load(self.row.id).await.found(ctx)?
        } else {
            opened.scope.members_of(&[self.row.id], self.moment).await.told(ctx)?
        };
        Ok(members.into_iter().map(Membership).collect())
    }

    /// Every membership it ever had, the latest first (变动历史). Cost: 1 each.
    async fn history(&self, ctx: &Context<'_>) -> Result<Vec<Membership>> {
        let history = ctx.at(self.row.precinct)?.load.household_history.load(self.row.id).await.found(ctx)?;
        Ok(history.into_iter().map(Membership).collect())
    }

    /// The acts that changed it, the latest first (登记历史). Permission: ACTS LIST. Cost: 1 each.
    async fn acts(&self, ctx: &Context<'_>) -> Result<Vec<Act>> {
        crate::acts::of_household(ctx, self.row.precinct, self.row.id).await
    }

    /// Every address it was registered at, the latest first (地址历史). Cost: 1 each.
    async fn address_history(&self, ctx: &Context<'_>) -> Result<Vec<HouseholdAddress>> {
        let opened = ctx.at(self.row.precinct)?;
        let history = opened.load.household_addresses.load(self.row.id).await.found(ctx)?;
        let assigned = opened.scope.assigned(self.row.beat);
        Ok(history.into_iter().map(|row| HouseholdAddress { precinct: self.row.precinct, row, assigned }).collect())
    }
}

impl Household {
    async fn dwelling_row(&self, ctx: &Context<'_>) -> Result<tenants::dwellings::Dwelling> {
        ctx.at(self.row.precinct)?.load.dwellings.load(self.row.dwelling).await.found(ctx)
    }
}

/// One interval of one person in one household (户籍关系), on two time axes.
pub struct Membership(pub memberships::Membership);

/// One interval of one person in one household (户籍关系), on two time axes (REG-02, REG-10).
/// Permission: HOUSEHOLDS LIST. Cost: 1.
#[Object]
impl Membership {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Membership, self.0.precinct, self.0.id)
    }

    /// The person, masked (人员).
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        ctx.at(self.0.precinct)?.load.persons.load(self.0.person).await.found(ctx).map(Person)
    }

    /// The household (户).
    async fn household(&self, ctx: &Context<'_>) -> Result<Household> {
        ctx.at(self.0.precinct)?.load.households.load(self.0.household).await.found(ctx).map(Household)
    }

    /// Relation to the head as shown, with its labels (与户主关系, GB/T 4761).
    async fn relation(&self, ctx: &Context<'_>) -> Result<CodeValue> {
        CodeValue::of("relation", &self.0.relation)
            .ok_or_else(|| ctx.fail(&tenants::Error::internal("an unknown relation code")))
    }

    /// Relation to the head: the two digits of GB/T 4761.
    async fn relation_code(&self) -> &str {
        &self.0.relation
    }

    /// Whether this is the head of the household (户主).
    async fn is_head(&self) -> bool {
        self.0.is_head()
    }

    /// Why it began: a code of the code set `membership_reason`.
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// First day in law.
    async fn effective_from(&self) -> Date {
        Date(self.0.effective_from)
    }

    /// First day no longer in law; none while it lasts.
    async fn effective_to(&self) -> Option<Date> {
        self.0.effective_to.map(Date)
    }

    /// When the system learned it.
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.0.recorded_at
    }

    /// When the system learned otherwise; none while it believes it.
    async fn superseded_at(&self) -> Option<DateTime<Utc>> {
        self.0.superseded_at
    }

    /// The act it came from (REG-08).
    async fn act(&self, ctx: &Context<'_>) -> Result<Act> {
        let row = ctx.at(self.0.precinct)?.load.acts.load(self.0.act).await.found(ctx)?;
        Ok(Act { precinct: self.0.precinct, row })
    }
}

/// One interval of a household's registered address.
pub struct HouseholdAddress {
    precinct: PrecinctId,
    row: rows::HouseholdAddress,
    assigned: bool,
}

/// One interval of a household's registered address (户籍地址变动, REG-13).
/// Permission: HOUSEHOLDS LIST. Cost: 1.
#[Object]
impl HouseholdAddress {
    /// The address: in full where the record is assigned to the asker, else down to the estate.
    async fn address(&self, ctx: &Context<'_>) -> Result<String> {
        let dwelling = ctx.at(self.precinct)?.load.dwellings.load(self.row.dwelling).await.found(ctx)?;
        Ok(if self.assigned { dwelling.label } else { tenants::masking::address(&dwelling.label) })
    }

    /// First day in law.
    async fn effective_from(&self) -> Date {
        Date(self.row.effective_from)
    }

    /// First day no longer in law; none while it lasts.
    async fn effective_to(&self) -> Option<Date> {
        self.row.effective_to.map(Date)
    }

    /// When the system learned it.
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.row.recorded_at
    }

    /// The act it came from (REG-08).
    async fn act(&self, ctx: &Context<'_>) -> Result<Act> {
        let row = ctx.at(self.precinct)?.load.acts.load(self.row.act).await.found(ctx)?;
        Ok(Act { precinct: self.precinct, row })
    }
}

/// Which households a list holds; every part narrows it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct HouseholdFilter {
    /// Of a beat (警务区).
    pub beat_id: Option<ID>,
    /// Of a community (社区).
    pub community_id: Option<ID>,
    /// Of a building (楼栋).
    pub building_id: Option<ID>,
    /// Whose number begins so (户号前缀).
    pub number_prefix: Option<String>,
    /// Of a kind (户别).
    pub kind: Option<Word<HouseholdKind>>,
    /// In a state (状态).
    pub state: Option<Word<HouseholdState>>,
}

impl HouseholdFilter {
    fn read(&self, ctx: &Context<'_>, precinct: PrecinctId) -> Result<rows::HouseholdFilter> {
        Ok(rows::HouseholdFilter {
            beat: self.beat_id.as_ref().map(|id| ctx.row_in(Kind::Beat, precinct, id)).transpose()?,
            community: self.community_id.as_ref().map(|id| ctx.row_in(Kind::Community, precinct, id)).transpose()?,
            building: self.building_id.as_ref().map(|id| ctx.row_in(Kind::Address, precinct, id)).transpose()?,
            number_prefix: self.number_prefix.clone().filter(|prefix| !prefix.is_empty()),
            kind: self.kind.map(|word| word.0),
            state: self.state.map(|word| word.0),
        })
    }
}

/// A page of a precinct's households, as it is asked for.
pub struct AskHouseholds {
    pub(crate) precinct: PrecinctId,
    pub(crate) filter: rows::HouseholdFilter,
    pub(crate) paging: Paging,
}

impl AskHouseholds {
    /// The list's name and owner, which its cursors are bound to.
    pub(crate) fn list(&self) -> List {
        list_of(self.precinct)
    }
}

fn list_of(precinct: PrecinctId) -> List {
    List { name: "households", owner: precinct.0 }
}

/// Reads what a page of households is asked for.
pub(crate) fn households(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    filter: Option<HouseholdFilter>,
    first: Option<i32>,
    after: Option<&str>,
) -> Result<Hot<AskHouseholds>> {
    let paging = paging(ctx, list_of(precinct), first, after)?;
    let filter = filter.unwrap_or_default().read(ctx, precinct)?;
    Ok(Hot(AskHouseholds { precinct, filter, paging }))
}

impl Ask for AskHouseholds {
    type Ordinary = Connection<Household>;

    async fn direct(&self, ctx: &ContextSelectionSet<'_>, alone: bool) -> Option<String> {
        direct::page(self, ctx, alone).await
    }

    async fn ordinary(&self, ctx: &ContextSelectionSet<'_>) -> Result<Connection<Household>> {
        let scope = ctx.at(self.precinct)?.scope.clone();
        let page = scope.households(&self.filter, &self.paging).await.told(ctx)?;
        let filter = self.filter.clone();
        let count: Count = Box::new(move || {
            let (scope, filter) = (scope.clone(), filter.clone());
            Box::pin(async move { scope.count_households(&filter).await })
        });
        Ok(Connection::new(self.list(), &self.paging, page, count))
    }
}

/// One household of a precinct, as it is asked for.
pub struct AskHousehold {
    pub(crate) precinct: PrecinctId,
    pub(crate) find: rows::FindHousehold,
    pub(crate) moment: Moment,
}

/// Reads which household of a precinct is asked for, by id or number, at which moment.
pub(crate) fn household(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    id: Option<ID>,
    number: Option<String>,
    moment: Moment,
) -> Result<Hot<AskHousehold>> {
    let find = match (id, number) {
        (Some(id), None) => rows::FindHousehold::Id(ctx.row_in(Kind::Household, precinct, &id)?),
        (None, Some(number)) => rows::FindHousehold::Number(number),
        _ => return Err(crate::page::bad(ctx, "ONE_OF", "id")),
    };
    Ok(Hot(AskHousehold { precinct, find, moment }))
}

impl Ask for AskHousehold {
    type Ordinary = Household;

    async fn direct(&self, ctx: &ContextSelectionSet<'_>, alone: bool) -> Option<String> {
        if self.moment.is_now() { direct::one(self, ctx, alone).await } else { None }
    }

    async fn ordinary(&self, ctx: &ContextSelectionSet<'_>) -> Result<Household> {
        let row = ctx.at(self.precinct)?.scope.household_at(&self.find, self.moment).await.told(ctx)?;
        Ok(Household { row, moment: self.moment })
    }
}
