//! What bounds a resident's applications: what is offered, how many, how large, once.

use serde_json::json;
use tests::papers::pdf;
use tests::world::Home;

use super::{Scene, seen};

#[tokio::test(flavor = "multi_thread")]
async fn domain_2_8_what_is_filed_at_the_window_is_not_offered() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let asked =
            "{ me { matters { code onlineFor limit { key value unit } circumstances papers { code circumstance } } } }";
        let offered = scene.world.data(&scene.me, asked).await["me"]["matters"].clone();
        let codes: Vec<&str> = offered.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
        assert_eq!(
            codes,
            ["R01", "R04", "R05", "R06", "R07", "R11", "R12", "R15", "R18", "R19", "R20", "R21"],
            "{home:?}"
        );
        assert_eq!(offered[0]["onlineFor"], json!(["NEWBORN"]));
        assert_eq!(
            offered[0]["circumstances"],
            json!(["PARENTS_MARRIED", "PARENTS_UNMARRIED", "FOLLOWS_UNMARRIED_FATHER"])
        );
        assert!(offered.as_array().unwrap().iter().all(|one| one["limit"]["value"].is_number()), "{offered}");
        for kind in ["R08", "R10", "R14", "R22"] {
            assert_eq!(scene.draft(&scene.me, kind, "[]").await.unwrap_err(), "NOT_ONLINE", "{kind}");
        }
        let child = "typeCode: \"R15\", about: CHILD, childName: \"某某\", childBirthDate: \"2020-01-01\"";
        assert_eq!(scene.does(&scene.me, "saveMyDraft", child).await.unwrap_err(), "NOT_ONLINE");
        assert_eq!(scene.draft(&scene.me, "R99", "[]").await.unwrap_err(), "APPLICATION_TYPE");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_12_one_open_application_of_a_type_by_telephone_and_at_the_counter_together() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let filed = scene.filed(&scene.me, "R07").await;
        let second = scene.draft(&scene.me, "R07", "[\"BOOKLET\"]").await.unwrap();
        assert_eq!(scene.draft(&scene.me, "R07", "[\"BOOKLET\"]").await.unwrap_err(), "REG-12", "{home:?}: one draft");
        assert_eq!(
            scene.does(&scene.me, "submitMyApplication", &seen(&second)).await.unwrap_err(),
            "REG-12",
            "one open"
        );
        let person = scene.world.id(schema::id::Kind::Person, 0, scene.known.id);
        let counter = format!(
            "typeCode: \"R07\", subjectId: \"{person}\", applicantKind: ONESELF, applicantName: \"某人\", papers: [\"BOOKLET\"]"
        );
        let taken = scene.office(&scene.registrar, "saveDraft", &counter).await.unwrap();
        assert_eq!(
            scene.office(&scene.registrar, "submitApplication", &seen(&taken)).await.unwrap_err(),
            "REG-12",
            "at the counter too"
        );
        scene.does(&scene.me, "withdrawMyApplication", &seen(&filed)).await.unwrap();
        scene.does(&scene.me, "submitMyApplication", &seen(&second)).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_are_drafts_or_open_at_most_and_a_form_has_its_size() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        for kind in ["R04", "R05", "R06", "R07", "R11", "R12", "R15", "R18", "R19", "R20"] {
            scene.draft(&scene.me, kind, "[]").await.unwrap();
        }
        assert_eq!(scene.draft(&scene.me, "R21", "[]").await.unwrap_err(), "APPLICATION_LIMIT", "{home:?}");
        let mine = scene.mine(&scene.me, "id version").await;
        assert_eq!(mine.len(), 10);
        // A draft becomes one of another type, and a resident is not stuck with what he began.
        let other = format!("{}, typeCode: \"R21\", about: ONESELF", seen(&mine[0]));
        let changed = scene.does(&scene.me, "saveMyDraft", &other).await.unwrap()["application"].clone();
        for (more, refused) in [
            (format!("form: \"{{\\\"a\\\":\\\"{}\\\"}}\"", "x".repeat(8 * 1024)), "FORM_SIZE"),
            ("form: \"[]\"".to_owned(), "FORM"),
            ("form: \"{\\\"民族\\\":1}\"".to_owned(), "PRV-01"),
            ("papers: [\"DEATH_PROOF\"]".to_owned(), "PAPER"),
            ("circumstances: [\"MINOR\"]".to_owned(), "CIRCUMSTANCE"),
            ("childName: \"某某\"".to_owned(), "SUBJECT"),
        ] {
            let input = format!("{}, typeCode: \"R21\", about: ONESELF, {more}", seen(&changed));
            assert_eq!(scene.does(&scene.me, "saveMyDraft", &input).await.unwrap_err(), refused);
        }
        let stale = format!("{}, typeCode: \"R21\", about: ONESELF", seen(&mine[0]));
        assert_eq!(scene.does(&scene.me, "saveMyDraft", &stale).await.unwrap_err(), "STALE_VERSION", "REG-19");
        let twice =
            format!("{}, typeCode: \"R21\", about: ONESELF, papers: [\"BOOKLET\", \"BOOKLET\"]", seen(&changed));
        scene.does(&scene.me, "saveMyDraft", &twice).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_is_uploaded_for_what_is_declared_while_it_is_ones_own_to_change() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let draft = scene.draft(&scene.me, "R21", "[\"BOOKLET\"]").await.unwrap();
        assert_eq!(scene.upload(&draft, "ITEM_PROOF", &pdf()).await.unwrap_err(), "PAPER", "{home:?}: not declared");
        assert_eq!(scene.upload(&draft, "DEATH_PROOF", &pdf()).await.unwrap_err(), "PAPER", "not of the checklist");
        let broken = scene.upload(&draft, "BOOKLET", b"MZ no paper").await;
        assert_eq!(broken.unwrap_err(), "DOCUMENT_MEDIA_TYPE");
        let nothing = format!("applicationId: {}, code: \"BOOKLET\", size: 0", draft["id"]);
        assert_eq!(scene.does(&scene.me, "prepareMyPaper", &nothing).await.unwrap_err(), "DOCUMENT_SIZE");
        let prepare = format!("applicationId: {}, code: \"BOOKLET\", size: {}", draft["id"], pdf().len());
        let late = scene.does(&scene.me, "prepareMyPaper", &prepare).await.unwrap()["upload"].clone();
        let resumed = scene.does(&scene.me, "resumeMyPaper", &format!("uploadId: {}", late["id"])).await.unwrap();
        assert_eq!(resumed["upload"]["id"], late["id"]);
        let good = scene.upload(&draft, "BOOKLET", &pdf()).await.unwrap();
        let open = |part: &str| format!("uploadId: {}, part: {part}", good["id"]);
        assert!(scene.does(&scene.me, "openMyPaper", &open("CONTENT")).await.unwrap()["link"]["url"].is_string());
        assert_eq!(scene.does(&scene.me, "openMyPaper", &open("PREVIEW")).await.unwrap_err(), "DOCUMENT_PREVIEW");
        scene.does(&scene.me, "submitMyApplication", &seen(&draft)).await.unwrap();
        for (mutation, input) in [
            ("prepareMyPaper", prepare),
            ("resumeMyPaper", format!("uploadId: {}", late["id"])),
            ("completeMyPaper", format!("uploadId: {}, expectedVersion: 1", late["id"])),
        ] {
            assert_eq!(scene.does(&scene.me, mutation, &input).await.unwrap_err(), "TRANSITION", "{mutation}");
        }
        assert!(scene.does(&scene.me, "openMyPaper", &open("CONTENT")).await.is_ok(), "what he filed he still sees");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn l29_a_draft_sent_again_under_its_key_is_one_draft() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let once = "mutation { saveMyDraft(input: { typeCode: \"R21\", about: ONESELF, papers: [\"BOOKLET\"], idempotencyKey: \"k\" }) \
             { application { id version } userErrors { code } } }";
        let (one, other) =
            (scene.world.bytes(Some(&scene.me), once).await, scene.world.bytes(Some(&scene.me), once).await);
        assert_eq!(one, other, "{home:?}");
        assert_eq!(scene.mine(&scene.me, "id").await.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_19_what_a_resident_says_is_sealed_and_masked_for_the_window() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let said = "typeCode: \"R21\", about: ONESELF, papers: [\"BOOKLET\"], form: \"{\\\"secret\\\":\\\"秘密单位\\\"}\", note: \"电话13911112222\"";
        let draft = scene.does(&scene.me, "saveMyDraft", said).await.unwrap()["application"].clone();
        scene.does(&scene.me, "submitMyApplication", &seen(&draft)).await.unwrap();
        let mine = scene.mine(&scene.me, "subjectName note words { form }").await[0].clone();
        assert_eq!(mine["words"]["form"], "{\"secret\":\"秘密单位\"}", "{home:?}: his own words");
        assert_eq!(mine["note"], "电话139****2222");
        assert_eq!(mine["subjectName"], tenants::masking::name(&scene.known.name));
        let sealed: Vec<u8> =
            scene.ledger.value(0, "SELECT form_sealed FROM application WHERE precinct_id = $1", vec![]).await;
        assert!(!sealed.windows(12).any(|part| part == "秘密单位".as_bytes()));
        assert_eq!(super::trail(&scene.world, 0, "myWords").await.len(), 1, "noted");
    }
}
