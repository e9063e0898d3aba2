//! Ids and cursors of a neighbour, of another kind, forged and of nothing at all are one answer, to the byte (L5, L6, L9).

use serde_json::Value;
use tenants::roles::Role;
use tests::http::Answer;
use tests::site::Site;

use super::anonymous;

/// Ids of one precinct: whatever can be named.
const KNOWN: &str = "{ precinct { id beats { id } communities { id } dwellings(first: 1) { nodes { id } } \
    rentals(first: 1) { nodes { id } pageInfo { endCursor } } caseFiles(first: 1) { nodes { id } pageInfo { endCursor } } \
    households(first: 1) { nodes { id members { id person { id } } } pageInfo { endCursor } } } }";

fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, found)),
        _ => {}
    }
}

/// The id with one letter of its text changed: the first, one in the middle, one of the tag.
fn forged(id: &str) -> Vec<String> {
    let place = |at: usize| {
        let mut letters: Vec<char> = id.chars().collect();
        letters[at] = if letters[at] == 'A' { 'B' } else { 'A' };
        letters.into_iter().collect()
    };
    vec![
        place(0),
        place(id.len() / 2),
        place(id.len() - 3),
        id.to_lowercase(),
        format!("{id}A"),
        id[..id.len() - 4].to_owned(),
    ]
}

async fn told(site: &Site, token: &str, document: &str) -> (u16, String) {
    let answer: Answer = site.client.ask(Some(token), document).await;
    (answer.status.as_u16(), anonymous(&answer))
}

#[tokio::test]
async fn l5_l6_a_foreign_a_forged_and_a_missing_id_are_one_answer() {
    let site = Site::set(|config| config.limits.member_points_per_minute = 0).await;
    let (here, there) =
        (site.world.hire("here", Role::Registrar, 0).await, site.world.hire("there", Role::Registrar, 1).await);
    let (mut own, mut foreign) = (Vec::new(), Vec::new());
    texts(&site.client.data(&here.token, KNOWN).await, &mut own);
    texts(&site.client.data(&there.token, KNOWN).await, &mut foreign);
    own.retain(|id| id.len() == 55);
    foreign.retain(|id| id.len() == 55);
    assert!(own.len() >= 10 && foreign.len() >= 10, "{own:?}");

    let documents = [
        "{ node(id: \"ID\") { id } }",
        "{ nodes(ids: [\"ID\"]) { id } }",
        "{ precinct(id: \"ID\") { name } }",
        "{ precinct { household(id: \"ID\") { number } } }",
        "{ precinct { rental(id: \"ID\") { number } } }",
        "{ precinct { dwelling(id: \"ID\") { label } } }",
        "{ precinct { beat(id: \"ID\") { name } } }",
        "{ precinct { person(id: \"ID\", purpose: REGISTER_SERVICE) { name } } }",
        "mutation { closeCaseFile(input: { caseFileId: \"ID\", expectedVersion: 1 }) { caseFile { number } userErrors { code } } }",
    ];
    for document in documents {
        let nothing = told(&site, &here.token, &document.replace("ID", "nothing")).await;
        assert!(nothing.1.contains("NOT_FOUND"), "{document}: {nothing:?}");
        let strangers = foreign.iter().cloned().chain(forged(&own[3])).chain(forged(&foreign[3]));
        for id in strangers.chain([String::new(), "你好".to_owned(), "x".repeat(5_000)]) {
            assert_eq!(told(&site, &here.token, &document.replace("ID", &id)).await, nothing, "{document} {id}");
        }
    }
    for id in &own[..1] {
        assert_ne!(
            told(&site, &here.token, &documents[0].replace("ID", id)).await,
            told(&site, &here.token, &documents[0].replace("ID", "nothing")).await
        );
    }
}

#[tokio::test]
async fn l9_a_cursor_is_good_for_its_own_list_of_its_own_precinct_only() {
    let site = Site::set(|config| config.limits.member_points_per_minute = 0).await;
    let (here, there) =
        (site.world.hire("here", Role::Registrar, 0).await, site.world.hire("there", Role::Registrar, 1).await);
    let cursors = async |token: &str| {
        let data = site.client.data(token, KNOWN).await;
        let of = |list: &str| data["precinct"][list]["pageInfo"]["endCursor"].as_str().unwrap().to_owned();
        (of("households"), of("rentals"), of("caseFiles"))
    };
    let ((own, rental, case), (foreign, ..)) = (cursors(&here.token).await, cursors(&there.token).await);
    let page = |cursor: &str| {
        format!("{{ precinct {{ households(first: 1, after: \"{cursor}\") {{ nodes {{ number }} }} }} }}")
    };
    assert!(told(&site, &here.token, &page(&own)).await.1.contains("\"number\""));
    let nothing = told(&site, &here.token, &page("nothing")).await;
    assert!(nothing.1.contains("BAD_INPUT") && nothing.1.contains("CURSOR"), "{nothing:?}");
    for cursor in [foreign, rental, case].into_iter().chain(forged(&own)).chain([String::new()]) {
        assert_eq!(told(&site, &here.token, &page(&cursor)).await, nothing, "{cursor}");
    }
}
