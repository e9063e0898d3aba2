//! Applications and the legal clocks: what §2.7 promises, step by step, and scene S1 as far as the act.

mod clocks;
mod deciding;
mod filing;
mod joint;
mod listening;
mod privacy;
mod revocation;
mod scene;

use std::sync::Arc;

use serde_json::Value;
use tenants::ids::AccountId;
use tenants::members::Member;
use tenants::roles::Role;
use tests::ledger::{Known, Ledger};
use tests::world::{Home, World, codes};
use uuid::Uuid;

const ADULT: &str =
    "p.birth_date < '2000-01-01' AND p.number_sealed IS NOT NULL AND p.phone_sealed IS NOT NULL AND p.death_on IS NULL";
const MINOR: &str = "p.birth_date > '2009-01-01' AND p.number_sealed IS NOT NULL";

/// A station with everybody who has to do with an application.
struct Office {
    world: World,
    ledger: Ledger,
    auxiliary: Arc<Member>,
    registrar: Arc<Member>,
    second: Arc<Member>,
    chief: Arc<Member>,
    neighbour: Arc<Member>,
    approver: Arc<Member>,
}

impl Office {
    async fn new(home: Home) -> Self {
        let world = World::of(home, 2, 24, 1_000_000).await;
        let ledger = Ledger::of(&world).await;
        let registrar = world.member(Role::Registrar, 0);
        let second = Arc::new(Member {
            account: Some(AccountId(Uuid::from_u128(4242))),
            name: "测试二".to_owned(),
            ..Member::clone(&registrar)
        });
        Self {
            auxiliary: world.member(Role::Auxiliary, 0),
            second,
            chief: world.member(Role::StationChief, 0),
            neighbour: world.member(Role::StationChief, 1),
            approver: world.officer_of_district(Role::DistrictApprover),
            registrar,
            ledger,
            world,
        }
    }

    async fn adult(&self) -> Known {
        self.ledger.person(0, ADULT).await
    }

    fn person_id(&self, id: Uuid) -> String {
        self.world.id(schema::id::Kind::Person, 0, id)
    }

    /// Carries out a mutation and gives back the application, or the code of the refusal.
    async fn does(&self, who: &Arc<Member>, mutation: &str, input: &str) -> Result<App, String> {
        let document = format!(
            "mutation {{ {mutation}(input: {{ {input} }}) {{ application {{ id number state version due remainingWorkingDays isOverdue \
             priority returns faults approvedLevel nextLevel }} userErrors {{ code field message }} }} }}"
        );
        let answer = self.world.ask(who, &document).await;
        if answer.get("errors").is_some() {
            return Err(codes(&answer).join("+"));
        }
        let payload = &answer["data"][mutation];
        match payload["userErrors"].as_array().and_then(|errors| errors.first()) {
            Some(error) => Err(format!("{} {}", text(&error["code"]), text(&error["message"]))),
            None => Ok(App(payload["application"].clone())),
        }
    }

    /// A draft of a type about a person, with these papers declared and more said.
    async fn draft(&self, who: &Arc<Member>, kind: &str, person: Uuid, papers: &[&str], more: &str) -> App {
        let papers: Vec<String> = papers.iter().map(|paper| format!("\"{paper}\"")).collect();
        let input = format!(
            "typeCode: \"{kind}\", subjectId: \"{}\", applicantKind: ONESELF, applicantName: \"张三\", applicantPhone: \"138 0000 1234\", \
             papers: [{}], {more}",
            self.person_id(person),
            papers.join(", ")
        );
        self.does(who, "saveDraft", &input).await.unwrap()
    }

    /// One that is filed, its papers received.
    async fn filed(&self, kind: &str, person: Uuid, papers: &[&str], more: &str) -> App {
        let app = self.draft(&self.auxiliary, kind, person, papers, more).await;
        let mut app = self.does(&self.auxiliary, "submitApplication", &app.seen()).await.unwrap();
        for paper in papers {
            let input = format!("{}, code: \"{paper}\"", app.seen());
            app = self.does(&self.auxiliary, "receivePaper", &input).await.unwrap();
        }
        app
    }

    async fn accept(&self, who: &Arc<Member>, app: &App) -> Result<App, String> {
        let input = format!("{}, identityChecked: true, jurisdictionConfirmed: true", app.seen());
        self.does(who, "acceptApplication", &input).await
    }

    async fn review(&self, who: &Arc<Member>, app: &App) -> Result<App, String> {
        let input = format!("{}, documentsCompared: true, duplicatesChecked: true", app.seen());
        self.does(who, "reviewApplication", &input).await
    }

    async fn approve(&self, who: &Arc<Member>, app: &App, more: &str) -> Result<App, String> {
        self.does(who, "approveApplication", &format!("{}{more}", app.seen())).await
    }

    async fn ask(&self, who: &Arc<Member>, app: &App, selection: &str) -> Value {
        let document = format!("{{ precinct {{ application(id: \"{}\") {{ {selection} }} }} }}", app.id());
        self.world.data(who, &document).await["precinct"]["application"].clone()
    }

    async fn queue(&self, who: &Arc<Member>, arguments: &str) -> Vec<String> {
        let document = format!("{{ precinct {{ applications({arguments}) {{ nodes {{ id }} }} }} }}");
        let data = self.world.data(who, &document).await;
        data["precinct"]["applications"]["nodes"].as_array().unwrap().iter().map(|node| text(&node["id"])).collect()
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The code at the head of a refusal.
fn code<T: std::fmt::Debug>(refused: Result<T, String>) -> String {
    refused.unwrap_err().split(' ').next().unwrap_or_default().to_owned()
}

/// An application as a mutation answered it.
#[derive(Clone, Debug)]
struct App(Value);

impl App {
    fn id(&self) -> String {
        text(&self.0["id"])
    }

    fn state(&self) -> String {
        text(&self.0["state"])
    }

    fn at(&self, field: &str) -> Value {
        self.0[field].clone()
    }

    /// The id and the version seen, as an input takes them.
    fn seen(&self) -> String {
        format!("applicationId: \"{}\", expectedVersion: {}", self.id(), self.0["version"])
    }
}
