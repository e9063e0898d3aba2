//! Requests about one's own data, from the telephone to the answer (PRV-16, PRV-17).

use std::sync::Arc;

use chrono::{Days, TimeDelta};
use serde_json::Value;
use tenants::members::Member;
use tenants::roles::Role;
use tests::world::{Home, World, codes};

use super::{ADULT, linked, place, resident};

const MINE: &str = "{ me { rightsRequests(first: 20) { totalCount nodes { id number kind state text dueOn overdue answer reason handledBy personId version } } } }";

fn request(kind: &str, text: &str) -> String {
    format!(
        "mutation {{ requestRight(input: {{ kind: {kind}, text: {text:?} }}) {{ rightsRequest {{ id number state dueOn version }} userErrors {{ code }} }} }}"
    )
}

async fn handed_in(world: &World, member: &Arc<Member>, kind: &str, text: &str) -> Value {
    world.data(member, &request(kind, text)).await["requestRight"]["rightsRequest"].clone()
}

fn answer(of: &Value, version: i32, text: &str, refuse: Option<&str>) -> String {
    let refuse = refuse.map(|reason| format!(", refuse: {reason}")).unwrap_or_default();
    format!(
        "mutation {{ answerRightsRequest(input: {{ rightsRequestId: {}, expectedVersion: {version}, answer: {text:?}{refuse} }}) {{ \
         rightsRequest {{ state reason answer handledBy version }} userErrors {{ code field }} }} }}",
        of["id"]
    )
}

fn take(of: &Value, version: i32) -> String {
    format!(
        "mutation {{ takeRightsRequest(input: {{ rightsRequestId: {}, expectedVersion: {version} }}) {{ rightsRequest {{ state version }} userErrors {{ code }} }} }}",
        of["id"]
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_16_a_request_is_received_worked_on_and_answered_before_its_day() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        let (member, registrar) = (resident(&world, "10088000001", 0).await, world.member(Role::Registrar, 0));
        let asked = handed_in(&world, &member, "COPY", "请提供我的全部登记信息，电话13800001234").await;
        let due = tenants::clock::day_of(world.clock.now()).checked_add_days(Days::new(30)).unwrap();
        assert_eq!((&asked["state"], &asked["dueOn"]), (&"RECEIVED".into(), &due.to_string().into()), "{home:?}");
        let queue =
            "{ precinct { rightsRequests(first: 10, state: RECEIVED) { totalCount nodes { text state overdue } } } }";
        let waiting = world.data(&registrar, queue).await["precinct"]["rightsRequests"].clone();
        assert_eq!(waiting["totalCount"], 1);
        assert_eq!(waiting["nodes"][0]["text"], "请提供我的全部登记信息，电话138****1234");
        assert_eq!(
            world.data(&registrar, &take(&asked, 1)).await["takeRightsRequest"]["rightsRequest"]["state"],
            "IN_WORK"
        );
        assert_eq!(
            world.data(&registrar, &take(&asked, 2)).await["takeRightsRequest"]["userErrors"][0]["code"],
            "CONFLICT"
        );
        let stale = world.data(&registrar, &answer(&asked, 1, "好", None)).await;
        assert_eq!(stale["answerRightsRequest"]["userErrors"][0]["code"], "STALE_VERSION");
        let empty = world.data(&registrar, &answer(&asked, 2, " ", None)).await;
        assert_eq!(empty["answerRightsRequest"]["userErrors"][0]["code"], "LENGTH");
        world.data(&registrar, &answer(&asked, 2, "请在本人信息页查阅", None)).await;
        let mine = world.data(&member, MINE).await["me"]["rightsRequests"]["nodes"][0].clone();
        assert_eq!((&mine["state"], &mine["answer"]), (&"ANSWERED".into(), &"请在本人信息页查阅".into()));
        assert!(mine["handledBy"].is_null() && mine["personId"].is_null(), "no officer's name: {mine}");
        assert_eq!(mine["text"], "请提供我的全部登记信息，电话13800001234", "his own words");
        let again = world.data(&registrar, &answer(&asked, 3, "再答", None)).await;
        assert_eq!(again["answerRightsRequest"]["userErrors"][0]["code"], "CONFLICT");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_16_what_is_not_answered_in_time_is_overdue_and_a_refusal_has_its_reason() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        let (member, chief) = (resident(&world, "10088000001", 0).await, world.member(Role::StationChief, 0));
        let asked = handed_in(&world, &member, "CORRECT", "请更正我的工作单位").await;
        world.clock.advance(TimeDelta::days(31));
        let mine = world.data(&member, MINE).await["me"]["rightsRequests"]["nodes"][0].clone();
        assert_eq!(mine["overdue"], true, "{home:?}");
        world.data(&chief, &answer(&asked, 1, "该信息不由本单位登记", Some("NOT_OURS"))).await;
        let mine = world.data(&member, MINE).await["me"]["rightsRequests"]["nodes"][0].clone();
        assert_eq!(
            (&mine["state"], &mine["reason"], &mine["overdue"]),
            (&"REFUSED".into(), &"NOT_OURS".into(), &false.into())
        );
    }
}

async fn found(world: &World, number: &str) -> usize {
    let search = format!(
        "{{ precinct {{ personSearch(input: {{ idNumber: {number:?} }}, purpose: REGISTER_SERVICE) {{ matches {{ matchedBy }} }} }} }}"
    );
    let answer = world.data(&world.member(Role::StationChief, 0), &search).await;
    answer["precinct"]["personSearch"]["matches"].as_array().unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_17_deletion_of_what_the_law_keeps_is_refused_and_turns_into_restriction() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let number = known.number.clone().unwrap();
        let (member, registrar) = (linked(&world, &known, 0).await, world.member(Role::Registrar, 0));
        let asked = handed_in(&world, &member, "DELETE", "请删除我的全部信息").await;
        assert_eq!(found(&world, &number).await, 1);
        for refuse in [None, Some("UNFOUNDED")] {
            let tried = world.data(&registrar, &answer(&asked, 1, "好", refuse)).await;
            assert_eq!(tried["answerRightsRequest"]["userErrors"][0]["code"], "PRV-17", "{home:?}");
        }
        let done =
            world.data(&registrar, &answer(&asked, 1, "户籍登记依法永久保存，现限制处理", Some("KEPT_BY_LAW"))).await;
        assert_eq!(done["answerRightsRequest"]["rightsRequest"]["state"], "REFUSED");
        assert_eq!(found(&world, &number).await, 0, "absent from search");
        let members =
            "SELECT COUNT(*) FROM membership WHERE precinct_id = $1 AND person_id = $2 AND effective_to IS NULL";
        assert_eq!(ledger.value::<i64>(0, members, vec![known.id.into()]).await, 1, "still in the household");
        let mine = world.data(&member, "{ me { person { name } } }").await;
        assert_eq!(mine["me"]["person"]["name"], known.name.as_str(), "his own access stays");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_17_restriction_is_granted_and_deletion_without_a_record_can_be() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(0, ADULT).await;
        let registrar = world.member(Role::Registrar, 0);
        let member = linked(&world, &known, 0).await;
        let asked = handed_in(&world, &member, "RESTRICT", "请限制处理").await;
        world.data(&registrar, &answer(&asked, 1, "已限制", None)).await;
        assert_eq!(found(&world, known.number.as_deref().unwrap()).await, 0, "{home:?}");
        let stranger = resident(&world, "10088000001", 0).await;
        let asked = handed_in(&world, &stranger, "DELETE", "请删除我提交的申报").await;
        let done = world.data(&registrar, &answer(&asked, 1, "已删除", None)).await;
        assert_eq!(done["answerRightsRequest"]["rightsRequest"]["state"], "ANSWERED");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_13_prv_19_a_request_is_its_residents_and_its_stations_and_sealed() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let member = resident(&world, "10088000001", 0).await;
        let other = resident(&world, "10088000002", 0).await;
        let asked = handed_in(&world, &member, "CORRECT", "密语在此").await;
        assert_eq!(world.data(&other, MINE).await["me"]["rightsRequests"]["totalCount"], 0, "{home:?}");
        let node = format!("{{ node(id: {}) {{ id }} }}", asked["id"]);
        assert_eq!(codes(&world.ask(&other, &node).await), ["FORBIDDEN"]);
        assert_eq!(codes(&world.ask(&world.member(Role::StationChief, 1), &node).await), ["NOT_FOUND"]);
        assert_eq!(codes(&world.ask(&other, &answer(&asked, 1, "好", None)).await), ["FORBIDDEN"]);
        assert_eq!(
            codes(&world.ask(&world.member(Role::Registrar, 1), &answer(&asked, 1, "好", None)).await),
            ["NOT_FOUND"]
        );
        let sealed: Vec<u8> = ledger.one("SELECT text_sealed FROM rights_request", vec![]).await;
        assert!(!sealed.windows(12).any(|part| part == "密语在此".as_bytes()));
        let heard = "{ precinct { events(first: 20, kinds: [RIGHTS_REQUEST_CHANGED]) { nodes { fact subjectId } } } }";
        let heard = world.data(&world.member(Role::Registrar, 0), heard).await;
        assert_eq!(
            heard["precinct"]["events"]["nodes"],
            serde_json::json!([{ "fact": "RECEIVED", "subjectId": asked["id"] }])
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_sent_again_under_its_key_is_one_request_and_ten_are_open_at_most() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        let member = resident(&world, "10088000001", 0).await;
        let once = "mutation { requestRight(input: { kind: COPY, text: \"一次\", idempotencyKey: \"k\" }) { rightsRequest { id number } userErrors { code } } }";
        assert_eq!(world.bytes(Some(&member), once).await, world.bytes(Some(&member), once).await, "{home:?}");
        assert_eq!(world.data(&member, MINE).await["me"]["rightsRequests"]["totalCount"], 1);
        for n in 1..10 {
            handed_in(&world, &member, "COPY", &format!("第{n}次")).await;
        }
        assert_eq!(
            world.data(&member, &request("COPY", "又一次")).await["requestRight"]["userErrors"][0]["code"],
            "RIGHTS_LIMIT"
        );
    }
}
