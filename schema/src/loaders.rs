//! The loaders of one operation in one precinct: one line per way from an object to others.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::NaiveDate;
use tenants::Result;
use tenants::acts::Act;
use tenants::addresses::Address;
use tenants::application_types::ApplicationType;
use tenants::applications::{ApplicationEvent, ApplicationPaper, AssistTask, MyWords};
use tenants::areas::Jurisdiction;
use tenants::beats::{Beat, Officer};
use tenants::case_files::CaseFile;
use tenants::communities::Community;
use tenants::documents::Document;
use tenants::dwellings::Dwelling;
use tenants::households::{Household, HouseholdAddress};
use tenants::ids::{
    AccountId, ActId, AddressId, ApplicationId, BeatId, CaseFileId, CommunityId, DwellingId, HouseholdId, PersonId,
    PrecinctId, RentalId, ResidencePermitId, StayId, TransferId,
};
use tenants::limits::Limit;
use tenants::memberships::{Membership, Moment};
use tenants::persons::Person;
use tenants::precincts::Precinct as PrecinctRow;
use tenants::rentals::{Rental, RentalCheck, RentalDefect, RentalFiling, RentalTenant, TenantReport};
use tenants::residence_permits::{PermitEvent, ResidencePermit};
use tenants::scope::{District, Precinct, Scope};
use tenants::sessions::Session;
use tenants::stays::Stay;
use tenants::tallies::{CommunityTally, Tally};
use tenants::transfers::TransferPerson;

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
    pub transfer_persons: Loader<TransferId, Vec<TransferPerson>>,
    pub communities: Loader<CommunityId, Community>,
    pub communities_of: Loader<BeatId, Vec<Community>>,
    pub beats: Loader<BeatId, Beat>,
    pub officers: Loader<BeatId, Vec<Officer>>,
    pub addresses: Loader<AddressId, Address>,
    pub dwellings: Loader<DwellingId, Dwelling>,
    pub rentals_at: Loader<DwellingId, Vec<Rental>>,
    pub tenants_of: Loader<RentalId, Vec<RentalTenant>>,
    pub rentals: Loader<RentalId, Rental>,
    pub stays: Loader<StayId, Stay>,
    pub permit_events: Loader<ResidencePermitId, Vec<PermitEvent>>,
    pub filings_of: Loader<RentalId, RentalFiling>,
    pub reports_of: Loader<RentalId, Vec<TenantReport>>,
    pub checks_of: Loader<RentalId, Vec<RentalCheck>>,
    pub defects_of: Loader<RentalId, Vec<RentalDefect>>,
    pub stays_of: Loader<PersonId, Vec<Stay>>,
    pub permits_of: Loader<PersonId, Vec<ResidencePermit>>,
    pub case_files: Loader<CaseFileId, CaseFile>,
    pub application_types: Loader<NaiveDate, Vec<ApplicationType>>,
    pub limits: Loader<NaiveDate, Vec<Limit>>,
    pub papers_of: Loader<ApplicationId, Vec<ApplicationPaper>>,
    pub steps_of: Loader<ApplicationId, Vec<ApplicationEvent>>,
    pub assist_of: Loader<ApplicationId, Vec<AssistTask>>,
    pub my_papers: Loader<ApplicationId, Vec<ApplicationPaper>>,
    pub my_uploads: Loader<ApplicationId, Vec<Document>>,
    pub my_steps: Loader<ApplicationId, Vec<ApplicationEvent>>,
    pub my_words: Loader<ApplicationId, MyWords>,
    pub sessions_of: Loader<AccountId, Vec<Session>>,
    pub tallies: Loader<PrecinctId, Vec<CommunityTally>>,
    pub precincts: Loader<PrecinctId, PrecinctRow>,
}

impl Loaders {
    /// Fresh loaders, empty.
    pub fn new(scope: &Scope<Precinct>) -> Self {
        Self {
            households: loader(
                scope,
                |scope, ids| async move { Ok(by(scope.households_by_id(&ids).await?, |row| row.id)) },
            ),
            households_at: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.households_at(&ids).await?, |row| row.dwelling))
            }),
            household_history: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.history_of(&ids).await?, |row| row.household))
            }),
            household_addresses: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.addresses_of(&ids, None).await?, |row| row.household))
            }),
            members: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.members_of(&ids, Moment::default()).await?, |row| row.household))
            }),
            persons: loader(scope, |scope, ids| async move { Ok(by(scope.persons_by_id(&ids).await?, |row| row.id)) }),
            membership_now: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.memberships_at(&ids, Moment::default()).await?, |row| row.person))
            }),
            precincts: loader(
                scope,
                |scope, ids| async move { Ok(by(scope.precincts_by_id(&ids).await?, |row| row.id)) },
            ),
            tallies: loader(scope, |scope, ids| async move {
                Ok(std::iter::once((ids[0], scope.tallies().await?)).collect())
            }),
            application_types: loader(scope, |scope, days| async move {
                Ok(grouped(&days, scope.application_types(&days).await?, |row| row.valid_from))
            }),
            limits: loader(scope, |scope, days| async move {
                let mut found = HashMap::new();
                for day in days {
                    found.insert(day, tenants::limits::on(scope.store(), day).await?);
                }
                Ok(found)
            }),
            papers_of: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.application_papers(&ids).await?, |row| row.application))
            }),
            steps_of: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.application_events(&ids).await?, |row| row.application))
            }),
            assist_of: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.assist_tasks(&ids).await?, |row| row.application))
            }),
            my_papers: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.my_papers(&ids).await?, |row| row.application))
            }),
            my_uploads: loader(scope, |scope, ids| async move {
                Ok(grouped_some(&ids, scope.my_uploads(&ids).await?, |row| row.application))
            }),
            my_steps: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.my_steps(&ids).await?, |row| row.application))
            }),
            my_words: loader(
                scope,
                |scope, ids| async move { Ok(by(scope.my_words(&ids).await?, |row| row.application)) },
            ),
            acts: loader(scope, |scope, ids| async move { Ok(by(scope.acts(&ids).await?, |row| row.id)) }),
            transfer_persons: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.transfer_persons(&ids).await?, |row| row.transfer))
            }),
            communities: loader(scope, |scope, ids| async move {
                Ok(by(scope.communities_by_id(&ids).await?, |row| row.id))
            }),
            communities_of: loader(scope, |scope, ids| async move {
                Ok(grouped_some(&ids, scope.communities_of(&ids).await?, |row| row.beat))
            }),
            beats: loader(scope, |scope, ids| async move { Ok(by(scope.beats_by_id(&ids).await?, |row| row.id)) }),
            officers: loader(
                scope,
                |scope, ids| async move { Ok(grouped(&ids, scope.officers().await?, |row| row.beat)) },
            ),
            addresses: loader(
                scope,
                |scope, ids| async move { Ok(by(scope.addresses_by_id(&ids).await?, |row| row.id)) },
            ),
            dwellings: loader(
                scope,
                |scope, ids| async move { Ok(by(scope.dwellings_by_id(&ids).await?, |row| row.id)) },
            ),
            rentals_at: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.rentals_at(&ids).await?, |row| row.dwelling))
            }),
            tenants_of: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.rental_tenants(&ids).await?, |row| row.rental))
            }),
            rentals: loader(scope, |scope, ids| async move { Ok(by(scope.rentals_by_id(&ids).await?, |row| row.id)) }),
            stays: loader(scope, |scope, ids| async move { Ok(by(scope.stays_by_id(&ids).await?, |row| row.id)) }),
            permit_events: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.permit_events(&ids).await?, |row| row.permit))
            }),
            filings_of: loader(scope, |scope, ids| async move {
                Ok(by(scope.rental_filings(&ids).await?, |row| row.rental))
            }),
            reports_of: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.tenant_reports(&ids).await?, |row| row.rental))
            }),
            checks_of: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.rental_checks(&ids).await?, |row| row.rental))
            }),
            defects_of: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.rental_defects(&ids).await?, |row| row.rental))
            }),
            stays_of: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.open_stays_of(&ids).await?, |row| row.person))
            }),
            permits_of: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.live_permits_of(&ids).await?, |row| row.person))
            }),
            case_files: loader(
                scope,
                |scope, ids| async move { Ok(by(scope.case_files_by_id(&ids).await?, |row| row.id)) },
            ),
            sessions_of: loader(scope, |scope, ids| async move {
                Ok(grouped(&ids, scope.desk().all_sessions().await?, |row| row.account))
            }),
        }
    }
}

/// Loaders over the district.
#[expect(missing_docs, reason = "each is named after what it brings")]
#[derive(Debug)]
pub struct DistrictLoaders {
    pub tallies: Loader<PrecinctId, Tally>,
    pub jurisdictions: Loader<(Option<NaiveDate>, PrecinctId), Vec<Jurisdiction>>,
}

impl DistrictLoaders {
    /// Fresh loaders, empty.
    pub fn new(scope: &Scope<District>) -> Self {
        Self {
            tallies: loader(
                scope,
                |scope, _| async move { Ok(scope.tallies_by_precinct().await?.into_iter().collect()) },
            ),
            jurisdictions: loader(scope, |scope, keys| async move { jurisdictions(&scope, keys).await }),
        }
    }
}

/// What precincts answer for on a day: one statement a day asked for, which in one document is one day.
async fn jurisdictions(
    scope: &Scope<District>,
    keys: Vec<(Option<NaiveDate>, PrecinctId)>,
) -> Result<HashMap<(Option<NaiveDate>, PrecinctId), Vec<Jurisdiction>>> {
    let mut found = HashMap::new();
    for keys in keys.chunk_by(|a, b| a.0 == b.0) {
        let (as_of, precincts) = (keys[0].0, keys.iter().map(|(_, precinct)| *precinct).collect::<Vec<_>>());
        found.extend(grouped(keys, scope.jurisdictions(&precincts, as_of).await?, |row| (as_of, row.precinct)));
    }
    Ok(found)
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
    grouped_some(keys, rows, |row| Some(key(row)))
}

/// The same, where a row may lead to nobody.
fn grouped_some<K: Copy + Eq + Hash, V>(keys: &[K], rows: Vec<V>, key: impl Fn(&V) -> Option<K>) -> HashMap<K, Vec<V>> {
    let mut groups: HashMap<K, Vec<V>> = keys.iter().map(|key| (*key, Vec::new())).collect();
    for row in rows {
        if let Some(key) = key(&row) {
            groups.entry(key).or_default().push(row);
        }
    }
    groups
}
