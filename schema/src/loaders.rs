//! The loaders of one operation in one precinct: one line per way from an object to others.

use std::collections::HashMap;
use std::hash::Hash;

use tenants::Result;
use tenants::acts::Act;
use tenants::households::{Household, HouseholdAddress};
use tenants::ids::{ActId, DwellingId, HouseholdId, PersonId, PrecinctId};
use tenants::memberships::{Membership, Moment};
use tenants::persons::Person;
use tenants::precincts::Precinct as PrecinctRow;
use tenants::scope::{District, Precinct, Scope};
use tenants::tallies::{CommunityTally, Tally};

use crate::loader::Loader;

/// Loaders over one precinct.
#[expect(missing_docs, reason = "each is named after what it brings")]
#[derive(Debug)]
pub struct Loaders {
    pub households: Loader<HouseholdId, Household>,
    pub households_at: Loader<DwellingId, Vec<Household>>,
    pub household_history: Loader<HouseholdId, Vec<Membership>>,
    pub household_addresses: Loader<HouseholdId, Vec<HouseholdAddress>>,
    pub members: Loader<HouseholdId, Vec<Membership>>,
    pub persons: Loader<PersonId, Person>,
    pub membership_now: Loader<PersonId, Vec<Membership>>,
    pub acts: Loader<ActId, Act>,
    pub tallies: Loader<PrecinctId, Vec<CommunityTally>>,
    pub precincts: Loader<PrecinctId, PrecinctRow>,
}

impl Loaders {
    /// Fresh loaders, empty.
    pub fn new(scope: &Scope<Precinct>) -> Self {
        Self {
            households: loader(scope, |scope, ids| async move { Ok(by(scope.households_by_id(&ids).await?, |row| row.id)) }),
            households_at: loader(scope, |scope, ids| async move { Ok(grouped(&ids, scope.households_at(&ids).await?, |row| row.dwelling)) }),
            household_history: loader(scope, |scope, ids| async move { Ok(grouped(&ids, scope.history_of(&ids).await?, |row| row.household)) }),
            household_addresses: loader(scope, |scope, ids| async move { Ok(grouped(&ids, scope.addresses_of(&ids, None).await?, |row| row.household)) }),
            members: loader(scope, |scope, ids| async move { Ok(grouped(&ids, scope.members_of(&ids, Moment::default()).await?, |row| row.household)) }),
            persons: loader(scope, |scope, ids| async move { Ok(by(scope.persons_by_id(&ids).await?, |row| row.id)) }),
            membership_now: loader(scope, |scope, ids| async move { Ok(grouped(&ids, scope.memberships_at(&ids, Moment::default()).await?, |row| row.person)) }),
            precincts: loader(scope, |scope, ids| async move { Ok(by(scope.precincts_by_id(&ids).await?, |row| row.id)) }),
            tallies: loader(scope, |scope, ids| async move { Ok(std::iter::once((ids[0], scope.tallies().await?)).collect()) }),
            acts: loader(scope, |scope, ids| async move { Ok(by(scope.acts(&ids).await?, |row| row.id)) }),
        }
    }
}

/// Loaders over the district.
#[expect(missing_docs, reason = "each is named after what it brings")]
#[derive(Debug)]
pub struct DistrictLoaders {
    pub tallies: Loader<PrecinctId, Tally>,
}

impl DistrictLoaders {
    /// Fresh loaders, empty.
    pub fn new(scope: &Scope<District>) -> Self {
        Self { tallies: loader(scope, |scope, _| async move { Ok(scope.tallies_by_precinct().await?.into_iter().collect()) }) }
    }
}

/// A loader over a scope.
fn loader<R, K, V, F>(scope: &Scope<R>, fetch: impl Fn(Scope<R>, Vec<K>) -> F + Send + Sync + 'static) -> Loader<K, V>
where
    R: tenants::scope::Reach,
    K: Copy + Eq + Hash + Ord + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
    F: Future<Output = Result<HashMap<K, V>>> + Send + 'static,
{
    let scope = scope.clone();
    Loader::new(move |keys| fetch(scope.clone(), keys))
}

/// Rows by their key.
fn by<K: Eq + Hash, V>(rows: Vec<V>, key: impl Fn(&V) -> K) -> HashMap<K, V> {
    rows.into_iter().map(|row| (key(&row), row)).collect()
}

/// Rows grouped under every key that was asked for, in the order they came; a key without rows has an empty list.
fn grouped<K: Copy + Eq + Hash, V>(keys: &[K], rows: Vec<V>, key: impl Fn(&V) -> K) -> HashMap<K, Vec<V>> {
    let mut groups: HashMap<K, Vec<V>> = keys.iter().map(|key| (*key, Vec::new())).collect();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}
