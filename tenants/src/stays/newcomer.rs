//! Somebody whom the precinct does not know yet: an entry of its own, written with the decision on the stay.

use sea_orm::{ColumnTrait, Value};
use uuid::Uuid;

use super::NewStay;
use crate::dwellings::row as dwelling_row;
use crate::error::{Error, Result};
use crate::id_number::IdNumber;
use crate::ids::{PersonId, paper_number};
use crate::masking;
use crate::names::NameKeys;
use crate::persons::{PopulationCategory, row as person_row};
use crate::scope::{Precinct, Scope, Work};
use crate::telephones;

/// A person to be entered.
#[derive(Clone)]
pub struct Newcomer {
    /// The name.
    pub name: String,
    /// The citizen id number, which says sex and birth date.
    pub id_number: String,
    /// The telephone number.
    pub phone: Option<String>,
    /// Where registered, as the papers say.
    pub registered_place: String,
    /// Whether that place is in this very city.
    pub in_this_city: bool,
}

impl std::fmt::Debug for Newcomer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Newcomer")
    }
}

/// Who stays.
#[derive(Clone, Debug)]
pub enum Stayer {
    /// A person whom the precinct knows.
    Known(PersonId),
    /// Somebody else.
    New(Newcomer),
}

/// Who stays, as the platform knows him before the work is opened.
pub(super) struct Identified {
    who: Who,
    /// Whether he is registered in the city.
    pub(super) of_the_city: bool,
}

enum Who {
    Known(PersonId),
    New(Entry),
}

/// A newcomer's values, read and checked.
struct Entry {
    name: String,
    number: IdNumber,
    number_hash: Vec<u8>,
    phone: Option<String>,
    place: String,
}

impl Scope<Precinct> {
    /// Finds the stayer by id or by number; a number that the precinct knows is the person it knows (REG-15).
    pub(super) async fn identified(&self, new: &NewStay) -> Result<Identified> {
        let newcomer = match &new.who {
            Stayer::Known(person) => return self.known_stayer(*person, new).await,
            Stayer::New(newcomer) => newcomer,
        };
        let entry = newcomer.read(self)?;
        let there =
            self.rows::<person_row::Entity>().filter(person_row::Column::NumberHash.eq(entry.number_hash.clone()));
        if let Some(person) = there.look(1).await?.into_iter().next() {
            return self.known_stayer(PersonId(person.id), new).await;
        }
        let city = self.city_at(new.dwelling).await?;
        // Opened and remembered now, because a work waits for nothing.
        self.store().data_key(self.precinct()).await?;
        let elsewhere = self.is_registered_elsewhere(entry.number_hash.clone(), &city).await?;
        Ok(Identified { of_the_city: elsewhere || newcomer.in_this_city, who: Who::New(entry) })
    }

    async fn known_stayer(&self, person: PersonId, new: &NewStay) -> Result<Identified> {
        let of_the_city = self.is_registered_in_city(person, new.dwelling).await?;
        Ok(Identified { who: Who::Known(person), of_the_city })
    }
}

impl Newcomer {
    fn read(&self, scope: &Scope<Precinct>) -> Result<Entry> {
        let store = scope.store();
        let (name, place) = (self.name.trim().to_owned(), self.registered_place.trim().to_owned());
        if name.is_empty() || name.chars().count() > 60 {
            return Err(Error::invalid("STAY_NEWCOMER", "name", "a name has 1 to 60 characters"));
        }
        if place.is_empty() || place.chars().count() > 100 {
            return Err(Error::invalid("STAY_NEWCOMER", "registeredPlace", "say where the person is registered"));
        }
        let number =
            IdNumber::parse(&self.id_number, store.clock().today()).map_err(|fault| fault.refusal("idNumber"))?;
        let phone = self.phone.as_deref().map(|phone| telephones::read(phone, "phone")).transpose()?;
        let number_hash = store.keys().number_hash(number.as_str());
        Ok(Entry { name, number, number_hash, phone, place })
    }
}

impl Identified {
    /// The person's entry, inside the work; a newcomer's is written first.
    pub(super) async fn entry(&self, work: &Work, home: &dwelling_row::Model) -> Result<person_row::Model> {
        let id = match &self.who {
            Who::Known(person) => *person,
            Who::New(entry) => entry.write(work, home, self.of_the_city).await?,
        };
        work.get::<person_row::Entity>(id).await
    }
}

const ACT: &str = "INSERT INTO act (precinct_id, id, number, kind, effective_on, recorded_at, account_id, account_name, account_role, summary) \
     VALUES ($1, $2, $3, 'LEDGER_ENTRY', $4, $5, $6, $7, $8, 'Entry of a person who stays here')";
const PERSON: &str = "INSERT INTO person (precinct_id, id, name, name_masked, name_key, name_initials, sex, birth_date, number_sealed, number_hash, number_masked, \
     phone_sealed, phone_hash, phone_masked, category, registered_place, community_id, beat_id, dwelling_id, restricted, act_id, version, recorded_at, updated_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, 1, $22, $22)";
/// Whose number another precinct holds, because the person is registered there, keeps it there.
const IDENTITY: &str = "INSERT INTO identity (precinct_id, number_hash, person_id, recorded_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
const TALLY: &str = "UPDATE tally SET floating = floating + $3, city_separated = city_separated + $4, updated_at = $5 \
     WHERE precinct_id = $1 AND id = $2";

impl Entry {
    async fn write(&self, work: &Work, home: &dwelling_row::Model, of_the_city: bool) -> Result<PersonId> {
        let (act, id) = (self.act(work).await?, work.new_id());
        let now = work.scope().store().clock().now();
        let category = if of_the_city { PopulationCategory::CitySeparated } else { PopulationCategory::Floating };
        work.execute(PERSON, self.values(work, (id, act), home, category).await?).await?;
        work.execute(IDENTITY, vec![self.number_hash.clone().into(), id.into(), now.into()]).await?;
        let (floating, separated) = (i32::from(!of_the_city), i32::from(of_the_city));
        let values = vec![home.community_id.into(), floating.into(), separated.into(), now.into()];
        work.at_last(format!("tally {}", home.community_id), TALLY, values);
        Ok(PersonId(id))
    }

    /// The act the entry points to (REG-08).
    async fn act(&self, work: &Work) -> Result<Uuid> {
        let (id, member, clock) = (work.new_id(), work.scope().member(), work.scope().store().clock());
        let values: Vec<Value> = vec![
            id.into(),
            paper_number("LG", clock.now(), id).into(),
            clock.today().into(),
            clock.now().into(),
            member.account.map(Uuid::from).into(),
            member.name.as_str().into(),
            member.role.as_str().into(),
        ];
        work.execute(ACT, values).await?;
        Ok(id)
    }

    async fn values(
        &self,
        work: &Work,
        (id, act): (Uuid, Uuid),
        home: &dwelling_row::Model,
        category: PopulationCategory,
    ) -> Result<Vec<Value>> {
        let (scope, store) = (work.scope(), work.scope().store());
        let (key, names) = (store.data_key(scope.precinct()).await?, NameKeys::of(&self.name));
        let seal = |clear: &str| key.seal(store.ids(), clear.as_bytes());
        let phone = self.phone.as_deref();
        Ok(vec![
            id.into(),
            self.name.as_str().into(),
            masking::name(&self.name).into(),
            names.full.into(),
            names.initials.into(),
            self.number.sex().code().into(),
            self.number.birth_date().into(),
            seal(self.number.as_str())?.into(),
            self.number_hash.clone().into(),
            masking::id_number(self.number.as_str()).into(),
            phone.map(seal).transpose()?.into(),
            phone.map(|phone| store.keys().phone_hash(phone)).into(),
            phone.map(masking::phone).into(),
            category.as_str().into(),
            self.place.as_str().into(),
            home.community_id.into(),
            home.beat_id.into(),
            home.id.into(),
            false.into(),
            act.into(),
            store.clock().now().into(),
        ])
    }
}
