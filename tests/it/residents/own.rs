//! What a resident sees of the register: himself, and nobody else by any way (PRV-13, PRV-16, PRV-21).

use std::collections::BTreeSet;

use tenants::roles::Role;
use tests::sdl::Sdl;
use tests::world::{Home, codes};

use super::{ADULT, linked, place, resident};

const PERSON: &str = "{ me { phone precinct { name } person { name idNumber phone address householdNumber relation formerNames { name effectiveFrom effectiveTo } \
     memberships { householdNumber relation reason effectiveFrom effectiveTo } others { name relation } } } }";

#[tokio::test(flavor = "multi_thread")]
async fn prv_16_a_linked_resident_reads_his_own_record_and_masked_names_of_his_family() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let stranger = resident(&world, "10088000001", 0).await;
        assert!(world.data(&stranger, PERSON).await["me"]["person"].is_null(), "{home:?}: not linked");
        let member = linked(&world, &known, 0).await;
        let me = world.data(&member, PERSON).await["me"].clone();
        let person = &me["person"];
        assert_eq!(person["name"], known.name.as_str());
        assert_eq!(person["idNumber"], tenants::masking::id_number(known.number.as_deref().unwrap()));
        assert_eq!(me["phone"], tenants::masking::phone(known.phone.as_deref().unwrap()));
        let open = "SELECT h.number FROM membership m JOIN household h ON h.precinct_id = m.precinct_id AND h.id = m.household_id \
             WHERE m.precinct_id = $1 AND m.person_id = $2 AND m.effective_to IS NULL AND m.superseded_at IS NULL";
        let household: String = ledger.value(0, open, vec![known.id.into()]).await;
        assert_eq!(person["householdNumber"], household.as_str());
        assert!(!person["memberships"].as_array().unwrap().is_empty());
        let label = "SELECT d.label FROM dwelling d JOIN person p ON p.precinct_id = d.precinct_id AND p.dwelling_id = d.id WHERE p.precinct_id = $1 AND p.id = $2";
        let labels = ledger.rows(label, vec![world.precinct(0).into(), known.id.into()]).await;
        let label: Option<String> = labels.first().map(|row| row.try_get_by_index(0).unwrap());
        assert_eq!(person["address"].as_str(), label.as_deref());
        let others = person["others"].as_array().unwrap();
        assert!(!others.is_empty(), "a household of several");
        assert!(others.iter().all(
            |one| one["name"].as_str().unwrap().contains('*') || one["name"].as_str().unwrap().chars().count() == 1
        ));
        assert_eq!(super::trail(&world, 0, "myPerson").await.len(), 1, "noted");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn idn_11_a_link_by_telephone_falls_with_the_telephone_and_every_link_with_death() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let member = linked(&world, &known, 0).await;
        let set = |change: &str| format!("UPDATE person SET {change} WHERE precinct_id = $1 AND id = $2");
        ledger.change(0, &set("death_on = '2026-11-01'"), vec![known.id.into()]).await;
        assert!(world.data(&member, PERSON).await["me"]["person"].is_null(), "{home:?}");
        ledger.change(0, &set("death_on = NULL"), vec![known.id.into()]).await;
        assert!(!world.data(&member, PERSON).await["me"]["person"].is_null());
        ledger.change(0, &set("phone_hash = NULL"), vec![known.id.into()]).await;
        assert!(
            world.data(&member, PERSON).await["me"]["person"].is_null(),
            "the number is somebody else's now, perhaps"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_21_a_resident_learns_when_and_why_his_record_was_shown_in_clear_and_not_to_whom() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let member = linked(&world, &known, 0).await;
        let asked = "{ me { whoSawMe { day purpose } } }";
        assert_eq!(world.data(&member, asked).await["me"]["whoSawMe"], serde_json::json!([]));
        let chief = world.member(Role::StationChief, 0);
        let opened =
            "mutation { openCaseFile(input: { kind: VERIFICATION, title: \"核查\" }) { caseFile { number } } }";
        let number = world.data(&chief, opened).await["openCaseFile"]["caseFile"]["number"].clone();
        let id = world.id(schema::id::Kind::Person, 0, known.id);
        for purpose in ["VERIFICATION", "VERIFICATION", "ASSISTANCE"] {
            let reveal = format!(
                "mutation {{ revealPerson(input: {{ personId: {id:?}, fields: [PHONE], purpose: {purpose}, caseRef: {number} }}) {{ userErrors {{ code }} }} }}"
            );
            let answer = world.data(&chief, &reveal).await;
            assert_eq!(answer["revealPerson"]["userErrors"], serde_json::json!([]), "{answer}");
        }
        let seen = world.data(&member, asked).await["me"]["whoSawMe"].clone();
        let day = tenants::clock::day_of(world.clock.now()).to_string();
        let expected =
            serde_json::json!([{ "day": day, "purpose": "ASSISTANCE" }, { "day": day, "purpose": "VERIFICATION" }]);
        assert_eq!(seen, expected, "{home:?}");
        let other = linked(&world, &ledger.persons(0, ADULT).await.pop().unwrap(), 0).await;
        assert_eq!(world.data(&other, asked).await["me"]["whoSawMe"], serde_json::json!([]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_03_me_is_for_residents_and_staff_is_refused() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        for role in Role::ALL.iter().filter(|role| **role != Role::Resident && !role.is_district()) {
            assert_eq!(codes(&world.ask(&world.member(*role, 0), "{ me { phone } }").await), ["FORBIDDEN"], "{role}");
        }
        let member = resident(&world, "10088000001", 0).await;
        for document in [
            "{ precinct { households { nodes { number } } } }",
            "{ precinct { personSearch(input: { name: \"张三\" }, purpose: REGISTER_SERVICE) { truncated } } }",
            "{ precinct { residentConfirmations { nodes { id } } } }",
            "{ precinct { rightsRequests { nodes { id } } } }",
            "{ precinct { caseFiles { nodes { id } } } }",
            "{ precinct { beats { id } } }",
            "{ precinct { overview { households } } }",
            "{ district { name } }",
        ] {
            assert_eq!(codes(&world.ask(&member, document).await), ["FORBIDDEN"], "{home:?}: {document}");
        }
    }
}

/// Whatever a resident may ask, nothing he can write into it is an id: whose data it is follows from his account.
#[test]
fn prv_13_no_argument_of_a_residents_api_names_anybody() {
    let sdl = Sdl::ours();
    let mut next = vec!["Me".to_owned()];
    let mut seen = BTreeSet::from(["Precinct".to_owned()]);
    while let Some(ty) = next.pop() {
        let Some(fields) = sdl.objects.get(&ty).filter(|_| seen.insert(ty.clone())) else { continue };
        for field in fields {
            // A tracking number is looked for among one's own alone (`prv_24_anothers_a_forged_and_a_missing_application_are_one_answer`).
            let known = ["first", "after", "trackingNumber"];
            let free = |argument: &&tests::sdl::Field| !known.contains(&argument.name.as_str());
            let free: Vec<&str> = field.arguments.iter().filter(free).map(|argument| argument.name.as_str()).collect();
            assert!(free.is_empty(), "{ty}.{} takes {free:?}", field.name);
            next.push(field.ty.clone());
        }
    }
    assert!(seen.contains("MyPerson") && seen.contains("RightsRequest") && !seen.contains("Person"), "{seen:?}");
    assert!(seen.contains("Appointment"), "{seen:?}");
    assert!(seen.contains("MyApplication") && !seen.contains("Application") && !seen.contains("Document"), "{seen:?}");
    for (input, own) in [
        ("BindMyselfInput", None),
        ("RequestRightInput", None),
        ("BookAppointmentInput", None),
        ("SaveMyDraftInput", Some("applicationId")),
        ("MyApplicationInput", Some("applicationId")),
        ("WithdrawMyApplicationInput", Some("applicationId")),
        ("PrepareMyPaperInput", Some("applicationId")),
        ("ResumeMyPaperInput", Some("uploadId")),
        ("CompleteMyPaperInput", Some("uploadId")),
        ("OpenMyPaperInput", Some("uploadId")),
    ] {
        let ids = sdl.inputs[input].iter().filter(|field| field.ty == "ID").map(|field| field.name.as_str());
        assert!(ids.eq(own), "{input}");
    }
}
