//! The conservation law as a query (人口变动平衡, MOV-09): who is registered is who was, and came, less who went.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::words::Term;
use crate::error::{Error, Result};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};

const OPENING: &str = "SELECT registered FROM register_opening WHERE precinct_id = $1";
const REGISTERED: &str =
    "SELECT count(*) FROM membership WHERE precinct_id = $1 AND effective_to IS NULL AND superseded_at IS NULL";
const TERMS: &str = "SELECT term, day, persons FROM act_count WHERE precinct_id = $1 ORDER BY day, term";

/// The registered of a precinct at a period's ends, and what happened between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// Registered at the beginning of the period.
    pub start: i64,
    /// Persons by term, recorded in the period; a term without any is left out.
    pub terms: BTreeMap<Term, i64>,
    /// Registered at the end of the period, by the terms.
    pub end: i64,
    /// Registered now by the ledger of memberships.
    pub registered: i64,
    /// Registered now by the opening and every term since: the law holds when both agree.
    pub expected: i64,
}

impl Scope<Precinct> {
    /// The balance of a period of days on which acts were recorded; without bounds, since the register's opening.
    pub async fn register_balance(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Balance> {
        self.may(Domain::Overview, Action::List)?;
        let opening = self.query(OPENING, vec![]).await?;
        let opening: i32 = opening.first().map_or(Ok(0), |row| row.try_get_by_index(0))?;
        let registered = self.query(REGISTERED, vec![]).await?;
        let registered: i64 = registered.first().map_or(Ok(0), |row| row.try_get_by_index(0))?;
        let mut days = Vec::new();
        for row in self.query(TERMS, vec![]).await? {
            let (term, persons): (String, i32) = (row.try_get_by_index(0)?, row.try_get_by_index(2)?);
            days.push((term.parse().map_err(Error::internal)?, row.try_get_by_index(1)?, i64::from(persons)));
        }
        Ok(balance((opening.into(), registered), &days, from, to))
    }
}

fn balance(
    (opening, registered): (i64, i64),
    days: &[(Term, NaiveDate, i64)],
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Balance {
    let (mut start, mut end, mut expected) = (opening, opening, opening);
    let mut terms = BTreeMap::new();
    for (term, day, persons) in days {
        let (gain, is_before) = (term.sign() * persons, from.is_some_and(|from| *day < from));
        let is_after = to.is_some_and(|to| *day > to);
        start += if is_before { gain } else { 0 };
        end += if is_after { 0 } else { gain };
        expected += gain;
        if !is_before && !is_after {
            *terms.entry(*term).or_default() += persons;
        }
    }
    Balance { start, terms, end, registered, expected }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mov_09_a_periods_ends_differ_by_its_terms() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let days = [
            (Term::Birth, day(1), 2),
            (Term::Death, day(2), 1),
            (Term::ExternalIn, day(2), 5),
            (Term::ExternalOut, day(3), 4),
        ];
        let whole = balance((100, 102), &days, None, None);
        assert_eq!((whole.start, whole.end, whole.expected, whole.terms.len()), (100, 102, 102, 4));
        let second = balance((100, 102), &days, Some(day(2)), Some(day(2)));
        assert_eq!((second.start, second.end, second.terms[&Term::ExternalIn]), (102, 106, 5));
        assert_eq!(second.terms.len(), 2);
    }
}
