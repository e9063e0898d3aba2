//! `demo`: everything in an empty folder, with nothing else installed or running.

use serde_json::Value;

use crate::folder::Folder;

#[tokio::test]
async fn an_empty_folder_becomes_a_served_district_with_an_account_of_every_role() {
    let folder = Folder::new();
    let served = folder.serve(&["demo"]).await;
    assert_eq!(served.client.get("/readyz").await.status, 200);
    let file: Value = serde_json::from_str(&folder.read("demo-accounts.json")).unwrap();
    let accounts = file["accounts"].as_array().unwrap();
    assert!(!folder.path("huji.db-unfinished").exists());

    let schema = include_str!("../../../schema/schema.graphql");
    let roles = schema.split("\nenum Role {").nth(1).unwrap().split("\n}").next().unwrap();
    for role in roles.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('"')) {
        let account =
            accounts.iter().find(|account| account["role"] == role).unwrap_or_else(|| panic!("nobody is {role}"));
        // A machine has no password, and a role that may touch nothing has no token.
        assert!(account["password"].is_string() || account["token"].is_string(), "{account}");
        if let Some(token) = account["token"].as_str() {
            let viewer = served.client.data(token, "{ viewer { login role precinct { shortName } } }").await;
            assert_eq!((&viewer["viewer"]["login"], &viewer["viewer"]["role"]), (&account["login"], &account["role"]));
        }
    }
    let officer = folder.account("demo-accounts.json", "COMMUNITY_OFFICER");
    let overview = served
        .client
        .data(
            officer["token"].as_str().unwrap(),
            "{ precinct { overview { households actualPopulation activeRentals } } }",
        )
        .await;
    assert_eq!(overview["precinct"]["overview"]["households"], 14_068, "the article's beat: {overview}");
    let said = served.stop().await;
    assert!(
        !said.contains(officer["token"].as_str().unwrap()) && !said.contains(officer["password"].as_str().unwrap())
    );

    folder.ok(&["demo", "--prepare"]).await;
    assert_eq!(
        serde_json::from_str::<Value>(&folder.read("demo-accounts.json")).unwrap(),
        file,
        "the second time keeps what is there"
    );
}

#[tokio::test]
async fn a_demo_keeps_its_hands_off_a_database_of_ones_own() {
    let mut folder = Folder::new();
    std::fs::write(folder.path("demo-accounts.json"), "mine").unwrap();
    assert!(folder.fails(&["demo"]).await.contains("move it away first"));
    assert_eq!(folder.read("demo-accounts.json"), "mine");
    folder.set("DATABASE_URL", "sqlite://mine.db");
    assert!(folder.fails(&["demo"]).await.contains("huji serve"));
    assert!(!folder.path("mine.db").exists() && !folder.path("huji.db").exists());
}
