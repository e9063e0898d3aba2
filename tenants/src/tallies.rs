//! Tallies: how many households, dwellings, persons and rentals a community has (§1.5, §2.1), kept by whatever changes the
//! register and never counted for a reader. Every overview is a sum of them.

use chrono::{DateTime, Utc};
use sea_orm::QueryResult;

use crate::audit::Entry;
use crate::error::Result;
use crate::ids::{BeatId, CommunityId, PrecinctId};
use crate::persons::PopulationCategory;
use crate::roles::{Action, Domain};
use crate::scope::{District, Precinct, Scope, Work, owned};

/// More communities than a district has.
const MOST: u64 = 50_000;

/// The figures of a community, a beat, a precinct or a district.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// When the last of them changed; none where there is nothing to count.
    pub as_of: Option<DateTime<Utc>>,
    /// Communities counted.
    pub communities: i64,
    /// Active households.
    pub households: i64,
    /// Dwellings in force.
    pub dwellings: i64,
    /// Living persons in each category, in the order of [`PopulationCategory::ALL`].
    pub by_category: [i64; 5],
    /// Rentals let now.
    pub active_rentals: i64,
}

impl Overview {
    /// Living persons of a category.
    pub fn of(&self, category: PopulationCategory) -> i64 {
        self.by_category[category as usize]
    }

    /// Everybody registered here, living here or not (户籍人口, §2.1 rows 1 and 2).
    pub fn registered_population(&self) -> i64 {
        self.of(PopulationCategory::RegisteredResident) + self.of(PopulationCategory::RegisteredAway)
    }

    /// Everybody living here, registered here or not (实有人口, §2.1 rows 1 and 3 to 5).
    pub fn actual_population(&self) -> i64 {
        self.by_category.iter().sum::<i64>() - self.of(PopulationCategory::RegisteredAway)
    }

    fn add(&mut self, tally: &Tally) {
        self.as_of = self.as_of.max(Some(tally.updated_at));
        self.communities += 1;
        self.households += tally.households;
        self.dwellings += tally.dwellings;
        self.active_rentals += tally.active_rentals;
        for (sum, count) in self.by_category.iter_mut().zip(tally.by_category) {
            *sum += count;
        }
    }

    /// The sum of some tallies.
    pub fn sum<'t>(tallies: impl IntoIterator<Item = &'t Tally>) -> Self {
        tallies.into_iter().fold(Self::default(), |mut sum, tally| {
            sum.add(tally);
            sum
        })
    }
}

/// The counts of one community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The precinct.
    pub precinct: PrecinctId,
    /// The community.
    pub community: CommunityId,
    /// The beat the community is part of; unknown where a district reads, which asks for whole precincts.
    pub beat: Option<BeatId>,
    households: i64,
    dwellings: i64,
    by_category: [i64; 5],
    active_rentals: i64,
    updated_at: DateTime<Utc>,
}

impl Scope<Precinct> {
    /// The counts of every community of the precinct, in one statement; sums of them are every overview in it.
    pub async fn tallies(&self) -> Result<Vec<Tally>> {
        self.may(Domain::Overview, Action::List)?;
        let rows = self.query(TALLIES, vec![]).await?;
        rows.iter().map(|row| Tally::read(self.precinct(), row)).collect()
    }

    /// The figures of the whole precinct.
    pub async fn overview(&self) -> Result<Overview> {
        Ok(Overview::sum(&self.tallies().await?))
    }

    /// Counts the register anew and says how many communities had been counted wrong; for repair and after bulk loads.
    pub async fn recount(&self) -> Result<u64> {
        self.may(Domain::Places, Action::Manage)?;
        let work = self.work().await?;
        let changed = recount(&work).await?;
        let entry = Entry::new("recount", Domain::Overview.as_str()).rows(usize::try_from(changed).unwrap_or(usize::MAX));
        work.commit(entry).await?;
        Ok(changed)
    }
}

impl Scope<District> {
    /// The counts of every community of every precinct within reach: one statement, whatever their number.
    pub async fn tallies(&self) -> Result<Vec<Tally>> {
        self.may(Domain::Overview, Action::List)?;
        let rows = self.rows::<row::Entity>().ascending(row::Column::Id).list(MOST).await?;
        Ok(rows.into_iter().map(Tally::from).collect())
    }
}

/// Makes every tally of the precinct equal to its ledger, inside a unit of work; returns how many were not.
pub(crate) async fn recount(work: &Work) -> Result<u64> {
    let now = work.scope().store().clock().now();
    work.execute(RECOUNT, vec![now.into()]).await
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

impl Tally {
    fn read(precinct: PrecinctId, row: &QueryResult) -> Result<Self> {
        let count = |place| row.try_get_by_index::<i32>(place).map(i64::from);
        Ok(Self {
            precinct,
            community: CommunityId(row.try_get_by_index(0)?),
            beat: row.try_get_by_index::<Option<uuid::Uuid>>(1)?.map(BeatId),
            households: count(2)?,
            dwellings: count(3)?,
            by_category: [count(4)?, count(5)?, count(6)?, count(7)?, count(8)?],
            active_rentals: count(9)?,
            updated_at: row.try_get_by_index(10)?,
        })
    }
}

impl From<row::Model> for Tally {
    fn from(row: row::Model) -> Self {
        let people = [row.registered_resident, row.registered_away, row.city_separated, row.floating, row.overseas];
        Self {
            precinct: PrecinctId(row.precinct_id),
            community: CommunityId(row.id),
            beat: None,
            households: row.households.into(),
            dwellings: row.dwellings.into(),
            by_category: people.map(i64::from),
            active_rentals: row.rentals_active.into(),
            updated_at: row.updated_at,
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
        let overview = Overview { by_category: [10, 20, 300, 4_000, 50_000], ..Overview::default() };
        assert_eq!(overview.registered_population(), 30);
        assert_eq!(overview.actual_population(), 54_310);
    }
}
