//! What an application tells: masked in every list, sealed at rest, in clear to who handles it.

use serde_json::json;
use tenants::roles::Role;
use tests::world::Home;

use super::{MINOR, Office, code, text};

const MOVE: [&str; 3] = ["BOOKLET", "ID_CARD", "DWELLING_TITLE"];

#[tokio::test(flavor = "multi_thread")]
async fn prv_03_prv_19_persons_are_masked_and_sealed() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let number = person.number.clone().unwrap();
        let more = format!(
            "applicantIdNumber: \"{number}\", note: \"电话13911112222\", form: \"{{\\\"secret\\\":\\\"秘密地址\\\"}}\""
        );
        let app = office.filed("R06", person.id, &MOVE, &more).await;
        let told = office
            .ask(&office.chief, &app, "applicantName applicantPhone applicantIdNumber subjectName subjectIdNumber note")
            .await;
        assert_eq!((&told["applicantName"], &told["applicantPhone"]), (&json!("张*"), &json!("138****1234")));
        assert_eq!(told["note"], "电话139****2222");
        assert_eq!(text(&told["subjectName"]), tenants::masking::name(&person.name));
        assert_eq!(told["subjectIdNumber"], told["applicantIdNumber"]);
        assert_eq!(text(&told["subjectIdNumber"]), tenants::masking::id_number(&number));
        let dump = tests::owner::texts(&office.world.owner_url, "SELECT coalesce(note, '') || applicant_name_masked || coalesce(subject_number_masked, '') FROM application").await;
        assert!(dump.iter().all(|row| !row.contains(&number) && !row.contains("13911112222")), "{dump:?}");
        let events = office
            .world
            .data(
                &office.chief,
                "{ precinct { events(kinds: [APPLICATION_CHANGED]) { nodes { kind fact subjectId } } } }",
            )
            .await;
        let first = &events["precinct"]["events"]["nodes"][0];
        assert_eq!(first, &json!({ "kind": "APPLICATION_CHANGED", "fact": "SUBMITTED", "subjectId": app.id() }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_02_prv_07_an_application_is_revealed_to_who_handles_it() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let child = office.ledger.person(0, MINOR).await;
        let more = "form: \"{\\\"relation\\\":\\\"20\\\"}\", circumstances: [\"MINOR\"]";
        let papers = ["BOOKLET", "ID_CARD", "DWELLING_TITLE", "GUARDIAN_CONSENT"];
        let app = office.filed("R06", child.id, &papers, more).await;
        let masked = office.ask(&office.registrar, &app, "subjectName").await;
        assert_eq!(masked["subjectName"], "**");
        let reveal = async |who: &std::sync::Arc<tenants::members::Member>| {
            let document = format!(
                "mutation {{ revealApplication(input: {{ applicationId: \"{}\", purpose: REGISTER_SERVICE }}) {{ revealed {{ form applicantName \
                 applicantPhone subjectName subjectIdNumber }} userErrors {{ code }} }} }}",
                app.id()
            );
            let answer = office.world.ask(who, &document).await;
            let codes = tests::world::codes(&answer);
            let payload = answer["data"]["revealApplication"].clone();
            match (codes.first(), payload["userErrors"][0]["code"].as_str()) {
                (Some(code), _) => Err(code.clone()),
                (_, Some(code)) => Err(code.to_owned()),
                _ => Ok(payload["revealed"].clone()),
            }
        };
        assert_eq!(code(reveal(&office.auxiliary).await), "FORBIDDEN", "an auxiliary reveals nothing alone");
        assert_eq!(code(reveal(&office.neighbour).await), "NOT_FOUND");
        assert_eq!(
            code(reveal(&office.registrar).await),
            "APPROVAL_REQUIRED",
            "a child's, and he has no part in it yet"
        );
        let accepted = office.accept(&office.registrar, &app).await.unwrap();
        let clear = reveal(&office.registrar).await.unwrap();
        assert_eq!(
            (text(&clear["applicantName"]), text(&clear["subjectName"])),
            ("张三".to_owned(), child.name.clone())
        );
        assert_eq!(clear["form"], "{\"relation\":\"20\"}");
        assert_eq!(clear["subjectIdNumber"].as_str(), child.number.as_deref());
        assert!(reveal(&office.chief).await.is_ok());
        office.does(&office.auxiliary, "withdrawApplication", &accepted.seen()).await.unwrap();
        assert_eq!(code(reveal(&office.registrar).await), "PURPOSE_REQUIRED", "closed");
        let auditor = office.world.member(Role::Auditor, 0);
        let trail = "{ precinct { auditTrail(first: 50, filter: { function: \"revealApplication\" }) { nodes { result purpose caseRef } } } }";
        let trail = office.world.data(&auditor, trail).await;
        let results: Vec<String> = trail["precinct"]["auditTrail"]["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| text(&entry["result"]))
            .collect();
        assert_eq!(results, ["DENIED", "OK", "OK", "DENIED", "DENIED"]);
        assert_eq!(trail["precinct"]["auditTrail"]["nodes"][1]["caseRef"], app.at("number"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_10_applications_shown_count_their_persons() {
    let office = Office::new(Home::Sqlite).await;
    let person = office.adult().await;
    office.filed("R06", person.id, &MOVE, "").await;
    let shown = async || {
        office.world.data(&office.chief, "{ viewer { personsShownToday } }").await["viewer"]["personsShownToday"]
            .clone()
    };
    assert_eq!(shown().await, 0);
    office.queue(&office.chief, "first: 50").await;
    assert_eq!(shown().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_1_3_an_officer_sees_the_applications_of_his_beats() {
    let office = Office::new(Home::Sqlite).await;
    let person = office.ledger.person(0, &format!("{} AND p.beat_id IS NOT NULL", super::ADULT)).await;
    let app = office.filed("R06", person.id, &MOVE, "").await;
    let officer = office.world.member(Role::CommunityOfficer, 0);
    let beatless = std::sync::Arc::new(tenants::members::Member {
        beats: Vec::new(),
        ..tenants::members::Member::clone(&officer)
    });
    assert_eq!(office.queue(&officer, "first: 50").await, [app.id()]);
    assert!(office.queue(&beatless, "first: 50").await.is_empty());
    let see = format!("{{ node(id: \"{}\") {{ id }} }}", app.id());
    assert_eq!(tests::world::codes(&office.world.ask(&beatless, &see).await), ["NOT_FOUND"]);
}
