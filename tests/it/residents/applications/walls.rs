//! What stands between a resident's application and everybody else.

use serde_json::json;
use tenants::members::Member;
use tenants::roles::Role;
use tests::papers::pdf;
use tests::world::{Home, codes};
use uuid::Uuid;

use super::super::{ADULT, linked, resident};
use super::{Scene, seen};

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_7_a_residents_draft_and_its_papers_are_seen_by_nobody_else() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let draft = scene.draft(&scene.me, "R21", "[\"BOOKLET\"]").await.unwrap();
        let upload = scene.upload(&draft, "BOOKLET", &pdf()).await.unwrap();
        let at_window = async |role: Role| {
            let who = scene.world.member(role, 0);
            let open = format!("documentId: {}, part: CONTENT, purpose: REGISTER_SERVICE", upload["id"]);
            let application = format!("{{ precinct {{ application(id: {}) {{ id }} }} }}", draft["id"]);
            let document = format!("{{ precinct {{ document(id: {}) {{ id }} }} }}", upload["id"]);
            let lists = "{ precinct { applications(first: 9) { totalCount nodes { id } } documents(first: 9) { totalCount nodes { id } } } }";
            let lists = scene.world.data(&who, lists).await["precinct"].clone();
            let seen =
                [codes(&scene.world.ask(&who, &application).await), codes(&scene.world.ask(&who, &document).await)];
            (lists, seen, scene.does(&who, "openDocument", &open).await.is_ok())
        };
        for role in [Role::Registrar, Role::StationChief] {
            let (lists, seen, opened) = at_window(role).await;
            let none = json!({ "totalCount": 0, "nodes": [] });
            assert_eq!(lists, json!({ "applications": none, "documents": none }), "{home:?} {role}");
            assert_eq!(seen, [["NOT_FOUND"], ["NOT_FOUND"]], "{role}");
            assert!(!opened, "{role}");
        }
        let taken = scene.office(&scene.registrar, "submitApplication", &seen(&draft)).await;
        assert_eq!(taken.unwrap_err(), "NOT_FOUND");
        let heard = "{ precinct { events(first: 50, kinds: [DOCUMENT_CHANGED, APPLICATION_CHANGED]) { totalCount } } }";
        assert_eq!(
            scene.world.data(&scene.registrar, heard).await["precinct"]["events"]["totalCount"],
            0,
            "nor heard of"
        );
        scene.does(&scene.me, "submitMyApplication", &seen(&draft)).await.unwrap();
        let (lists, seen, opened) = at_window(Role::Registrar).await;
        assert_eq!((&lists["applications"]["totalCount"], &lists["documents"]["totalCount"]), (&json!(1), &json!(1)));
        assert!(opened && seen.iter().all(Vec::is_empty), "filed, it stands in the queue as any other: {seen:?}");
    }
}

/// The bytes of an answer and the statements it took.
async fn told(scene: &Scene, who: &std::sync::Arc<Member>, document: &str) -> (String, u64) {
    let before = scene.world.store.meter().statements();
    let answer = scene.world.bytes(Some(who), document).await;
    (answer, scene.world.store.meter().statements() - before)
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_24_anothers_a_forged_and_a_missing_application_are_one_answer() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let draft = scene.draft(&scene.me, "R21", "[\"BOOKLET\"]").await.unwrap();
        let upload = scene.upload(&draft, "BOOKLET", &pdf()).await.unwrap();
        let filed = scene.filed(&scene.me, "R07").await;
        let number = scene.mine(&scene.me, "trackingNumber").await[0]["trackingNumber"].clone();
        let neighbour = linked(&scene.world, &scene.ledger.persons(0, ADULT).await.pop().unwrap(), 0).await;
        let abroad = linked(&scene.world, &scene.ledger.person(1, ADULT).await, 1).await;
        let missing = |kind| format!("\"{}\"", scene.world.id(kind, 0, Uuid::nil()));
        let mut forged = draft["id"].to_string();
        forged.replace_range(12..13, if &forged[12..13] == "A" { "B" } else { "A" });
        for (of, real, none) in [
            ("application", draft["id"].to_string(), missing(schema::id::Kind::Application)),
            ("application", filed["id"].to_string(), missing(schema::id::Kind::Application)),
            ("upload", upload["id"].to_string(), missing(schema::id::Kind::Document)),
        ] {
            let asked = |id: &str| match of {
                "application" => vec![
                    format!(
                        "mutation {{ submitMyApplication(input: {{ applicationId: {id}, expectedVersion: 1 }}) {{ userErrors {{ code }} }} }}"
                    ),
                    format!(
                        "mutation {{ withdrawMyApplication(input: {{ applicationId: {id}, expectedVersion: 1 }}) {{ userErrors {{ code }} }} }}"
                    ),
                    format!(
                        "mutation {{ saveMyDraft(input: {{ applicationId: {id}, expectedVersion: 1, typeCode: \"R21\", about: ONESELF }}) {{ userErrors {{ code }} }} }}"
                    ),
                    format!(
                        "mutation {{ prepareMyPaper(input: {{ applicationId: {id}, code: \"BOOKLET\", size: 9 }}) {{ userErrors {{ code }} }} }}"
                    ),
                ],
                _ => vec![
                    format!("mutation {{ resumeMyPaper(input: {{ uploadId: {id} }}) {{ userErrors {{ code }} }} }}"),
                    format!(
                        "mutation {{ completeMyPaper(input: {{ uploadId: {id}, expectedVersion: 1 }}) {{ userErrors {{ code }} }} }}"
                    ),
                    format!(
                        "mutation {{ openMyPaper(input: {{ uploadId: {id}, part: CONTENT }}) {{ userErrors {{ code }} }} }}"
                    ),
                ],
            };
            for (real, none) in asked(&real).iter().zip(&asked(&none)) {
                told(&scene, &neighbour, none).await;
                let (theirs, nobodys) = (told(&scene, &neighbour, real).await, told(&scene, &neighbour, none).await);
                assert_eq!(theirs, nobodys, "{home:?}: {real}");
                assert!(theirs.0.contains("NOT_FOUND"), "{theirs:?}");
                assert_eq!(told(&scene, &abroad, real).await.0, theirs.0, "from another station: {real}");
            }
            if of == "application" {
                for (real, forged) in asked(&real).iter().zip(&asked(&forged)) {
                    assert_eq!(
                        told(&scene, &neighbour, real).await.0,
                        told(&scene, &neighbour, forged).await.0,
                        "{forged}"
                    );
                }
            }
        }
        let track = |number: &str| format!("{{ me {{ application(trackingNumber: {number}) {{ state }} }} }}");
        assert_eq!(
            scene.world.data(&scene.me, &track(&number.to_string())).await["me"]["application"]["state"],
            "SUBMITTED"
        );
        for who in [&neighbour, &abroad] {
            told(&scene, who, &track("\"YW2026112400000000\"")).await;
            let theirs = told(&scene, who, &track(&number.to_string())).await;
            assert_eq!(theirs, told(&scene, who, &track("\"YW2026112400000000\"")).await, "{home:?}");
            assert!(theirs.0.contains("NOT_FOUND"));
            assert!(scene.mine(who, "id").await.is_empty());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn idn_11_who_is_not_linked_files_nothing_and_reads_nothing() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let draft = scene.draft(&scene.me, "R21", "[\"BOOKLET\"]").await.unwrap();
        let unknown = resident(&scene.world, "10088000001", 0).await;
        assert_eq!(scene.draft(&unknown, "R21", "[\"BOOKLET\"]").await.unwrap_err(), "NOT_LINKED", "{home:?}");
        assert!(scene.mine(&unknown, "id").await.is_empty());
        // A link by telephone falls with the telephone: what the account filed is not shown to whoever has the number now.
        let change = "UPDATE person SET phone_hash = NULL WHERE precinct_id = $1 AND id = $2";
        scene.ledger.change(0, change, vec![scene.known.id.into()]).await;
        assert!(scene.mine(&scene.me, "id").await.is_empty());
        for mutation in ["submitMyApplication", "withdrawMyApplication"] {
            assert_eq!(scene.does(&scene.me, mutation, &seen(&draft)).await.unwrap_err(), "NOT_LINKED", "{mutation}");
        }
        let prepare = format!("applicationId: {}, code: \"BOOKLET\", size: 9", draft["id"]);
        assert_eq!(scene.does(&scene.me, "prepareMyPaper", &prepare).await.unwrap_err(), "NOT_LINKED");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_03_the_residents_way_is_for_residents_and_the_counters_is_not() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let filed = scene.filed(&scene.me, "R21").await;
        for role in [Role::StationChief, Role::Registrar, Role::Auxiliary, Role::CommunityOfficer] {
            let who = scene.world.member(role, 0);
            assert_eq!(scene.draft(&who, "R21", "[]").await.unwrap_err(), "FORBIDDEN", "{home:?} {role}");
            assert_eq!(
                scene.does(&who, "submitMyApplication", &seen(&filed)).await.unwrap_err(),
                "FORBIDDEN",
                "{role}"
            );
        }
        for mutation in ["submitApplication", "acceptApplication", "withdrawApplication"] {
            let more = if mutation == "acceptApplication" {
                ", identityChecked: true, jurisdictionConfirmed: true"
            } else {
                ""
            };
            let refused = scene.office(&scene.me, mutation, &format!("{}{more}", seen(&filed))).await;
            assert_eq!(refused.unwrap_err(), "FORBIDDEN", "{mutation}");
        }
        assert_eq!(
            codes(&scene.world.ask(&scene.me, &format!("{{ node(id: {}) {{ id }} }}", filed["id"])).await),
            ["FORBIDDEN"]
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn domain_1_3_an_officer_handles_no_application_that_he_filed_himself() {
    let scene = Scene::new(Home::Sqlite).await;
    let filed = scene.filed(&scene.me, "R21").await;
    let draft = scene.draft(&scene.me, "R07", "[\"BOOKLET\"]").await.unwrap();
    let officer = std::sync::Arc::new(Member { account: scene.me.account, ..Member::clone(&scene.registrar) });
    let accept = format!("{}, identityChecked: true, jurisdictionConfirmed: true", seen(&filed));
    assert_eq!(scene.office(&officer, "acceptApplication", &accept).await.unwrap_err(), "OWN_APPLICATION");
    assert_eq!(
        scene.office(&officer, "submitApplication", &seen(&draft)).await.unwrap_err(),
        "NOT_FOUND",
        "a draft of his is none at work"
    );
}
