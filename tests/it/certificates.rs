//! Certificates: the register as it stood on a day, printed with who printed it and why; and how many bear a name.

use std::process::Command;
use std::sync::Arc;

use tenants::Error;
use tenants::Store;
use tenants::certificates::{
    Applicant, CertificateKind, Issued, NewCertificate, SAME_NAMES_A_DAY, Settings as Paper, Subject,
};
use tenants::documents::DocumentState;
use tenants::ids::{HouseholdId, PersonId};
use tenants::members::Member;
use tenants::purposes::Purpose;
use tenants::roles::Role;
use tenants::store::{Origin, Settings};
use tests::ledger::{Ledger, Newcomer};
use tests::owner;
use tests::papers::{below, bytes, holds, pdf};
use tests::world::{Home, World, codes};
use uuid::Uuid;

/// Of a person `p`: that he belongs to a household now.
const IN_HOUSEHOLD: &str = "EXISTS (SELECT 1 FROM membership m WHERE m.precinct_id = p.precinct_id AND m.person_id = p.id \
    AND m.effective_to IS NULL AND m.superseded_at IS NULL)";

struct Desk {
    world: World,
    ledger: Ledger,
    registrar: Arc<Member>,
    case: String,
}

async fn desk(home: Home) -> Desk {
    let world = World::of(home, 2, 24, 1_000_000).await;
    let ledger = Ledger::of(&world).await;
    let registrar = world.member(Role::Registrar, 0);
    let case = world.case(&registrar).await;
    Desk { world, ledger, registrar, case }
}

impl Desk {
    /// An adult head who has stood in one household since before 2020, and the household.
    async fn settled(&self) -> (Uuid, Uuid) {
        let sql = "SELECT m.person_id FROM membership m JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id \
            WHERE m.precinct_id = $1 AND m.effective_to IS NULL AND m.superseded_at IS NULL AND m.relation = '02' \
            AND m.effective_from <= '2020-01-01' AND p.birth_date < '1990-01-01' AND p.number_sealed IS NOT NULL ORDER BY m.id LIMIT 1";
        let person: Uuid = self.ledger.value(0, sql, vec![]).await;
        let sql = "SELECT household_id FROM membership WHERE precinct_id = $1 AND person_id = $2 AND effective_to IS NULL AND superseded_at IS NULL";
        (person, self.ledger.value(0, sql, vec![person.into()]).await)
    }

    fn ask(&self, kind: CertificateKind, subject: Subject, as_of: &str) -> NewCertificate {
        NewCertificate {
            kind,
            subject,
            as_of: as_of.parse().unwrap(),
            applicant: Applicant::Oneself,
            document: None,
            purpose: Purpose::RegisterService,
            case_ref: self.case.clone(),
        }
    }

    fn person(&self, id: Uuid, as_of: &str) -> NewCertificate {
        self.ask(CertificateKind::PersonRegistration, Subject::Person(PersonId(id)), as_of)
    }

    async fn issue(&self, new: &NewCertificate) -> Result<Issued, Error> {
        let scope = self.world.scope(&self.registrar);
        let issued = scope.issue_certificate(new).await;
        scope.finish().await.unwrap();
        issued
    }

    /// What is printed on a certificate.
    async fn printed(&self, new: &NewCertificate) -> String {
        let issued = self.issue(new).await.unwrap();
        let scope = self.world.scope(&self.registrar);
        let content = scope.certificate_content(issued.certificate.id).await.unwrap();
        scope.finish().await.unwrap();
        text(&bytes(&content).await)
    }

    async fn refused(&self, new: &NewCertificate) -> String {
        code(self.issue(new).await)
    }

    async fn name(&self, person: Uuid) -> String {
        self.ledger.value(0, "SELECT name FROM person WHERE precinct_id = $1 AND id = $2", vec![person.into()]).await
    }
}

fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    match result {
        Err(Error::Invalid { code, .. }) => code.to_owned(),
        Err(error) => {
            let text = format!("{error:?}");
            text.split([' ', '(']).next().unwrap().to_owned()
        }
        Ok(done) => panic!("{done:?}"),
    }
}

/// The text of a PDF as pdftotext reads it.
fn text(pdf: &[u8]) -> String {
    assert!(pdf.starts_with(b"%PDF-"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("certificate.pdf");
    std::fs::write(&path, pdf).unwrap();
    let run = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output().expect("poppler-utils is installed");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn reg_20_a_certificate_shows_names_and_places_as_of_its_day() {
    for home in Home::all() {
        let desk = desk(home).await;
        let (person, household) = desk.settled().await;
        let (now, before) = (desk.name(person).await, "旧时名");
        let sql = "INSERT INTO person_name (precinct_id, id, person_id, name, name_masked, name_key, name_initials, effective_from, effective_to, \
            recorded_at, act_id) SELECT precinct_id, $2, id, $3, '旧**', 'jiushiming', 'jsm', birth_date, '2024-05-01', recorded_at, act_id \
            FROM person WHERE precinct_id = $1 AND id = $4";
        let values = vec![Uuid::from_u128(77).into(), before.into(), person.into()];
        assert_eq!(desk.ledger.change(0, sql, values).await, 1);
        let elsewhere = "SELECT id FROM dwelling WHERE precinct_id = $1 AND id <> (SELECT dwelling_id FROM household WHERE precinct_id = $1 AND id = $2) ORDER BY label DESC LIMIT 1";
        let elsewhere: Uuid = desk.ledger.value(0, elsewhere, vec![household.into()]).await;
        let sql = "INSERT INTO household_address (precinct_id, id, household_id, dwelling_id, effective_from, recorded_at, act_id) \
            SELECT precinct_id, $2, household_id, $3, '2024-05-01', recorded_at, act_id FROM household_address \
            WHERE precinct_id = $1 AND household_id = $4 AND effective_to IS NULL AND superseded_at IS NULL";
        let values = vec![Uuid::from_u128(78).into(), elsewhere.into(), household.into()];
        assert_eq!(desk.ledger.change(0, sql, values).await, 1);
        let sql = "UPDATE household_address SET effective_to = '2024-05-01' WHERE precinct_id = $1 AND household_id = $2 AND id <> $3 AND effective_to IS NULL";
        desk.ledger.change(0, sql, vec![household.into(), Uuid::from_u128(78).into()]).await;
        let label = async |dwelling: Uuid| -> String {
            desk.ledger
                .value(0, "SELECT label FROM dwelling WHERE precinct_id = $1 AND id = $2", vec![dwelling.into()])
                .await
        };
        let first: Uuid = desk
            .ledger
            .value(0, "SELECT dwelling_id FROM household WHERE precinct_id = $1 AND id = $2", vec![household.into()])
            .await;
        let (there, here) = (label(first).await, label(elsewhere).await);
        let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        for (day, name, place, other_name, other_place) in
            [("2024-04-30", before, &there, now.as_str(), &here), ("2024-05-01", now.as_str(), &here, before, &there)]
        {
            for new in [
                desk.person(person, day),
                desk.ask(CertificateKind::HouseholdRegistration, Subject::Household(HouseholdId(household)), day),
            ] {
                let text = squeezed(&desk.printed(&new).await);
                assert!(text.contains(name) && text.contains(&squeezed(place)), "{day} {name} {place}: {text}");
                assert!(!text.contains(other_name) && !text.contains(&squeezed(other_place)), "{day}: {text}");
            }
        }
        let history = desk.ask(CertificateKind::HistoryExtract, Subject::Person(PersonId(person)), "2026-11-24");
        let text = squeezed(&desk.printed(&history).await);
        assert!(text.contains(before) && text.contains(&now) && text.contains("曾用名"), "{text}");
        assert_eq!(desk.refused(&desk.person(person, "1900-01-01")).await, "CERTIFICATE_DAY");
        assert_eq!(desk.refused(&desk.person(person, "2026-11-25")).await, "CERTIFICATE_DAY");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r24_sec_12_a_certificate_says_what_it_is_who_printed_it_when_and_why() {
    let desk = desk(Home::Sqlite).await;
    let (person, _) = desk.settled().await;
    let known = desk.ledger.persons(0, "p.number_sealed IS NOT NULL").await;
    let number = known.into_iter().find(|known| known.id == person).unwrap().number.unwrap();
    let issued = desk.issue(&desk.person(person, "2026-11-24")).await.unwrap();
    let scope = desk.world.scope(&desk.registrar);
    let content = scope.certificate_content(issued.certificate.id).await.unwrap();
    let pdf = bytes(&content).await;
    assert!(holds(&pdf, b"pdfaid:part") && holds(&pdf, b"FontFile3"), "archival, with the font in it");
    assert!(pdf.len() < 200_000, "a subset of the font, not all of it: {}", pdf.len());
    let text = text(&pdf);
    let certificate = &issued.certificate;
    let code = scope.certificate_code(certificate);
    let officer = &desk.registrar.name;
    for line in [
        "个人户籍证明",
        &certificate.number,
        &number,
        "户主",
        &format!("{officer} 2026-11-24 09:00 户籍业务"),
        &format!("/certificates/{}?code={code}", certificate.number),
        "2026-11-24",
        "派出所",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(text.matches("2026-11-24 09:00 户籍业务").count() >= 6, "the watermark is all over the page: {text}");
    for file in below(&desk.world.files()) {
        assert!(!holds(&std::fs::read(file).unwrap(), b"%PDF"), "sealed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_02_issuing_is_in_the_trail_with_purpose_case_and_everybody_shown() {
    for home in Home::all() {
        let desk = desk(home).await;
        let (person, household) = desk.settled().await;
        let new =
            desk.ask(CertificateKind::HouseholdRegistration, Subject::Household(HouseholdId(household)), "2026-11-24");
        let issued = desk.issue(&new).await.unwrap();
        desk.printed(&new).await;
        let mut closed = new.clone();
        closed.case_ref = "AJ0".to_owned();
        assert_eq!(desk.refused(&closed).await, "PurposeRequired");
        let sql = "SELECT function || ' ' || result || ' ' || coalesce(purpose, '-') || ' ' || coalesce(case_ref, '-') || ' ' || CAST(row_count AS text) \
            FROM audit_entry WHERE domain = 'CERTIFICATES' ORDER BY seq";
        let said = owner::texts(&desk.world.owner_url, sql).await;
        let (case, sql) = (
            &desk.case,
            "SELECT CAST(count(*) AS text) FROM membership WHERE precinct_id = $1 AND household_id = $2 AND effective_to IS NULL AND superseded_at IS NULL",
        );
        let members: String = desk.ledger.value(0, sql, vec![household.into()]).await;
        let issue = format!("issueCertificate OK REGISTER_SERVICE {case} {members}");
        assert_eq!(said.iter().filter(|line| **line == issue).count(), 2, "{said:?}");
        assert!(said.contains(&format!("certificateContent OK REGISTER_SERVICE {case} 1")), "{said:?}");
        assert!(said.iter().any(|line| line.starts_with("issueCertificate DENIED REGISTER_SERVICE")), "{said:?}");
        let auditor = desk.world.member(Role::Auditor, 0);
        let id = desk.world.id(schema::id::Kind::Person, 0, person);
        let saw =
            desk.world.data(&auditor, &format!("{{ precinct {{ whoSaw(personId: \"{id}\") {{ day }} }} }}")).await;
        assert_eq!(saw["precinct"]["whoSaw"].as_array().unwrap().len(), 1);
        assert_eq!(issued.certificate.version, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_07_prv_11_who_may_not_have_one_is_refused() {
    for home in Home::all() {
        let desk = desk(home).await;
        let (person, household) = desk.settled().await;
        for role in [Role::Auxiliary, Role::CommunityOfficer, Role::GridWorker, Role::Auditor] {
            let scope = desk.world.scope(&desk.world.member(role, 0));
            assert_eq!(code(scope.issue_certificate(&desk.person(person, "2026-11-24")).await), "Denied", "{role}");
        }
        let minor = desk
            .ledger
            .person(0, &format!("p.birth_date > '2010-01-01' AND p.number_sealed IS NOT NULL AND {IN_HOUSEHOLD}"))
            .await;
        assert_eq!(desk.refused(&desk.person(minor.id, "2026-11-24")).await, "ApprovalRequired");
        let mut agency = desk.person(person, "2026-11-24");
        agency.applicant = Applicant::Agency;
        assert_eq!(desk.refused(&agency).await, "PRV-11");
        let letter = desk.world.hand_in(&desk.registrar, &desk.case, &pdf()).await;
        assert_eq!(letter.state, DocumentState::Ready);
        agency.document = Some(letter.id);
        assert_eq!(desk.issue(&agency).await.unwrap().certificate.document, Some(letter.id));
        let broken = desk.world.hand_in(&desk.registrar, &desk.case, b"MZ").await;
        agency.document = Some(broken.id);
        assert_eq!(desk.refused(&agency).await, "PRV-11");
        let mut wrong = desk.person(person, "2026-11-24");
        wrong.subject = Subject::Household(HouseholdId(household));
        assert_eq!(desk.refused(&wrong).await, "CERTIFICATE_SUBJECT");
        let theirs = desk.ledger.person(1, "p.birth_date < '1990-01-01'").await;
        assert_eq!(desk.refused(&desk.person(theirs.id, "2026-11-24")).await, "NotFound");
        // In a household's certificate a child stands with his number masked.
        let sql = "SELECT household_id FROM membership WHERE precinct_id = $1 AND person_id = $2 AND effective_to IS NULL AND superseded_at IS NULL";
        let home_of: Uuid = desk.ledger.value(0, sql, vec![minor.id.into()]).await;
        let family =
            desk.ask(CertificateKind::HouseholdRegistration, Subject::Household(HouseholdId(home_of)), "2026-11-24");
        let text = desk.printed(&family).await;
        assert!(text.contains(&minor.name) && !text.contains(minor.number.as_deref().unwrap()), "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r24_a_certificate_is_checked_by_number_and_code_and_a_revoked_one_does_not_hold() {
    for home in Home::all() {
        let desk = desk(home).await;
        let (person, _) = desk.settled().await;
        let certificate = desk.issue(&desk.person(person, "2026-11-24")).await.unwrap().certificate;
        let code_of = desk.world.scope(&desk.registrar).certificate_code(&certificate);
        let origin = Origin { request_id: "outside".to_owned(), terminal: "PUBLIC 203.0.113.9".to_owned() };
        let check = async |number: &str, code: &str| desk.world.store.verify_certificate(number, code, &origin).await;
        let found = check(&certificate.number, &code_of).await.unwrap();
        assert!(found.valid && found.kind == CertificateKind::PersonRegistration);
        assert_eq!(
            (found.issued_on.to_string(), found.station),
            ("2026-11-24".to_owned(), desk.world.manifest.precincts[0].name.clone())
        );
        let statements = desk.world.store.meter().statements();
        let forged = format!("{}{}", &certificate.number[..29], if certificate.number.ends_with('1') { 2 } else { 1 });
        for (number, code) in [
            (certificate.number.as_str(), "0000000000000000"),
            (certificate.number.as_str(), ""),
            (forged.as_str(), code_of.as_str()),
            ("", code_of.as_str()),
            ("HJ", "zz"),
            ("HJ户籍户籍户籍户籍", "0000000000000000"),
        ] {
            assert!(matches!(check(number, code).await, Err(Error::NotFound)), "{number} {code}");
        }
        assert_eq!(desk.world.store.meter().statements(), statements, "guessing reached the database");
        let chief = desk.world.scope(&desk.world.member(Role::StationChief, 0));
        let registrar = desk.world.scope(&desk.registrar);
        assert_eq!(code(registrar.revoke_certificate(certificate.id, "开错", 1).await), "Denied");
        assert_eq!(code(chief.revoke_certificate(certificate.id, "", 1).await), "REASON");
        assert_eq!(code(chief.revoke_certificate(certificate.id, "开错", 7).await), "Stale");
        assert_eq!(chief.revoke_certificate(certificate.id, "开错", 1).await.unwrap().version, 2);
        assert!(!check(&certificate.number, &code_of).await.unwrap().valid);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_font_and_a_character_it_lacks_are_said_and_nothing_is_issued() {
    let mut desk = desk(Home::Sqlite).await;
    let (person, _) = desk.settled().await;
    // A private-use character: no font has it.
    desk.ledger
        .change(0, "UPDATE person SET name = '\u{f0000}' WHERE precinct_id = $1 AND id = $2", vec![person.into()])
        .await;
    assert_eq!(desk.refused(&desk.person(person, "2026-11-24")).await, "CERTIFICATE_GLYPH");
    let paper = Paper { font: "/nowhere/font.ttc#2".to_owned(), ..Paper::default() };
    desk.world.store = Store::open(Settings { paper, ..desk.world.settings.clone() }).await.unwrap();
    assert_eq!(desk.refused(&desk.person(person, "2026-11-24")).await, "CERTIFICATE_FONT");
    let issued = owner::texts(&desk.world.owner_url, "SELECT number FROM certificate").await;
    assert!(issued.is_empty() && below(&desk.world.files()).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn over_graphql_a_certificate_is_issued_listed_opened_and_revoked() {
    for home in Home::all() {
        let desk = desk(home).await;
        let (person, household) = desk.settled().await;
        let id = desk.world.id(schema::id::Kind::Person, 0, person);
        let issue = format!(
            "mutation {{ issueCertificate(input: {{ kind: PERSON_REGISTRATION, personId: \"{id}\", applicant: SELF, purpose: REGISTER_SERVICE, caseRef: \"{}\" }}) {{ \
             certificate {{ id number asOf verificationUrl version }} link {{ url }} userErrors {{ code }} }} }}",
            desk.case
        );
        let data = desk.world.data(&desk.registrar, &issue).await;
        let certificate = &data["issueCertificate"]["certificate"];
        assert_eq!(certificate["asOf"], "2026-11-24", "{data}");
        let (cid, number) = (certificate["id"].as_str().unwrap(), certificate["number"].as_str().unwrap());
        assert!(certificate["verificationUrl"].as_str().unwrap().starts_with(&format!("/certificates/{number}?code=")));
        let of = desk.world.id(schema::id::Kind::Household, 0, household);
        let list = format!(
            "{{ precinct {{ all: certificates {{ nodes {{ number }} }} his: certificates(personId: \"{id}\") {{ totalCount }} its: certificates(householdId: \"{of}\") {{ totalCount }} }} }}"
        );
        let data = desk.world.data(&desk.registrar, &list).await;
        assert_eq!(data["precinct"]["all"]["nodes"][0]["number"], number);
        assert_eq!(
            (&data["precinct"]["his"]["totalCount"], &data["precinct"]["its"]["totalCount"]),
            (&1.into(), &0.into())
        );
        let both =
            format!("{{ precinct {{ certificates(personId: \"{id}\", householdId: \"{of}\") {{ totalCount }} }} }}");
        assert_eq!(codes(&desk.world.ask(&desk.registrar, &both).await), ["BAD_INPUT"]);
        let open =
            format!("mutation {{ openCertificate(input: {{ certificateId: \"{cid}\" }}) {{ link {{ url }} }} }}");
        assert!(desk.world.data(&desk.registrar, &open).await["openCertificate"]["link"]["url"].is_string());
        let revoke = format!(
            "mutation {{ revokeCertificate(input: {{ certificateId: \"{cid}\", reason: \"开错\", expectedVersion: 1 }}) {{ certificate {{ revokedAt revocation version }} userErrors {{ code }} }} }}"
        );
        assert_eq!(codes(&desk.world.ask(&desk.registrar, &revoke).await), ["FORBIDDEN"]);
        let chief = desk.world.member(Role::StationChief, 0);
        assert_eq!(desk.world.data(&chief, &revoke).await["revokeCertificate"]["certificate"]["version"], 2);
        let neighbour = desk.world.member(Role::StationChief, 1);
        for document in [issue, open, revoke] {
            assert_eq!(codes(&desk.world.ask(&neighbour, &document).await), ["NOT_FOUND"], "{document}");
        }
    }
}

async fn same(desk: &Desk, name: &str) -> Result<u64, Error> {
    let scope = desk.world.scope(&desk.registrar);
    let counted = scope.same_name_count(name).await;
    scope.finish().await.unwrap();
    counted
}

#[tokio::test(flavor = "multi_thread")]
async fn r25_a_name_is_counted_over_the_district_and_nothing_else_is_said() {
    for home in Home::all() {
        let desk = desk(home).await;
        for (n, at) in [(1, 0), (2, 1), (3, 1)] {
            desk.ledger.add(&desk.world, at, Uuid::from_u128(n), &Newcomer::named("欧阳测试")).await;
        }
        desk.ledger
            .change(
                1,
                "UPDATE person SET death_on = '2020-01-01' WHERE precinct_id = $1 AND id = $2",
                vec![Uuid::from_u128(3).into()],
            )
            .await;
        assert_eq!(same(&desk, " 欧阳测试 ").await.unwrap(), 2);
        assert_eq!(same(&desk, "欧阳测").await.unwrap(), 0, "the whole name and not its beginning");
        for name in ["欧阳", "王", "ouyang", "oycs", ""] {
            assert_eq!(code(same(&desk, name).await), "PRV-04", "{name}");
        }
        for role in [Role::Auxiliary, Role::CommunityOfficer, Role::GridWorker] {
            let scope = desk.world.scope(&desk.world.member(role, 0));
            assert_eq!(code(scope.same_name_count("欧阳测试").await), "Denied");
        }
        let said = owner::texts(&desk.world.owner_url, "SELECT coalesce(condition, '') || coalesce(object_kind, '') FROM audit_entry WHERE function = 'sameNameCount'").await;
        assert!(said.len() >= 7 && said.iter().all(|line| !line.contains('欧')), "{said:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r25_counting_names_is_no_search_because_it_ends() {
    for home in Home::all() {
        let desk = desk(home).await;
        for n in 0..SAME_NAMES_A_DAY {
            assert!(same(&desk, "测试名").await.is_ok(), "{n}");
        }
        assert_eq!(code(same(&desk, "测试名").await), "Quota");
        desk.world.clock.advance(chrono::TimeDelta::days(1));
        assert!(same(&desk, "测试名").await.is_ok());
        // Many at once in one operation are as many.
        let aliases: String = (0..15).map(|n| format!("a{n}: sameNameCount(name: \"测试名\") ")).collect();
        let mut counted = 0;
        for _ in 0..4 {
            let answer = desk.world.ask(&desk.registrar, &format!("{{ {aliases} }}")).await;
            counted +=
                answer["data"].as_object().map_or(0, |data| data.values().filter(|value| value.is_number()).count());
        }
        assert!(counted < SAME_NAMES_A_DAY, "{counted}");
    }
}
