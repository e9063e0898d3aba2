//! The hot lists: households with their addresses and, where asked for, their members and persons, by one joined statement.
//!
//! The rows are those of the ordinary methods, and so are the notes in the trail and the counting of persons; only the number
//! of statements differs.

use std::fmt::Write as _;

use sea_orm::{QueryResult, Value};

use super::{FindHousehold, Household, HouseholdFilter, after_prefix};
use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::ids::{ActId, AddressId, BeatId, CommunityId, DwellingId, HouseholdId, MembershipId, PersonId, PrecinctId};
use crate::memberships::Membership;
use crate::page::{Page, Paging};
use crate::persons::{Person, PersonColumns};
use crate::roles::{Action, Domain, Reach};
use crate::scope::{Precinct, Scope};

/// A household with what its page shows.
#[derive(Clone, Debug)]
pub struct Joined {
    /// The household.
    pub household: Household,
    /// The address it is registered at, in full.
    pub label: String,
    /// Its members with their persons, the head first; empty unless asked for.
    pub members: Vec<(Membership, Person)>,
}

/// How deep to join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Households alone.
    Households,
    /// With their memberships; the persons are read but not shown.
    Members,
    /// With the persons, who count against the day's limit (PRV-10).
    Persons,
}

const HOUSEHOLD: &str = "h.id, h.number, h.kind, h.state, h.dwelling_id, h.building_id, h.community_id, h.beat_id, h.head_name_masked, h.member_count, \
     h.established_on, h.closed_on, h.version, h.updated_at, d.label";
const HOUSEHOLD_COLUMNS: usize = 15;
const MEMBERSHIP: &str =
    "m.id, m.person_id, m.relation, m.printed_relation, m.reason, m.effective_from, m.recorded_at, m.act_id";
const MEMBERSHIP_COLUMNS: usize = 8;

impl Scope<Precinct> {
    /// A page of households as [`Scope::households`], joined.
    pub async fn households_joined(
        &self,
        filter: &HouseholdFilter,
        paging: &Paging,
        depth: Depth,
    ) -> Result<Page<Joined>> {
        self.may(Domain::Households, Action::List)?;
        let mut wanted = Wanted::new(self);
        wanted.filter(self, filter);
        wanted.after(paging);
        let limit = paging.first + 1;
        let rows = self.read(wanted.statement(depth, &format!("ORDER BY h.number, h.id LIMIT {limit}"))).await?;
        let page = Page::cut(folded(self.precinct(), &rows, depth, self.store().clock().today())?, paging.first);
        self.sight_joined(&page.items, depth).await?;
        self.note(
            self.precinct(),
            Entry::new("households", Domain::Households.as_str())
                .showing(page.items.iter().map(|one| one.household.id.0).collect()),
        );
        Ok(page)
    }

    /// One household as [`Scope::household`], joined.
    pub async fn household_joined(&self, find: &FindHousehold, depth: Depth) -> Result<Joined> {
        self.may(Domain::Households, Action::List)?;
        let mut wanted = Wanted::new(self);
        match find {
            FindHousehold::Id(id) => wanted.equals("id", id.0.into()),
            FindHousehold::Number(number) => wanted.equals("number", number.as_str().into()),
        }
        let rows = self.read(wanted.statement(depth, "")).await?;
        let joined =
            folded(self.precinct(), &rows, depth, self.store().clock().today())?.pop().ok_or(Error::NotFound)?;
        self.sight_joined(std::slice::from_ref(&joined), depth).await?;
        let id = joined.household.id;
        self.note(
            self.precinct(),
            Entry::new("household", Domain::Households.as_str()).on("household", id).showing(vec![id.0]),
        );
        Ok(joined)
    }

    async fn read(&self, (sql, values): (String, Vec<Value>)) -> Result<Vec<QueryResult>> {
        self.run_lone(self.statement(&sql, values)).await
    }

    async fn sight_joined(&self, joined: &[Joined], depth: Depth) -> Result<()> {
        if depth != Depth::Persons {
            return Ok(());
        }
        let persons: Vec<PersonId> =
            joined.iter().flat_map(|one| one.members.iter().map(|(membership, _)| membership.person)).collect();
        self.sight(self.precinct(), &persons).await
    }
}

/// The conditions on households, the precinct first; `$1` is the precinct throughout.
struct Wanted {
    conditions: String,
    values: Vec<Value>,
}

impl Wanted {
    fn new(scope: &Scope<Precinct>) -> Self {
        Self { conditions: "h.precinct_id = $1".to_owned(), values: vec![scope.precinct().into()] }
    }

    fn bind(&mut self, value: Value) -> usize {
        self.values.push(value);
        self.values.len()
    }

    fn equals(&mut self, column: &'static str, value: Value) {
        let place = self.bind(value);
        // Writing to a String cannot fail.
        let _ = write!(self.conditions, " AND h.{column} = ${place}");
    }

    fn filter(&mut self, scope: &Scope<Precinct>, filter: &HouseholdFilter) {
        let columns = [
            ("beat_id", filter.beat.map(Value::from)),
            ("community_id", filter.community.map(Value::from)),
            ("building_id", filter.building.map(Value::from)),
            ("kind", filter.kind.map(|kind| kind.as_str().into())),
            ("state", filter.state.map(|state| state.as_str().into())),
        ];
        for (column, value) in columns {
            if let Some(value) = value {
                self.equals(column, value);
            }
        }
        if let Some(prefix) = &filter.number_prefix {
            let (from, to) = (self.bind(prefix.as_str().into()), self.bind(after_prefix(prefix).into()));
            let _ = write!(self.conditions, " AND h.number >= ${from} AND h.number < ${to}");
        }
        if scope.member().role.reach() == Reach::OwnBeats {
            self.own_beats(&scope.member().beats);
        }
    }

    fn own_beats(&mut self, beats: &[BeatId]) {
        let places: Vec<String> = beats.iter().map(|beat| format!("${}", self.bind((*beat).into()))).collect();
        let list = if places.is_empty() { "NULL".to_owned() } else { places.join(", ") };
        let _ = write!(self.conditions, " AND h.beat_id IN ({list})");
    }

    fn after(&mut self, paging: &Paging) {
        if let Some(key) = &paging.after {
            let (sort, id) = (self.bind(key.sort.as_str().into()), self.bind(key.id.into()));
            let _ = write!(self.conditions, " AND (h.number, h.id) > (${sort}, ${id})");
        }
    }

    /// The page is cut before it is joined, so that a limit of households is one of households.
    fn statement(self, depth: Depth, page: &str) -> (String, Vec<Value>) {
        let page = format!("(SELECT h.* FROM household h WHERE {} {page}) h", self.conditions);
        let dwelling = "JOIN dwelling d ON d.precinct_id = $1 AND d.id = h.dwelling_id";
        let sql = if depth == Depth::Households {
            format!("SELECT {HOUSEHOLD} FROM {page} {dwelling} ORDER BY h.number, h.id")
        } else {
            format!(
                "SELECT {HOUSEHOLD}, {MEMBERSHIP}, {} FROM {page} {dwelling} \
                 LEFT JOIN membership m ON m.precinct_id = $1 AND m.household_id = h.id AND m.effective_to IS NULL AND m.superseded_at IS NULL \
                 LEFT JOIN person p ON p.precinct_id = $1 AND p.id = m.person_id \
                 ORDER BY h.number, h.id",
                PersonColumns::LIST
            )
        };
        (sql, self.values)
    }
}

/// Folds joined rows into households, in their order; each household's columns are read once.
fn folded(precinct: PrecinctId, rows: &[QueryResult], depth: Depth, today: chrono::NaiveDate) -> Result<Vec<Joined>> {
    let mut joined: Vec<Joined> = Vec::new();
    for row in rows {
        let id = HouseholdId(row.try_get_by_index(0)?);
        if joined.last().is_none_or(|last| last.household.id != id) {
            joined.push(household(precinct, id, row)?);
        }
        if depth != Depth::Households
            && let (Some(last), Some(member)) = (joined.last_mut(), member(precinct, id, row, today)?)
        {
            last.members.push(member);
        }
    }
    for one in &mut joined {
        one.members.sort_by(|(a, _), (b, _)| (!a.is_head(), &a.relation, a.id).cmp(&(!b.is_head(), &b.relation, b.id)));
    }
    Ok(joined)
}

fn household(precinct: PrecinctId, id: HouseholdId, row: &QueryResult) -> Result<Joined> {
    let household = Household {
        id,
        precinct,
        number: row.try_get_by_index(1)?,
        kind: row.try_get_by_index::<String>(2)?.parse().map_err(Error::internal)?,
        state: row.try_get_by_index::<String>(3)?.parse().map_err(Error::internal)?,
        dwelling: DwellingId(row.try_get_by_index(4)?),
        building: AddressId(row.try_get_by_index(5)?),
        community: CommunityId(row.try_get_by_index(6)?),
        beat: row.try_get_by_index::<Option<uuid::Uuid>>(7)?.map(BeatId),
        head_name: row.try_get_by_index(8)?,
        member_count: row.try_get_by_index(9)?,
        established_on: row.try_get_by_index(10)?,
        closed_on: row.try_get_by_index(11)?,
        version: row.try_get_by_index(12)?,
        updated_at: row.try_get_by_index(13)?,
    };
    Ok(Joined { household, label: row.try_get_by_index(14)?, members: Vec::new() })
}

fn member(
    precinct: PrecinctId,
    household: HouseholdId,
    row: &QueryResult,
    today: chrono::NaiveDate,
) -> Result<Option<(Membership, Person)>> {
    let at = HOUSEHOLD_COLUMNS;
    let Some(id) = row.try_get_by_index::<Option<uuid::Uuid>>(at)? else { return Ok(None) };
    let person = PersonId(row.try_get_by_index(at + 1)?);
    let printed: Option<String> = row.try_get_by_index(at + 3)?;
    let membership = Membership {
        id: MembershipId(id),
        precinct,
        household,
        person,
        relation: printed.map_or_else(|| row.try_get_by_index(at + 2), Ok)?,
        reason: row.try_get_by_index(at + 4)?,
        effective_from: row.try_get_by_index(at + 5)?,
        effective_to: None,
        recorded_at: row.try_get_by_index(at + 6)?,
        superseded_at: None,
        act: ActId(row.try_get_by_index(at + 7)?),
    };
    Ok(Some((membership, PersonColumns::read(row, at + MEMBERSHIP_COLUMNS, precinct, person, today)?)))
}
