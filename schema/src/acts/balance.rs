//! The conservation law as a query.

use async_graphql::{Context, Result, SimpleObject};
use tenants::acts::Term;
use tenants::ids::PrecinctId;

use crate::context::{Doorway, Told};
use crate::dates::Date;
use crate::words::Word;

/// Persons of one term of the conservation law (变动类别).
#[derive(SimpleObject)]
pub struct BalanceTerm {
    /// The term (变动类别).
    pub term: Word<Term>,
    /// How many persons (人数).
    pub persons: i32,
}

/// The registered of a precinct at a period's ends, and what was recorded between (人口变动平衡, MOV-09).
/// Permission: OVERVIEW LIST. Cost: 1.
#[derive(SimpleObject)]
pub struct RegisterBalance {
    /// Registered at the beginning of the period (期初在册人口).
    pub start: i32,
    /// Registered at its end, by the terms (期末在册人口).
    pub end: i32,
    /// What was recorded in the period; a term without persons is left out (变动明细).
    pub terms: Vec<BalanceTerm>,
    /// Registered now, by the ledger of memberships (现在册人口).
    pub registered: i32,
    /// Whether the ledger agrees with the opening and every act since (是否平衡).
    pub holds: bool,
}

fn number(count: i64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The balance of a precinct.
pub(crate) async fn balance(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    from: Option<Date>,
    to: Option<Date>,
) -> Result<RegisterBalance> {
    let scope = &ctx.at(precinct)?.scope;
    let balance = scope.register_balance(from.map(Date::day), to.map(Date::day)).await.told(ctx)?;
    let term = |(term, persons): (Term, i64)| BalanceTerm { term: Word(term), persons: number(persons) };
    Ok(RegisterBalance {
        start: number(balance.start),
        end: number(balance.end),
        holds: balance.registered == balance.expected,
        registered: number(balance.registered),
        terms: balance.terms.into_iter().map(term).collect(),
    })
}
