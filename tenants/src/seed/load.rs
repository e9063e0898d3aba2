//! From drawn rows to a database: sealing, batching, one transaction a precinct.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use futures_util::{StreamExt, TryStreamExt, stream};
use uuid::Uuid;

use super::making::{Being, Chunk, FormerNumber, Letting};
use super::precinct::Precinct;
use super::tenancy::{self, Tenant, created};
use super::{Manifest, PrecinctManifest, PrecinctPlan, SeedPlan, rows};
use crate::bulk::{Bulk, Row};
use crate::clock::Ids;
use crate::error::{Error, Result};
use crate::keys::{DataKey, Keys};
use crate::masking;
use crate::names::NameKeys;

/// Persons after which the gathered rows are written.
const BATCH: usize = 4_000;
/// Precincts loaded at a time on PostgreSQL, each over a connection of its own; SQLite has one writer.
const AT_A_TIME: usize = 2;

/// How far a seed is.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// Households made.
    pub households: u64,
    /// Households the plan asks for.
    pub households_total: u64,
    /// Rows of all tables written.
    pub rows: u64,
}

/// Makes what the plan says in the database at `url` (the owner's), each precinct whole or not at all.
///
/// The tables must be up to date. Ids and everything in clear depend on the plan only; sealed values also on `keys` and on
/// the nonces of `ids`. [`Error::Conflict`] when a precinct of a planned code is there already.
pub async fn seed(
    url: &str,
    keys: &Keys,
    ids: &Ids,
    plan: &SeedPlan,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Manifest> {
    plan.check()?;
    let mut bulk = Bulk::open(url).await?;
    let (district, office) = tenancy::district(&mut bulk, keys, ids, plan).await?;
    let total = plan.precincts.iter().map(|precinct| u64::from(precinct.households())).sum();
    let run =
        Run { url, keys, ids, plan, district, progress, households: AtomicU64::new(0), rows: AtomicU64::new(0), total };
    let at_a_time = if matches!(bulk, Bulk::Postgres(_)) { AT_A_TIME } else { 1 };
    let precincts = stream::iter(&plan.precincts).map(|precinct| run.precinct(precinct));
    let precincts = precincts.buffered(at_a_time).try_collect().await?;
    bulk.analyze().await?;
    Ok(Manifest { district, office, precincts })
}

/// One call of [`seed`].
struct Run<'r> {
    url: &'r str,
    keys: &'r Keys,
    ids: &'r Ids,
    plan: &'r SeedPlan,
    district: Uuid,
    progress: &'r (dyn Fn(Progress) + Sync),
    households: AtomicU64,
    rows: AtomicU64,
    total: u64,
}

impl Run<'_> {
    async fn precinct(&self, plan: &PrecinctPlan) -> Result<PrecinctManifest> {
        let mut bulk = Bulk::open(self.url).await?;
        if bulk.id_of("precinct", &plan.code).await?.is_some() {
            return Err(Error::Conflict("a precinct of this code is there already"));
        }
        let mut precinct = Precinct::new(self.plan.seed, plan, self.district, self.plan.today);
        bulk.begin().await?;
        let key = self.open(&mut bulk, plan, precinct.id()).await?;
        let mut loading = Loading {
            bulk,
            seal: Seal { keys: self.keys, ids: self.ids, key },
            precinct: precinct.id(),
            gathered: Chunk::default(),
            rows: 0,
            registered: 0,
            opened_at: created(self.plan),
        };
        let (mut households, mut rows) = (0, 0);
        while let Some(chunk) = precinct.next() {
            loading.gather(chunk).await?;
            let (made, written) = (u64::from(precinct.households()), loading.rows);
            self.tell(made - households, written - rows);
            (households, rows) = (made, written);
        }
        let written = loading.finish().await?;
        self.tell(0, written - rows);
        Ok(precinct.manifest(written))
    }

    /// The precinct as a tenant; returns its data key.
    async fn open(&self, bulk: &mut Bulk, plan: &PrecinctPlan, id: Uuid) -> Result<DataKey> {
        let names = (plan.code.clone(), plan.name.clone(), plan.short_name.clone());
        let tenant = Tenant { id, district: self.district, names, kind: "STATION", created_at: created(self.plan) };
        tenant.make(bulk, self.keys, self.ids).await?;
        self.keys.known(id).ok_or_else(|| Error::internal("a data key that was made a moment ago is gone"))
    }

    fn tell(&self, households: u64, rows: u64) {
        let households = self.households.fetch_add(households, Ordering::Relaxed) + households;
        let rows = self.rows.fetch_add(rows, Ordering::Relaxed) + rows;
        (self.progress)(Progress { households, households_total: self.total, rows });
    }
}

/// One precinct on its way into the database.
struct Loading<'r> {
    bulk: Bulk,
    seal: Seal<'r>,
    precinct: Uuid,
    gathered: Chunk,
    rows: u64,
    /// Persons registered when the register opens (MOV-09).
    registered: i32,
    opened_at: DateTime<Utc>,
}

impl Loading<'_> {
    async fn gather(&mut self, chunk: Chunk) -> Result<()> {
        self.gathered.append(chunk);
        if self.gathered.beings.len() < BATCH { Ok(()) } else { self.write().await }
    }

    async fn finish(mut self) -> Result<u64> {
        self.write().await?;
        let opening = rows::RegisterOpening {
            precinct_id: self.precinct,
            registered: self.registered,
            updated_at: self.opened_at,
        };
        self.put(&[opening]).await?;
        self.bulk.commit().await?;
        Ok(self.rows)
    }

    async fn put<R: Row>(&mut self, rows: &[R]) -> Result<()> {
        self.rows += rows.len() as u64;
        self.bulk.load(rows).await
    }

    /// Writes what was gathered, parents before children.
    async fn write(&mut self) -> Result<()> {
        let chunk = std::mem::take(&mut self.gathered);
        self.put(&chunk.areas).await?;
        self.put(&chunk.jurisdictions).await?;
        self.put(&chunk.beats).await?;
        self.put(&chunk.communities).await?;
        self.put(&chunk.addresses).await?;
        self.put(&chunk.dwellings).await?;
        self.put(&chunk.acts).await?;
        self.persons(&chunk.beings, &chunk.former_numbers).await?;
        self.put(&chunk.former_names).await?;
        self.put(&chunk.households).await?;
        self.put(&chunk.household_addresses).await?;
        self.put(&chunk.memberships).await?;
        self.registrations(&chunk).await?;
        let rentals = self.seal.rentals(chunk.rentals)?;
        self.put(&rentals).await?;
        self.put(&chunk.tenants).await?;
        self.put(&chunk.tallies).await?;
        self.put(&chunk.case_files).await?;
        self.put(&chunk.opening_patterns).await
    }

    /// Where everybody stands who is or was a member: registered, dead or departed (REG-01).
    async fn registrations(&mut self, chunk: &Chunk) -> Result<()> {
        let dead: HashSet<Uuid> =
            chunk.beings.iter().filter(|being| being.death_on.is_some()).map(|being| being.id).collect();
        let believed = chunk.memberships.iter().filter(|row| row.superseded_at.is_none());
        let rows: Vec<rows::Registration> = believed.map(|row| registration(row, &dead)).collect();
        let registered = rows.iter().filter(|row| row.state == "REGISTERED").count();
        self.registered += i32::try_from(registered).map_err(Error::internal)?;
        self.put(&rows).await
    }

    async fn persons(&mut self, beings: &[Being], former: &[FormerNumber]) -> Result<()> {
        let persons = beings.iter().map(|being| self.seal.person(self.precinct, being)).collect::<Result<Vec<_>>>()?;
        let numbers =
            former.iter().map(|former| self.seal.former_number(self.precinct, former)).collect::<Result<Vec<_>>>()?;
        let present =
            persons.iter().filter_map(|person| Some((person.number_hash.clone()?, person.id, person.recorded_at)));
        let past = numbers.iter().map(|number| (number.number_hash.clone(), number.person_id, number.recorded_at));
        let identity = |(number_hash, person_id, recorded_at)| rows::Identity {
            number_hash,
            precinct_id: self.precinct,
            person_id,
            recorded_at,
        };
        let identities: Vec<_> = present.chain(past).map(identity).collect();
        self.put(&persons).await?;
        self.put(&numbers).await?;
        self.put(&identities).await
    }
}

/// The person of a membership: registered while it lasts.
fn registration(row: &rows::Membership, dead: &HashSet<Uuid>) -> rows::Registration {
    let state = match row.effective_to {
        None => "REGISTERED",
        Some(_) if dead.contains(&row.person_id) => "DEAD",
        Some(_) => "DEPARTED",
    };
    rows::Registration {
        person_id: row.person_id,
        precinct_id: row.precinct_id,
        state,
        since: row.effective_to.unwrap_or(row.effective_from),
        act_id: row.act_id,
        version: 1,
        updated_at: row.recorded_at,
    }
}

impl Chunk {
    fn append(&mut self, mut more: Self) {
        macro_rules! append {
            ($($rows:ident)+) => { $(self.$rows.append(&mut more.$rows);)+ };
        }
        append! {
            areas jurisdictions beats communities addresses dwellings acts beings households household_addresses
            former_names former_numbers memberships rentals tenants tallies case_files opening_patterns
        }
    }
}

/// Turns clear values into what the database may hold: sealed, hashed, masked (PRV-19).
struct Seal<'r> {
    keys: &'r Keys,
    ids: &'r Ids,
    key: DataKey,
}

impl Seal<'_> {
    fn seal(&self, clear: &str) -> Result<Vec<u8>> {
        self.key.seal(self.ids, clear.as_bytes())
    }

    fn person(&self, precinct: Uuid, being: &Being) -> Result<rows::Person> {
        let names = NameKeys::of(&being.name);
        let (community_id, beat_id, dwelling_id) = being.places();
        let number = being.number.as_ref().map(crate::id_number::IdNumber::as_str);
        let phone = being.phone.as_deref();
        Ok(rows::Person {
            precinct_id: precinct,
            id: being.id,
            name_masked: masking::name(&being.name),
            name: being.name.clone(),
            name_key: names.full,
            name_initials: names.initials,
            sex: being.sex.code(),
            birth_date: being.birth,
            number_sealed: number.map(|number| self.seal(number)).transpose()?,
            number_hash: number.map(|number| self.keys.number_hash(number)),
            number_masked: number.map(masking::id_number),
            phone_sealed: phone.map(|phone| self.seal(phone)).transpose()?,
            phone_hash: phone.map(|phone| self.keys.phone_hash(phone)),
            phone_masked: phone.map(masking::phone),
            category: being.category,
            registered_place: being.registered_place.clone(),
            community_id,
            beat_id,
            dwelling_id,
            guardian_id: being.guardian,
            death_on: being.death_on,
            restricted: false,
            act_id: being.act.id,
            version: 1,
            recorded_at: being.act.at,
            updated_at: being.act.at,
        })
    }

    fn former_number(&self, precinct: Uuid, former: &FormerNumber) -> Result<rows::PersonNumber> {
        let number = former.number.as_str();
        Ok(rows::PersonNumber {
            precinct_id: precinct,
            id: former.id,
            person_id: former.person,
            number_sealed: self.seal(number)?,
            number_hash: self.keys.number_hash(number),
            number_masked: masking::id_number(number),
            effective_from: former.from,
            effective_to: former.to,
            recorded_at: former.act.at,
            act_id: former.act.id,
        })
    }

    fn rentals(&self, lettings: Vec<Letting>) -> Result<Vec<rows::Rental>> {
        let sealed = |letting: Letting| {
            let landlord_phone_sealed = letting.phone.as_deref().map(|phone| self.seal(phone)).transpose()?;
            Ok(rows::Rental { landlord_phone_sealed, ..letting.row })
        };
        lettings.into_iter().map(sealed).collect()
    }
}
