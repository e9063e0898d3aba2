//! Taking a file over: planned whole, written in transactions of one act each, and reported row by row.

use super::batches::{Batch, batches};
use super::decisions::{Decision, Judgement};
use super::facts::facts;
use super::plan::{Decided, Means, Plan, plan};
use super::report::{Refused, Report};
use super::tables::{Names, records};
use super::writer::Writer;
use super::{Mode, Table};
use crate::audit::{Entry, Outcome};
use crate::error::{Error, Result};
use crate::keys::DataKey;
use crate::scope::{Precinct, Scope};

/// Households and lives a transaction, where the good rows are kept.
const CHUNK: usize = 1000;

/// On what terms a file is taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What becomes of a file with refused rows.
    pub mode: Mode,
    /// Every check and the same report, and nothing is written but a word in the trail.
    pub dry_run: bool,
    /// What was decided of likely duplicates.
    pub decisions: Vec<Decision>,
}

impl From<Mode> for Terms {
    fn from(mode: Mode) -> Self {
        Self { mode, dry_run: false, decisions: Vec::new() }
    }
}

impl Scope<Precinct> {
    /// Imports households, persons and their memberships from the tables of a file; `progress` is told how many of the households and
    /// lives are written.
    ///
    /// Only for the operator's command line and a station's chief: anybody else is [`Error::Denied`]. A file whose tables
    /// are not those of [`super::HOUSEHOLDS`], [`super::PERSONS`] and [`super::MEMBERSHIPS`] is [`Error::Invalid`]; rows at fault are
    /// in the report, and so are those that are held as likely duplicates (REG-15).
    pub async fn import(
        &self,
        tables: &[Table],
        terms: &Terms,
        mut progress: impl FnMut(usize, usize),
    ) -> Result<Report> {
        super::allowed(self)?;
        let (names, plan) = self.planned(tables, &terms.decisions).await?;
        let Plan { changes, lives, decided, duplicates, shown, refused } = plan;
        let mut report = Report { refused, duplicates, ..Report::default() };
        if !shown.is_empty() {
            self.note(self.precinct(), Entry::new("importDuplicates", "PERSONS").showing(shown));
        }
        let is_refused = terms.mode == Mode::AllOrNothing && !report.refused.is_empty();
        report.same = decided.iter().filter(|one| one.judgement == Judgement::Same).count();
        let size = if terms.mode == Mode::KeepGood { CHUNK } else { usize::MAX };
        let batches = batches(changes, lives, size);
        if terms.dry_run {
            batches.iter().filter(|_| !is_refused).for_each(|batch| report.count(batch));
            return self.only_noted(report, "dryRun", is_refused).await;
        }
        if is_refused {
            return self.only_noted(Report { same: 0, ..report }, "", true).await;
        }
        let key = self.store().data_key(self.precinct()).await?;
        let (total, mut done) = (batches.iter().map(Batch::len).sum(), 0);
        for batch in &batches {
            match self.write(batch, &decided, &key).await {
                Ok(act) => {
                    report.acts.push(act);
                    report.count(batch);
                }
                Err(error) if terms.mode == Mode::KeepGood && is_collision(&error) => {
                    report.refuse(&names, batch, &error);
                }
                Err(error) => return Err(error),
            }
            done += batch.len();
            progress(done, total);
        }
        // Who was decided to be the same changes nothing, and so belongs to no act.
        for one in decided.iter().filter(|one| one.judgement == Judgement::Same) {
            self.note(self.precinct(), decision(one));
        }
        self.finish().await?;
        Ok(report)
    }

    async fn planned(&self, tables: &[Table], decisions: &[Decision]) -> Result<(Names, Plan)> {
        let (store, clock) = (self.store(), self.store().clock());
        let file = records(tables, clock.today())?;
        let names = file.names.clone();
        let facts = facts(self, &file).await?;
        let means = Means {
            today: clock.today(),
            new_id: &|| store.ids().next(clock.now()),
            hash: &|text| store.keys().fact_hash("IMPORT_PAIR", text),
        };
        Ok((names, plan(file, decisions, &facts, &means)))
    }

    /// A run that writes nothing into the register.
    async fn only_noted(&self, report: Report, what: &str, is_refused: bool) -> Result<Report> {
        let condition = format!("{what} refusedRows={}", report.refused.len());
        let entry = Entry::new("import", "HOUSEHOLDS").when(condition.trim());
        let outcome = if is_refused { Outcome::Invalid } else { Outcome::Ok };
        self.note(self.precinct(), entry.ended(outcome));
        self.finish().await?;
        Ok(report)
    }

    /// One transaction: the act, what it changes, and its audit entries. Returns the act's number.
    async fn write(&self, batch: &Batch, decided: &[Decided], key: &DataKey) -> Result<String> {
        let taken = |one: &&Decided| one.judgement == Judgement::Different && batch.rows().any(|row| row == one.row);
        let decisions: Vec<Entry> = decided.iter().filter(taken).map(decision).collect();
        let work = self.work().await?;
        let mut writer = Writer::new(work, key);
        let number = writer.act(batch, decisions.len()).await?;
        for change in &batch.changes {
            writer.change(change).await?;
        }
        for life in &batch.lives {
            writer.life(life).await?;
        }
        writer.verify().await?;
        writer.finish(batch, decisions).await?;
        Ok(number)
    }
}

/// A decision as the trail keeps it: who of the register, which row, and why (REG-15).
fn decision(one: &Decided) -> Entry {
    let judgement = if one.judgement == Judgement::Same { "SAME" } else { "DIFFERENT" };
    Entry::new("importDecision", "PERSONS")
        .on("person", one.person)
        .when(format!("row={} pair={} {judgement}", one.row, one.pair))
        .why(one.reason.as_str(), None)
}

/// The register changed between the check and the write: somebody else was faster.
fn is_collision(error: &Error) -> bool {
    matches!(error, Error::Conflict(_) | Error::NotFound | Error::Invariant { .. })
}

impl Report {
    fn count(&mut self, batch: &Batch) {
        self.households += batch.changes.iter().filter(|change| change.new.is_some()).count();
        self.persons += batch.rows().count();
        self.memberships += batch.lives.iter().map(|life| life.past.len()).sum::<usize>();
    }

    fn refuse(&mut self, names: &Names, batch: &Batch, error: &Error) {
        let reason = format!("the register changed while the file was read: {error}");
        let households = batch.changes.iter().filter_map(|change| change.new.as_ref());
        let past = batch.lives.iter().flat_map(|life| &life.past);
        let rows = households.map(|household| (&names.households, household.row));
        let rows = rows.chain(batch.rows().map(|row| (&names.persons, row)));
        let rows = rows.chain(past.map(|past| (&names.memberships, past.row)));
        self.refused.extend(rows.map(|(table, row)| Refused {
            table: table.clone(),
            row,
            column: "household_number",
            rule: "REG-19",
            reason: reason.clone(),
        }));
    }
}
