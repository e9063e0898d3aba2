//! Checking a certificate from outside: it says whether it holds, and nothing to whoever guesses.

use axum::http::{Request, header};
use serde_json::Value;
use tenants::roles::Role;
use tests::ledger::Ledger;
use tests::site::Site;

use super::{anonymous, refused};

/// A certificate that was issued: the address it is checked at, its id, and the address of its print.
async fn issued(site: &Site, token: &str) -> (String, String, String) {
    let opened = "mutation { openCaseFile(input: { kind: APPLICATION, title: \"papers\" }) { caseFile { number } } }";
    let case = site.client.data(token, opened).await["openCaseFile"]["caseFile"]["number"].clone();
    let sql = "SELECT m.person_id FROM membership m JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id WHERE m.precinct_id = $1 \
        AND m.effective_to IS NULL AND m.superseded_at IS NULL AND m.relation = '02' AND p.birth_date < '1990-01-01' ORDER BY m.id LIMIT 1";
    let person = Ledger::of(&site.world).await.value(0, sql, vec![]).await;
    let id = site.world.id(schema::id::Kind::Person, 0, person);
    let document = format!(
        "mutation {{ issueCertificate(input: {{ kind: PERSON_REGISTRATION, personId: \"{id}\", applicant: SELF, purpose: REGISTER_SERVICE, caseRef: {case} }}) {{ \
         certificate {{ id verificationUrl }} link {{ url }} userErrors {{ code message }} }} }}"
    );
    let data = site.client.data(token, &document).await;
    let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("{data}")).to_owned();
    let made = &data["issueCertificate"];
    (text(&made["certificate"]["verificationUrl"]), text(&made["certificate"]["id"]), text(&made["link"]["url"]))
}

#[tokio::test]
async fn r24_anybody_checks_a_certificate_and_learns_no_more_than_that() {
    let site = Site::new().await;
    let registrar = site.world.hire("registrar", Role::Registrar, 0).await;
    let chief = site.world.hire("chief", Role::StationChief, 0).await;
    let (address, id, print) = issued(&site, &registrar.token).await;
    let printed = Request::get(&print).header(header::AUTHORIZATION, format!("Bearer {}", registrar.token));
    let printed = site.client.send(printed, "").await;
    assert_eq!((printed.status.as_u16(), printed.header("content-type")), (200, "application/pdf"));
    assert!(printed.body.starts_with(b"%PDF-"));

    let answer = site.client.get(&address).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let found = answer.json();
    let station = &site.world.manifest.precincts[0].name;
    assert_eq!(
        found,
        serde_json::json!({ "valid": true, "kind": "PERSON_REGISTRATION", "issuedOn": "2026-11-24", "station": station })
    );
    let page = site.client.send(Request::get(&address).header(header::ACCEPT, "text/html,*/*"), "").await;
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert!(page.text().contains("有效") && page.text().contains(station.as_str()));

    let revoke = format!(
        "mutation {{ revokeCertificate(input: {{ certificateId: \"{id}\", reason: \"开错\", expectedVersion: 1 }}) {{ userErrors {{ code }} }} }}"
    );
    site.client.data(&chief.token, &revoke).await;
    assert_eq!(site.client.get(&address).await.json()["valid"], false);

    let nothing = site.client.get("/certificates/HJ1?code=0000000000000000").await;
    assert_eq!(nothing.outcome(), refused(404, "NOT_FOUND"));
    let (number, code) = address.split_once("?code=").unwrap();
    let other = if code.ends_with('0') { '1' } else { '0' };
    for wrong in [
        number.to_owned(),
        format!("{number}?code="),
        format!("{number}?code={}{other}", &code[..15]),
        format!("{}9?code={code}", &number[..number.len() - 1]),
        format!("/certificates/%FF?code={code}"),
    ] {
        let answer = site.client.get(&wrong).await;
        assert!(wrong == address || anonymous(&answer) == anonymous(&nothing), "{wrong}: {}", answer.text());
    }
    assert_eq!(site.client.send(Request::post(&address), "").await.outcome(), refused(405, "METHOD_NOT_ALLOWED"));
}

#[tokio::test]
async fn r24_guessing_is_paid_for() {
    let site = Site::set(|config| {
        config.limits.stranger_points_per_minute = 60;
        config.limits.stranger_points_saved = 150;
    })
    .await;
    let mut tries = 0;
    while site.client.get("/certificates/HJ420100990001202611240000000?code=0000000000000000").await.status == 404 {
        tries += 1;
        assert!(tries < 10);
    }
    assert_eq!(tries, 3);
}
