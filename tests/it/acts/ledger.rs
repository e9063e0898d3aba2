//! Random acts by several writers at once over three precincts: whatever is refused, whatever goes through and wherever it breaks off,
//! the laws hold.
//!
//! One form in four dies: its future is dropped at some pause, as a process that is killed between two statements drops what it was
//! doing. On PostgreSQL somebody also ends the connections of the application, one after the other, under everybody's hands.
//!
//! `HUJI_LEDGER_ACTS` names how many each writer hands in; few in the ordinary run.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use tenants::Error;
use tenants::acts::{
    Arrival, Birth, Cancellation, CancellationGround, Death, Destination, Form, HeadChange, HouseholdAddressChange,
    MoveIn, MoveOut, MoveReason, Newcomer, Order, PaperKind, Parentage, PersonAddressChange, Split, Who,
};
use tenants::codes::Sex;
use tenants::ids::{DwellingId, HouseholdId};
use tenants::roles::Role;
use tests::desk::{Desk, Household, day, number, order, paper, standing};
use tests::laws;
use tests::world::Home;
use uuid::Uuid;

const WRITERS: u64 = 4;
/// More pauses than an act has: a form that is to die at a later one lives.
const PAUSES: u32 = 20;
/// How long a connection is left in peace.
const PEACE: Duration = Duration::from_millis(150);
const END_ONE: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() \
     AND usename <> current_user ORDER BY random() LIMIT 1";
const PRECINCTS: usize = 3;

fn acts_each() -> usize {
    std::env::var("HUJI_LEDGER_ACTS").ok().and_then(|text| text.parse().ok()).unwrap_or(25)
}

/// A few households of each precinct, so that writers meet; more where there is more to do, for they wear out.
fn households() -> usize {
    8.max(acts_each() / 20)
}

/// One writer: its own connection to the owner's tables, its own chance.
struct Writer {
    desk: Arc<Desk>,
    chance: StdRng,
    serial: u32,
    homes: Vec<Vec<Uuid>>,
    dwellings: Vec<Vec<Uuid>>,
}

impl Writer {
    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.chance.random_range(0..of.len())]
    }

    /// A form about a household as it stands, or as it stood a moment ago.
    async fn form(&mut self) -> (usize, Form) {
        let at = self.chance.random_range(0..PRECINCTS);
        let (one, other) = (self.home(at).await, self.home(at).await);
        let what = self.chance.random_range(0..9);
        let form = match (what, one.members.is_empty()) {
            (0, false) => self.birth(&one),
            (1, false) => self.death(&one),
            (2, false) => self.head(&one),
            (3, false) => self.moved(&one, &other),
            (4, false) => self.split(&one),
            (5, false) => self.move_out(&one),
            (6, false) => self.cancellation(&one),
            (7, _) => self.address(at, &one),
            _ => self.move_in(at),
        };
        (at, form)
    }

    async fn home(&mut self, at: usize) -> Household {
        let id = {
            let homes = self.homes[at].clone();
            self.pick(&homes)
        };
        self.desk.household(at, HouseholdId(id)).await
    }

    fn newcomer(&mut self, birth: &str, sex: Sex) -> Newcomer {
        self.serial += 1;
        let days = chrono::Days::new(u64::from(self.serial / 400));
        let birth_date = day(birth) + days;
        let sequence = (self.serial % 400) * 2 + u32::from(sex == Sex::Male);
        let number = Some(number(&birth_date.to_string(), sequence));
        Newcomer { name: "司马随机".to_owned(), sex, birth_date, number, phone: None }
    }

    fn birth(&mut self, home: &Household) -> Form {
        let parent = home.members[self.chance.random_range(0..home.members.len())].clone();
        let is_mother = parent.sex == Sex::Female;
        let parentage = Parentage {
            mother: is_mother.then_some(parent.id),
            father: (!is_mother).then_some(parent.id),
            ..Parentage::default()
        };
        let mut child = self.newcomer("2026-08-01", Sex::Female);
        child.name = format!("司马{}", char::from_u32(0x4e00 + self.serial).unwrap());
        // Now and then two writers show the same certificate.
        let certificate = format!("C-{}", self.chance.random_range(0..200));
        let papers = vec![paper(PaperKind::ParentageReport)];
        let (household, relation) = (home.seen(), "99".to_owned());
        Birth { household, parentage, child, relation, certificate, certified_on: None, papers }.into()
    }

    fn death(&mut self, home: &Household) -> Form {
        let of = home.members[self.chance.random_range(0..home.members.len())].clone();
        let succession = self.succession(home, &[of.id]);
        let papers = vec![paper(PaperKind::MedicalDeathProof)];
        Death { person: of.seen(), died_on: day("2026-11-24"), papers, succession }.into()
    }

    /// A successor if the head is among those who leave; any other member, grown up or not.
    fn succession(&mut self, home: &Household, left: &[tenants::ids::PersonId]) -> Option<tenants::acts::Succession> {
        let stay: Vec<_> = home.members.iter().map(|one| one.id).filter(|id| !left.contains(id)).collect();
        let head_leaves = home.members.iter().any(|one| one.relation == "02" && left.contains(&one.id));
        if stay.is_empty() || !head_leaves {
            return None;
        }
        let head = self.pick(&stay);
        Some(home.succession(head, left))
    }

    fn head(&mut self, home: &Household) -> Form {
        let head = home.members[self.chance.random_range(0..home.members.len())].id;
        let papers = vec![paper(PaperKind::Consent)];
        HeadChange { household: home.seen(), succession: home.succession(head, &[]), papers }.into()
    }

    fn moved(&mut self, from: &Household, into: &Household) -> Form {
        let of = from.members[self.chance.random_range(0..from.members.len())].clone();
        PersonAddressChange {
            person: of.seen(),
            into: into.seen(),
            relation: "99".to_owned(),
            succession: self.succession(from, &[of.id]),
            papers: vec![paper(PaperKind::GuardianConsent)],
        }
        .into()
    }

    fn split(&mut self, home: &Household) -> Form {
        let of = home.members[self.chance.random_range(0..home.members.len())].clone();
        Split {
            household: home.seen(),
            movers: vec![standing(of.id, "02")],
            dwelling: home.dwelling,
            succession: self.succession(home, &[of.id]),
            papers: vec![paper(PaperKind::Judgment), paper(PaperKind::GuardianConsent)],
        }
        .into()
    }

    fn move_out(&mut self, home: &Household) -> Form {
        let count = self.chance.random_range(1..=home.members.len().min(2));
        let movers: Vec<_> = home.members.iter().take(count).cloned().collect();
        let left: Vec<_> = movers.iter().map(|one| one.id).collect();
        MoveOut {
            persons: movers.iter().map(tests::desk::Member::seen).collect(),
            to_place: "外省".to_owned(),
            reason: MoveReason::Home,
            confirmed: self.chance.random_bool(0.5),
            succession: self.succession(home, &left),
            papers: vec![paper(PaperKind::MovePermit), paper(PaperKind::GuardianConsent)],
        }
        .into()
    }

    fn cancellation(&mut self, home: &Household) -> Form {
        let of = home.members[self.chance.random_range(0..home.members.len())].clone();
        Cancellation {
            person: of.seen(),
            ground: CancellationGround::SettledAbroad,
            succession: self.succession(home, &[of.id]),
            papers: vec![paper(PaperKind::ForeignPapers)],
        }
        .into()
    }

    fn address(&mut self, at: usize, home: &Household) -> Form {
        let dwellings = self.dwellings[at].clone();
        let dwelling = DwellingId(self.pick(&dwellings));
        HouseholdAddressChange { household: home.seen(), dwelling, papers: vec![paper(PaperKind::DwellingTitle)] }
            .into()
    }

    /// Sometimes the same newcomer at two precincts: one of them is refused.
    fn move_in(&mut self, at: usize) -> Form {
        let dwellings = self.dwellings[at].clone();
        let shared = self.chance.random_range(0..6) * 2 + 901;
        let newcomer =
            Newcomer { number: Some(number("1985-05-05", shared)), ..self.newcomer("1985-05-05", Sex::Male) };
        let newcomer = Newcomer { birth_date: day("1985-05-05"), ..newcomer };
        let arrivals = vec![Arrival { who: Who::New(newcomer), relation: "02".to_owned() }];
        let to = Destination::Dwelling(DwellingId(self.pick(&dwellings)));
        let papers = vec![paper(PaperKind::TransferCertificate)];
        MoveIn { arrivals, to, from_place: "外省".to_owned(), reason: MoveReason::Home, papers }.into()
    }

    /// Hands forms in; answers what became of them.
    async fn work(mut self) -> Fates {
        let mut fates = Fates::default();
        for _ in 0..acts_each() {
            let (at, form) = self.form().await;
            let pauses = if self.chance.random_ratio(1, 4) { self.chance.random_range(0..PAUSES) } else { u32::MAX };
            let (scope, order) = (self.desk.scope(Role::StationChief, at), order());
            match killed_after(pauses, Box::pin(scope.perform(&form, &order))).await {
                None => fates.died += 1,
                Some(Ok(_)) => fates.performed += 1,
                Some(Err(
                    Error::Invalid { .. }
                    | Error::Invariant { .. }
                    | Error::Overtaken { .. }
                    | Error::Contended
                    | Error::NotFound
                    | Error::Conflict(_),
                )) => {}
                Some(Err(Error::Unavailable(_))) => fates.cut_off += 1,
                Some(Err(error)) => panic!("{form:?}: {error}"),
            }
        }
        fates
    }
}

/// What became of the forms that were not refused.
#[derive(Clone, Copy, Debug, Default)]
struct Fates {
    performed: usize,
    died: usize,
    cut_off: usize,
}

/// What a future answers, or nothing if it pauses once more than this: then it is dropped where it stands.
async fn killed_after<F: Future>(pauses: u32, future: F) -> Option<F::Output> {
    let (mut future, mut left) = (pin!(future), pauses);
    poll_fn(move |cx| match future.as_mut().poll(cx) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending if left == 0 => Poll::Ready(None),
        Poll::Pending => {
            left -= 1;
            Poll::Pending
        }
    })
    .await
}

/// Ends a connection of the application now and then, whatever it is doing, until it is stopped itself.
async fn tormentor(desk: Arc<Desk>) {
    if desk.world.owner_url.starts_with("sqlite") {
        return;
    }
    loop {
        tokio::time::sleep(PEACE).await;
        desk.ledger.rows(END_ONE, Vec::new()).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn reg_all_the_laws_hold_after_random_acts_by_writers_who_break_off_anywhere() {
    for home in Home::all() {
        let desk = Arc::new(Desk::of(home, PRECINCTS, u32::try_from(households() * 5).unwrap()).await);
        assert_eq!(laws::broken(&desk.ledger).await, Vec::<String>::new(), "after the seed");
        let (mut homes, mut dwellings) = (Vec::new(), Vec::new());
        for at in 0..PRECINCTS {
            let ids = desk.ids(at, "h.kind = 'FAMILY' AND h.state = 'ACTIVE' AND h.member_count > 1").await;
            homes.push(ids.into_iter().take(households()).collect::<Vec<_>>());
            let sql = "SELECT id FROM dwelling WHERE precinct_id = $1 AND valid_to IS NULL ORDER BY id LIMIT 20";
            let rows = desk.ledger.rows(sql, vec![desk.world.precinct(at).0.into()]).await;
            dwellings.push(rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect());
        }
        let writers = (0..WRITERS).map(|seed| Writer {
            desk: Arc::clone(&desk),
            chance: StdRng::seed_from_u64(seed),
            serial: u32::try_from(seed).unwrap() * 5_000,
            homes: homes.clone(),
            dwellings: dwellings.clone(),
        });
        let works: Vec<_> = writers.map(|writer| tokio::spawn(writer.work())).collect();
        let tormentor = tokio::spawn(tormentor(Arc::clone(&desk)));
        let mut fates = Fates::default();
        for work in works {
            let of = work.await.unwrap();
            fates.performed += of.performed;
            fates.died += of.died;
            fates.cut_off += of.cut_off;
        }
        tormentor.abort();
        assert_eq!(laws::broken(&desk.ledger).await, Vec::<String>::new(), "{fates:?}");
        // The few households wear out: of many forms ever fewer can go through.
        assert!(fates.performed > acts_each().min(20), "{fates:?}: the laws prove too little");
        assert!(fates.died > acts_each() / 8, "{fates:?}: too few broke off");
        eprintln!("{home:?}: {fates:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn reg_01_one_number_at_two_stations_at_once_is_registered_at_one() {
    for home in Home::all() {
        let desk = Arc::new(Desk::of(home, 2, 24).await);
        let form = |dwelling| MoveIn {
            arrivals: vec![Arrival {
                who: Who::New(Newcomer {
                    name: "司马双".to_owned(),
                    sex: Sex::Male,
                    birth_date: day("1985-05-05"),
                    number: Some(number("1985-05-05", 977)),
                    phone: None,
                }),
                relation: "02".to_owned(),
            }],
            to: Destination::Dwelling(dwelling),
            from_place: "外省".to_owned(),
            reason: MoveReason::Home,
            papers: vec![paper(PaperKind::TransferCertificate)],
        };
        let forms: [Form; 2] = [form(desk.empty_dwelling(0).await).into(), form(desk.empty_dwelling(1).await).into()];
        let (one, other) = (desk.scope(Role::Registrar, 0), desk.scope(Role::Registrar, 1));
        let order = Order { reason: Some("race".to_owned()), ..Order::default() };
        let (first, second) = tokio::join!(one.perform(&forms[0], &order), other.perform(&forms[1], &order));
        assert_eq!(usize::from(first.is_ok()) + usize::from(second.is_ok()), 1, "{first:?} {second:?}");
        assert_eq!(laws::broken(&desk.ledger).await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn reg_19_of_two_who_saw_the_same_version_one_is_told_what_the_other_did() {
    for home in Home::all() {
        let desk = Arc::new(Desk::of(home, 2, 24).await);
        let family = desk.find(0, tests::desk::FAMILY).await;
        let form: Form = super::head::head_change(&family).into();
        let order = order();
        let (one, other) = (desk.scope(Role::Registrar, 0), desk.scope(Role::StationChief, 0));
        let (first, second) = tokio::join!(one.perform(&form, &order), other.perform(&form, &order));
        let refused = if first.is_ok() { second } else { first };
        assert!(matches!(refused, Err(Error::Overtaken { .. })), "{refused:?}");
        assert_eq!(laws::broken(&desk.ledger).await, Vec::<String>::new());
    }
}
