//! The station works on a request and answers it; a record whose processing is restricted is found by no search any more (PRV-17).

use sea_orm::ActiveValue::Set;

use super::{Reader, RightsKind, RightsRefusal, RightsRequest, RightsState, changed, length, row};
use crate::audit::{Entry, Outcome};
use crate::error::{Error, Result};
use crate::ids::{PersonId, RightsRequestId};
use crate::persons::row as person_row;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, Work};

/// How a request ends.
#[derive(Clone)]
pub struct AnswerRights {
    /// Which request.
    pub id: RightsRequestId,
    /// The version seen.
    pub expected_version: i32,
    /// What the resident reads.
    pub answer: String,
    /// Why it is refused, if it is.
    pub refuse: Option<RightsRefusal>,
}

impl std::fmt::Debug for AnswerRights {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AnswerRights").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Scope<Precinct> {
    /// Says that somebody works on a request.
    pub async fn take_rights_request(&self, id: RightsRequestId, expected_version: i32) -> Result<RightsRequest> {
        let taken = self.try_take_right(id, expected_version).await;
        taken.inspect_err(|error| self.note_refused_right("takeRightsRequest", id, error))
    }

    async fn try_take_right(&self, id: RightsRequestId, expected_version: i32) -> Result<RightsRequest> {
        let (work, request) = self.open_right(id, expected_version).await?;
        if request.state != RightsState::Received.as_str() {
            return Err(Error::Conflict("somebody works on the request already"));
        }
        let change =
            row::ActiveModel { state: Set(RightsState::InWork.as_str().to_owned()), ..self.handled_right(&request)? };
        let taken = saved(&work, id, change).await?;
        work.emit(changed(id, taken.version, RightsState::InWork));
        work.commit(entry("takeRightsRequest", id)).await?;
        self.read_right(taken, Reader::Staff).await
    }

    /// Answers a request or refuses it, with a reason; restricts the record where that is what was asked or what is owed instead.
    ///
    /// Refused: the deletion of a registered person's record by any other answer than [`RightsRefusal::KeptByLaw`] (`PRV-17`).
    pub async fn answer_rights_request(&self, answer: &AnswerRights) -> Result<RightsRequest> {
        let answered = self.try_answer_right(answer).await;
        answered.inspect_err(|error| self.note_refused_right("answerRightsRequest", answer.id, error))
    }

    async fn try_answer_right(&self, answer: &AnswerRights) -> Result<RightsRequest> {
        let text = length("answer", &answer.answer)?;
        let sealed = self.rights_key().await?.seal(self.store().ids(), text.as_bytes())?;
        let (work, request) = self.open_right(answer.id, answer.expected_version).await?;
        let person = request.person_id.map(PersonId);
        let kind: RightsKind = request.kind.parse().map_err(Error::internal)?;
        if kind == RightsKind::Delete && person.is_some() && answer.refuse != Some(RightsRefusal::KeptByLaw) {
            let words =
                "what the register holds of a person is kept by law: refuse with KEPT_BY_LAW, which restricts it";
            return Err(Error::invalid("PRV-17", "refuse", words));
        }
        let state = if answer.refuse.is_some() { RightsState::Refused } else { RightsState::Answered };
        let change = row::ActiveModel {
            state: Set(state.as_str().to_owned()),
            answer_sealed: Set(Some(sealed)),
            reason: Set(answer.refuse.map(|reason| reason.as_str().to_owned())),
            answered_at: Set(Some(self.store().clock().now())),
            ..self.handled_right(&request)?
        };
        let answered = saved(&work, answer.id, change).await?;
        let owed = match kind {
            RightsKind::Delete => answer.refuse == Some(RightsRefusal::KeptByLaw),
            RightsKind::Restrict => answer.refuse.is_none(),
            RightsKind::Copy | RightsKind::Correct => false,
        };
        let restricted = person.filter(|_| owed);
        if let Some(person) = restricted {
            restrict(&work, person).await?;
        }
        work.emit(changed(answer.id, answered.version, state));
        let done = if restricted.is_some() { format!("{state} restricted") } else { state.to_string() };
        let subjects = person.iter().map(|person| person.0).collect();
        work.commit(entry("answerRightsRequest", answer.id).when(done).showing(subjects).rows(1)).await?;
        self.read_right(answered, Reader::Staff).await
    }

    /// A unit of work over a request that is not answered yet.
    async fn open_right(&self, id: RightsRequestId, expected_version: i32) -> Result<(Work, row::Model)> {
        self.may(Domain::Residents, Action::Manage)?;
        let work = self.work().await?;
        let request = work.get::<row::Entity>(id).await?;
        Error::unless_seen(expected_version, request.version)?;
        if request.answered_at.is_some() {
            return Err(Error::Conflict("the request is answered already"));
        }
        Ok((work, request))
    }

    /// What every change of a request says: by whom, and the next version.
    fn handled_right(&self, request: &row::Model) -> Result<row::ActiveModel> {
        let account = self.member().account.ok_or(Error::Denied)?;
        Ok(row::ActiveModel {
            id: Set(request.id),
            handled_by: Set(Some(account.0)),
            handled_by_name: Set(Some(self.member().name.clone())),
            version: Set(request.version + 1),
            ..Default::default()
        })
    }

    fn note_refused_right(&self, function: &'static str, id: RightsRequestId, error: &Error) {
        self.note(self.precinct(), entry(function, id).rows(0).ended(Outcome::of(error)));
    }
}

async fn saved(work: &Work, id: RightsRequestId, change: row::ActiveModel) -> Result<row::Model> {
    work.save(change).await?;
    work.get::<row::Entity>(id).await
}

/// Nobody finds the record by a search any more; the household and its certificates still have it.
async fn restrict(work: &Work, person: PersonId) -> Result<()> {
    let found = work.get::<person_row::Entity>(person).await?;
    work.save(person_row::ActiveModel {
        id: Set(found.id),
        restricted: Set(true),
        version: Set(found.version + 1),
        updated_at: Set(work.scope().store().clock().now()),
        ..Default::default()
    })
    .await
}

fn entry(function: &'static str, id: RightsRequestId) -> Entry {
    Entry::new(function, Domain::Residents.as_str()).on("rights_request", id).rows(1)
}
