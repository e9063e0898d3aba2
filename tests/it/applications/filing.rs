//! Taking down, filing, giving back, accepting.

use serde_json::json;
use tests::world::Home;

use super::{ADULT, Office, code, text};

const MOVE: [&str; 3] = ["BOOKLET", "ID_CARD", "DWELLING_TITLE"];

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_a_draft_is_seen_by_its_maker_alone() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let draft = office.draft(&office.auxiliary, "R06", person.id, &["BOOKLET"], "").await;
        assert_eq!((draft.state().as_str(), draft.at("number")), ("DRAFT", json!(null)));
        let document = format!("{{ precinct {{ application(id: \"{}\") {{ state }} }} }}", draft.id());
        assert_eq!(office.world.data(&office.auxiliary, &document).await["precinct"]["application"]["state"], "DRAFT");
        for other in [&office.registrar, &office.chief] {
            assert_eq!(tests::world::codes(&office.world.ask(other, &document).await), ["NOT_FOUND"]);
            assert!(office.queue(other, "first: 50").await.is_empty());
        }
        assert_eq!(code(office.does(&office.registrar, "submitApplication", &draft.seen()).await), "NOT_FOUND");
        let filed = office.does(&office.auxiliary, "submitApplication", &draft.seen()).await.unwrap();
        assert_eq!(filed.state(), "SUBMITTED");
        assert!(text(&filed.at("number")).starts_with("YW20261124"));
        assert_eq!(office.queue(&office.registrar, "first: 50").await, [filed.id()]);
        assert!(office.queue(&office.neighbour, "first: 50").await.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_12_one_open_application_per_person_and_type() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let mut people = office.ledger.persons(0, ADULT).await.into_iter();
        let (one, other) = (people.next().unwrap(), people.next().unwrap());
        let first = office.filed("R06", one.id, &MOVE, "").await;
        // A draft of somebody else is not refused, because it tells nothing; filing it is.
        let second = office.draft(&office.registrar, "R06", one.id, &["BOOKLET"], "").await;
        assert_eq!(code(office.does(&office.registrar, "submitApplication", &second.seen()).await), "REG-12");
        let again = format!(
            "typeCode: \"R06\", subjectId: \"{}\", applicantKind: ONESELF, applicantName: \"张三\"",
            office.person_id(one.id)
        );
        assert_eq!(code(office.does(&office.registrar, "saveDraft", &again).await), "REG-12", "a second draft");
        office.filed("R06", other.id, &MOVE, "").await;
        office.filed("R18", one.id, &["BOOKLET", "ID_CARD", "NAME_STATEMENT"], "").await;
        office.does(&office.auxiliary, "withdrawApplication", &first.seen()).await.unwrap();
        let second = office.does(&office.registrar, "submitApplication", &second.seen()).await.unwrap();
        assert_eq!(second.state(), "SUBMITTED");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_nothing_is_accepted_without_every_paper_identity_and_jurisdiction() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.filed("R06", person.id, &["BOOKLET"], "circumstances: [\"MINOR\"]").await;
        let refusal = office.accept(&office.registrar, &app).await.unwrap_err();
        assert_eq!(refusal, "CHECKLIST papers are missing / 缺少材料: ID_CARD, DWELLING_TITLE, GUARDIAN_CONSENT");
        for (input, refused) in [
            ("identityChecked: false, jurisdictionConfirmed: true", "IDENTITY"),
            ("identityChecked: true, jurisdictionConfirmed: false", "JURISDICTION"),
        ] {
            let input = format!("{}, {input}", app.seen());
            assert_eq!(code(office.does(&office.registrar, "acceptApplication", &input).await), refused);
        }
        assert_eq!(code(office.accept(&office.auxiliary, &app).await), "FORBIDDEN", "an auxiliary prepares only");
        assert_eq!(code(office.accept(&office.neighbour, &app).await), "NOT_FOUND");
        assert_eq!(code(office.review(&office.registrar, &app).await), "TRANSITION");
        let state = office.ask(&office.chief, &app, "state checklist { code isRequired state }").await;
        assert_eq!(state["checklist"][3], json!({ "code": "GUARDIAN_CONSENT", "isRequired": true, "state": null }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_every_gap_is_named_once_and_what_was_visible_before_is_a_fault() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.filed("R06", person.id, &["BOOKLET"], "").await;
        let gap = |gaps: &str, app: &super::App| format!("{}, gaps: [{gaps}]", app.seen());
        let partly = office.does(&office.registrar, "returnApplication", &gap("{ code: \"ID_CARD\" }", &app)).await;
        assert_eq!(partly.unwrap_err(), "GAPS every gap is named at once / 须一次性告知: DWELLING_TITLE");
        let all = "{ code: \"ID_CARD\" }, { code: \"DWELLING_TITLE\", note: \"电话13800001234\" }";
        let app = office.does(&office.registrar, "returnApplication", &gap(all, &app)).await.unwrap();
        assert_eq!((app.state().as_str(), app.at("returns"), app.at("faults")), ("RETURNED", json!(1), json!(0)));
        let refile =
            async |app: super::App| office.does(&office.auxiliary, "submitApplication", &app.seen()).await.unwrap();
        // What was named and is still missing is the applicant's; what arose since is nobody's; what was there all along is ours.
        let app = refile(app).await;
        let app = office.does(&office.registrar, "returnApplication", &gap(all, &app)).await.unwrap();
        assert_eq!(app.at("faults"), 0);
        let app = refile(app).await;
        let arose = format!("{all}, {{ code: \"household\", aroseSince: true }}");
        let app = office.does(&office.registrar, "returnApplication", &gap(&arose, &app)).await.unwrap();
        assert_eq!(app.at("faults"), 0);
        let app = refile(app).await;
        let late = format!("{all}, {{ code: \"BOOKLET\", note: \"第二页缺损\" }}");
        let app = office.does(&office.registrar, "returnApplication", &gap(&late, &app)).await.unwrap();
        assert_eq!((app.at("returns"), app.at("faults")), (json!(4), json!(1)));
        let told = office.ask(&office.registrar, &app, "events { step isFault gaps { code note } }").await;
        assert_eq!(told["events"][1]["gaps"][1], json!({ "code": "DWELLING_TITLE", "note": "电话138****1234" }));
        let faults: Vec<bool> =
            told["events"].as_array().unwrap().iter().filter_map(|event| event["isFault"].as_bool()).collect();
        assert_eq!(faults.iter().filter(|fault| **fault).count(), 1);
        assert_eq!(faults.last(), Some(&true));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_what_is_not_ours_is_sent_to_who_is_competent() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.filed("R06", person.id, &MOVE, "").await;
        let refuse = |more: &str| format!("{}, reasonCode: NOT_OURS, reason: \"住址不在辖区\"{more}", app.seen());
        assert_eq!(code(office.does(&office.registrar, "refuseApplication", &refuse("")).await), "REDIRECT");
        let input = refuse(", redirectTo: \"关东街派出所\"");
        let refused = office.does(&office.registrar, "refuseApplication", &input).await.unwrap();
        assert_eq!(refused.state(), "NOT_ACCEPTED");
        let told = office.ask(&office.auxiliary, &refused, "redirectTo reasonCode closedAt").await;
        assert_eq!((&told["redirectTo"], &told["reasonCode"]), (&json!("关东街派出所"), &json!("NOT_OURS")));
        assert_eq!(code(office.accept(&office.registrar, &refused).await), "TRANSITION");
        assert_eq!(code(office.does(&office.auxiliary, "withdrawApplication", &refused.seen()).await), "TRANSITION");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_19_a_stale_version_changes_nothing() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let person = office.adult().await;
        let app = office.filed("R06", person.id, &MOVE, "").await;
        let (one, other) = tokio::join!(office.accept(&office.registrar, &app), office.accept(&office.second, &app));
        let outcomes = [one.is_ok(), other.is_ok()];
        assert_eq!(outcomes.iter().filter(|done| **done).count(), 1, "of two at once, one: {one:?} {other:?}");
        let refused = if one.is_ok() { other } else { one };
        assert_eq!(code(refused), "STALE_VERSION");
        assert_eq!(code(office.accept(&office.registrar, &app).await), "STALE_VERSION");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_01_a_form_with_an_omitted_trait_is_refused() {
    let office = Office::new(Home::Sqlite).await;
    let person = office.adult().await;
    let input = |form: &str| {
        format!(
            "typeCode: \"R21\", subjectId: \"{}\", applicantKind: ONESELF, applicantName: \"张三\", form: {form:?}",
            office.person_id(person.id)
        )
    };
    assert_eq!(code(office.does(&office.registrar, "saveDraft", &input(r#"{"ethnicity":"x"}"#)).await), "PRV-01");
    assert_eq!(code(office.does(&office.registrar, "saveDraft", &input("[]")).await), "FORM");
    let unknown = format!("{}, ethnicity: \"x\"", input("{}"));
    assert_eq!(code(office.does(&office.registrar, "saveDraft", &unknown).await), "VALIDATION_FAILED");
}
