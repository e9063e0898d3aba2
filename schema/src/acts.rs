//! Register acts (登记行为) as GraphQL objects, and the one mutation by which the register changes.

pub(crate) mod arrivals;
mod balance;
mod forms;
mod identities;
pub(crate) mod input;
mod subject;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use tenants::acts as rows;
use tenants::ids::{HouseholdId, PersonId, PrecinctId};

use crate::codes::CodeValue;
use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::error::{UserError, outcome};
use crate::households::Household;
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::persons::Person;

pub(crate) use balance::balance;
pub use balance::{BalanceTerm, RegisterBalance};
pub use forms::RegisterFormInput;
pub use subject::{ActPaper, ActSubject};

/// One approved act (登记行为): the only way the register changes, append-only (REG-08, REG-09).
/// Permission: HOUSEHOLDS LIST. Cost: 1.
pub struct Act {
    /// The precinct whose act it is.
    pub precinct: PrecinctId,
    /// The act.
    pub row: rows::Act,
}

/// A row of the list, with its precinct.
pub type ActRow = (PrecinctId, rows::Act);

#[expect(non_snake_case, reason = "a node is made by its name, as tuple nodes are")]
fn Act((precinct, row): ActRow) -> Act {
    Act { precinct, row }
}

listed!(Act, ActRow, "ActConnection", "ActEdge", |of| (of.1.number, of.1.id));

/// One approved act (登记行为): the only way the register changes, append-only (REG-08, REG-09).
/// Permission: HOUSEHOLDS LIST. Cost: 1.
#[Object]
impl Act {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Act, self.precinct, self.row.id)
    }

    /// Its number, unique in the precinct (编号).
    async fn number(&self) -> &str {
        &self.row.number
    }

    /// Its kind: a code of the code set `act_kind`.
    async fn kind(&self) -> &str {
        &self.row.kind
    }

    /// Its kind with its labels (登记类别).
    async fn kind_code(&self, ctx: &Context<'_>) -> Result<CodeValue> {
        CodeValue::of("act_kind", &self.row.kind)
            .ok_or_else(|| ctx.fail(&tenants::Error::internal("an unknown kind of act")))
    }

    /// The day from which it holds in law (生效日期, REG-10).
    async fn effective_on(&self) -> Date {
        Date(self.row.effective_on)
    }

    /// The instant the system learned it (登记时间, REG-10).
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.row.recorded_at
    }

    /// The officer's name then (承办人).
    async fn officer(&self) -> &str {
        &self.row.officer
    }

    /// The officer's role then.
    async fn role(&self) -> &str {
        &self.row.role
    }

    /// What was done, without personal values.
    async fn summary(&self) -> &str {
        &self.row.summary
    }

    /// The number of the case or application it was done in (案卷号).
    async fn case_number(&self) -> Option<&str> {
        self.row.case_number.as_deref()
    }

    /// What it concerned, each with the part it took (登记对象). Permission: ACTS LIST. Cost: 1 each.
    async fn subjects(&self, ctx: &Context<'_>) -> Result<Vec<ActSubject>> {
        let subjects = ctx.at(self.precinct)?.scope.act_subjects(&[self.row.id]).await.told(ctx)?;
        Ok(subjects.into_iter().map(|row| ActSubject { precinct: self.precinct, row }).collect())
    }

    /// The papers it relied on, without their numbers (凭证). Permission: ACTS LIST. Cost: 1 each.
    async fn papers(&self, ctx: &Context<'_>) -> Result<Vec<ActPaper>> {
        let papers = ctx.at(self.precinct)?.scope.act_papers(&[self.row.id]).await.told(ctx)?;
        Ok(papers.into_iter().map(ActPaper).collect())
    }

    /// The act it repairs (所更正的登记, REG-09).
    async fn repairs(&self, ctx: &Context<'_>) -> Option<Result<Act>> {
        let repaired = self.row.repairs?;
        let found = async { ctx.at(self.precinct)?.load.acts.load(repaired).await.found(ctx) }.await;
        Some(found.map(|row| Act { precinct: self.precinct, row }))
    }

    /// The acts that repaired it, the latest first (更正本登记的登记, REG-09). Permission: ACTS LIST. Cost: 1 each.
    async fn repaired_by(&self, ctx: &Context<'_>) -> Result<Vec<Act>> {
        let acts = ctx.at(self.precinct)?.scope.repairs_of(self.row.id).await.told(ctx)?;
        Ok(nodes(self.precinct, acts))
    }
}

fn nodes(precinct: PrecinctId, acts: Vec<rows::Act>) -> Vec<Act> {
    acts.into_iter().map(|row| Act { precinct, row }).collect()
}

/// Which acts a list holds; every part narrows it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ActFilter {
    /// Of a kind: a code of the code set `act_kind` (登记类别).
    pub kind: Option<String>,
    /// In force from this day or later (生效日期起).
    pub effective_from: Option<Date>,
    /// In force from this day or earlier (生效日期止).
    pub effective_to: Option<Date>,
}

impl From<ActFilter> for rows::ActFilter {
    fn from(filter: ActFilter) -> Self {
        Self {
            kind: filter.kind,
            effective_from: filter.effective_from.map(Date::day),
            effective_to: filter.effective_to.map(Date::day),
        }
    }
}

/// A page of a precinct's acts.
pub(crate) async fn acts(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    filter: Option<ActFilter>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Act>> {
    let list = List { name: "acts", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let (scope, filter) = (ctx.at(precinct)?.scope.clone(), rows::ActFilter::from(filter.unwrap_or_default()));
    let page = scope.act_page(&filter, &paging).await.told(ctx)?.map(|row| (precinct, row));
    let count = Box::new(move || {
        let (scope, filter) = (scope.clone(), filter.clone());
        Box::pin(async move { scope.count_acts(&filter).await }) as futures_util::future::BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// One act of a precinct.
pub(crate) async fn act(ctx: &Context<'_>, precinct: PrecinctId, id: &ID) -> Result<Act> {
    let id = ctx.row_in(Kind::Act, precinct, id)?;
    let row = ctx.at(precinct)?.scope.act(id).await.told(ctx)?;
    Ok(Act { precinct, row })
}

/// The acts that changed a household.
pub(crate) async fn of_household(ctx: &Context<'_>, precinct: PrecinctId, id: HouseholdId) -> Result<Vec<Act>> {
    Ok(nodes(precinct, ctx.at(precinct)?.scope.acts_of_household(id).await.told(ctx)?))
}

/// The acts that concerned a person.
pub(crate) async fn of_person(ctx: &Context<'_>, precinct: PrecinctId, id: PersonId) -> Result<Vec<Act>> {
    Ok(nodes(precinct, ctx.at(precinct)?.scope.acts_of_person(id).await.told(ctx)?))
}

/// An act to be performed.
#[derive(InputObject)]
pub struct PerformActInput {
    /// The filled form: exactly one.
    pub form: RegisterFormInput,
    /// The day from which it holds in law; today, or the day of the fact the form records, if not given (生效日期).
    pub effective_on: Option<Date>,
    /// The number of the open case file it serves (案卷号); or say why.
    pub case_number: Option<String>,
    /// Why it is done, where it serves no case file: 1 to 200 characters, kept sealed (事由).
    pub reason: Option<String>,
    /// A key of the client's own: the same key gives the same result and no second act.
    pub idempotency_key: Option<String>,
}

/// An act performed.
#[derive(SimpleObject)]
pub struct PerformActPayload {
    /// The act, unless refused (登记行为).
    pub act: Option<Act>,
    /// The household it was about, as it stands now (户).
    pub household: Option<Household>,
    /// The persons it concerned, masked; a hundred at most (人员).
    pub persons: Vec<Person>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What changes the register.
#[derive(Default)]
pub struct ActMutations;

#[Object]
impl ActMutations {
    /// Performs a register act (办理登记): all of it or nothing. A rule of the register that would be broken is a user error with the
    /// code `INVARIANT(REG-…)`. Permission: ACTS MANAGE, or APPROVE where the form wants more than the window. Cost: 30.
    async fn perform_act(&self, ctx: &Context<'_>, input: PerformActInput) -> Result<PerformActPayload> {
        let (precinct, form) = input.form.read(ctx)?;
        let order = rows::Order {
            effective_on: input.effective_on.map(Date::day),
            case_number: input.case_number,
            reason: input.reason,
        };
        let result = ctx.at(precinct)?.scope.perform(&form, &order).await;
        let (done, user_errors) = outcome(result, ctx.asking().language())?;
        let Some(done) = done else {
            return Ok(PerformActPayload { act: None, household: None, persons: Vec::new(), user_errors });
        };
        Ok(PerformActPayload {
            act: Some(Act { precinct, row: done.act }),
            household: done.household.map(Household),
            persons: done.persons.into_iter().map(Person).collect(),
            user_errors,
        })
    }
}
