//! Approvals to reveal a minor's record: asked by one, given by a responsible other, good for 24 hours (PRV-07).

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait};

use super::row as person_row;
use crate::audit::{Entry, Outcome};
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::ids::{AccountId, CaseFileId, PersonId, RevealApprovalId};
use crate::page::{Page, Paging};
use crate::purposes::Purpose;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, owned};
use crate::words::words;

/// How long an approval stands.
const STANDS: TimeDelta = TimeDelta::hours(24);

words! {
    /// Where an approval is.
    pub enum ApprovalState {
        /// Asked for.
        Pending = "PENDING",
        /// Given; stands until it expires.
        Approved = "APPROVED",
        /// Refused.
        Refused = "REFUSED",
    }
}

/// An approval, asked for or decided.
#[derive(Clone, Debug)]
pub struct RevealApproval {
    /// Its id.
    pub id: RevealApprovalId,
    /// Its number: the order in which approvals were asked for.
    pub number: String,
    /// Whose record.
    pub person: PersonId,
    /// Which case it serves.
    pub case_file: CaseFileId,
    /// For which purpose.
    pub purpose: Purpose,
    /// Why it is strictly necessary, in the asker's words.
    pub reason: String,
    /// Who asked.
    pub requested_by: String,
    /// When.
    pub requested_at: DateTime<Utc>,
    /// Where it is.
    pub state: ApprovalState,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// Until when it stands.
    pub expires_at: Option<DateTime<Utc>>,
}

impl TryFrom<row::Model> for RevealApproval {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: RevealApprovalId(row.id),
            number: row.number,
            person: PersonId(row.person_id),
            case_file: CaseFileId(row.case_file_id),
            purpose: row.purpose.parse().map_err(Error::internal)?,
            reason: row.reason,
            requested_by: row.requested_by_name,
            requested_at: row.requested_at,
            state: row.state.parse().map_err(Error::internal)?,
            decided_by: row.decided_by_name,
            decided_at: row.decided_at,
            expires_at: row.expires_at,
        })
    }
}

impl Scope<Precinct> {
    /// A page of approvals by the time they were asked for.
    pub async fn reveal_approvals(
        &self,
        state: Option<ApprovalState>,
        paging: &Paging,
    ) -> Result<Page<RevealApproval>> {
        self.may(Domain::Approvals, Action::List)?;
        let page = self.approvals(state).page(row::Column::Number, paging).await?;
        let items: Vec<RevealApproval> = page.items.into_iter().map(RevealApproval::try_from).collect::<Result<_>>()?;
        Ok(Page { items, more: page.more })
    }

    /// How many approvals there are in a state.
    pub async fn count_reveal_approvals(&self, state: Option<ApprovalState>) -> Result<u64> {
        self.may(Domain::Approvals, Action::List)?;
        self.approvals(state).count().await
    }

    fn approvals(&self, state: Option<ApprovalState>) -> crate::scope::Rows<'_, row::Entity, Precinct> {
        self.rows::<row::Entity>().filter_some(state, |state| row::Column::State.eq(state.as_str()))
    }

    /// One approval.
    pub async fn reveal_approval(&self, id: RevealApprovalId) -> Result<RevealApproval> {
        self.may(Domain::Approvals, Action::List)?;
        self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?.try_into()
    }

    /// Asks for an approval to reveal a person's record. A refusal is noted (SEC-04).
    pub async fn request_reveal_approval(
        &self,
        person: PersonId,
        purpose: Purpose,
        case_ref: &str,
        reason: &str,
    ) -> Result<RevealApproval> {
        let asked = self.try_request(person, purpose, case_ref, reason).await;
        asked.inspect_err(|error| {
            let entry = Entry::new("requestRevealApproval", Domain::Approvals.as_str()).on("person", person);
            let entry = entry.why(purpose.as_str(), Some(case_ref.to_owned())).ended(Outcome::of(error));
            self.note(self.precinct(), entry);
        })
    }

    async fn try_request(
        &self,
        person: PersonId,
        purpose: Purpose,
        case_ref: &str,
        reason: &str,
    ) -> Result<RevealApproval> {
        self.may(Domain::Persons, Action::Reveal)?;
        self.serves(purpose)?;
        let asker = self.member().account.ok_or(Error::Denied)?;
        let case = self.usable_case(case_ref).await?;
        let reason = reason.trim();
        if reason.is_empty() || reason.chars().count() > 500 {
            return Err(Error::invalid(
                "PRV-07",
                "reason",
                "say in 1 to 500 characters why the record is strictly needed",
            ));
        }
        let work = self.work().await?;
        work.get::<person_row::Entity>(person).await?;
        let (id, now) = (work.new_id(), self.store().clock().now());
        let number = format!("{:020}", now.timestamp_micros());
        work.add(row::ActiveModel {
            id: Set(id),
            number: Set(number),
            person_id: Set(person.0),
            case_file_id: Set(case.id.0),
            purpose: Set(purpose.as_str().to_owned()),
            reason: Set(reason.to_owned()),
            requested_by: Set(asker.0),
            requested_by_name: Set(self.member().name.clone()),
            requested_at: Set(now),
            state: Set(ApprovalState::Pending.as_str().to_owned()),
            ..Default::default()
        })
        .await?;
        let entry = Entry::new("requestRevealApproval", Domain::Approvals.as_str())
            .on("person", person)
            .why(purpose.as_str(), Some(case.number))
            .rows(1);
        let asked = work.get::<row::Entity>(RevealApprovalId(id)).await?;
        work.emit(changed(RevealApprovalId(id), ApprovalState::Pending));
        work.commit(entry).await?;
        asked.try_into()
    }

    /// Gives or refuses an approval; nobody decides what he asked for himself. A refusal is noted (SEC-04).
    pub async fn decide_reveal_approval(&self, id: RevealApprovalId, approve: bool) -> Result<RevealApproval> {
        self.try_decide(id, approve).await.inspect_err(|error| {
            let entry = Entry::new("decideRevealApproval", Domain::Approvals.as_str()).on("reveal_approval", id);
            self.note(self.precinct(), entry.ended(Outcome::of(error)));
        })
    }

    async fn try_decide(&self, id: RevealApprovalId, approve: bool) -> Result<RevealApproval> {
        self.may(Domain::Approvals, Action::Approve)?;
        let decider = self.member().account.ok_or(Error::Denied)?;
        let work = self.work().await?;
        let asked = work.get::<row::Entity>(id).await?;
        if asked.requested_by == decider.0 {
            return Err(Error::Conflict("an approval is decided by somebody else than who asked for it"));
        }
        if asked.state != ApprovalState::Pending.as_str() {
            return Err(Error::Conflict("the approval is decided already"));
        }
        let now = self.store().clock().now();
        let state = if approve { ApprovalState::Approved } else { ApprovalState::Refused };
        work.save(row::ActiveModel {
            id: Set(id.0),
            state: Set(state.as_str().to_owned()),
            decided_by: Set(Some(decider.0)),
            decided_by_name: Set(Some(self.member().name.clone())),
            decided_at: Set(Some(now)),
            expires_at: Set(approve.then_some(now + STANDS)),
            ..Default::default()
        })
        .await?;
        let decided = work.get::<row::Entity>(id).await?;
        let entry = Entry::new("decideRevealApproval", Domain::Approvals.as_str())
            .on("reveal_approval", id)
            .when(format!("state={state}"))
            .rows(1);
        work.emit(changed(id, state));
        work.commit(entry).await?;
        decided.try_into()
    }

    /// Refuses unless the asker holds an approval of this person, case and purpose that has not expired.
    pub(crate) async fn standing_approval(&self, person: PersonId, case: CaseFileId, purpose: Purpose) -> Result<()> {
        use row::Column as C;
        let asker = self.member().account.unwrap_or(AccountId(uuid::Uuid::nil()));
        let rows = self
            .rows::<row::Entity>()
            .filter(C::PersonId.eq(person))
            .filter(C::CaseFileId.eq(case))
            .filter(C::Purpose.eq(purpose.as_str()))
            .filter(C::RequestedBy.eq(asker));
        let standing = rows
            .filter(C::State.eq(ApprovalState::Approved.as_str()))
            .filter(C::ExpiresAt.gt(self.store().clock().now()))
            .one()
            .await?;
        standing.map(drop).ok_or(Error::ApprovalRequired)
    }
}

fn changed(id: RevealApprovalId, state: ApprovalState) -> NewEvent {
    NewEvent::new(EventKind::RevealApprovalChanged, "reveal_approval", id).saying(state)
}

owned!(row, RevealApprovalId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "reveal_approval")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub person_id: Uuid,
        pub case_file_id: Uuid,
        pub purpose: String,
        pub reason: String,
        pub requested_by: Uuid,
        pub requested_by_name: String,
        pub requested_at: DateTimeUtc,
        pub state: String,
        pub decided_by: Option<Uuid>,
        pub decided_by_name: Option<String>,
        pub decided_at: Option<DateTimeUtc>,
        pub expires_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
