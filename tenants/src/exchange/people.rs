//! Writing persons and their memberships: present ones, and those that are over.

use chrono::NaiveDate;
use sea_orm::Value;
use uuid::Uuid;

use super::plan::{Change, Life, Member, Past};
use super::rows::PersonRow;
use super::writer::Writer;
use crate::acts::RegistrationState;
use crate::error::Result;
use crate::id_number::IdNumber;
use crate::masking;
use crate::names::NameKeys;

const PERSON: &str = "INSERT INTO person (precinct_id, id, name, name_masked, name_key, name_initials, sex, birth_date, number_sealed, number_hash, number_masked, \
     phone_sealed, phone_hash, phone_masked, category, community_id, beat_id, dwelling_id, death_on, restricted, act_id, version, recorded_at, updated_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, 1, $22, $22)";
const FORMER: &str = "INSERT INTO person_name (precinct_id, id, person_id, name, name_masked, name_key, name_initials, effective_from, effective_to, recorded_at, act_id) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const MEMBERSHIP: &str = "INSERT INTO membership (precinct_id, id, household_id, person_id, relation, reason, effective_from, effective_to, recorded_at, superseded_at, act_id) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const IDENTITY: &str =
    "INSERT INTO identity (precinct_id, number_hash, person_id, recorded_at) VALUES ($1, $2, $3, $4)";
const REGISTRATION: &str = "INSERT INTO registration (precinct_id, person_id, state, since, act_id, version, updated_at) \
     VALUES ($1, $2, $3, $4, $5, 1, $6)";
const TOLD: &str = "UPDATE person SET version = version + 1, act_id = $4, updated_at = $5 WHERE precinct_id = $1 AND id = $2 AND version = $3";
const ONCE: &str =
    "INSERT INTO unique_fact (precinct_id, kind, key_hash, act_id, recorded_at) VALUES ($1, 'DEATH', $2, $3, $4)";

/// How a new person counts and where he is found.
#[derive(Default)]
struct Counted {
    category: &'static str,
    community: Option<Uuid>,
    beat: Option<Uuid>,
    dwelling: Option<Uuid>,
}

/// A membership's row.
struct Interval {
    household: Uuid,
    relation: &'static str,
    reason: &'static str,
    from: NaiveDate,
    to: Option<NaiveDate>,
    /// It was known otherwise in the same breath.
    superseded: bool,
}

impl Writer<'_> {
    /// A new member of a household.
    pub(super) async fn member(&mut self, change: &Change, member: &Member) -> Result<()> {
        let (home, from) = (change.dwelling, member.begins(change.established_on));
        let here = member.place.category == "REGISTERED_RESIDENT";
        let counted = Counted {
            category: member.place.category,
            community: Some(home.community),
            beat: home.beat,
            dwelling: here.then_some(home.id),
        };
        self.person(member.id, &member.row, &counted, from).await?;
        let interval = Interval {
            household: change.id,
            relation: member.place.relation,
            reason: member.reason,
            from,
            to: None,
            superseded: false,
        };
        self.membership(member.id, &interval).await?;
        self.registered(member.id, RegistrationState::Registered, from).await?;
        self.tallies.entry(home.community).or_default()[if here { 1 } else { 2 }] += 1;
        Ok(())
    }

    /// The person of a life: new and registered nowhere, or of the register, whose entry is at the version that was read (REG-19).
    pub(super) async fn person_of(&mut self, life: &Life) -> Result<()> {
        if let Some(row) = &life.newcomer {
            let first = life.past.iter().map(|past| past.from).min().unwrap_or(row.birth);
            let last = life.past.iter().map(|past| past.to).max().unwrap_or(row.birth);
            let counted = Counted { category: "REGISTERED_RESIDENT", ..Counted::default() };
            self.person(life.person, row, &counted, first).await?;
            return match row.died_on() {
                Some(on) => {
                    self.once(life.person).await?;
                    self.registered(life.person, RegistrationState::Dead, on).await
                }
                None => self.registered(life.person, RegistrationState::Departed, last).await,
            };
        }
        if let Some(version) = life.version {
            let values: [Value; 4] = [life.person.into(), version.into(), self.act.into(), self.now.into()];
            self.insert(TOLD, values.into()).await?;
            self.persons.push(life.person);
        }
        Ok(())
    }

    /// A membership that is over, as the register would have learned of it: that it began, and then, why it ended.
    pub(super) async fn past(&self, person: Uuid, past: &Past) -> Result<()> {
        let Past { household, relation, from, .. } = *past;
        let began = Interval { household, relation, reason: past.reason_in, from, to: None, superseded: true };
        self.membership(person, &began).await?;
        let ended = Interval { reason: past.reason_out, to: Some(past.to), superseded: false, ..began };
        self.membership(person, &ended).await
    }

    async fn membership(&self, person: Uuid, interval: &Interval) -> Result<()> {
        let values: [Value; 10] = [
            self.work.new_id().into(),
            interval.household.into(),
            person.into(),
            interval.relation.into(),
            interval.reason.into(),
            interval.from.into(),
            interval.to.into(),
            self.now.into(),
            interval.superseded.then_some(self.now).into(),
            self.act.into(),
        ];
        self.insert(MEMBERSHIP, values.into()).await
    }

    async fn registered(&self, person: Uuid, state: RegistrationState, since: NaiveDate) -> Result<()> {
        let values: [Value; 5] = [person.into(), state.as_str().into(), since.into(), self.act.into(), self.now.into()];
        self.insert(REGISTRATION, values.into()).await
    }

    /// Nobody dies twice (REG-12).
    async fn once(&self, person: Uuid) -> Result<()> {
        let hash = self.work.scope().store().keys().fact_hash("DEATH", &person.to_string());
        self.insert(ONCE, vec![hash.into(), self.act.into(), self.now.into()]).await
    }

    /// A person's own rows; the number is taken for good (IDN-05), and a former name was borne until `named`.
    async fn person(&mut self, id: Uuid, row: &PersonRow, counted: &Counted, named: NaiveDate) -> Result<()> {
        let number_hash = self.person_row(id, row, counted).await?;
        if let Some(hash) = number_hash {
            self.insert(IDENTITY, vec![hash.into(), id.into(), self.now.into()]).await?;
        }
        self.persons.push(id);
        self.former_name(id, row, named).await
    }

    /// The row in the table of persons; C3 values sealed, hashed and masked. Returns the number's hash.
    async fn person_row(&self, id: Uuid, row: &PersonRow, counted: &Counted) -> Result<Option<Vec<u8>>> {
        let store = self.work.scope().store();
        let keys = NameKeys::of(&row.name);
        let seal = |clear: &str| self.key.seal(store.ids(), clear.as_bytes());
        let number = row.number.as_ref().map(IdNumber::as_str);
        let number_hash = number.map(|number| store.keys().number_hash(number));
        let phone = row.phone.as_deref();
        let values: [Value; 21] = [
            id.into(),
            row.name.as_str().into(),
            masking::name(&row.name).into(),
            keys.full.into(),
            keys.initials.into(),
            row.sex.code().into(),
            row.birth.into(),
            number.map(seal).transpose()?.into(),
            number_hash.clone().into(),
            number.map(masking::id_number).into(),
            phone.map(seal).transpose()?.into(),
            phone.map(|phone| store.keys().phone_hash(phone)).into(),
            phone.map(masking::phone).into(),
            counted.category.into(),
            counted.community.into(),
            counted.beat.into(),
            counted.dwelling.into(),
            row.died_on().into(),
            false.into(),
            self.act.into(),
            self.now.into(),
        ];
        self.insert(PERSON, values.into()).await?;
        Ok(number_hash)
    }

    async fn former_name(&self, person: Uuid, row: &PersonRow, until: NaiveDate) -> Result<()> {
        let Some(name) = &row.former_name else { return Ok(()) };
        let keys = NameKeys::of(name);
        let values: [Value; 10] = [
            self.work.new_id().into(),
            person.into(),
            name.as_str().into(),
            masking::name(name).into(),
            keys.full.into(),
            keys.initials.into(),
            row.birth.into(),
            until.into(),
            self.now.into(),
            self.act.into(),
        ];
        self.insert(FORMER, values.into()).await
    }
}
