//! From the decision to the register (执行): the one place at which an approved application meets its act.
//!
//! The act itself is the act engine's, performed in the very work that closes the application, so that neither stands without the other;
//! what fails leaves the application approved, to be tried again. A move between stations is recorded by its own steps, and the
//! application is closed by the act that came of them.

use super::hand::{Hand, Said};
use super::{Application, ApplicationState as S, ApplicationStep as T, row};
use crate::acts::{Form, Order, Perform as _, row as act_row};
use crate::error::{Error, Result};
use crate::ids::{ActId, ApplicationId};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;

/// How an approved application comes into the register.
#[derive(Clone, Debug)]
pub enum Execution {
    /// By performing this form now, from this day on or from the form's own.
    Perform(Box<Form>, Option<NaiveDate>),
    /// By an act that was recorded already, such as a move's.
    Recorded(ActId),
}

impl Scope<Precinct> {
    /// Brings an approved application into the register and closes it, in one commit: refused as the act is refused, with nothing done.
    pub async fn execute_application(
        &self,
        (id, seen): (ApplicationId, i32),
        execution: Execution,
    ) -> Result<Application> {
        let executed = async {
            self.may(Domain::Applications, Action::Manage)
                .or_else(|_| self.may(Domain::Applications, Action::Approve))?;
            let mut hand = Hand::take(self, id, Some(seen)).await?;
            execute(&mut hand, execution).await?;
            hand.finish(&["executeApplication"]).await
        };
        self.refused("executeApplication", id, executed.await)
    }
}

/// Performs or finds the act, and writes it into an application in hand.
pub(super) async fn execute(hand: &mut Hand, execution: Execution) -> Result<()> {
    hand.must_lead(T::Execute, S::Done)?;
    hand.must_be_answered().await?;
    let act = match execution {
        Execution::Perform(form, on) => {
            fits(hand, form.kind())?;
            hand.perform(&form, on).await?
        }
        Execution::Recorded(act) => {
            fits(hand, &hand.work.get::<act_row::Entity>(act).await?.kind)?;
            act
        }
    };
    let change =
        row::ActiveModel { act_id: Set(Some(act.0)), closed_at: Set(Some(hand.book.now)), ..Default::default() };
    hand.step(T::Execute, S::Done, change, Said::default()).await
}

impl Hand {
    /// Performs a form in this work; the application's number is the case the act was done in.
    pub(super) async fn perform(&self, form: &Form, on: Option<NaiveDate>) -> Result<ActId> {
        let order = Order { effective_on: on, case_number: self.row.number.clone(), reason: None };
        Ok(form.perform(&self.work, &order).await?.act.id)
    }
}

/// The act is of the kind that was applied for: types are called by the act they lead to.
fn fits(hand: &Hand, kind: &str) -> Result<()> {
    if hand.row.type_code == kind {
        Ok(())
    } else {
        Err(Error::invalid("ACT_KIND", "form", "the application is for another kind of act"))
    }
}
