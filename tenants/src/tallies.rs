//! Tallies: how many households, dwellings, persons and rentals a community has (§1.5, §2.1), kept by whatever changes the
//! register and never counted for a reader. Every overview is a sum of them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use futures_util::future::join_all;
use sea_orm::QueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audit::Entry;
use crate::error::Result;
use crate::ids::{BeatId, CommunityId, PrecinctId};
use crate::precincts::{Tenants, operator};
use crate::roles::{Action, Domain};
use crate::scope::{District, Precinct, Scope, owned};
use crate::transaction::Mode;

/// More communities than a district has.
const MOST: u64 = 50_000;
/// Under which names they are kept (see [`crate::kept`]): every community's, and the precinct's sum.
const COMMUNITIES: &str = "tallies";
const PRECINCT: &str = "tally";

/// The counts of a community, or the sum of several: a beat's, a precinct's, a district's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// When the youngest of them changed; none where there is nothing to count.
    pub as_of: Option<DateTime<Utc>>,
    /// Communities counted.
    pub communities: i64,
    /// Active households.
    pub households: i64,
    /// Dwellings in force.
    pub dwellings: i64,
    /// Registered here and living here.
    pub registered_resident: i64,
    /// Registered here, living elsewhere.
    pub registered_away: i64,
    /// Living here, registered in another precinct of the city.
    pub city_separated: i64,
    /// Living here, registered in another city.
    pub floating: i64,
    /// From abroad, Hong Kong, Macau or Taiwan, living here.
    pub overseas: i64,
    /// Rentals let now.
    pub rentals_active: i64,
}

impl Tally {
    /// Everybody registered here, living here or not (户籍人口, §2.1 rows 1 and 2).
    pub fn registered(&self) -> i64 {
        self.registered_resident + self.registered_away
    }

    /// Everybody living here, registered here or not (实有人口, §2.1 rows 1 and 3 to 5).
    pub fn actual(&self) -> i64 {
        self.registered_resident + self.city_separated + self.floating + self.overseas
    }

    /// The sum of several.
    pub fn sum<'t>(tallies: impl IntoIterator<Item = &'t Self>) -> Self {
        tallies.into_iter().fold(Self::default(), Tally::with)
    }

    fn with(self, other: &Self) -> Self {
        Self {
            as_of: self.as_of.max(other.as_of),
            communities: self.communities + other.communities,
            households: self.households + other.households,
            dwellings: self.dwellings + other.dwellings,
            registered_resident: self.registered_resident + other.registered_resident,
            registered_away: self.registered_away + other.registered_away,
            city_separated: self.city_separated + other.city_separated,
            floating: self.floating + other.floating,
            overseas: self.overseas + other.overseas,
            rentals_active: self.rentals_active + other.rentals_active,
        }
    }
}

/// The counts of one community, and where it belongs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommunityTally {
    /// The community.
    pub community: CommunityId,
    /// The beat it is part of.
    pub beat: Option<BeatId>,
    /// Its counts.
    pub tally: Tally,
}

impl Scope<Precinct> {
    /// The counts of every community of the precinct, by code, in one statement; sums of them are every overview in it.
    pub async fn tallies(&self) -> Result<Vec<CommunityTally>> {
        self.may(Domain::Overview, Action::List)?;
        let (kept, precinct) = (self.store().kept(), self.precinct());
        if let Some(tallies) = kept.get(precinct, COMMUNITIES).await {
            return Ok(tallies);
        }
        let Some(mark) = kept.mark(precinct) else { return read_all(&self.query(TALLIES, vec![]).await?) };
        let tallies = read_all(&self.look_all(self.statement(TALLIES, vec![precinct.into()])).await?)?;
        kept.put(precinct, COMMUNITIES, mark, &tallies).await;
        Ok(tallies)
    }
}

impl Scope<District> {
    /// The counts of every precinct within reach that has any: one statement, whatever their number.
    pub async fn tallies_by_precinct(&self) -> Result<Vec<(PrecinctId, Tally)>> {
        self.may(Domain::Overview, Action::List)?;
        let kept = self.store().kept();
        let found = join_all(self.precincts().iter().map(|at| kept.get::<Option<Tally>>(*at, PRECINCT))).await;
        if let Some(sums) = found.into_iter().collect::<Option<Vec<_>>>() {
            let sums = self.precincts().iter().copied().zip(sums);
            return Ok(sums.filter_map(|(at, tally)| Some((at, tally?))).collect());
        }
        let marks: Option<Vec<_>> = self.precincts().iter().map(|at| kept.mark(*at)).collect();
        let Some(marks) = marks else { return Ok(summed(self.rows::<row::Entity>().list(MOST).await?)) };
        let sums = summed(self.rows::<row::Entity>().look(MOST).await?);
        let of = |precinct| sums.iter().find(|(at, _)| *at == precinct).map(|(_, tally)| tally);
        let put = |(at, mark): (&PrecinctId, _)| kept.put(*at, PRECINCT, mark, of(*at));
        join_all(self.precincts().iter().zip(marks).map(put)).await;
        Ok(sums)
    }
}

/// The sums of rows by precinct.
fn summed(rows: Vec<row::Model>) -> Vec<(PrecinctId, Tally)> {
    let mut sums: BTreeMap<PrecinctId, Tally> = BTreeMap::new();
    for row in rows {
        let sum = sums.entry(PrecinctId(row.precinct_id)).or_default();
        *sum = std::mem::take(sum).with(&Tally::from(row));
    }
    sums.into_iter().collect()
}

fn read_all(rows: &[QueryResult]) -> Result<Vec<CommunityTally>> {
    rows.iter().map(CommunityTally::read).collect()
}

impl Tenants {
    /// Makes every tally of a precinct equal to its ledger and says how many were not: after a bulk load, or for repair.
    pub async fn recount(&self, precinct: PrecinctId) -> Result<u64> {
        let store = self.store();
        let commons = store.commons(Mode::Write).await?;
        commons.enter(precinct).await?;
        let changed = commons.execute(RECOUNT, vec![precinct.into(), store.clock().now().into()]).await?;
        let entry =
            Entry::new("recount", Domain::Overview.as_str()).rows(usize::try_from(changed).unwrap_or(usize::MAX));
        commons.commit(precinct, operator(), entry).await?;
        Ok(changed)
    }
}

const TALLIES: &str = "SELECT t.id, c.beat_id, t.households, t.dwellings, t.registered_resident, t.registered_away, \
     t.city_separated, t.floating, t.overseas, t.rentals_active, t.updated_at \
     FROM tally t JOIN community c ON c.precinct_id = t.precinct_id AND c.id = t.id \
     WHERE t.precinct_id = $1 AND c.precinct_id = $1 ORDER BY c.code";

/// The ledger as it stands, written over the tallies that differ. The dead are not counted, the closed neither.
const RECOUNT: &str = "INSERT INTO tally (precinct_id, id, households, dwellings, registered_resident, registered_away, \
     city_separated, floating, overseas, rentals_active, updated_at) \
     SELECT c.precinct_id, c.id, coalesce(h.n, 0), coalesce(d.n, 0), coalesce(p.resident, 0), coalesce(p.away, 0), \
     coalesce(p.separated, 0), coalesce(p.floating, 0), coalesce(p.overseas, 0), coalesce(r.n, 0), $2 \
     FROM community c \
     LEFT JOIN (SELECT community_id, count(*) AS n FROM household WHERE precinct_id = $1 AND state = 'ACTIVE' \
         GROUP BY community_id) h ON h.community_id = c.id \
     LEFT JOIN (SELECT community_id, count(*) AS n FROM dwelling WHERE precinct_id = $1 AND valid_to IS NULL \
         GROUP BY community_id) d ON d.community_id = c.id \
     LEFT JOIN (SELECT community_id, count(*) AS n FROM rental WHERE precinct_id = $1 AND state = 'ACTIVE' \
         GROUP BY community_id) r ON r.community_id = c.id \
     LEFT JOIN (SELECT community_id, count(*) FILTER (WHERE category = 'REGISTERED_RESIDENT') AS resident, \
         count(*) FILTER (WHERE category = 'REGISTERED_AWAY') AS away, \
         count(*) FILTER (WHERE category = 'CITY_SEPARATED') AS separated, \
         count(*) FILTER (WHERE category = 'FLOATING') AS floating, \
         count(*) FILTER (WHERE category = 'OVERSEAS') AS overseas \
         FROM person WHERE precinct_id = $1 AND death_on IS NULL GROUP BY community_id) p ON p.community_id = c.id \
     WHERE c.precinct_id = $1 \
     ON CONFLICT (precinct_id, id) DO UPDATE SET households = excluded.households, dwellings = excluded.dwellings, \
     registered_resident = excluded.registered_resident, registered_away = excluded.registered_away, \
     city_separated = excluded.city_separated, floating = excluded.floating, overseas = excluded.overseas, \
     rentals_active = excluded.rentals_active, updated_at = excluded.updated_at \
     WHERE tally.households <> excluded.households OR tally.dwellings <> excluded.dwellings \
     OR tally.registered_resident <> excluded.registered_resident OR tally.registered_away <> excluded.registered_away \
     OR tally.city_separated <> excluded.city_separated OR tally.floating <> excluded.floating \
     OR tally.overseas <> excluded.overseas OR tally.rentals_active <> excluded.rentals_active";

impl CommunityTally {
    fn read(row: &QueryResult) -> Result<Self> {
        let count = |place| row.try_get_by_index::<i32>(place).map(i64::from);
        let tally = Tally {
            as_of: row.try_get_by_index(10)?,
            communities: 1,
            households: count(2)?,
            dwellings: count(3)?,
            registered_resident: count(4)?,
            registered_away: count(5)?,
            city_separated: count(6)?,
            floating: count(7)?,
            overseas: count(8)?,
            rentals_active: count(9)?,
        };
        let beat: Option<Uuid> = row.try_get_by_index(1)?;
        Ok(Self { community: CommunityId(row.try_get_by_index(0)?), beat: beat.map(BeatId), tally })
    }
}

impl From<row::Model> for Tally {
    fn from(row: row::Model) -> Self {
        Self {
            as_of: Some(row.updated_at),
            communities: 1,
            households: row.households.into(),
            dwellings: row.dwellings.into(),
            registered_resident: row.registered_resident.into(),
            registered_away: row.registered_away.into(),
            city_separated: row.city_separated.into(),
            floating: row.floating.into(),
            overseas: row.overseas.into(),
            rentals_active: row.rentals_active.into(),
        }
    }
}

owned!(row, CommunityId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "tally")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub households: i32,
        pub dwellings: i32,
        pub registered_resident: i32,
        pub registered_away: i32,
        pub city_separated: i32,
        pub floating: i32,
        pub overseas: i32,
        pub rentals_active: i32,
        pub updated_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_registered_here_but_living_elsewhere_are_registered_and_not_actual() {
        let one = Tally {
            registered_resident: 10,
            registered_away: 20,
            city_separated: 300,
            floating: 4_000,
            ..Tally::default()
        };
        let other = Tally { overseas: 50_000, communities: 1, ..Tally::default() };
        let sum = Tally::sum([&one, &other]);
        assert_eq!((sum.registered(), sum.actual(), sum.communities), (30, 54_310, 1));
    }
}
