//! Who a resident is: what the register alone proves, and the one answer to everything else (IDN-11, PRV-24).

use std::sync::Arc;

use serde_json::Value;
use tenants::members::Member;
use tenants::roles::Role;
use tests::ledger::{Known, Ledger};
use tests::world::{Home, World, codes};

use super::{ADULT, bind, linked, place, resident, trail};

const QUEUE: &str = "{ precinct { residentConfirmations(first: 50) { nodes { id version state method name idNumber phone personId } } } }";

async fn queue(world: &World) -> Vec<Value> {
    let answer = world.data(&world.member(Role::Registrar, 0), QUEUE).await;
    answer["precinct"]["residentConfirmations"]["nodes"].as_array().unwrap().clone()
}

/// The bytes of an answer without its request's id, and the statements it took.
async fn said(world: &World, member: &Arc<Member>, name: &str, number: &str) -> (String, u64) {
    let before = world.store.meter().statements();
    let answer = world.bytes(Some(member), &bind(name, number)).await;
    (answer, world.store.meter().statements() - before)
}

#[tokio::test(flavor = "multi_thread")]
async fn idn_11_number_name_and_telephone_of_the_register_link_at_once_and_once() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let member = linked(&world, &known, 0).await;
        assert_eq!(world.data(&member, "{ me { standing } }").await["me"]["standing"], "LINKED");
        let again = world.data(&member, &bind(&known.name, known.number.as_deref().unwrap())).await;
        assert_eq!(again["bindMyself"]["userErrors"][0]["code"], "CONFLICT", "{home:?}");
        let entry = &queue(&world).await[0];
        assert_eq!((&entry["state"], &entry["method"]), (&"CONFIRMED".into(), &"PHONE_ON_RECORD".into()), "{entry}");
    }
}

/// People of whom the register has everything but one thing, with what each says.
async fn almost(ledger: &Ledger) -> Vec<(&'static str, String, String, String)> {
    let adults = ledger.persons(0, ADULT).await;
    let minor = "p.birth_date > '2009-01-01' AND p.number_sealed IS NOT NULL AND p.phone_sealed IS NOT NULL";
    let minor = ledger.person(0, minor).await;
    let neighbour = ledger.person(1, ADULT).await;
    let of =
        |why, known: &Known| (why, known.phone.clone().unwrap(), known.name.clone(), known.number.clone().unwrap());
    let [other, renamed, dead, restricted, spare] = &adults[..5] else { panic!("five adults") };
    for (known, change) in [(dead, "death_on = '2026-01-01'"), (restricted, "restricted = TRUE")] {
        let sql = format!("UPDATE person SET {change} WHERE precinct_id = $1 AND id = $2");
        ledger.change(0, &sql, vec![known.id.into()]).await;
    }
    let mut misnamed = of("another name", renamed);
    "查无此人".clone_into(&mut misnamed.2);
    let mut otherwise = of("another telephone", other);
    "10088000009".clone_into(&mut otherwise.1);
    let mut unknown = of("nobody's number", spare);
    tenants::id_number::IdNumber::compose(tenants::id_number::TEST_REGION, spare.birth, 998)
        .unwrap()
        .as_str()
        .clone_into(&mut unknown.3);
    vec![
        misnamed,
        otherwise,
        unknown,
        of("PRV-06: a minor", &minor),
        of("registered in another station", &neighbour),
        of("dead", dead),
        of("PRV-17: restricted", restricted),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn idn_11_prv_06_prv_24_everything_else_is_one_answer_in_the_same_bytes_and_statements() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let right = ledger.persons(0, ADULT).await.pop().unwrap();
        let cases = almost(&ledger).await;
        // Whatever is read once a process is read by now.
        let member = resident(&world, right.phone.as_deref().unwrap(), 0).await;
        let (_, price) = said(&world, &member, &right.name, right.number.as_deref().unwrap()).await;
        let mut answers = Vec::new();
        for (why, phone, name, number) in &cases {
            let member = resident(&world, phone, 0).await;
            let (answer, statements) = said(&world, &member, name, number).await;
            assert!(answer.contains("\"standing\":\"TO_BE_CONFIRMED\""), "{home:?}, {why}: {answer}");
            assert_eq!(statements, price, "{home:?}, {why}");
            answers.push(answer);
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
        let waiting = queue(&world).await.into_iter().filter(|entry| entry["state"] == "PENDING").count();
        assert_eq!(waiting, cases.len());
        assert!(trail(&world, 0, "bindMyself").await.iter().all(|entry| entry["result"] == "OK"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn idn_11_a_mistyped_number_is_refused_and_a_sixth_word_of_a_day_too() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let number = known.number.as_deref().unwrap();
        let member = resident(&world, "10088000001", 0).await;
        for (name, number, rule) in
            [("张三", "999999199901010012", "GB-11643"), ("张三", "1", "IDN-01"), (" ", number, "LENGTH")]
        {
            let answer = world.data(&member, &bind(name, number)).await;
            assert_eq!(answer["bindMyself"]["userErrors"][0]["code"], rule, "{home:?}");
        }
        for _ in 0..5 {
            assert_eq!(world.data(&member, &bind("张三", number)).await["bindMyself"]["standing"], "TO_BE_CONFIRMED");
        }
        assert_eq!(
            world.data(&member, &bind("张三", number)).await["bindMyself"]["userErrors"][0]["code"],
            "BIND_LIMIT"
        );
        let states: Vec<_> = queue(&world).await.into_iter().map(|entry| entry["state"].clone()).collect();
        assert_eq!(states.iter().filter(|state| **state == "PENDING").count(), 1, "the last word counts: {states:?}");
        assert_eq!(states.iter().filter(|state| **state == "REPLACED").count(), 4);
    }
}

fn confirm(entry: &Value, version: i32, number: Option<&str>, method: &str) -> String {
    let number = number.map(|number| format!(", idNumber: {number:?}")).unwrap_or_default();
    format!(
        "mutation {{ confirmResident(input: {{ residentConfirmationId: {}, expectedVersion: {version}, confirm: true, method: {method}{number} }}) {{ \
         residentConfirmation {{ state method decidedBy personId version }} userErrors {{ code field }} }} }}",
        entry["id"]
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn idn_11_the_window_confirms_by_a_document_after_a_second_look_at_the_number() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let number = known.number.as_deref().unwrap();
        let member = resident(&world, "10088000001", 0).await;
        world.data(&member, &bind(&known.name, number)).await;
        let registrar = world.member(Role::Registrar, 0);
        let entry = queue(&world).await.pop().unwrap();
        let shown = entry.to_string();
        assert!(!shown.contains(number) && !shown.contains(&known.name) && !shown.contains("10088000001"), "{shown}");
        let other = ledger.persons(0, ADULT).await.pop().unwrap().number.unwrap();
        for (document, rule) in [
            (confirm(&entry, 1, Some(&other), "ID_CARD"), "IDN-11"),
            (confirm(&entry, 1, Some("12"), "ID_CARD"), "IDN-01"),
            (confirm(&entry, 1, None, "ID_CARD"), "IDN-01"),
            (confirm(&entry, 1, Some(number), "PHONE_ON_RECORD"), "CHECK_METHOD"),
            (confirm(&entry, 7, Some(number), "ID_CARD"), "STALE_VERSION"),
        ] {
            let answer = world.data(&registrar, &document).await;
            assert_eq!(answer["confirmResident"]["userErrors"][0]["code"], rule, "{home:?}: {document}");
        }
        let right = confirm(&entry, 1, Some(number), "CARD_READER");
        assert_eq!(codes(&world.ask(&world.member(Role::Registrar, 1), &right).await), ["NOT_FOUND"], "a neighbour");
        for role in [Role::Auxiliary, Role::CommunityOfficer, Role::Auditor] {
            assert_eq!(codes(&world.ask(&world.member(role, 0), &right).await), ["FORBIDDEN"], "{role}");
        }
        assert_eq!(codes(&world.ask(&member, &right).await), ["FORBIDDEN"], "nobody confirms himself");
        let done = world.data(&registrar, &right).await;
        let done = &done["confirmResident"]["residentConfirmation"];
        assert_eq!(
            (&done["state"], &done["method"], &done["version"]),
            (&"CONFIRMED".into(), &"CARD_READER".into(), &2.into())
        );
        assert_eq!(world.data(&member, "{ me { standing } }").await["me"]["standing"], "LINKED");
        let again = world.data(&registrar, &confirm(&entry, 2, Some(number), "CARD_READER")).await;
        assert_eq!(again["confirmResident"]["userErrors"][0]["code"], "CONFLICT");
        let entries = trail(&world, 0, "confirmResident").await;
        assert!(entries.iter().any(|entry| entry["result"] == "OK" && entry["condition"] == "CONFIRMED CARD_READER"));
        assert!(entries.iter().filter(|entry| entry["result"] == "DENIED").count() >= 3, "{entries:?}");
        assert!(!format!("{entries:?}").contains(number));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_is_linked_to_one_account() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let number = known.number.as_deref().unwrap();
        linked(&world, &known, 0).await;
        let second = resident(&world, "10088000001", 0).await;
        assert_eq!(world.data(&second, &bind(&known.name, number)).await["bindMyself"]["standing"], "TO_BE_CONFIRMED");
        let entry = queue(&world).await.pop().unwrap();
        let answer = world.data(&world.member(Role::Registrar, 0), &confirm(&entry, 1, Some(number), "ID_CARD")).await;
        assert_eq!(answer["confirmResident"]["userErrors"][0]["code"], "CONFLICT", "{home:?}");
    }
}
