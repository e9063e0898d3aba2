//! People of a world who come in by the front door: accounts that were opened, with all that opens them.

use chrono::TimeDelta;
use serde_json::{Value, json};
use tenants::accounts::{Desk, NewAccount};
use tenants::applications::AssistOffice;
use tenants::clock::Clock;
use tenants::ids::{AccountId, BeatId, PrecinctId};
use tenants::postings::NewPosting;
use tenants::purposes::Purpose;
use tenants::roles::{self, Domain, Role, Seat};
use tenants::store::Origin;
use tenants::tokens::NewApiToken;
use tenants::totp::{Enrolment, STEP_SECONDS};

use crate::world::World;

/// Somebody with an account, and with a token for everything the role may touch.
#[derive(Clone, Debug)]
pub struct Person {
    /// The account.
    pub account: AccountId,
    /// The login.
    pub login: String,
    /// The generated password; empty for a machine.
    pub password: String,
    /// The second factor.
    pub totp: Option<Enrolment>,
    /// The token's secret; empty where the role may touch nothing.
    pub token: String,
}

impl World {
    /// Opens an account in the precinct of this place in the seed, on all its beats; of an office's role in the office.
    pub async fn hire(&self, login: &str, role: Role, at: usize) -> Person {
        let (precinct, beats) = if role.seat() == Seat::Office {
            (PrecinctId(self.manifest.office), Vec::new())
        } else {
            (self.precinct(at), self.manifest.precincts[at].beats.iter().copied().map(BeatId).collect())
        };
        let desk = self.desk(precinct).await;
        let office = (role == Role::DepartmentClerk).then_some(AssistOffice::CivilAffairs);
        let posting = NewPosting { role, title: None, beats, office, valid_from: None, valid_to: None };
        let new = NewAccount {
            login: login.to_owned(),
            name: "测试员".to_owned(),
            staff_number: None,
            password: None,
            posting,
        };
        let made = desk.create_account(new).await.expect("an account");
        let token = self.token(&desk, made.account, login, role).await;
        let password = made.password.unwrap_or_default();
        Person { account: made.account, login: login.to_owned(), password, totp: made.totp, token }
    }

    /// The administration of a precinct in the operator's hands.
    pub async fn desk(&self, precinct: PrecinctId) -> Desk {
        let operator = self.store.members().operator(precinct).await.expect("an operator");
        let origin = Origin { request_id: "tests".to_owned(), terminal: "OPERATOR".to_owned() };
        self.store.precinct(&operator, &origin).desk()
    }

    async fn token(&self, desk: &Desk, account: AccountId, login: &str, role: Role) -> String {
        let domains: Vec<_> =
            Domain::ALL.iter().copied().filter(|domain| !roles::actions(role, *domain).is_empty()).collect();
        if domains.is_empty() {
            return String::new();
        }
        let (purpose, expires_at) = (Purpose::RegisterService, self.clock.now() + TimeDelta::days(90));
        let new = NewApiToken { name: login.to_owned(), account, precincts: Vec::new(), domains, purpose, expires_at };
        desk.create_token(new).await.expect("a token").secret
    }

    /// What `POST /session` takes of somebody with everything right; the clock moves on, because a code counts once.
    pub fn credentials(&self, person: &Person) -> Value {
        self.clock.advance(TimeDelta::seconds(STEP_SECONDS));
        let code = person.totp.as_ref().map(|totp| totp.code(self.clock.now()).expect("an enrolment of ours"));
        json!({ "login": person.login, "password": person.password, "totp": code })
    }
}

/// The code that an authenticator app with this secret shows at this moment of the machine's clock.
pub fn code_now(secret: &str) -> String {
    let totp = Enrolment { secret: secret.to_owned(), url: String::new() };
    totp.code(Clock::system().now()).expect("an enrolment of ours")
}
