//! A parent files for his own child: by the register, and for no other (PRV-13, REG-16).

use tests::ledger::Known;
use tests::world::Home;

use super::super::{ADULT, linked, place};
use super::{Scene, seen};

/// The children of heads of family households, as far as they are minors; `a` is the parent's membership.
const OF_HEAD: &str = "FROM membership a JOIN household h ON h.precinct_id = a.precinct_id AND h.id = a.household_id \
     JOIN membership b ON b.precinct_id = a.precinct_id AND b.household_id = a.household_id \
     JOIN person c ON c.precinct_id = b.precinct_id AND c.id = b.person_id \
     WHERE h.kind = 'FAMILY' AND a.relation = '02' AND b.relation BETWEEN '20' AND '39' AND b.relation NOT IN ('28', '38') \
     AND a.effective_to IS NULL AND a.superseded_at IS NULL AND b.effective_to IS NULL AND b.superseded_at IS NULL \
     AND c.birth_date > '2009-01-01' AND c.death_on IS NULL";

/// A child as its parent tells of it.
struct Child {
    name: String,
    birth: String,
}

impl Child {
    fn said(&self) -> String {
        format!("childName: \"{}\", childBirthDate: \"{}\"", self.name, self.birth)
    }
}

/// The two first heads with a minor child, and the first of each one's children.
async fn families(home: Home) -> (Scene, Vec<(Known, Child)>) {
    let (world, ledger) = place(home).await;
    let parents =
        format!("{ADULT} AND EXISTS (SELECT 1 {OF_HEAD} AND a.precinct_id = p.precinct_id AND a.person_id = p.id)");
    let mut families = Vec::new();
    for parent in ledger.persons(0, &parents).await.into_iter().take(2) {
        let sql = format!(
            "SELECT c.name, CAST(c.birth_date AS TEXT) {OF_HEAD} AND a.precinct_id = $1 AND a.person_id = $2 ORDER BY c.id"
        );
        let rows = ledger.rows(&sql, vec![world.precinct(0).into(), parent.id.into()]).await;
        let (name, birth) = (rows[0].try_get_by_index(0).unwrap(), rows[0].try_get_by_index(1).unwrap());
        families.push((parent, Child { name, birth }));
    }
    let known = families[0].0.clone();
    let me = linked(&world, &known, 0).await;
    let registrar = world.member(tenants::roles::Role::Registrar, 0);
    (Scene { world, ledger, known, me, registrar }, families)
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_13_reg_16_a_parent_files_for_his_minor_child_and_for_nobody_elses() {
    for home in Home::all() {
        let (scene, families) = families(home).await;
        let save = |said: &str| format!("typeCode: \"R06\", about: CHILD, {said}, papers: [\"BOOKLET\"]");
        let draft =
            scene.does(&scene.me, "saveMyDraft", &save(&families[0].1.said())).await.unwrap()["application"].clone();
        let mine = scene
            .mine(
                &scene.me,
                "about subjectName words { childName childBirthDate circumstances } checklist { code isRequired }",
            )
            .await[0]
            .clone();
        assert_eq!((&mine["about"], &mine["subjectName"]), (&"CHILD".into(), &"**".into()), "{home:?}");
        assert_eq!(mine["words"]["childName"], families[0].1.name.as_str(), "his own words");
        assert_eq!(mine["words"]["circumstances"], serde_json::json!(["MINOR"]), "known, not asked");
        assert!(
            mine["checklist"]
                .as_array()
                .unwrap()
                .iter()
                .any(|item| item["code"] == "GUARDIAN_CONSENT" && item["isRequired"] == true)
        );
        // Another's child, somebody of age, and nobody: one answer.
        let adult = scene.ledger.persons(0, ADULT).await.into_iter().find(|one| one.id != scene.known.id).unwrap();
        let adult = Child { name: adult.name, birth: adult.birth.to_string() };
        let nobody = Child { name: "查无此人".to_owned(), birth: "2020-02-02".to_owned() };
        for said in [&families[1].1, &adult, &nobody] {
            assert_eq!(
                scene.does(&scene.me, "saveMyDraft", &save(&said.said())).await.unwrap_err(),
                "MY_CHILD",
                "{home:?}"
            );
        }
        let filed = scene.does(&scene.me, "submitMyApplication", &seen(&draft)).await.unwrap()["application"].clone();
        let told = format!("{{ precinct {{ application(id: {}) {{ applicantKind subjectName }} }} }}", filed["id"]);
        let told = scene.world.data(&scene.registrar, &told).await["precinct"]["application"].clone();
        assert_eq!(told["applicantKind"], "GUARDIAN");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r01_reg_12_a_birth_is_filed_by_a_parent_before_there_is_a_number_and_once() {
    for home in Home::all() {
        let scene = Scene::new(home).await;
        let save = |birth: &str| {
            format!(
                "typeCode: \"R01\", about: NEWBORN, childName: \"新小宝\", childBirthDate: \"{birth}\", papers: [\"BIRTH_CERTIFICATE\"]"
            )
        };
        let draft = scene.does(&scene.me, "saveMyDraft", &save("2026-11-20")).await.unwrap()["application"].clone();
        assert_eq!(scene.does(&scene.me, "saveMyDraft", &save("2026-11-20")).await.unwrap_err(), "REG-12", "{home:?}");
        assert_eq!(
            scene.does(&scene.me, "saveMyDraft", &save("2026-12-20")).await.unwrap_err(),
            "IDN-02",
            "not born yet"
        );
        assert_eq!(scene.does(&scene.me, "saveMyDraft", &save("1999-12-20")).await.unwrap_err(), "SUBJECT", "no child");
        let wrong = "typeCode: \"R01\", about: ONESELF";
        assert_eq!(scene.does(&scene.me, "saveMyDraft", wrong).await.unwrap_err(), "NOT_ONLINE");
        scene.does(&scene.me, "submitMyApplication", &seen(&draft)).await.unwrap();
        let household =
            "{ precinct { applications { nodes { householdId beatId subjectId applicantKind applicantPhone } } } }";
        let told = scene.world.data(&scene.registrar, household).await["precinct"]["applications"]["nodes"][0].clone();
        assert!(
            told["householdId"].is_string() && told["subjectId"].is_null() && told["applicantKind"] == "PARENT",
            "{told}"
        );
        assert_eq!(
            told["applicantPhone"],
            tenants::masking::phone(scene.known.phone.as_deref().unwrap()),
            "reached where he signed in"
        );
    }
}
