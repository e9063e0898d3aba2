//! What lies on the desks of the demo in the morning: applications in every state that a desk works on, births in the register's history,
//! and moves between two of its stations. All of it is done by the demo's own accounts, through the rules, as people would.

use std::sync::Arc;

use chrono::Days;
use tenants::Store;
use tenants::acts::{
    Arrival, Birth, Destination, Form, MoveIn, MoveReason, Newcomer, Order, Paper, PaperKind, Parentage, Seen, Who,
};
use tenants::applications::{
    Acceptance, Applicant, ApplicantKind, Application, AssistOffice, Draft, Gap, NewAssistTask, Review, Subject,
};
use tenants::codes::Sex;
use tenants::dwellings::DwellingFilter;
use tenants::households::{Depth, HouseholdFilter, HouseholdKind, HouseholdState, Joined};
use tenants::id_number::{IdNumber, TEST_REGION};
use tenants::ids::DwellingId;
use tenants::members::Member;
use tenants::page::Paging;
use tenants::persons::Person;
use tenants::roles::Role;
use tenants::scope::{Precinct, Scope};
use tenants::store::Origin;
use tenants::transfers::{Mover, NewTransfer};

use crate::accounts::Account;
use crate::failure::{Failure, Result};

/// How far an application of the demo has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Draft,
    Submitted,
    Returned,
    Asked,
    Accepted,
    Reviewed,
}

/// An application of the demo.
struct Filed {
    type_code: &'static str,
    papers: &'static [&'static str],
    /// In how many days it is needed, and what for.
    needed: Option<(u64, &'static str)>,
    stage: Stage,
}

const MOVE: &[&str] = &["BOOKLET", "ID_CARD", "DWELLING_TITLE"];
const NAME: &[&str] = &["BOOKLET", "ID_CARD", "NAME_STATEMENT"];
const ITEM: &[&str] = &["BOOKLET", "ITEM_PROOF"];

const fn filed(
    type_code: &'static str,
    papers: &'static [&'static str],
    needed: Option<(u64, &'static str)>,
    stage: Stage,
) -> Filed {
    Filed { type_code, papers, needed, stage }
}

const APPLICATIONS: [Filed; 9] = [
    filed("R06", MOVE, Some((4, "入学报名")), Stage::Submitted),
    filed("R06", &["BOOKLET", "ID_CARD"], None, Stage::Returned),
    filed("R06", MOVE, None, Stage::Asked),
    filed("R18", NAME, None, Stage::Submitted),
    filed("R18", NAME, None, Stage::Reviewed),
    filed("R20", &["ORIGINAL_PROOF", "BOOKLET", "ID_CARD"], Some((20, "办理社保")), Stage::Accepted),
    filed("R21", ITEM, None, Stage::Submitted),
    filed("R21", ITEM, Some((2, "签订劳动合同")), Stage::Accepted),
    filed("R07", &["BOOKLET", "DWELLING_TITLE"], None, Stage::Draft),
];
const APPLICANTS: [&str; 5] = ["司马晓云", "欧阳立群", "上官文博", "诸葛思远", "东方佳慧"];
const GIVEN: [&str; 4] = ["安然", "亦辰", "若曦", "子墨"];

/// The people of one station who work in the morning.
struct Station<'s> {
    store: &'s Store,
    auxiliary: Arc<Member>,
    registrar: Arc<Member>,
    chief: Arc<Member>,
}

/// Fills the desks of the first two stations.
pub(super) async fn fill(store: &Store, accounts: &[Account]) -> Result {
    let (here, there) = (Station::open(store, accounts, 0).await?, Station::open(store, accounts, 1).await?);
    let families = here.families().await?;
    for (n, family) in families.iter().take(APPLICATIONS.len()).enumerate() {
        file(&here, family, n).await?;
    }
    for (family, n) in families.iter().rev().filter(|family| mother(family).is_some()).take(3).zip(0..) {
        bear(&here, family, n).await?;
    }
    for n in 0..3 {
        move_here(&there, &here, n).await?;
    }
    Ok(())
}

impl<'s> Station<'s> {
    /// The n-th station. Only the first has an auxiliary; in another the registrar stands at the counter.
    async fn open(store: &'s Store, accounts: &[Account], nth: usize) -> Result<Self> {
        let registrar = who(store, accounts, Role::Registrar, nth).await?;
        let auxiliary = if nth == 0 { who(store, accounts, Role::Auxiliary, 0).await? } else { Arc::clone(&registrar) };
        Ok(Self { store, auxiliary, registrar, chief: who(store, accounts, Role::StationChief, nth).await? })
    }

    /// One request of somebody's.
    fn desk(&self, of: &Arc<Member>) -> Scope<Precinct> {
        let origin = Origin { request_id: "huji demo".to_owned(), terminal: "OPERATOR".to_owned() };
        self.store.precinct(of, &origin)
    }

    fn counter(&self) -> Scope<Precinct> {
        self.desk(&self.auxiliary)
    }

    fn registrar(&self) -> Scope<Precinct> {
        self.desk(&self.registrar)
    }

    fn chief(&self) -> Scope<Precinct> {
        self.desk(&self.chief)
    }

    /// Families with their members, the first of the register.
    async fn families(&self) -> Result<Vec<Joined>> {
        let filter = HouseholdFilter {
            kind: Some(HouseholdKind::Family),
            state: Some(HouseholdState::Active),
            ..HouseholdFilter::default()
        };
        let desk = self.chief();
        let page = desk.households_joined(&filter, &Paging::new(24, None), Depth::Persons).await?;
        desk.finish().await?;
        Ok(page.items)
    }

    /// A dwelling of the register.
    async fn dwelling(&self, n: u32) -> Result<DwellingId> {
        let desk = self.registrar();
        let page = desk.dwellings(&DwellingFilter::default(), &Paging::new(60, None)).await?;
        desk.finish().await?;
        page.items.get(20 + n as usize).map(|one| one.id).ok_or_else(|| Failure::new("the demo has no such dwelling"))
    }
}

/// Whom the token of the n-th account of a role opens.
async fn who(store: &Store, accounts: &[Account], role: Role, nth: usize) -> Result<Arc<Member>> {
    let account = accounts.iter().filter(|account| account.role == role.as_str()).nth(nth);
    let token = account.and_then(|account| account.token.as_deref());
    let token = token.ok_or_else(|| Failure::new(format!("the demo has no token of a {role}")))?;
    let member = store.members().by_token(token).await?;
    member.ok_or_else(|| Failure::new("a token of the demo opens nothing"))
}

fn grown_up(family: &Joined) -> Option<&Person> {
    family.members.iter().map(|(_, person)| person).find(|person| !person.is_minor && person.id_number.is_some())
}

/// The head, or who is married to the head, if that is a woman of age.
fn mother(family: &Joined) -> Option<&Person> {
    let near = |relation: &str| relation == "02" || relation == "12";
    let found = family.members.iter().find(|(member, person)| near(&member.relation) && person.sex == Sex::Female);
    found.map(|(_, person)| person).filter(|person| !person.is_minor)
}

/// Files the n-th application about somebody of a family, and takes it as far as it shall come.
async fn file(at: &Station<'_>, family: &Joined, n: usize) -> Result {
    let Filed { type_code, papers, needed, stage } = APPLICATIONS[n];
    let Some(person) = grown_up(family) else { return Ok(()) };
    let counter = at.counter();
    let draft = Draft {
        type_code: type_code.to_owned(),
        act_kind: None,
        subject: Subject { person: Some(person.id), ..Subject::default() },
        applicant: Applicant {
            kind: ApplicantKind::Agent,
            name: APPLICANTS[n % APPLICANTS.len()].to_owned(),
            id_number: None,
            phone: Some(format!("138000000{n:02}")),
        },
        household: Some(family.household.id),
        circumstances: Vec::new(),
        papers: papers.iter().map(|code| (*code).to_owned()).collect(),
        form: "{}".to_owned(),
        note: None,
        needed_by: needed.and_then(|(days, _)| counter.store().clock().today().checked_add_days(Days::new(days))),
        needed_for: needed.map(|(_, what)| what.to_owned()),
    };
    let mut app = counter.save_application(None, draft).await?;
    if stage == Stage::Draft {
        return Ok(());
    }
    app = counter.submit_application(app.id, app.version).await?;
    for code in papers {
        app = counter.receive_paper((app.id, app.version), code, None).await?;
    }
    go_on(at, app, stage).await
}

async fn go_on(at: &Station<'_>, app: Application, stage: Stage) -> Result {
    let which = (app.id, app.version);
    match stage {
        Stage::Returned => {
            let missing =
                Gap {
                    code: "DWELLING_TITLE".to_owned(), note: Some("缺房屋权属证明".to_owned()), arose_since: false
                };
            at.registrar().return_application(which, vec![missing]).await?;
        }
        Stage::Asked => {
            let task = NewAssistTask {
                office: AssistOffice::Housing,
                request: "请协助核实房屋权属".to_owned(),
                paper_code: Some("DWELLING_TITLE".to_owned()),
            };
            at.counter().add_assist_task(which, task).await?;
        }
        Stage::Accepted | Stage::Reviewed => {
            let acceptance = Acceptance { identity_checked: true, jurisdiction_confirmed: true };
            let app = at.registrar().accept_application(which, acceptance).await?;
            if stage == Stage::Reviewed {
                let review = Review {
                    documents_compared: true,
                    duplicates_checked: true,
                    identity_compared: true,
                    proposal: Some("材料齐全，拟同意".to_owned()),
                };
                at.chief().review_application((app.id, app.version), review).await?;
            }
        }
        Stage::Draft | Stage::Submitted => {}
    }
    Ok(())
}

fn order() -> Order {
    Order { reason: Some("演示".to_owned()), ..Order::default() }
}

/// A newcomer with a number of the region of made-up people that no seed gives.
fn newcomer(name: String, sex: Sex, birth_date: chrono::NaiveDate, sequence: u32) -> Newcomer {
    let number = IdNumber::compose(TEST_REGION, birth_date, sequence).map(|number| number.as_str().to_owned());
    Newcomer { name, sex, birth_date, number, phone: None }
}

/// Registers a girl born some days ago in a family (R01).
async fn bear(at: &Station<'_>, family: &Joined, n: u32) -> Result {
    let Some(mother) = mother(family) else { return Ok(()) };
    let today = at.registrar().store().clock().today();
    let born = today.checked_sub_days(Days::new(5 + u64::from(n))).unwrap_or(today);
    let child = newcomer(format!("司马{}", GIVEN[n as usize]), Sex::Female, born, 990 - 2 * n);
    let birth = Birth {
        household: Seen { id: family.household.id, version: Some(family.household.version) },
        parentage: Parentage { mother: Some(mother.id), married: true, ..Parentage::default() },
        child,
        relation: "30".to_owned(),
        certificate: format!("DEMO-{n}"),
        certified_on: None,
        papers: Vec::new(),
    };
    at.registrar().perform(&Form::from(birth), &order()).await?;
    Ok(())
}

/// Somebody arrives at one station from outside, and wants to go on to the other: filed, permitted, or only arrived.
async fn move_here(origin: &Station<'_>, destination: &Station<'_>, n: u32) -> Result {
    let born = chrono::NaiveDate::from_ymd_opt(1985, 5, 5 + n).unwrap_or_default();
    let who = newcomer(format!("欧阳{}", GIVEN[n as usize]), Sex::Male, born, 991);
    let Some(number) = who.number.clone() else { return Ok(()) };
    let mover = Mover { name: who.name.clone(), number, phone: None, relation: "02".to_owned() };
    let arrival = MoveIn {
        arrivals: vec![Arrival { who: Who::New(who), relation: "02".to_owned() }],
        to: Destination::Dwelling(origin.dwelling(n).await?),
        from_place: "外省".to_owned(),
        reason: MoveReason::Home,
        papers: vec![Paper {
            kind: PaperKind::TransferCertificate,
            number: Some(format!("DEMO-{n}")),
            issued_on: None,
        }],
    };
    origin.registrar().perform(&Form::from(arrival), &order()).await?;
    if n == 2 {
        return Ok(());
    }
    let into = Destination::Dwelling(destination.dwelling(n).await?);
    let new = NewTransfer { movers: vec![mover], into, ground: MoveReason::Home, outside_place: None };
    let filed = destination.registrar().apply_for_transfer(&new).await?;
    if n == 1 {
        destination.chief().permit_transfer(filed.id, filed.version).await?;
    }
    Ok(())
}
