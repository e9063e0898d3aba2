//! The queues (工作队列): what is to be done, by priority and due date; overdue is counted, never stored (OPS-03).

use chrono::NaiveDate;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use super::hand::entry;
use super::{Application, ApplicationState, Book, Channel, row};
use crate::application_types::ApprovalLevel;
use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::events::{EventKind, Hearing};
use crate::ids::{ApplicationId, PersonId};
use crate::page::{Page, Paging, among};
use crate::roles::{Action, Domain, Reach, Role};
use crate::scope::{Precinct, Rows, Scope};

/// Which applications a list holds; every part narrows it.
#[derive(Clone, Debug, Default)]
pub struct ApplicationFilter {
    /// In one of these states.
    pub states: Vec<ApplicationState>,
    /// Of a type.
    pub type_code: Option<String>,
    /// Taken down, accepted or reviewed by the asker.
    pub mine: bool,
    /// Whose clock has run out.
    pub overdue: bool,
    /// Whose clock runs out soon or has, and those needed soon.
    pub at_risk: bool,
    /// Needed before a day.
    pub needed_before: Option<NaiveDate>,
}

/// What is counted of the queues, each number only when somebody asks for it.
#[derive(Clone, Copy, Debug)]
pub enum Worklist {
    /// Those in a state.
    In(ApplicationState),
    /// Those whose clock has run out.
    Overdue,
    /// Those at risk.
    AtRisk,
    /// Those of the asker that are open.
    Mine,
}

impl Scope<Precinct> {
    /// What the asker sees: of drafts only his own, of others those of his reach; the district only what is its to decide.
    pub(super) fn visible_applications(&self) -> Rows<'_, row::Entity, Precinct> {
        use row::Column as C;
        let me = self.member().account.map_or(Uuid::nil(), |account| account.0);
        let rows = self.filed_applications();
        if self.member().reads_district() {
            return rows.filter(C::Level.ne(ApprovalLevel::Station.as_str()));
        }
        match self.member().role.reach() {
            Reach::Precinct => rows,
            Reach::OwnBeats => {
                rows.filter(Condition::any().add(among(C::BeatId, &self.member().beats)).add(C::MakerId.eq(me)))
            }
        }
    }

    /// What the asker may open by its id: what he sees, and the district's approver also whatever is done, which is his to revoke.
    pub(super) fn openable_applications(&self) -> Rows<'_, row::Entity, Precinct> {
        use row::Column as C;
        if self.member().role != Role::DistrictApprover {
            return self.visible_applications();
        }
        let decided = C::Level.ne(ApprovalLevel::Station.as_str());
        self.filed_applications()
            .filter(Condition::any().add(decided).add(C::State.eq(ApplicationState::Done.as_str())))
    }

    /// Everything but other people's drafts.
    fn filed_applications(&self) -> Rows<'_, row::Entity, Precinct> {
        use row::Column as C;
        let me = self.member().account.map_or(Uuid::nil(), |account| account.0);
        // What an officer takes down on his own telephone, as a resident, is no draft of his at work.
        let at_work = Condition::any().add(C::Channel.is_null()).add(C::Channel.eq(Channel::Counter.as_str()));
        let own_draft = Condition::any()
            .add(C::State.ne(ApplicationState::Draft.as_str()))
            .add(Condition::all().add(C::MakerId.eq(me)).add(at_work));
        self.rows::<row::Entity>().filter(own_draft)
    }

    /// A page of applications by priority and due date; noted in the trail, and the persons they are about counted (PRV-10).
    pub async fn applications(&self, filter: &ApplicationFilter, paging: &Paging) -> Result<Page<Application>> {
        self.may(Domain::Applications, Action::List)?;
        let book = Book::open(self.store()).await?;
        let page = self.queued(filter, &book)?.page(row::Column::QueueKey, paging).await?;
        let more = page.more;
        Ok(Page { items: self.shown(page.items, &book).await?, more })
    }

    /// How many applications a list holds.
    pub async fn count_applications(&self, filter: &ApplicationFilter) -> Result<u64> {
        self.may(Domain::Applications, Action::List)?;
        let book = Book::open(self.store()).await?;
        self.queued(filter, &book)?.count().await
    }

    /// One number of the queues.
    pub async fn count_worklist(&self, what: Worklist) -> Result<u64> {
        let open = ApplicationState::OPEN.to_vec();
        let filter = match what {
            Worklist::In(state) => ApplicationFilter { states: vec![state], ..ApplicationFilter::default() },
            Worklist::Overdue => ApplicationFilter { overdue: true, ..ApplicationFilter::default() },
            Worklist::AtRisk => ApplicationFilter { at_risk: true, ..ApplicationFilter::default() },
            Worklist::Mine => ApplicationFilter { mine: true, states: open, ..ApplicationFilter::default() },
        };
        self.count_applications(&filter).await
    }

    /// One application; noted in the trail, and the person it is about counted.
    pub async fn application(&self, id: ApplicationId) -> Result<Application> {
        self.may(Domain::Applications, Action::List)?;
        let book = Book::open(self.store()).await?;
        let row = self.openable_applications().get(id).await?.ok_or(Error::NotFound)?;
        self.sight_subjects(std::slice::from_ref(&row)).await?;
        self.note(self.precinct(), entry("application", id).showing(row.subject_id.into_iter().collect()));
        Application::told(row, &book)
    }

    /// What whoever follows an application hears: staff the steps of what it sees; a resident those of his own, which is asked as he begins
    /// to follow. Refused otherwise; looks at it this instant and keeps no connection.
    pub async fn hears_of_application(&self, id: ApplicationId) -> Result<Hearing> {
        if self.resident().is_ok() {
            return Ok(Hearing::OwnApplication(id));
        }
        self.may(Domain::Applications, Action::List)?;
        self.visible_applications().get_now(id).await?.ok_or(Error::NotFound)?;
        Ok(Hearing::Kinds(Some(vec![EventKind::ApplicationChanged])))
    }

    fn queued(&self, filter: &ApplicationFilter, book: &Book) -> Result<Rows<'_, row::Entity, Precinct>> {
        use row::Column as C;
        let words =
            |states: &[ApplicationState]| -> Vec<&'static str> { states.iter().map(|state| state.as_str()).collect() };
        let mut rows = self
            .visible_applications()
            .filter_some(filter.type_code.as_deref(), |code| C::TypeCode.eq(code))
            .filter_some(filter.needed_before, |day| C::NeededBy.lt(day));
        if !filter.states.is_empty() {
            rows = rows.filter(C::State.is_in(words(&filter.states)));
        }
        if filter.overdue {
            rows = rows.filter(C::State.is_in(words(&ApplicationState::RUNNING)).and(C::DueOn.lt(book.today)));
        }
        if filter.at_risk {
            rows = rows.filter(at_risk(book.horizon()?));
        }
        if filter.mine {
            rows = rows.filter(self.mine());
        }
        Ok(rows)
    }

    fn mine(&self) -> Condition {
        use row::Column as C;
        let me = self.member().account.map_or(Uuid::nil(), |account| account.0);
        Condition::any().add(C::MakerId.eq(me)).add(C::AcceptedBy.eq(me)).add(C::ReviewedBy.eq(me))
    }

    async fn shown(&self, rows: Vec<row::Model>, book: &Book) -> Result<Vec<Application>> {
        self.sight_subjects(&rows).await?;
        let subjects = rows.iter().filter_map(|row| row.subject_id).collect();
        let entry = Entry::new("applications", Domain::Applications.as_str()).showing(subjects).rows(rows.len());
        self.note(self.precinct(), entry);
        rows.into_iter().map(|row| Application::told(row, book)).collect()
    }

    async fn sight_subjects(&self, rows: &[row::Model]) -> Result<()> {
        let persons: Vec<PersonId> = rows.iter().filter_map(|row| row.subject_id).map(PersonId).collect();
        if persons.is_empty() { Ok(()) } else { self.sight(self.precinct(), &persons).await }
    }
}

/// What is due until a day and whose clock runs, and what is open and needed until then.
fn at_risk(until: NaiveDate) -> Condition {
    use row::Column as C;
    let among = |states: &[ApplicationState]| C::State.is_in(states.iter().map(|state| state.as_str()));
    Condition::any()
        .add(among(&ApplicationState::RUNNING).and(C::DueOn.lte(until)))
        .add(among(&ApplicationState::OPEN).and(C::NeededBy.lte(until)))
}
