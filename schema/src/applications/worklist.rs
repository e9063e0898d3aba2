//! The worklist (工作清单): how much is to be done, each number counted only when it is selected.

use async_graphql::{Context, Object, Result};
use tenants::applications::{self as rows, ApplicationState};
use tenants::ids::PrecinctId;
use tenants::roles::{Action, Domain};

use crate::context::{Doorway, Told};
use crate::words::Word;

/// Counts of a precinct's queues.
pub struct Worklist(pub(crate) PrecinctId);

/// How many applications are to be done, within what the asker sees (工作清单). Permission: APPLICATIONS LIST. Cost: 1 and 20 a count.
#[Object]
impl Worklist {
    /// Those in a state (按状态计数). Cost: 20.
    async fn count(&self, ctx: &Context<'_>, state: Word<ApplicationState>) -> Result<i32> {
        self.number(ctx, rows::Worklist::In(state.0)).await
    }

    /// Those whose limit is over (逾期数, OPS-03). Cost: 20.
    async fn overdue(&self, ctx: &Context<'_>) -> Result<i32> {
        self.number(ctx, rows::Worklist::Overdue).await
    }

    /// Those due or needed soon, or overdue (临期数). Cost: 20.
    async fn at_risk(&self, ctx: &Context<'_>) -> Result<i32> {
        self.number(ctx, rows::Worklist::AtRisk).await
    }

    /// Open ones that the asker took down, accepted or reviewed (我的在办数). Cost: 20.
    async fn mine(&self, ctx: &Context<'_>) -> Result<i32> {
        self.number(ctx, rows::Worklist::Mine).await
    }
}

impl Worklist {
    async fn number(&self, ctx: &Context<'_>, what: rows::Worklist) -> Result<i32> {
        let count = ctx.at(self.0)?.scope.count_worklist(what).await.told(ctx)?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}

/// A precinct's worklist.
pub(crate) fn of(ctx: &Context<'_>, precinct: PrecinctId) -> Result<Worklist> {
    ctx.at(precinct)?.scope.may(Domain::Applications, Action::List).told(ctx)?;
    Ok(Worklist(precinct))
}
