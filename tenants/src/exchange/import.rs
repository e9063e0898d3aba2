//! Writing what a plan holds: one act, the households, their members, and the counts that follow.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::Value;
use uuid::Uuid;

use super::plan::{Change, Names, Plan, plan};
use super::rows::{self, Parsed, PersonRow};
use super::{Mode, PERSONS, Refused, Report, Table, facts};
use crate::audit::{Entry, Outcome};
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::ids::ActId;
use crate::keys::DataKey;
use crate::masking;
use crate::names::NameKeys;
use crate::relations::HEAD;
use crate::scope::{Precinct, Scope, Work};

/// Households a transaction, where the good rows are kept.
const CHUNK: usize = 1000;

impl Scope<Precinct> {
    /// Imports households and members from the tables of a file; `progress` is told how many households are written.
    ///
    /// Only for the operator's command line and a station's chief: anybody else is [`Error::Denied`]. A file whose tables
    /// are not those of [`super::HOUSEHOLDS`] and [`super::PERSONS`] is [`Error::Invalid`]; rows at fault are in the report.
    pub async fn import(&self, tables: &[Table], mode: Mode, mut progress: impl FnMut(usize, usize)) -> Result<Report> {
        super::allowed(self)?;
        if tables.is_empty() {
            return Err(Error::invalid("EXCHANGE-FILE", "file", "there is no table in the file"));
        }
        let plan = self.planned(tables).await?;
        let mut report = Report { refused: plan.refused, ..Report::default() };
        if mode == Mode::AllOrNothing && !report.refused.is_empty() {
            self.refused_whole(&report).await?;
            return Ok(report);
        }
        let chunk = if mode == Mode::KeepGood { CHUNK } else { plan.changes.len().max(1) };
        let key = self.store().data_key(self.precinct()).await?;
        let (total, mut done) = (plan.changes.len(), 0);
        for changes in plan.changes.chunks(chunk) {
            match self.write(changes, &key).await {
                Ok(act) => report.count(act, changes),
                Err(error) if mode == Mode::KeepGood && is_collision(&error) => report.refuse(changes, &error),
                Err(error) => return Err(error),
            }
            done += changes.len();
            progress(done, total);
        }
        Ok(report)
    }

    async fn planned(&self, tables: &[Table]) -> Result<Plan> {
        let today = self.store().clock().today();
        let (mut names, mut households, mut persons) = (Names::default(), empty(), empty());
        for table in tables {
            // The name column is what only the table of persons has.
            let is_persons = table
                .heading
                .iter()
                .any(|heading| heading.eq_ignore_ascii_case(PERSONS[1].key) || heading == PERSONS[1].title);
            let doubled = if is_persons { &mut names.persons } else { &mut names.households };
            if !std::mem::replace(doubled, table.name.clone()).is_empty() {
                return Err(Error::invalid(
                    "EXCHANGE-FILE",
                    "file",
                    format!("{}: a second table of the same kind", table.name),
                ));
            }
            if is_persons {
                persons = rows::persons(table, today)?;
            } else {
                households = rows::households(table, today)?;
            }
        }
        let facts = facts::facts(self, &households.good, &persons.good).await?;
        Ok(plan(&names, households, persons, &facts, today))
    }

    async fn refused_whole(&self, report: &Report) -> Result<()> {
        let condition = format!("refusedRows={}", report.refused.len());
        self.note(self.precinct(), Entry::new("import", "HOUSEHOLDS").when(condition).ended(Outcome::Invalid));
        self.finish().await
    }

    /// One transaction: the act, what it changes, and its audit entry. Returns the act's number.
    async fn write(&self, changes: &[Change], key: &DataKey) -> Result<String> {
        let work = self.work().await?;
        let clock = self.store().clock();
        let mut writer =
            Writer { act: work.new_id(), now: clock.now(), today: clock.today(), key, work, tallies: BTreeMap::new() };
        let number = writer.act(changes).await?;
        let mut persons = Vec::new();
        for change in changes {
            persons.extend(writer.change(change).await?);
        }
        let act = writer.act;
        let entry = Entry::new("import", "HOUSEHOLDS")
            .on("act", act)
            .when(format!("households={}", changes.len()))
            .showing(persons);
        writer.finish(entry).await?;
        Ok(number)
    }
}

fn empty<T>() -> Parsed<T> {
    Parsed { good: Vec::new(), refused: Vec::new(), lost: Vec::new() }
}

/// The register changed between the check and the write: somebody else was faster.
fn is_collision(error: &Error) -> bool {
    matches!(error, Error::Conflict(_) | Error::NotFound)
}

impl Report {
    fn count(&mut self, act: String, changes: &[Change]) {
        self.acts.push(act);
        self.households += changes.iter().filter(|change| change.new.is_some()).count();
        self.persons += changes.iter().map(|change| change.members.len()).sum::<usize>();
    }

    fn refuse(&mut self, changes: &[Change], error: &Error) {
        let reason = format!("the register changed while the file was read: {error}");
        let rows = changes.iter().flat_map(|change| {
            let households = change.new.iter().map(|household| ("households", household.row));
            households.chain(change.members.iter().map(|member| ("persons", member.row)))
        });
        let refusal = |(table, row): (&str, u32)| Refused {
            table: table.to_owned(),
            row,
            column: "household_number",
            rule: "REG-19",
            reason: reason.clone(),
        };
        self.refused.extend(rows.map(refusal));
    }
}

const ACT: &str = "INSERT INTO act (precinct_id, id, number, kind, effective_on, recorded_at, account_id, account_name, account_role, summary) \
     VALUES ($1, $2, $3, 'IMPORT', $4, $5, $6, $7, $8, $9)";
const HOUSEHOLD: &str = "INSERT INTO household (precinct_id, id, number, kind, state, dwelling_id, building_id, community_id, beat_id, head_name_masked, \
     member_count, established_on, act_id, version, recorded_at, updated_at) VALUES ($1, $2, $3, $4, 'ACTIVE', $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, $13)";
const HOME: &str = "INSERT INTO household_address (precinct_id, id, household_id, dwelling_id, effective_from, recorded_at, act_id) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";
const GROWN: &str = "UPDATE household SET member_count = member_count + $3, version = version + 1, act_id = $4, updated_at = $5, \
     head_name_masked = coalesce($6, head_name_masked) WHERE precinct_id = $1 AND id = $2 AND state = 'ACTIVE'";
const PERSON: &str = "INSERT INTO person (precinct_id, id, name, name_masked, name_key, name_initials, sex, birth_date, number_sealed, number_hash, number_masked, \
     phone_sealed, phone_hash, phone_masked, category, community_id, beat_id, dwelling_id, restricted, act_id, version, recorded_at, updated_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 1, $21, $21)";
const FORMER: &str = "INSERT INTO person_name (precinct_id, id, person_id, name, name_masked, name_key, name_initials, effective_from, effective_to, recorded_at, act_id) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const MEMBERSHIP: &str = "INSERT INTO membership (precinct_id, id, household_id, person_id, relation, reason, effective_from, recorded_at, act_id) \
     VALUES ($1, $2, $3, $4, $5, 'IMPORT', $6, $7, $8)";
const IDENTITY: &str =
    "INSERT INTO identity (precinct_id, number_hash, person_id, recorded_at) VALUES ($1, $2, $3, $4)";
const REGISTRATION: &str = "INSERT INTO registration (precinct_id, person_id, state, since, act_id, version, updated_at) \
     VALUES ($1, $2, 'REGISTERED', $3, $4, 1, $5)";
const OPENING: &str = "INSERT INTO register_opening (precinct_id, registered, updated_at) VALUES ($1, $2, $3) \
     ON CONFLICT (precinct_id) DO UPDATE SET registered = register_opening.registered + excluded.registered, \
     updated_at = excluded.updated_at";
const TALLY: &str = "UPDATE tally SET households = households + $3, registered_resident = registered_resident + $4, \
     registered_away = registered_away + $5, updated_at = $6 WHERE precinct_id = $1 AND id = $2";

/// A transaction of one act.
struct Writer<'k> {
    work: Work,
    act: Uuid,
    now: DateTime<Utc>,
    today: NaiveDate,
    key: &'k DataKey,
    /// By community: households, registered residents, registered away.
    tallies: BTreeMap<Uuid, [i32; 3]>,
}

impl Writer<'_> {
    async fn insert(&self, sql: &'static str, values: Vec<Value>) -> Result<()> {
        match self.work.execute(sql, values).await? {
            1 => Ok(()),
            _ => Err(Error::NotFound),
        }
    }

    async fn act(&self, changes: &[Change]) -> Result<String> {
        let member = self.work.scope().member();
        let number = format!("IMP-{}-{}", self.today.format("%Y%m%d"), &self.act.simple().to_string()[20..]);
        let persons: usize = changes.iter().map(|change| change.members.len()).sum();
        let summary = format!(
            "Import of {} households and {persons} persons",
            changes.iter().filter(|change| change.new.is_some()).count()
        );
        let who: [Value; 4] = [
            member.account.map(Uuid::from).into(),
            member.name.as_str().into(),
            member.role.as_str().into(),
            summary.into(),
        ];
        let values = [self.act.into(), number.as_str().into(), self.today.into(), self.now.into()]
            .into_iter()
            .chain(who)
            .collect();
        self.insert(ACT, values).await?;
        Ok(number)
    }

    /// Writes one household, or grows one that stands; returns its new persons.
    async fn change(&mut self, change: &Change) -> Result<Vec<Uuid>> {
        let head = change
            .members
            .iter()
            .find(|member| member.relation == HEAD)
            .map(|head| masking::person_name(&head.name, head.birth, self.today));
        let count = i32::try_from(change.members.len()).unwrap_or(i32::MAX);
        let household = match (&change.new, change.existing) {
            (Some(row), _) => self.establish(change, row.kind, head.unwrap_or_default(), count).await?,
            (None, Some(id)) => {
                self.insert(GROWN, vec![id.into(), count.into(), self.act.into(), self.now.into(), head.into()])
                    .await?;
                id
            }
            (None, None) => return Err(Error::internal("members of no household")),
        };
        let mut persons = Vec::with_capacity(change.members.len());
        for member in &change.members {
            persons.push(self.person(change, household, member).await?);
        }
        Ok(persons)
    }

    async fn establish(&mut self, change: &Change, kind: &str, head: String, count: i32) -> Result<Uuid> {
        let (id, home) = (self.work.new_id(), change.dwelling);
        self.tallies.entry(home.community).or_default()[0] += 1;
        let place: [Value; 4] = [home.id.into(), home.building.into(), home.community.into(), home.beat.into()];
        let rest: [Value; 5] =
            [head.into(), count.into(), change.established_on.into(), self.act.into(), self.now.into()];
        let values =
            [id.into(), change.number.as_str().into(), kind.into()].into_iter().chain(place).chain(rest).collect();
        self.insert(HOUSEHOLD, values).await?;
        let address = self.work.new_id();
        let values = vec![
            address.into(),
            id.into(),
            home.id.into(),
            change.established_on.into(),
            self.now.into(),
            self.act.into(),
        ];
        self.insert(HOME, values).await?;
        Ok(id)
    }

    async fn person(&mut self, change: &Change, household: Uuid, member: &PersonRow) -> Result<Uuid> {
        let id = self.work.new_id();
        let number_hash = self.person_row(id, change, member).await?;
        if let Some(hash) = number_hash {
            self.insert(IDENTITY, vec![hash.into(), id.into(), self.now.into()]).await?;
        }
        let from = member.from.unwrap_or_else(|| change.established_on.max(member.birth));
        let membership = self.work.new_id();
        let values = vec![
            membership.into(),
            household.into(),
            id.into(),
            member.relation.into(),
            from.into(),
            self.now.into(),
            self.act.into(),
        ];
        self.insert(MEMBERSHIP, values).await?;
        self.insert(REGISTRATION, vec![id.into(), from.into(), self.act.into(), self.now.into()]).await?;
        self.former_name(id, member, from).await?;
        let tally = self.tallies.entry(change.dwelling.community).or_default();
        tally[if member.category == "REGISTERED_AWAY" { 2 } else { 1 }] += 1;
        Ok(id)
    }

    /// The person's own row; C3 values sealed, hashed and masked. Returns the number's hash.
    async fn person_row(&self, id: Uuid, change: &Change, member: &PersonRow) -> Result<Option<Vec<u8>>> {
        let store = self.work.scope().store();
        let keys = NameKeys::of(&member.name);
        let seal = |clear: &str| self.key.seal(store.ids(), clear.as_bytes());
        let number = member.number.as_ref().map(crate::id_number::IdNumber::as_str);
        let number_hash = number.map(|number| store.keys().number_hash(number));
        let phone = member.phone.as_deref();
        let here = member.category == "REGISTERED_RESIDENT";
        let values: [Value; 20] = [
            id.into(),
            member.name.as_str().into(),
            masking::name(&member.name).into(),
            keys.full.into(),
            keys.initials.into(),
            member.sex.code().into(),
            member.birth.into(),
            number.map(seal).transpose()?.into(),
            number_hash.clone().into(),
            number.map(masking::id_number).into(),
            phone.map(seal).transpose()?.into(),
            phone.map(|phone| store.keys().phone_hash(phone)).into(),
            phone.map(masking::phone).into(),
            member.category.into(),
            change.dwelling.community.into(),
            change.dwelling.beat.into(),
            here.then_some(change.dwelling.id).into(),
            false.into(),
            self.act.into(),
            self.now.into(),
        ];
        self.insert(PERSON, values.into()).await?;
        Ok(number_hash)
    }

    async fn former_name(&self, person: Uuid, member: &PersonRow, until: NaiveDate) -> Result<()> {
        let Some(name) = &member.former_name else { return Ok(()) };
        let keys = NameKeys::of(name);
        let row = self.work.new_id();
        let words: [Value; 4] =
            [name.as_str().into(), masking::name(name).into(), keys.full.into(), keys.initials.into()];
        let times: [Value; 4] = [member.birth.into(), until.into(), self.now.into(), self.act.into()];
        self.insert(FORMER, [row.into(), person.into()].into_iter().chain(words).chain(times).collect()).await
    }

    /// Brings the counts up and commits.
    async fn finish(self, entry: Entry) -> Result<()> {
        let registered: i32 = self.tallies.values().map(|[_, here, away]| here + away).sum();
        self.insert(OPENING, vec![registered.into(), self.now.into()]).await?;
        for (community, [households, here, away]) in &self.tallies {
            let values =
                vec![(*community).into(), (*households).into(), (*here).into(), (*away).into(), self.now.into()];
            self.insert(TALLY, values).await?;
        }
        self.work.emit(NewEvent::new(EventKind::ActRecorded, "act", self.act).of_act(ActId(self.act)));
        self.work.commit(entry).await
    }
}
