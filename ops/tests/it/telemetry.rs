//! Nobody's data leaves by the side doors: not in traces, not in log lines of either format, not in counts (PRV-26, L24).
//!
//! A day's work is done with real documents, the values written into them and given as variables, right and wrong; then every
//! byte that left for the collector, every line and every series is searched for every value of the world and every secret used.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};
use tests::collector::Collector;
use tests::http::{Answer, Client, asking, posting};
use tests::owner::{alter, texts};
use tests::people::code_now;

use crate::folder::{Folder, Served};

/// The least bytes of a value to be searched for: shorter ones stand in other words by chance, and six digits in any time of day.
fn is_telling(value: &str) -> bool {
    value.len() >= if value.bytes().all(|byte| byte.is_ascii_digit()) { 8 } else { 6 }
}

/// Somebody at work, and every value that passed through his hands.
struct Day<'a> {
    folder: &'a Folder,
    client: Client,
    token: String,
    case: String,
    values: Vec<String>,
}

impl Day<'_> {
    /// Notes a value, and hands it on.
    fn value(&mut self, value: &str) -> String {
        self.values.push(value.to_owned());
        value.to_owned()
    }

    /// Asks with the values in the text, and once more with them as variables.
    async fn ask(&self, document: &str, variables: &Value) -> Answer {
        let mut inlined = document.split_once('{').map(|(_, rest)| format!("{{{rest}")).unwrap_or_default();
        for (name, value) in variables.as_object().unwrap() {
            inlined = inlined.replace(&format!("${name}"), &value.to_string());
        }
        if document.starts_with("mutation") {
            inlined = format!("mutation {inlined}");
        }
        self.client.ask(Some(&self.token), &inlined).await;
        self.client.ask_with(Some(&self.token), &json!({ "query": document, "variables": variables })).await
    }

    /// Signs in: wrongly, with the password in the login's place, and rightly; then works by the cookie for a moment.
    async fn sign_in(&mut self, role: &str) {
        let account = self.folder.account("accounts.json", role);
        let text = |key: &str| account[key].as_str().unwrap().to_owned();
        let (login, password, secret) = (text("login"), text("password"), text("totpSecret"));
        for value in [&login, &password, &secret, &text("token")] {
            self.value(value);
        }
        let totp = code_now(&secret);
        self.values.push(totp.clone());
        let post = async |body: Value| self.client.send(posting("/session"), body.to_string()).await;
        post(json!({ "login": password, "password": login })).await;
        post(json!({ "login": login, "password": "wrong-horse-battery" })).await;
        post(json!({ "login": login, "password": password, "totp": "zhang-wen" })).await;
        let opened = post(json!({ "login": login, "password": password, "totp": totp })).await;
        assert_eq!(opened.status, 200, "{}", opened.text());
        let cookie = opened.cookie();
        self.value(cookie.split_once('=').unwrap().1);
        let request = tests::site::with_cookie(&cookie);
        let viewer = self.client.send(request, r#"{"query":"{ viewer { login name } }"}"#).await;
        assert_eq!(viewer.json()["data"]["viewer"]["login"], login);
    }

    /// Finds people, reveals them, and searches by what was revealed.
    async fn look_up(&mut self) {
        let people = self
            .client
            .data(
                &self.token,
                "{ precinct { households(first: 4) { nodes { number members { person { id isMinor } } } } } }",
            )
            .await;
        let households = people["precinct"]["households"]["nodes"].as_array().unwrap().clone();
        let mut revealed = 0;
        for household in &households {
            let number = self.value(household["number"].as_str().unwrap());
            let by_number = "query ($x: String!) { precinct { household(number: $x) { address members { person { name idNumber phone } } } } }";
            assert_eq!(self.ask(by_number, &json!({ "x": number })).await.outcome(), (200, String::new()));
            for member in household["members"].as_array().unwrap() {
                let id = self.value(member["person"]["id"].as_str().unwrap());
                revealed += u32::from(self.reveal(&id).await);
            }
        }
        assert!(revealed >= 4, "{revealed}");
    }

    /// Reveals one person, if that may be, and searches by everything that came to light.
    async fn reveal(&mut self, person: &str) -> bool {
        let reveal = "mutation ($p: ID!, $c: String!) { revealPerson(input: { personId: $p, caseRef: $c, purpose: REGISTER_SERVICE, \
            fields: [NAME, ID_NUMBER, PHONE, BIRTH_DATE, ADDRESS] }) { revealed { name idNumber phone birthDate address } userErrors { code } } }";
        let answer = self.ask(reveal, &json!({ "p": person, "c": self.case })).await.json();
        let clear = answer["data"]["revealPerson"]["revealed"].clone();
        for (field, input) in [("name", "name"), ("idNumber", "idNumber"), ("phone", "phone"), ("address", "address")] {
            let Some(value) = clear[field].as_str() else { continue };
            let value = self.value(value);
            let search = format!(
                "query ($x: String!) {{ precinct {{ personSearch(input: {{ {input}: $x }}, purpose: REGISTER_SERVICE) {{ matches {{ person {{ name }} }} }} }} }}"
            );
            assert_eq!(self.ask(&search, &json!({ "x": value })).await.outcome(), (200, String::new()), "{search}");
        }
        clear.is_object()
    }

    /// Writes values where they do not belong: into names of fields, addresses, methods, headers, broken bodies.
    async fn blunder(&mut self) {
        let names: Vec<String> = self.values.iter().filter(|value| !value.is_empty()).take(30).cloned().collect();
        let (pinyin, number) = (self.value("zhangwenjing"), self.value("999999198001010018"));
        for document in [
            format!("{{ {pinyin} }}"),
            format!("query {pinyin} {{ viewer {{ {pinyin}: login }} }}"),
            format!("{{ viewer {{ login @{pinyin} }} }}"),
            format!("query (${pinyin}: Int) {{ viewer {{ login }} }}"),
            format!("{{ precinct(id: \"{number}\") {{ name }} }}"),
            format!("{{ codeSet(name: \"{pinyin}\") {{ name }} }}"),
            format!("{{ precinct {{ household(number: \"1\", asOf: \"{pinyin}\") {{ id }} }} }}"),
            format!("{{ precinct {{ households(first: \"{pinyin}\") {{ nodes {{ id }} }} }} }}"),
            format!("{{ precinct {{ households(first: 1, after: \"{pinyin}\") {{ nodes {{ id }} }} }} }} # {number}"),
            format!("{{ viewer {{ login }}  \"{number}\""),
        ] {
            self.client.ask(Some(&self.token), &document).await;
        }
        for name in names {
            let body =
                json!({ "query": "{ viewer { login } }", "operationName": name, "variables": { "first": name } });
            self.client.ask_with(Some(&self.token), &body).await;
            self.client.ask_with(Some(&name.replace(|letter: char| !letter.is_ascii(), "")), &json!([name])).await;
            self.client.send(asking(Some(&self.token)), format!("{{\"query\": {name}")).await;
        }
        self.client.get(&format!("/households/{number}?name={pinyin}")).await;
        self.client
            .get(&format!("/graphql?query=%7Bviewer%7Blogin%7D%7D&variables=%7B%22{pinyin}%22:%22{number}%22%7D"))
            .await;
        self.client.get(&format!("/{number}.js")).await;
        let named = asking(None).method(pinyin.to_uppercase().as_str()).header("x-request-id", &number);
        self.client.send(named.header("user-agent", &pinyin).header("referer", &number), "").await;
        self.values.push(pinyin.to_uppercase());
    }
}

/// Every value of the world and of the day that is found in `text`.
fn found<'v>(values: &'v BTreeSet<String>, text: &[u8]) -> Vec<&'v String> {
    let text = String::from_utf8_lossy(text);
    values.iter().filter(|value| is_telling(value) && text.contains(value.as_str())).collect()
}

/// What a day leaves: what was sent to the collector, what was said, and what was counted.
async fn day(
    folder: &mut Folder,
    role: &str,
    format: &str,
    level: &str,
) -> (BTreeSet<String>, [(&'static str, Vec<u8>); 3]) {
    let collector = Collector::start().await;
    folder.set("OTEL_EXPORTER_OTLP_ENDPOINT", &collector.endpoint);
    folder.set("HUJI_TELEMETRY_LOG_FORMAT", format);
    folder.set("HUJI_TELEMETRY_LOG", level);
    let served: Served = folder.serve(&["serve"]).await;
    let manifest: Value = serde_json::from_str(&folder.read("seed.json")).unwrap();
    let case = manifest["precincts"][0]["case_file"].as_str().unwrap().to_owned();
    let (client, token) = (served.client.clone(), folder.token(role));
    let mut day = Day { folder, client, token, case, values: Vec::new() };
    day.sign_in(role).await;
    day.look_up().await;
    day.blunder().await;
    // A fault of ours while values are in hand.
    let url = folder.database();
    let mut values = BTreeSet::from_iter(day.values);
    alter(&url, "ALTER TABLE person RENAME COLUMN name_key TO key_of_name").await;
    let search = "query ($x: String!) { precinct { personSearch(input: { name: $x }, purpose: REGISTER_SERVICE) { truncated } } }";
    let broken = json!({ "query": search, "variables": { "x": "zhangwenjing" } });
    let fault = served.client.ask_with(Some(&folder.token(role)), &broken).await;
    assert_eq!(fault.outcome(), (200, "INTERNAL".to_owned()), "{}", fault.text());
    alter(&url, "ALTER TABLE person RENAME COLUMN key_of_name TO name_key").await;
    for column in ["name", "name_key", "coalesce(phone_masked, '')", "coalesce(number_masked, '')"] {
        values.extend(texts(&url, &format!("SELECT DISTINCT {column} FROM person")).await);
    }
    values.extend(texts(&url, "SELECT DISTINCT label FROM dwelling").await);
    values.extend(texts(&url, "SELECT number FROM household").await);
    values.extend(texts(&url, "SELECT display_name FROM account UNION SELECT login FROM account").await);
    let counts = served.client.get("/metrics").await.body.to_vec();
    let said = served.stop().await.into_bytes();
    // The exporter has answered before the process ended.
    tokio::time::sleep(Duration::from_millis(50)).await;
    (values, [("traces", collector.bytes()), ("lines", said), ("counts", counts)])
}

#[tokio::test]
async fn prv_26_no_value_of_the_register_and_no_secret_leaves_by_traces_lines_or_counts() {
    let mut folder = Folder::seeded(1, 20).await;
    folder.set("HUJI_PRIVACY_PERSONS_PER_DAY", "100000");
    folder.set("HUJI_LIMITS_MEMBER_POINTS_PER_MINUTE", "0");
    for (role, format, level) in [("REGISTRAR", "json", "debug"), ("STATION_CHIEF", "text", "info")] {
        let (values, outlets) = day(&mut folder, role, format, level).await;
        assert!(values.len() > 300, "{}", values.len());
        for (outlet, text) in &outlets {
            assert_eq!(found(&values, text), Vec::<&String>::new(), "{format} {outlet}");
        }
        // The search would find what is there: words of ours are.
        let [(_, traces), (_, said), (_, counts)] = &outlets;
        let ours = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(found(&ours(&["/graphql", "request_id"]), traces).len(), 2, "{} bytes of traces", traces.len());
        assert_eq!(found(&ours(&["request_id", "field failed"]), said).len(), 2, "{}", String::from_utf8_lossy(said));
        assert_eq!(found(&ours(&["/graphql"]), counts).len(), 1);
        if format == "json" {
            for line in String::from_utf8_lossy(said).lines() {
                assert!(serde_json::from_str::<Value>(line).is_ok(), "no JSON: {line}");
            }
        }
    }
}
