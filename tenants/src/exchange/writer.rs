//! Writing what a plan holds: one act, its households, and the counts that follow. Persons are written in [`super::people`].

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::Value;
use uuid::Uuid;

use super::batches::Batch;
use super::plan::{Change, Life};
use super::rows::HouseholdRow;
use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::ids::ActId;
use crate::keys::DataKey;
use crate::masking;
use crate::relations::HEAD;
use crate::scope::Work;

const ACT: &str = "INSERT INTO act (precinct_id, id, number, kind, effective_on, recorded_at, account_id, account_name, account_role, summary) \
     VALUES ($1, $2, $3, 'IMPORT', $4, $5, $6, $7, $8, $9)";
const HOUSEHOLD: &str = "INSERT INTO household (precinct_id, id, number, kind, state, dwelling_id, building_id, community_id, beat_id, head_name_masked, \
     member_count, established_on, closed_on, act_id, version, recorded_at, updated_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15, $15)";
const HOME: &str = "INSERT INTO household_address (precinct_id, id, household_id, dwelling_id, effective_from, effective_to, recorded_at, act_id) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const GROWN: &str = "UPDATE household SET member_count = member_count + $3, version = version + 1, act_id = $4, updated_at = $5, \
     head_name_masked = coalesce($6, head_name_masked) WHERE precinct_id = $1 AND id = $2 AND state = 'ACTIVE'";
const TOLD: &str =
    "UPDATE household SET version = version + 1, act_id = $3, updated_at = $4 WHERE precinct_id = $1 AND id = $2";
const OPENING: &str = "INSERT INTO register_opening (precinct_id, registered, updated_at) VALUES ($1, $2, $3) \
     ON CONFLICT (precinct_id) DO UPDATE SET registered = register_opening.registered + excluded.registered, \
     updated_at = excluded.updated_at";
const TALLY: &str = "UPDATE tally SET households = households + $3, registered_resident = registered_resident + $4, \
     registered_away = registered_away + $5, updated_at = $6 WHERE precinct_id = $1 AND id = $2";
const TWICE: &str = "SELECT n.id FROM membership n JOIN membership o ON o.precinct_id = n.precinct_id AND o.person_id = n.person_id \
     AND o.id <> n.id AND o.superseded_at IS NULL AND (o.effective_to IS NULL OR o.effective_to > o.effective_from) \
     AND (o.effective_to IS NULL OR n.effective_from < o.effective_to) \
     AND (n.effective_to IS NULL OR o.effective_from < n.effective_to) \
     WHERE n.precinct_id = $1 AND n.act_id = $2 AND n.superseded_at IS NULL \
     AND (n.effective_to IS NULL OR n.effective_to > n.effective_from) LIMIT 1";
const TWO_HEADS: &str = "SELECT n.id FROM membership n JOIN membership o ON o.precinct_id = n.precinct_id AND o.household_id = n.household_id \
     AND o.id <> n.id AND o.relation = n.relation AND o.superseded_at IS NULL \
     AND (o.effective_to IS NULL OR o.effective_to > o.effective_from) \
     AND (o.effective_to IS NULL OR n.effective_from < o.effective_to) \
     AND (n.effective_to IS NULL OR o.effective_from < n.effective_to) \
     WHERE n.precinct_id = $1 AND n.act_id = $2 AND n.relation = '02' AND n.superseded_at IS NULL \
     AND (n.effective_to IS NULL OR n.effective_to > n.effective_from) LIMIT 1";

/// A transaction of one act.
pub(super) struct Writer<'k> {
    pub(super) work: Work,
    pub(super) act: Uuid,
    pub(super) now: DateTime<Utc>,
    pub(super) today: NaiveDate,
    pub(super) key: &'k DataKey,
    /// Persons written or added to, for the trail.
    pub(super) persons: Vec<Uuid>,
    /// By community: households, registered residents, registered away.
    pub(super) tallies: BTreeMap<Uuid, [i32; 3]>,
    /// Households whose version this act has moved on, or made.
    counted: BTreeSet<Uuid>,
    /// Whether the act writes anything that is over.
    has_past: bool,
}

impl<'k> Writer<'k> {
    pub(super) fn new(work: Work, key: &'k DataKey) -> Self {
        let clock = work.scope().store().clock();
        Self {
            act: work.new_id(),
            now: clock.now(),
            today: clock.today(),
            key,
            persons: Vec::new(),
            tallies: BTreeMap::new(),
            counted: BTreeSet::new(),
            has_past: false,
            work,
        }
    }

    pub(super) async fn insert(&self, sql: &'static str, values: Vec<Value>) -> Result<()> {
        match self.work.execute(sql, values).await? {
            1 => Ok(()),
            _ => Err(Error::NotFound),
        }
    }

    /// The act's own row; returns its number.
    pub(super) async fn act(&self, batch: &Batch, decided: usize) -> Result<String> {
        let member = self.work.scope().member();
        let number = format!("IMP-{}-{}", self.today.format("%Y%m%d"), &self.act.simple().to_string()[20..]);
        let households = batch.changes.iter().filter(|change| change.new.is_some()).count();
        let past: usize = batch.lives.iter().map(|life| life.past.len()).sum();
        let mut summary = format!("Import of {households} households and {} persons", batch.rows().count());
        if past > 0 {
            summary.push_str(&format!(", and of {past} former memberships"));
        }
        if decided > 0 {
            summary.push_str(&format!("; likely duplicates decided to be different persons: {decided}"));
        }
        let values: [Value; 8] = [
            self.act.into(),
            number.as_str().into(),
            self.today.into(),
            self.now.into(),
            member.account.map(Uuid::from).into(),
            member.name.as_str().into(),
            member.role.as_str().into(),
            summary.into(),
        ];
        self.insert(ACT, values.into()).await?;
        Ok(number)
    }

    /// Writes one household, or grows one that stands, with its new members.
    pub(super) async fn change(&mut self, change: &Change) -> Result<()> {
        let head = change.members.iter().find(|member| member.place.relation == HEAD);
        let head = head.map(|head| masking::person_name(&head.row.name, head.row.birth, self.today));
        let count = i32::try_from(change.members.len()).unwrap_or(i32::MAX);
        self.counted.insert(change.id);
        if let Some(row) = &change.new {
            self.establish(change, row, head.or_else(|| change.last_head.clone()), count).await?;
        } else {
            let values: [Value; 5] = [change.id.into(), count.into(), self.act.into(), self.now.into(), head.into()];
            self.insert(GROWN, values.into()).await?;
        }
        for member in &change.members {
            self.member(change, member).await?;
        }
        Ok(())
    }

    async fn establish(&mut self, change: &Change, row: &HouseholdRow, head: Option<String>, count: i32) -> Result<()> {
        let home = change.dwelling;
        self.tallies.entry(home.community).or_default()[0] += i32::from(row.closed_on.is_none());
        let values: [Value; 14] = [
            change.id.into(),
            change.number.as_str().into(),
            row.kind.into(),
            if row.closed_on.is_some() { "CLOSED" } else { "ACTIVE" }.into(),
            home.id.into(),
            home.building.into(),
            home.community.into(),
            home.beat.into(),
            head.unwrap_or_default().into(),
            count.into(),
            change.established_on.into(),
            row.closed_on.into(),
            self.act.into(),
            self.now.into(),
        ];
        self.insert(HOUSEHOLD, values.into()).await?;
        let values: [Value; 7] = [
            self.work.new_id().into(),
            change.id.into(),
            home.id.into(),
            change.established_on.into(),
            row.closed_on.into(),
            self.now.into(),
            self.act.into(),
        ];
        self.insert(HOME, values.into()).await
    }

    /// Writes what is over in a life, and the person where the register does not know him.
    pub(super) async fn life(&mut self, life: &Life) -> Result<()> {
        self.has_past = true;
        self.person_of(life).await?;
        for past in &life.past {
            if past.stands && self.counted.insert(past.household) {
                self.insert(TOLD, vec![past.household.into(), self.act.into(), self.now.into()]).await?;
            }
            self.past(life.person, past).await?;
        }
        Ok(())
    }

    /// Reads what was written and refuses the act where a past breaks a rule with what the register got meanwhile.
    pub(super) async fn verify(&self) -> Result<()> {
        for (sql, rule, message) in [
            (TWICE, "REG-02", "a membership overlaps another one of the person"),
            (TWO_HEADS, "REG-03", "a household had two heads at a time"),
        ] {
            if self.has_past && !self.work.query(sql, vec![self.act.into()]).await?.is_empty() {
                return Err(Error::invariant(rule, message));
            }
        }
        Ok(())
    }

    /// Brings the counts up and commits, with what was decided of those who were taken over.
    pub(super) async fn finish(self, batch: &Batch, decisions: Vec<Entry>) -> Result<()> {
        let registered: i32 = self.tallies.values().map(|[_, here, away]| here + away).sum();
        self.insert(OPENING, vec![registered.into(), self.now.into()]).await?;
        for (community, [households, here, away]) in &self.tallies {
            let values: [Value; 5] =
                [(*community).into(), (*households).into(), (*here).into(), (*away).into(), self.now.into()];
            self.insert(TALLY, values.into()).await?;
        }
        self.work.emit(NewEvent::new(EventKind::ActRecorded, "act", self.act).of_act(ActId(self.act)));
        let condition = format!("households={}", batch.changes.len());
        let entry = Entry::new("import", "HOUSEHOLDS").on("act", self.act).when(condition).showing(self.persons);
        self.work.commit_all([entry].into_iter().chain(decisions).collect()).await
    }
}
