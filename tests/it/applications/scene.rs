//! Scene S1, the school place (2015 in the article), as far as the act.

use serde_json::json;
use tests::world::Home;

use super::{MINOR, Office, text};

#[tokio::test(flavor = "multi_thread")]
async fn s1_school_place_from_the_missing_certificate_to_the_approval() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let child = office.ledger.person(0, MINOR).await;
        // A grandmother files the child's move at the counter; school begins soon, and the property certificate is missing.
        let papers = ["BOOKLET", "ID_CARD", "GUARDIAN_CONSENT"];
        let more = "circumstances: [\"MINOR\"], neededBy: \"2026-11-30\", neededFor: \"入学报名\"";
        let app = office.filed("R06", child.id, &papers, more).await;
        assert_eq!(app.at("priority"), json!("URGENT"));
        let gaps = format!("{}, gaps: [{{ code: \"DWELLING_TITLE\", note: \"缺房产证\" }}]", app.seen());
        let app = office.does(&office.registrar, "returnApplication", &gaps).await.unwrap();
        assert_eq!(app.state(), "RETURNED");
        // She is not sent for it: housing is asked, and brings it (JNT-03).
        let ask = format!(
            "{}, office: HOUSING, request: \"请协助出具房屋权属证明\", paperCode: \"DWELLING_TITLE\"",
            app.seen()
        );
        let app = office.does(&office.auxiliary, "addAssistTask", &ask).await.unwrap();
        let told = office.ask(&office.registrar, &app, "assistTasks { id state due version office }").await;
        let task = &told["assistTasks"][0];
        assert_eq!((&task["state"], &task["due"]), (&json!("OPEN"), &json!("2026-12-01")));
        let answer = format!(
            "assistTaskId: \"{}\", expectedVersion: {}, state: DONE, answer: \"已出具\"",
            text(&task["id"]),
            task["version"]
        );
        let app = office.does(&office.auxiliary, "completeAssistTask", &answer).await.unwrap();
        let again = office.does(&office.auxiliary, "completeAssistTask", &answer).await;
        assert_eq!(super::code(again), "STALE_VERSION", "an answer is taken down once");
        let told =
            office.ask(&office.registrar, &app, "papers { code state source } assistTasks { state answer }").await;
        let title =
            told["papers"].as_array().unwrap().iter().find(|paper| paper["code"] == "DWELLING_TITLE").unwrap().clone();
        assert_eq!(title, json!({ "code": "DWELLING_TITLE", "state": "RECEIVED", "source": "OFFICE" }));
        let app = office.does(&office.auxiliary, "submitApplication", &app.seen()).await.unwrap();
        let app = office.accept(&office.registrar, &app).await.unwrap();
        assert_eq!(app.at("priority"), json!("URGENT"), "needed before it is due");
        let app = office.review(&office.second, &app).await.unwrap();
        let app = office.approve(&office.chief, &app, ", reason: \"同意\"").await.unwrap();
        assert_eq!((app.state().as_str(), app.at("returns"), app.at("faults")), ("APPROVED", json!(1), json!(0)));
        let told = office.ask(&office.chief, &app, "events { step by role }").await;
        let steps: Vec<String> = told["events"].as_array().unwrap().iter().map(|event| text(&event["step"])).collect();
        assert_eq!(steps, ["SUBMIT", "RETURN", "SUBMIT", "ACCEPT", "REVIEW", "APPROVE"]);
        assert_eq!(told["events"][0]["role"], "AUXILIARY");
    }
}
