//! Every field of the schema is tried by nobody and by a stranger (L5, L26), and by those it is for: the outcome of each is a line
//! of a committed table. A field the schema has and the table lacks fails the test.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::Value;
use tenants::id_number::{IdNumber, TEST_REGION};
use tenants::members::Member;
use tenants::roles::Role;
use tests::sdl::{Field, Sdl};
use tests::world::{Home, World, codes};

use crate::residents::{ADULT, linked};

/// Argument values by name of the field's parent type and argument, all of precinct A.
struct Arguments(BTreeMap<&'static str, String>);

impl Arguments {
    async fn of(world: &World, resident: &Arc<Member>) -> Self {
        let right = "mutation { requestRight(input: { kind: COPY, text: \"strangers\" }) { rightsRequest { id } } }";
        let right = world.data(resident, right).await["requestRight"]["rightsRequest"]["id"].clone();
        let (number, upload) = filed_by_telephone(world, resident).await;
        let chief = world.member(Role::StationChief, 0);
        // Two events of A: a stream after the first begins with the second, or with a refusal.
        for _ in 0..2 {
            let opened =
                "mutation { openCaseFile(input: { kind: INCIDENT, title: \"strangers\" }) { userErrors { code } } }";
            world.data(&chief, opened).await;
        }
        let (application, task) = filed(world, &chief).await;
        let data = world
            .data(
                &chief,
                "{ precinct { id beats { id } communities { id } buildings(first: 1) { nodes { id } } dwellings(first: 1) { nodes { id } } \
                 rentals(first: 1) { nodes { id } } residentConfirmations(first: 1) { nodes { id } } events(first: 1) { pageInfo { endCursor } } \
                 caseFiles(first: 1) { nodes { id number } } acts(first: 1) { nodes { id } } \
                 households(first: 1) { nodes { id number members { person { id isMinor } } } } } }",
            )
            .await;
        let precinct = &data["precinct"];
        let text = |value: &Value| value.as_str().expect("an id").to_owned();
        let household = &precinct["households"]["nodes"][0];
        let mut known = BTreeMap::from([
            ("precinct", text(&precinct["id"])),
            ("beat", text(&precinct["beats"][0]["id"])),
            ("community", text(&precinct["communities"][0]["id"])),
            ("address", text(&precinct["buildings"]["nodes"][0]["id"])),
            ("dwelling", text(&precinct["dwellings"]["nodes"][0]["id"])),
            ("rental", text(&precinct["rentals"]["nodes"][0]["id"])),
            ("household", text(&household["id"])),
            ("number", text(&household["number"])),
            ("person", text(&household["members"][0]["person"]["id"])),
            ("caseRef", text(&precinct["caseFiles"]["nodes"][0]["number"])),
            ("act", text(&precinct["acts"]["nodes"][0]["id"])),
            ("caseFile", text(&precinct["caseFiles"]["nodes"][0]["id"])),
            ("application", application),
            ("assistTask", task),
        ]);
        let papers = papers(world, &known).await;
        known.extend(papers);
        known.extend([("rightsRequest", text(&right)), ("trackingNumber", text(&number)), ("upload", text(&upload))]);
        known.insert("appointment", booked(world, resident).await);
        known.insert("residentConfirmation", text(&precinct["residentConfirmations"]["nodes"][0]["id"]));
        known.insert("cursor", text(&precinct["events"]["pageInfo"]["endCursor"]));
        known.extend(residence(world, &chief).await);
        let node = known["household"].clone();
        known.insert("node", node);
        Self(known)
    }

    /// A field with its arguments: everything that must be given, and the id of A wherever one may be.
    fn call(&self, sdl: &Sdl, field: &Field) -> String {
        let given: Vec<String> = field
            .arguments
            .iter()
            .filter_map(|argument| {
                self.value(sdl, &field.name, argument).map(|value| format!("{}: {value}", argument.name))
            })
            .collect();
        if given.is_empty() { field.name.clone() } else { format!("{}({})", field.name, given.join(", ")) }
    }

    fn value(&self, sdl: &Sdl, parent: &str, argument: &Field) -> Option<String> {
        let quoted = |key: &str| self.0.get(key).map(|id| format!("\"{id}\""));
        let id = match argument.name.as_str() {
            "id" => quoted(parent),
            "ids" => quoted("node").map(|id| format!("[{id}]")),
            name => name.strip_suffix("Id").and_then(quoted).or_else(|| quoted(name)),
        };
        let follows = [
            "precinctEvents",
            "applicationStatusChanged",
            "worklistChanged",
            "assistTaskChanged",
            "myAppointmentChanged",
        ];
        if argument.name == "after" && follows.contains(&parent) {
            return quoted("cursor");
        }
        if argument.ty == "ID" || ["caseRef", "trackingNumber"].contains(&argument.name.as_str()) {
            return id.or_else(|| argument.required.then(|| "\"none\"".to_owned()));
        }
        if !argument.required {
            return None;
        }
        if let Some(members) = sdl.enums.get(&argument.ty) {
            return members.first().map(|member| if argument.list { format!("[{member}]") } else { member.clone() });
        }
        if argument.ty == "RegisterFormInput" {
            // Exactly one form: that of an item of A's person.
            let seen = format!("{{ id: {}, expectedVersion: 99 }}", quoted("person")?);
            return Some(format!("{{ item: {{ person: {seen}, kind: EDUCATION, value: \"x\", basis: CHANGE }} }}"));
        }
        if argument.ty == "PersonSearchInput" {
            return Some(format!("{{ householdNumber: {} }}", quoted("number")?));
        }
        if let Some(fields) = sdl.inputs.get(&argument.ty) {
            let given: Vec<String> = fields
                .iter()
                .filter_map(|field| {
                    self.value(sdl, &argument.name, field).map(|value| format!("{}: {value}", field.name))
                })
                .collect();
            return Some(format!("{{ {} }}", given.join(", ")));
        }
        Some(match argument.ty.as_str() {
            "Int" => "1".to_owned(),
            "Boolean" => "true".to_owned(),
            "Date" => "\"2026-11-24\"".to_owned(),
            "DateTime" => "\"2027-01-01T00:00:00Z\"".to_owned(),
            _ if argument.name == "name" && parent == "codeSet" => "\"relation\"".to_owned(),
            _ => "\"strangers\"".to_owned(),
        })
    }
}

/// A place that a resident holds.
async fn booked(world: &World, resident: &Arc<Member>) -> String {
    let booked = crate::appointments::books(world, resident, crate::appointments::SATURDAY).await.expect("a place");
    booked["id"].as_str().expect("an id").to_owned()
}

/// A tenancy, a stay and a residence permit of A, the latter two of somebody new who has resided long enough.
async fn residence(world: &World, chief: &Arc<Member>) -> [(&'static str, String); 3] {
    let number = IdNumber::compose(TEST_REGION, NaiveDate::from_ymd_opt(1990, 1, 2).unwrap(), 917).unwrap();
    let dwelling = world.data(chief, "{ precinct { dwellings(first: 1) { nodes { id } } } }").await;
    let dwelling = &dwelling["precinct"]["dwellings"]["nodes"][0]["id"];
    let register = format!(
        "mutation {{ registerStay(input: {{ newcomer: {{ name: \"吴新来\", idNumber: \"{}\", registeredPlace: \"河南省信阳市\" }}, dwellingId: {dwelling}, \
         reason: WORK, takenAt: STATION, from: \"2026-01-01\", until: \"2027-11-24\" }}) {{ stay {{ id person {{ id }} }} }} }}",
        number.as_str()
    );
    let stay = world.data(chief, &register).await["registerStay"]["stay"].take();
    let apply = format!(
        "mutation {{ applyForResidencePermit(input: {{ personId: {}, dwellingId: {dwelling}, ground: JOB, appliedBy: SELF }}) {{ residencePermit {{ id }} }} }}",
        stay["person"]["id"]
    );
    let permit = world.data(chief, &apply).await["applyForResidencePermit"]["residencePermit"].take();
    let id = |value: &Value| value["id"].as_str().expect("an id").to_owned();
    let tenancies = world.data(chief, "{ precinct { rentals(first: 100) { nodes { tenants { id } } } } }").await;
    let mut tenants =
        tenancies["precinct"]["rentals"]["nodes"].as_array().expect("rentals").iter().map(|one| &one["tenants"][0]);
    let tenancy = tenants.find(|tenant| tenant.is_object()).expect("a tenancy");
    [("stay", id(&stay)), ("residencePermit", id(&permit)), ("tenancy", id(tenancy))]
}

/// A document and a certificate of A.
async fn papers(world: &World, known: &BTreeMap<&'static str, String>) -> [(&'static str, String); 2] {
    let registrar = world.member(Role::Registrar, 0);
    let prepare = format!(
        "mutation {{ prepareUpload(input: {{ kind: \"OTHER\", size: 1, caseRef: \"{}\" }}) {{ document {{ id }} }} }}",
        known["caseRef"]
    );
    let document = world.data(&registrar, &prepare).await["prepareUpload"]["document"]["id"].take();
    let issue = format!(
        "mutation {{ issueCertificate(input: {{ kind: HOUSEHOLD_REGISTRATION, householdId: \"{}\", applicant: SELF, purpose: REGISTER_SERVICE, caseRef: \"{}\" }}) {{ certificate {{ id }} }} }}",
        known["household"], known["caseRef"]
    );
    let certificate = world.data(&registrar, &issue).await["issueCertificate"]["certificate"]["id"].take();
    let text = |value: Value| value.as_str().expect("an id; certificates need the font of fonts-noto-cjk").to_owned();
    [("document", text(document)), ("certificate", text(certificate))]
}

/// The number of an application that a resident of A filed from his telephone, and what he began to upload for it.
async fn filed_by_telephone(world: &World, resident: &Arc<Member>) -> (Value, Value) {
    let draft = "mutation { saveMyDraft(input: { typeCode: \"R21\", about: ONESELF, papers: [\"BOOKLET\"] }) { application { id } } }";
    let id = world.data(resident, draft).await["saveMyDraft"]["application"]["id"].clone();
    let upload = format!(
        "mutation {{ prepareMyPaper(input: {{ applicationId: {id}, code: \"BOOKLET\", size: 9 }}) {{ upload {{ id }} }} }}"
    );
    let upload = world.data(resident, &upload).await["prepareMyPaper"]["upload"]["id"].clone();
    let submit = format!(
        "mutation {{ submitMyApplication(input: {{ applicationId: {id}, expectedVersion: 1 }}) {{ application {{ trackingNumber }} }} }}"
    );
    let filed = world.data(resident, &submit).await["submitMyApplication"]["application"]["trackingNumber"].clone();
    (filed, upload)
}

/// An application of A that was filed, and what another office is asked for it.
async fn filed(world: &World, chief: &Arc<Member>) -> (String, String) {
    let text = |value: &Value| value.as_str().expect("an id").to_owned();
    let draft = "mutation { saveDraft(input: { typeCode: \"R21\", subjectName: \"某人\", applicantKind: ONESELF, applicantName: \"某人\", \
        papers: [\"BOOKLET\"] }) { application { id } } }";
    let id = text(&world.data(chief, draft).await["saveDraft"]["application"]["id"]);
    let submit = format!(
        "mutation {{ submitApplication(input: {{ applicationId: \"{id}\", expectedVersion: 1 }}) {{ application {{ version }} }} }}"
    );
    world.data(chief, &submit).await;
    let ask = format!(
        "mutation {{ addAssistTask(input: {{ applicationId: \"{id}\", expectedVersion: 2, office: HOUSING, request: \"strangers\" }}) \
         {{ application {{ assistTasks {{ id }} }} }} }}"
    );
    let task = text(&world.data(chief, &ask).await["addAssistTask"]["application"]["assistTasks"][0]["id"]);
    (id, task)
}

/// A document for one field, reached by the shortest way.
fn document(sdl: &Sdl, arguments: &Arguments, root: &str, way: &[Field], field: &Field) -> String {
    let inner = if sdl.is_composite(&field.ty) {
        format!("{} {{ __typename }}", arguments.call(sdl, field))
    } else {
        arguments.call(sdl, field)
    };
    let nested = way.iter().rev().fold(inner, |inner, step| format!("{} {{ {inner} }}", arguments.call(sdl, step)));
    match root {
        "Mutation" => format!("mutation {{ {nested} }}"),
        "Subscription" => format!("subscription {{ {nested} }}"),
        _ => format!("{{ {nested} }}"),
    }
}

/// Every field of the schema with a document that asks for it.
fn cases(sdl: &Sdl, arguments: &Arguments) -> BTreeMap<String, String> {
    let mut cases = BTreeMap::new();
    for root in ["Query", "Mutation", "Subscription"] {
        for (ty, way) in sdl.ways(root) {
            for field in &sdl.objects[&ty] {
                cases
                    .entry(format!("{ty}.{}", field.name))
                    .or_insert_with(|| document(sdl, arguments, root, &way, field));
            }
        }
    }
    cases
}

/// Whether a resident may be answered a field: what is his own, what he is, the station's own name, and the code sets (SEC-03).
fn is_residents(field: &str) -> bool {
    const OWN: [&str; 35] = [
        "Me",
        "MyApplication",
        "MyApplicationConnection",
        "MyApplicationEdge",
        "MyApplicationPayload",
        "MyStep",
        "MyWords",
        "MyPaper",
        "MyUpload",
        "Acknowledgement",
        "ChecklistItem",
        "Gap",
        "MyPerson",
        "MyName",
        "MyMembership",
        "MySighting",
        "HouseholdMember",
        "Notice",
        "RightsRequest",
        "RightsRequestConnection",
        "RightsRequestEdge",
        "Appointment",
        "AppointmentConnection",
        "AppointmentEdge",
        "AppointmentSlot",
        "OpeningDay",
        "OpeningPattern",
        "OpeningWindow",
        "Viewer",
        "Permission",
        "CodeSet",
        "CodeValue",
        "Matter",
        "RequiredPaper",
        "StatutoryLimit",
    ];
    const FIELDS: [&str; 39] = [
        "Query.matters",
        "Query.statutoryLimits",
        "Query.me",
        "Query.viewer",
        "Query.precinct",
        "Query.codeSet",
        "Query.codeSets",
        "Mutation.bindMyself",
        "Mutation.requestRight",
        "Mutation.saveMyDraft",
        "Mutation.resumeMyPaper",
        "Mutation.completeMyPaper",
        "Mutation.openMyPaper",
        "MyUploadPayload.upload",
        "MyUploadPayload.link",
        "MyUploadPayload.userErrors",
        "FileLink.url",
        "FileLink.expiresAt",
        "Mutation.bookAppointment",
        "Mutation.cancelAppointment",
        "Subscription.myAppointmentChanged",
        "Precinct.appointmentSlots",
        "Precinct.openingCalendar",
        "Precinct.openingPattern",
        "AppointmentPayload.appointment",
        "AppointmentPayload.userErrors",
        "Precinct.id",
        "Precinct.code",
        "Precinct.name",
        "Precinct.shortName",
        "Precinct.state",
        "Precinct.addressText",
        "Precinct.phone",
        "Mutation.endSession",
        "BindMyselfPayload.standing",
        "BindMyselfPayload.userErrors",
        "RightsRequestPayload.rightsRequest",
        "RightsRequestPayload.userErrors",
        "Query.nodes",
    ];
    let ty = field.split('.').next().unwrap_or_default();
    OWN.contains(&ty) || FIELDS.contains(&field) || ["PageInfo", "UserError", "Session"].contains(&ty)
}

/// What somebody gets: `ok`, or the codes of the errors.
fn outcome(answer: &str) -> String {
    let answer: Value = serde_json::from_str(answer).expect("JSON");
    let mut codes = codes(&answer);
    codes.sort();
    codes.dedup();
    if codes.is_empty() { "ok".to_owned() } else { codes.join("+") }
}

#[tokio::test(flavor = "multi_thread")]
async fn l5_l26_every_field_is_tried_by_nobody_and_by_a_stranger() {
    let world = World::new(Home::Sqlite).await;
    let sdl = Sdl::ours();
    let ledger = tests::ledger::Ledger::of(&world).await;
    let resident = linked(&world, &ledger.person(0, ADULT).await, 0).await;
    let arguments = Arguments::of(&world, &resident).await;
    let cases = cases(&sdl, &arguments);
    let all: Vec<String> = sdl
        .objects
        .iter()
        .flat_map(|(ty, fields)| fields.iter().map(move |field| format!("{ty}.{}", field.name)))
        .collect();
    for field in &all {
        assert!(cases.contains_key(field), "{field} cannot be reached from a root and is not tried");
    }
    let askers: Vec<(&str, Option<Arc<Member>>)> = vec![
        ("nobody", None),
        ("stranger", Some(world.member(Role::StationChief, 1))),
        ("grid", Some(world.member(Role::GridWorker, 0))),
        ("chief", Some(world.member(Role::StationChief, 0))),
        ("auditor", Some(world.member(Role::Auditor, 0))),
        ("security", Some(world.member(Role::SecurityAdmin, 0))),
        ("district", Some(world.officer_of_district(Role::DistrictAnalyst))),
        ("resident", Some(resident)),
    ];
    let mut table =
        String::from("# field: what nobody, a stranger of another station, and members of the station get\n");
    let (mut answered, mut open) = (std::collections::BTreeSet::new(), Vec::new());
    for (field, document) in &cases {
        let _ = write!(table, "{field}:");
        for (who, member) in &askers {
            let answer = if document.starts_with("subscription") {
                world.frames(member.as_ref(), document, 1).await.remove(0)
            } else {
                world.bytes(member.as_ref(), document).await
            };
            let outcome = outcome(&answer);
            assert!(!outcome.contains("INTERNAL"), "{who} asks {document}: {answer}");
            assert!(
                *who != "nobody" || ["UNAUTHENTICATED", "COST"].contains(&outcome.as_str()),
                "{field} answers nobody: {answer}"
            );
            if *who == "resident" && outcome == "ok" && !is_residents(field) {
                open.push(field.clone());
            }
            if outcome == "ok" {
                answered.insert(field.clone());
            }
            let _ = write!(table, " {who}={outcome}");
        }
        table.push('\n');
    }
    assert_eq!(open, Vec::<String>::new(), "fields that answer a resident");
    insta::assert_snapshot!("fields", table);
    let silent: Vec<&String> = cases.keys().filter(|field| !answered.contains(*field)).collect();
    assert!(
        silent.len() * 5 < cases.len(),
        "too many fields answer none of the askers, so that refusing proves nothing: {silent:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn l14_foreign_forged_and_missing_are_the_same_bytes_before_any_sql() {
    for home in Home::all() {
        let world = World::new(home).await;
        let (chief, neighbour) = (world.member(Role::StationChief, 0), world.member(Role::StationChief, 1));
        let theirs = world.data(&neighbour, "{ precinct { id households(first: 1) { nodes { id } } } }").await;
        let foreign = theirs["precinct"]["households"]["nodes"][0]["id"].as_str().expect("an id").to_owned();
        let missing = world.id(schema::id::Kind::Household, 0, uuid::Uuid::nil());
        let mut forged = foreign.clone();
        forged.replace_range(10..11, if &foreign[10..11] == "A" { "B" } else { "A" });
        let mut answers = Vec::new();
        for (id, before_sql) in [(&foreign, true), (&forged, true), (&missing, false)] {
            let before = world.store.meter().statements();
            let answer: Value = world.ask(&chief, &format!("{{ node(id: \"{id}\") {{ id }} }}")).await;
            assert!(!before_sql || world.store.meter().statements() == before, "{id} reached the database");
            let mut answer = answer;
            answer["extensions"]["requestId"] = Value::Null;
            for error in answer["errors"].as_array_mut().expect("errors") {
                error["extensions"]["requestId"] = Value::Null;
            }
            answers.push(answer.to_string());
        }
        assert_eq!(answers[0], answers[1]);
        assert_eq!(answers[0], answers[2]);
        assert!(answers[0].contains("NOT_FOUND"));
    }
}
