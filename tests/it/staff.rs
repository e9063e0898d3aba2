//! Staff for the tests of signing in and of administration: a district with its office and two stations, and people in it.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};
use tenants::accounts::{Desk, NewAccount};
use tenants::applications::AssistOffice;
use tenants::clock::{Clock, Ids};
use tenants::ids::{AccountId, PostingId, PrecinctId};
use tenants::keys::MasterKey;
use tenants::members::Member;
use tenants::postings::NewPosting;
use tenants::precincts::{NewPrecinct, PrecinctKind};
use tenants::roles::Role;
use tenants::scope::{Precinct, Scope};
use tenants::sessions::{NewSession, SignIn, SignInRefusal, Terminal};
use tenants::store::{Origin, Settings};
use tenants::totp::{Enrolment, STEP_SECONDS};
use tenants::{Result, Store};

/// A district in a database of its own, with a clock that stands still until it is moved.
pub(crate) struct Town {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) office: PrecinctId,
    pub(crate) a: PrecinctId,
    pub(crate) b: PrecinctId,
    pub(crate) settings: Settings,
    pub(crate) directory: tempfile::TempDir,
}

/// Somebody with an account.
pub(crate) struct Person {
    pub(crate) id: AccountId,
    pub(crate) posting: PostingId,
    pub(crate) login: String,
    pub(crate) password: String,
    pub(crate) totp: Option<Enrolment>,
}

impl Town {
    pub(crate) async fn new() -> Self {
        let ids = Ids::seeded(1);
        Self::of(MasterKey::generate(&ids), ids, "").await
    }

    /// A town whose processes share a Redis, under a master key of its own, so that its keys there are its own too.
    pub(crate) async fn sharing(redis_url: &str) -> Self {
        let ids = Ids::system().unwrap();
        Self::of(MasterKey::generate(&ids), ids, redis_url).await
    }

    async fn of(master_key: MasterKey, ids: Ids, redis_url: &str) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", directory.path().join("huji.db").display());
        migrations::run(&url, |_| {}).await.unwrap();
        let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 24, 1, 0, 0).unwrap());
        let settings = Settings {
            database_url: url,
            connections: 4,
            redis_url: redis_url.to_owned(),
            master_key,
            persons_per_day: 200,
            kept_for: std::time::Duration::ZERO,
            files: tenants::files::Settings::default(),
            paper: tenants::certificates::Settings::default(),
            clock: clock.clone(),
            ids,
        };
        let store = Store::open(settings.clone()).await.unwrap();
        let tenants = store.tenants();
        tenants.create_district("D1", "测试分局").await.unwrap();
        let office = precinct(&store, "D1-OFFICE", PrecinctKind::Office).await;
        let a = precinct(&store, "D1-A", PrecinctKind::Station).await;
        let b = precinct(&store, "D1-B", PrecinctKind::Station).await;
        Self { store, clock, office, a, b, settings, directory }
    }

    /// Another process on the same database.
    pub(crate) async fn another_process(&self) -> Store {
        Store::open(Settings { ids: Ids::seeded(2), ..self.settings.clone() }).await.unwrap()
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(crate) fn pass(&self, by: TimeDelta) {
        self.clock.advance(by);
    }

    pub(crate) fn scope(&self, member: &Arc<Member>, precinct: PrecinctId) -> Result<Scope<Precinct>> {
        self.store.precinct_of(member, precinct, &origin())
    }

    /// The administration of a precinct, in the hands of a member.
    pub(crate) fn desk(&self, member: &Arc<Member>, precinct: PrecinctId) -> Desk {
        self.scope(member, precinct).unwrap().desk()
    }

    /// The administration of a precinct, in the hands of the operator.
    pub(crate) async fn operator(&self, precinct: PrecinctId) -> Desk {
        let operator = self.store.members().operator(precinct).await.unwrap();
        self.desk(&operator, precinct)
    }

    /// Somebody newly posted.
    pub(crate) async fn hire(&self, login: &str, role: Role, precinct: PrecinctId) -> Person {
        self.hire_for(login, precinct, posting(role)).await
    }

    pub(crate) async fn hire_for(&self, login: &str, precinct: PrecinctId, posting: NewPosting) -> Person {
        let desk = self.operator(precinct).await;
        let new = desk.create_account(account(login, posting)).await.unwrap();
        Person {
            id: new.account,
            posting: new.posting.unwrap(),
            login: login.to_owned(),
            password: new.password.unwrap_or_default(),
            totp: new.totp,
        }
    }

    /// What the person's authenticator app shows now.
    pub(crate) fn code(&self, person: &Person) -> Option<String> {
        person.totp.as_ref().map(|totp| totp.code(self.now()).unwrap())
    }

    /// An attempt with everything right.
    pub(crate) fn right(&self, person: &Person) -> SignIn {
        SignIn { totp: self.code(person), ..attempt(&person.login, &person.password) }
    }

    /// Signs in with everything right, at a desk, with a code not used before.
    pub(crate) async fn sign_in(&self, person: &Person) -> NewSession {
        self.pass(TimeDelta::seconds(STEP_SECONDS));
        self.store.members().sign_in(self.right(person)).await.unwrap()
    }

    /// Signs in and forgets the session's secret.
    pub(crate) async fn member(&self, person: &Person) -> Arc<Member> {
        self.sign_in(person).await.member
    }

    /// Hires somebody and signs him in.
    pub(crate) async fn at_work(&self, login: &str, role: Role, precinct: PrecinctId) -> Arc<Member> {
        self.member(&self.hire(login, role, precinct).await).await
    }
}

/// An attempt without a code.
pub(crate) fn attempt(login: &str, password: &str) -> SignIn {
    SignIn {
        login: login.to_owned(),
        password: password.to_owned(),
        totp: None,
        terminal: Terminal::Desktop,
        address: "10.33.0.7".to_owned(),
        user_agent: "test".to_owned(),
        request_id: "request-1".to_owned(),
    }
}

/// A posting from now on, without an end.
pub(crate) fn posting(role: Role) -> NewPosting {
    let office = (role == Role::DepartmentClerk).then_some(AssistOffice::Health);
    NewPosting { role, title: None, beats: Vec::new(), office, valid_from: None, valid_to: None }
}

/// An account to be opened, with a generated password.
pub(crate) fn account(login: &str, posting: NewPosting) -> NewAccount {
    NewAccount { login: login.to_owned(), name: "测试员".to_owned(), staff_number: None, password: None, posting }
}

/// The stable code of a refused attempt, or `OK`.
pub(crate) fn code_of(outcome: &Result<NewSession, SignInRefusal>) -> &'static str {
    outcome.as_ref().map_or_else(SignInRefusal::code, |_| "OK")
}

/// The code of a refused input, or the kind of error.
pub(crate) fn refusal<T>(outcome: Result<T>) -> String {
    match outcome {
        Ok(_) => "OK".to_owned(),
        Err(tenants::Error::Invalid { code, .. }) => code.to_owned(),
        Err(tenants::Error::NotFound) => "NOT_FOUND".to_owned(),
        Err(tenants::Error::Denied) => "DENIED".to_owned(),
        Err(error) => error.to_string(),
    }
}

fn origin() -> Origin {
    Origin { request_id: "request-1".to_owned(), terminal: "DESKTOP 10.33.0.7".to_owned() }
}

async fn precinct(store: &Store, code: &str, kind: PrecinctKind) -> PrecinctId {
    let new = NewPrecinct {
        district_code: "D1".to_owned(),
        code: code.to_owned(),
        name: format!("{code}派出所"),
        short_name: code.to_owned(),
        kind,
    };
    // Creating a district makes its office.
    match store.tenants().by_code(code).await {
        Ok(precinct) => precinct.id,
        Err(_) => store.tenants().create(&new).await.unwrap().id,
    }
}
