//! R03, R18, R19, R20: who somebody is.

use serde_json::Value;
use tenants::acts::{Adoption, Basis, Correction, NameChange, PaperKind, SexChange};
use tenants::codes::Sex;
use tenants::ids::PersonId;
use tenants::roles::Role;
use tests::desk::{Desk, FAMILY, compared, day, number, paper};
use tests::world::Home;

async fn found(desk: &Desk, input: &str) -> Vec<String> {
    let document = format!(
        "{{ precinct {{ personSearch(input: {{ {input} }}, purpose: REGISTER_SERVICE) {{ matches {{ matchedBy person {{ id }} }} }} }} }}"
    );
    let chief = desk.world.member(Role::StationChief, 0);
    let answer = desk.world.data(&chief, &document).await;
    let matches = answer["precinct"]["personSearch"]["matches"].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    matches.iter().map(|one| format!("{} {}", text(&one["person"]["id"]), text(&one["matchedBy"]))).collect()
}

fn public(desk: &Desk, person: PersonId) -> String {
    desk.world.id(schema::id::Kind::Person, 0, person.0)
}

#[tokio::test(flavor = "multi_thread")]
async fn r18_the_old_name_goes_to_history_and_is_still_found() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let head = family.head();
        let old: String = desk
            .ledger
            .value(0, "SELECT name FROM person WHERE precinct_id = $1 AND id = $2", vec![head.id.0.into()])
            .await;
        let form =
            NameChange {
                person: head.seen(), name: "欧阳改名".to_owned(), comparison: compared(), papers: Vec::new()
            };
        let mut doubtful = form.clone();
        doubtful.comparison.matched = false;
        assert_eq!(desk.refused(Role::Registrar, 0, doubtful).await, "COMPARISON");
        let nameless = NameChange { name: "123".to_owned(), ..form.clone() };
        assert_eq!(desk.refused(Role::Registrar, 0, nameless).await, "NAME");
        desk.perform(Role::Registrar, 0, form).await;
        let id = public(&desk, head.id);
        assert!(
            found(&desk, &format!("name: \"{old}\"")).await.iter().any(|one| one.starts_with(&id)),
            "by the old name"
        );
        assert!(found(&desk, "name: \"欧阳改名\"").await.iter().any(|one| one.starts_with(&id)));
        let shown: String = desk
            .ledger
            .value(
                0,
                "SELECT head_name_masked FROM household WHERE precinct_id = $1 AND id = $2",
                vec![family.id.0.into()],
            )
            .await;
        assert_eq!(shown, "欧**", "the household shows its head's present name");
        let child = family.members.iter().find(|member| member.birth > day("2010-01-01")).unwrap();
        let minor =
            NameChange {
                person: child.seen(), name: "欧阳小".to_owned(), comparison: compared(), papers: Vec::new()
            };
        assert_eq!(desk.refused(Role::Registrar, 0, minor).await, "R58-18");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn idn_06_r19_a_new_number_and_the_old_one_lead_to_the_same_person() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let wife = family.of("12");
        let sealed: Vec<u8> = desk
            .ledger
            .value(0, "SELECT number_sealed FROM person WHERE precinct_id = $1 AND id = $2", vec![wife.id.0.into()])
            .await;
        let key = desk.world.store.data_key(desk.world.precinct(0)).await.unwrap();
        let old = key.open_text(&sealed).unwrap();
        let birth = wife.birth.to_string();
        let mut form = SexChange {
            person: wife.seen(),
            sex: Sex::Male,
            number: number(&birth, 991),
            relations: Vec::new(),
            comparison: compared(),
            papers: vec![paper(PaperKind::SexProof)],
        };
        assert_eq!(desk.refused(Role::Registrar, 0, form.clone()).await, "DENIED", "district's and chief's matter");
        assert_eq!(desk.refused(Role::StationChief, 0, form.clone()).await, "REG-05", "a wife who is a man");
        form.relations = vec![tests::desk::standing(wife.id, "10")];
        let wrong = SexChange { number: number(&birth, 992), ..form.clone() };
        assert_eq!(desk.refused(Role::StationChief, 0, wrong).await, "IDN-03");
        desk.perform(Role::StationChief, 0, form).await;
        let id = public(&desk, wife.id);
        for text in [old, number(&birth, 991)] {
            let found = found(&desk, &format!("idNumber: \"{text}\"")).await;
            assert!(found.len() == 1 && found[0].starts_with(&id), "{found:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn idn_02_r20_a_corrected_birth_date_needs_the_number_that_carries_it() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let family = desk.find(0, FAMILY).await;
        let wife = family.of("12");
        let birth = wife.birth - chrono::Days::new(7);
        let mut form = Correction {
            person: wife.seen(),
            birth_date: Some(birth),
            number: None,
            basis: Basis::Correction,
            comparison: compared(),
            papers: vec![paper(PaperKind::Other)],
        };
        assert_eq!(desk.refused(Role::StationChief, 0, form.clone()).await, "IDN-02");
        form.number = Some(number(&wife.birth.to_string(), 988));
        assert_eq!(desk.refused(Role::StationChief, 0, form.clone()).await, "IDN-02", "the number says another day");
        form.number = Some(number(&birth.to_string(), 988));
        desk.perform(Role::StationChief, 0, form.clone()).await;
        assert_eq!(desk.household(0, family.id).await.of("12").birth, birth);
        let other = Correction { person: family.head().seen(), birth_date: None, ..form };
        assert_eq!(desk.refused(Role::StationChief, 0, other).await, "IDN-02", "nor the number of somebody else's day");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r03_the_stored_relation_is_true_and_the_printed_one_is_shown() {
    for home in Home::all() {
        let desk = Desk::new(home).await;
        let (family, other) = (desk.find(0, FAMILY).await, desk.nth(0, FAMILY, 1).await);
        let child = family.members.iter().find(|member| member.birth > day("2010-01-01")).unwrap();
        let (stored, printed) = if child.sex == Sex::Male { ("27", "20") } else { ("37", "30") };
        let form = Adoption {
            child: child.seen(),
            into: other.seen(),
            adopter: other.head().id,
            relation: stored.to_owned(),
            printed: Some(printed.to_owned()),
            papers: vec![paper(PaperKind::AdoptionCertificate)],
        };
        desk.perform(Role::Registrar, 0, form).await;
        let joined = desk.household(0, other.id).await;
        assert_eq!(joined.members.iter().find(|member| member.id == child.id).unwrap().relation, stored);
        let (scope, now) = (desk.scope(Role::Registrar, 0), tenants::memberships::Moment::default());
        let members = scope.members_of(&[other.id], now).await.unwrap();
        let shown = members.into_iter().find(|member| member.person == child.id).unwrap();
        assert_eq!(shown.relation, printed);
    }
}
