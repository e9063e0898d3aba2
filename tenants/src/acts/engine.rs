//! The one way an act is done: open, change, write, ask the invariants, tell.

use chrono::NaiveDate;
use uuid::Uuid;

use super::flush::Touched;
use super::form::{Form, Perform};
use super::history::Act;
use super::papers::Paper;
use super::register::Register;
use super::words::PaperKind;
use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::households::{Household, HouseholdState};
use crate::ids::{ActId, PersonId};
use crate::persons::Person;
use crate::roles::Domain;
use crate::scope::{Precinct, Scope};

/// Persons named in an answer; an act that moves a whole collective household is read by its subjects.
const MOST_ANSWERED: usize = 100;

/// When an act holds and what it serves.
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// The day from which it holds in law; none means the form's own day, or today.
    pub effective_on: Option<NaiveDate>,
    /// The number of the open case file, or of the application, it serves.
    pub case_number: Option<String>,
    /// Why, where it serves none; kept sealed.
    pub reason: Option<String>,
}

/// What was done.
#[derive(Clone, Debug)]
pub struct Performed {
    /// The act.
    pub act: Act,
    /// The household it was about, as it stands now.
    pub household: Option<Household>,
    /// The persons it concerned, masked; a hundred at most.
    pub persons: Vec<Person>,
}

impl Scope<Precinct> {
    /// Performs a filled form in a work of its own, for whoever the role table lets.
    ///
    /// Refusals: [`Error::Invalid`] for a value, [`Error::Invariant`] for a state the register's rules forbid, [`Error::Overtaken`]
    /// for a version that is no longer the one seen, [`Error::Contended`] when somebody else was faster.
    pub async fn perform(&self, form: &Form, order: &Order) -> Result<Performed> {
        self.may(Domain::Acts, form.action())?;
        self.check_order(order).await?;
        // Before a connection is held: nothing inside a work waits for another one.
        self.store().data_key(self.precinct()).await?;
        let today = self.store().sightings().today(self).await?;
        let work = self.work().await?;
        let mut performed = form.perform(&work, order).await?;
        let shown: Vec<PersonId> = performed.persons.iter().map(|person| person.id).collect();
        let subjects = shown.iter().map(|person| person.0).collect();
        match self.sight_on(&today, self.precinct(), &shown) {
            // The act is done; whom it concerned is not shown to somebody who was shown enough for a day (PRV-10).
            Err(Error::Quota { .. }) => performed.persons.clear(),
            other => other?,
        }
        let entry = Entry::new("performAct", Domain::Acts.as_str()).on("act", performed.act.id);
        let entry = entry.when(format!("kind={}", performed.act.kind)).showing(subjects);
        work.commit(entry.why("REGISTER", order.case_number.clone())).await?;
        Ok(performed)
    }

    /// An act serves an open case file, or says why it is done without one.
    async fn check_order(&self, order: &Order) -> Result<()> {
        match (&order.case_number, &order.reason) {
            (Some(number), _) => match self.case_file_now(number).await? {
                Some(case) if case.is_open() => Ok(()),
                _ => Err(Error::PurposeRequired("an act serves an open case file of the unit")),
            },
            (None, Some(reason)) if (1..=200).contains(&reason.trim().chars().count()) => Ok(()),
            (None, Some(_)) => Err(Error::invalid("REASON", "reason", "a reason has 1 to 200 characters")),
            (None, None) => Err(Error::PurposeRequired("an act serves an open case file, or says why it is done")),
        }
    }
}

impl Register<'_> {
    /// Writes what was changed, asks the invariants of it, and says what happened.
    pub(super) async fn close(&mut self, summary: String) -> Result<Performed> {
        let act = self.act_row(summary, self.repairs);
        let touched = self.flush(act.clone()).await?;
        self.verify(&touched.households, &touched.persons).await?;
        self.tell(&touched);
        self.performed(act.into(), &touched)
    }

    pub(super) fn order(&mut self, order: &Order) -> Result<()> {
        self.case_number = order.case_number.as_deref().map(|number| number.trim().to_owned());
        if let Some(reason) = order.reason.as_deref().filter(|_| order.case_number.is_none()) {
            let number = Some(reason.trim().to_owned());
            self.paper(&Paper { kind: PaperKind::Reason, number, issued_on: None })?;
        }
        self.asked_for = order.effective_on;
        self.on = self.past(order.effective_on.unwrap_or(self.today))?;
        Ok(())
    }

    fn past(&self, day: NaiveDate) -> Result<NaiveDate> {
        if day > self.today {
            return Err(Error::invalid("REG-10", "effectiveOn", "an act cannot hold from a later day than today"));
        }
        Ok(day)
    }

    /// The day from which the act holds by its own nature, such as a death's; another one asked for is refused.
    pub(crate) fn holds_from(&mut self, day: NaiveDate) -> Result<()> {
        if self.asked_for.is_some_and(|asked| asked != day) {
            return Err(Error::invalid("REG-10", "effectiveOn", "the act holds from the day of the fact it records"));
        }
        self.on = self.past(day)?;
        Ok(())
    }

    /// Says what happened, by kinds and ids only.
    fn tell(&self, touched: &Touched) {
        let act = ActId(self.act);
        self.work.emit(NewEvent::new(EventKind::ActRecorded, "act", act).of_act(act));
        for (id, draft) in self.households.iter().filter(|(id, _)| touched.households.contains(id)) {
            let state = if draft.now.state == HouseholdState::Closed.as_str() {
                HouseholdState::Closed
            } else {
                HouseholdState::Active
            };
            let event = NewEvent::new(EventKind::HouseholdChanged, "household", *id).version(draft.now.version);
            self.work.emit(event.saying(state).of_act(act));
        }
        for (id, draft) in self.persons.iter().filter(|(id, _)| touched.persons.contains(id)) {
            let event = NewEvent::new(EventKind::PersonChanged, "person", *id).version(draft.now.version);
            self.work.emit(event.saying(self.role(*id)).of_act(act));
        }
    }

    fn performed(&self, act: Act, touched: &Touched) -> Result<Performed> {
        let main: Option<Uuid> = self.main.or_else(|| touched.households.iter().next().copied());
        let household = main.and_then(|id| self.households.get(&id)).map(|draft| draft.now.clone());
        let persons = self.marked().filter_map(|id| self.persons.get(&id)).take(MOST_ANSWERED);
        Ok(Performed {
            act,
            household: household.map(Household::try_from).transpose()?,
            persons: persons.map(|draft| Person::masked(draft.now.clone(), self.today)).collect::<Result<_>>()?,
        })
    }
}
