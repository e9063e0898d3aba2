//! Documents: taken for what they are, kept sealed and without what the camera said, opened by whoever may and never unseen.

use std::sync::Arc;

use chrono::TimeDelta;
use tenants::Error;
use tenants::documents::{Document, DocumentFilter, DocumentPart, DocumentRefusal, DocumentState};
use tenants::files::Settings as FileSettings;
use tenants::ids::DocumentId;
use tenants::members::Member;
use tenants::page::Paging;
use tenants::purposes::Purpose;
use tenants::roles::Role;
use tenants::store::Settings;
use tenants::{Scope, Store, scope::Precinct};
use tests::owner;
use tests::papers::{SECRET, below, bomb, bytes, clamd, holds, paper, pdf, photo};
use tests::world::{Home, World, codes};

async fn place(home: Home) -> (World, Arc<Member>, String) {
    let world = World::of(home, 2, 20, 1_000_000).await;
    let registrar = world.member(Role::Registrar, 0);
    let case = world.case(&registrar).await;
    (world, registrar, case)
}

async fn opened(scope: &Scope<Precinct>, id: DocumentId, part: DocumentPart) -> Result<Vec<u8>, Error> {
    let content = scope.document_content(id, part, Purpose::RegisterService).await;
    scope.finish().await?;
    Ok(bytes(&content?).await)
}

/// What the trail says was done to a document, in order: function, result, purpose and case.
async fn trail(world: &World, document: &Document) -> Vec<String> {
    let sqlite = world.url.starts_with("sqlite");
    let id = if sqlite { format!("x'{}'", document.id.0.simple()) } else { format!("'{}'::uuid", document.id.0) };
    let sql = format!(
        "SELECT function || ' ' || result || ' ' || coalesce(purpose, '-') || ' ' || coalesce(case_ref, '-') FROM audit_entry WHERE object_id = {id} ORDER BY seq"
    );
    owner::texts(&world.owner_url, &sql).await
}

/// The code that refuses.
fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> &'static str {
    match result {
        Err(Error::Invalid { code, .. }) => code,
        Err(Error::NotFound) => "NOT_FOUND",
        Err(Error::Denied) => "FORBIDDEN",
        Err(Error::PurposeRequired(_)) => "PURPOSE_REQUIRED",
        Err(Error::Stale { .. }) => "STALE",
        Err(Error::Unavailable(_)) => "UNAVAILABLE",
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_19_prv_27_a_photo_is_kept_sealed_and_without_its_metadata() {
    for home in Home::all() {
        let (world, registrar, case) = place(home).await;
        let came = photo();
        assert!(came.len() > 140_000 && holds(&came, SECRET) && holds(&came, b"Exif"));
        let document = world.hand_in(&registrar, &case, &came).await;
        assert_eq!((document.state, document.media_type.as_deref()), (DocumentState::Ready, Some("image/jpeg")));
        let scope = world.scope(&registrar);
        let kept = opened(&scope, document.id, DocumentPart::Content).await.unwrap();
        assert_eq!(kept.len() as u64, document.size);
        assert!(!holds(&kept, SECRET) && !holds(&kept, b"Exif"));
        let picture = image::load_from_memory(&kept).unwrap();
        assert_eq!((picture.width(), picture.height()), (400, 600), "turned as the camera said");
        let preview =
            image::load_from_memory(&opened(&scope, document.id, DocumentPart::Preview).await.unwrap()).unwrap();
        assert_eq!((preview.width(), preview.height()), (320, 480));
        let files = below(&world.files());
        assert_eq!(files.len(), 2, "{files:?}");
        for file in files {
            let sealed = std::fs::read(file).unwrap();
            assert!(!holds(&sealed, b"JFIF") && !holds(&sealed, &kept[kept.len() / 2..kept.len() / 2 + 16]));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_what_is_in_it_and_what_is_refused_leaves_nothing_behind() {
    for home in Home::all() {
        let (world, registrar, case) = place(home).await;
        for (bytes, refusal) in [
            (b"MZ\x90\0 this program cannot be run in DOS mode".to_vec(), DocumentRefusal::MediaType),
            (b"<script>alert(1)</script>".to_vec(), DocumentRefusal::MediaType),
            (b"\xff\xd8\xff\xe0 this is no picture".to_vec(), DocumentRefusal::Broken),
            (bomb(), DocumentRefusal::TooLarge),
        ] {
            let document = world.hand_in(&registrar, &case, &bytes).await;
            assert_eq!((document.state, document.refusal), (DocumentState::Refused, Some(refusal)));
            let scope = world.scope(&registrar);
            assert_eq!(code(opened(&scope, document.id, DocumentPart::Content).await), "DOCUMENT_NOT_READY");
            assert!(below(&world.files()).is_empty(), "{refusal:?}");
        }
        let document = world.hand_in(&registrar, &case, &pdf()).await;
        assert_eq!(document.media_type.as_deref(), Some("application/pdf"));
        let scope = world.scope(&registrar);
        assert_eq!(opened(&scope, document.id, DocumentPart::Content).await.unwrap(), pdf());
        assert_eq!(code(opened(&scope, document.id, DocumentPart::Preview).await), "DOCUMENT_PREVIEW");
    }
}

async fn scanned(world: &World, address: &str) -> Store {
    let files = FileSettings { clamd: address.to_owned(), ..world.settings.files.clone() };
    Store::open(Settings { files, ..world.settings.clone() }).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_virus_is_refused_and_a_scanner_that_is_away_lets_nothing_in() {
    let (mut world, registrar, case) = place(Home::Sqlite).await;
    world.store = scanned(&world, "127.0.0.1:9").await;
    let (scope, file) = (world.scope(&registrar), [pdf(), b"EICAR\n%%EOF".to_vec()].concat());
    let id = scope.prepare_upload(paper(&case, file.len())).await.unwrap().document.id;
    scope.receive_part(id, 0, &file).await.unwrap();
    assert_eq!(code(scope.complete_upload(id, 1).await), "UNAVAILABLE");
    world.store = scanned(&world, &clamd().await).await;
    let scope = world.scope(&registrar);
    assert_eq!(scope.document(id).await.unwrap().state, DocumentState::Uploading, "it can be tried again");
    let document = scope.complete_upload(id, 1).await.unwrap();
    assert_eq!(document.refusal, Some(DocumentRefusal::Infected));
    assert!(below(&world.files()).is_empty());
    assert_eq!(world.hand_in(&registrar, &case, &pdf()).await.state, DocumentState::Ready);
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_follow_each_other_and_of_two_in_one_place_one_is_taken() {
    for home in Home::all() {
        let (world, registrar, case) = place(home).await;
        let (scope, file) = (world.scope(&registrar), photo());
        let id = scope.prepare_upload(paper(&case, file.len())).await.unwrap().document.id;
        assert_eq!(code(scope.receive_part(id, 1, &file[..70_000]).await), "UPLOAD_OFFSET");
        assert_eq!(code(scope.receive_part(id, 0, &file[..1_000]).await), "UPLOAD_PART");
        assert_eq!(code(scope.receive_part(id, 0, b"").await), "UPLOAD_PART");
        assert_eq!(code(scope.receive_part(id, 0, &[&file[..], b"x"].concat()).await), "UPLOAD_SIZE");
        assert!(below(&world.files()).is_empty());
        let (one, other) =
            tokio::join!(scope.receive_part(id, 0, &file[..70_000]), scope.receive_part(id, 0, &file[..80_000]));
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        let arrived = one.or(other).unwrap();
        assert_eq!(below(&world.files()).len(), 1, "the part that lost is gone");
        assert_eq!(code(scope.complete_upload(id, 1).await), "UPLOAD_INCOMPLETE");
        // Another process goes on where this one ended.
        let elsewhere = world.another_process().await;
        let scope = elsewhere.scope(&registrar);
        assert_eq!(scope.upload_offset(id).await.unwrap(), arrived);
        let rest = &file[usize::try_from(arrived).unwrap()..];
        assert_eq!(scope.receive_part(id, arrived, rest).await.unwrap(), file.len() as u64);
        assert_eq!(code(scope.complete_upload(id, 9).await), "STALE");
        assert_eq!(scope.complete_upload(id, 1).await.unwrap().state, DocumentState::Ready);
        assert_eq!(code(scope.receive_part(id, 0, &file).await), "UPLOAD_OVER");
        assert_eq!(code(scope.complete_upload(id, 2).await), "UPLOAD_OVER");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_announced_must_be_a_known_paper_of_a_bearable_size_that_belongs_somewhere() {
    let (world, registrar, case) = place(Home::Sqlite).await;
    let scope = world.scope(&registrar);
    let with = |change: fn(&mut tenants::documents::NewDocument)| {
        let mut new = paper(&case, 10);
        change(&mut new);
        scope.prepare_upload(new)
    };
    assert_eq!(code(with(|new| new.kind = "LOVE_LETTER".to_owned()).await), "DOCUMENT_KIND");
    assert_eq!(code(with(|new| new.size = 0).await), "DOCUMENT_SIZE");
    assert_eq!(code(with(|new| new.size = (20 << 20) + 1).await), "DOCUMENT_SIZE");
    assert_eq!(code(with(|new| new.case_ref = None).await), "DOCUMENT_OWNER");
    assert_eq!(code(with(|new| new.case_ref = Some("AJ0".to_owned())).await), "PURPOSE_REQUIRED");
    let theirs = world.case(&world.member(Role::Registrar, 1)).await;
    assert_eq!(code(scope.prepare_upload(paper(&theirs, 10)).await), "PURPOSE_REQUIRED", "another station's case");
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_03_an_auxiliary_hands_in_and_only_registrar_and_chief_open() {
    for home in Home::all() {
        let (world, registrar, case) = place(home).await;
        let auxiliary = world.member(Role::Auxiliary, 0);
        let document = world.hand_in(&auxiliary, &case, &pdf()).await;
        for (role, expected) in [
            (Role::Auxiliary, "FORBIDDEN"),
            (Role::CommunityOfficer, "FORBIDDEN"),
            (Role::GridWorker, "FORBIDDEN"),
            (Role::Auditor, "FORBIDDEN"),
        ] {
            let scope = world.scope(&world.member(role, 0));
            assert_eq!(code(opened(&scope, document.id, DocumentPart::Content).await), expected, "{role}");
        }
        for member in [&registrar, &world.member(Role::StationChief, 0)] {
            assert_eq!(opened(&world.scope(member), document.id, DocumentPart::Content).await.unwrap(), pdf());
        }
        let neighbour = world.scope(&world.member(Role::StationChief, 1));
        assert_eq!(code(opened(&neighbour, document.id, DocumentPart::Content).await), "NOT_FOUND");
        // An upload is its uploader's own until it is complete.
        let own = world.scope(&auxiliary).prepare_upload(paper(&case, 10)).await.unwrap().document;
        assert_eq!(code(world.scope(&registrar).receive_part(own.id, 0, b"0123456789").await), "NOT_FOUND");
        assert_eq!(code(world.scope(&registrar).complete_upload(own.id, 1).await), "NOT_FOUND");
        let said = trail(&world, &document).await;
        let refused = said.iter().filter(|line| line.starts_with("documentContent DENIED")).count();
        assert_eq!(refused, 4, "{said:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_02_sec_04_each_opening_is_one_entry_and_a_closed_case_opens_nothing() {
    for home in Home::all() {
        let (world, registrar, case) = place(home).await;
        let document = world.hand_in(&registrar, &case, &pdf()).await;
        for _ in 0..2 {
            opened(&world.scope(&registrar), document.id, DocumentPart::Content).await.unwrap();
        }
        let expected = format!("documentContent OK REGISTER_SERVICE {case}");
        let said = trail(&world, &document).await;
        assert_eq!(said.iter().filter(|line| **line == expected).count(), 2, "{said:?}");
        assert_eq!(said.iter().filter(|line| line.starts_with("completeUpload OK")).count(), 1, "{said:?}");
        let scope = world.scope(&registrar);
        let open = scope.case_files(None, &Paging::new(100, None)).await.unwrap();
        let row = open.items.into_iter().find(|row| row.number == case).unwrap();
        scope.close_case_file(row.id, row.version).await.unwrap();
        let later = world.scope(&registrar);
        assert_eq!(code(opened(&later, document.id, DocumentPart::Content).await), "PURPOSE_REQUIRED");
        assert_eq!(
            code(later.document_content(document.id, DocumentPart::Content, Purpose::Statistics).await),
            "PURPOSE_REQUIRED"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_18_what_nobody_finishes_is_gone_after_a_day_and_what_goes_on_is_let_be() {
    for home in Home::all() {
        let (world, registrar, case) = place(home).await;
        let (scope, file) = (world.scope(&registrar), photo());
        let old = scope.prepare_upload(paper(&case, file.len())).await.unwrap().document.id;
        scope.receive_part(old, 0, &file[..70_000]).await.unwrap();
        // What a process that died between its two steps leaves behind.
        let parts = world.files().join("parts").join(world.precinct(0).0.to_string());
        let stray = world.store.ids().next(world.store.clock().now());
        std::fs::write(parts.join(stray.to_string()), b"stray").unwrap();
        world.clock.advance(TimeDelta::hours(23));
        let young = scope.prepare_upload(paper(&case, file.len())).await.unwrap().document.id;
        scope.receive_part(young, 0, &file[..70_000]).await.unwrap();
        let tidy = async || {
            let operator = world.store.members().operator(world.precinct(0)).await.unwrap();
            world.scope(&operator).tidy_uploads().await.unwrap()
        };
        assert_eq!((tidy().await, below(&parts).len()), (0, 3));
        world.clock.advance(TimeDelta::hours(2));
        assert_eq!((tidy().await, below(&parts).len()), (1, 1));
        let later = world.scope(&registrar);
        assert_eq!(later.document(old).await.unwrap().refusal, Some(DocumentRefusal::Abandoned));
        assert_eq!(code(later.receive_part(old, 70_000, &file[70_000..]).await), "UPLOAD_OVER");
        assert_eq!(later.receive_part(young, 70_000, &file[70_000..]).await.unwrap(), file.len() as u64);
        assert_eq!(code(world.scope(&registrar).tidy_uploads().await), "FORBIDDEN");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_are_listed_by_what_they_belong_to_and_say_nothing_of_what_is_in_them() {
    for home in Home::all() {
        let (world, registrar, case) = place(home).await;
        let other = world.case(&registrar).await;
        let mine = world.hand_in(&registrar, &case, &pdf()).await;
        let refused = world.hand_in(&registrar, &other, b"MZ").await;
        let listed = async |filter: DocumentFilter| {
            let page = world.scope(&registrar).documents(&filter, &Paging::new(10, None)).await.unwrap();
            page.items.into_iter().map(|document| document.id).collect::<Vec<_>>()
        };
        let of = |case: &str| DocumentFilter { case_ref: Some(case.to_owned()), ..DocumentFilter::default() };
        assert_eq!(listed(of(&case)).await, [mine.id]);
        assert_eq!(listed(of(&other)).await, [refused.id]);
        let ready = DocumentFilter { state: Some(DocumentState::Ready), ..DocumentFilter::default() };
        assert_eq!(listed(ready).await, [mine.id]);
        let neighbour = world.member(Role::Registrar, 1);
        let theirs = world.data(&neighbour, "{ precinct { documents { totalCount nodes { number } } } }").await;
        assert_eq!(theirs["precinct"]["documents"]["totalCount"], 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn l5_over_graphql_a_document_goes_in_and_a_neighbour_gets_not_found() {
    for home in Home::all() {
        let (world, registrar, case) = place(home).await;
        let prepare = format!(
            "mutation {{ prepareUpload(input: {{ kind: \"LETTER\", size: 3, caseRef: \"{case}\" }}) {{ document {{ id state version size received }} link {{ url expiresAt }} userErrors {{ code }} }} }}"
        );
        let data = world.data(&registrar, &prepare).await;
        let document = &data["prepareUpload"]["document"];
        assert_eq!((document["state"].as_str(), document["size"].as_i64()), (Some("UPLOADING"), Some(3)));
        assert!(data["prepareUpload"]["link"]["url"].as_str().unwrap().starts_with("/files/"));
        let id = document["id"].as_str().unwrap();
        let complete = format!(
            "mutation {{ completeUpload(input: {{ documentId: \"{id}\", expectedVersion: 1 }}) {{ document {{ state refusal }} userErrors {{ code }} }} }}"
        );
        let data = world.data(&registrar, &complete).await;
        assert_eq!(data["completeUpload"]["userErrors"][0]["code"], "UPLOAD_INCOMPLETE");
        let row = world.scope(&registrar).documents(&DocumentFilter::default(), &Paging::new(1, None)).await.unwrap();
        world.scope(&registrar).receive_part(row.items[0].id, 0, b"MZ\0").await.unwrap();
        let data = world.data(&registrar, &complete).await;
        assert_eq!(data["completeUpload"]["document"]["refusal"], "DOCUMENT_MEDIA_TYPE");
        assert_eq!(data["completeUpload"]["userErrors"][0]["code"], "DOCUMENT_MEDIA_TYPE");
        let neighbour = world.member(Role::Registrar, 1);
        for document in [
            complete.clone(),
            format!("{{ precinct {{ document(id: \"{id}\") {{ number }} }} }}"),
            format!(
                "mutation {{ openDocument(input: {{ documentId: \"{id}\", part: CONTENT, purpose: VERIFICATION }}) {{ link {{ url }} }} }}"
            ),
            format!("mutation {{ resumeUpload(input: {{ documentId: \"{id}\" }}) {{ link {{ url }} }} }}"),
        ] {
            assert_eq!(codes(&world.ask(&neighbour, &document).await), ["NOT_FOUND"], "{document}");
        }
    }
}
