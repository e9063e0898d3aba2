//! `tenant` and `token`: what the operator changes is felt by a running server within a second.

use std::time::Duration;

use crate::folder::Folder;

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test]
async fn a_precinct_is_made_once_and_listed() {
    let folder = Folder::new();
    folder.ok(&["migrate"]).await;
    assert_eq!(folder.ok(&["tenant", "list"]).await, "");
    let create = |code: &str, more: &[&str]| {
        let told =
            ["tenant", "create", code, "--name", "茅店派出所", "--short-name", "茅店", "--district", "999999000000"];
        told.iter().chain(more).map(|word| (*word).to_owned()).collect::<Vec<_>>()
    };
    assert!(folder.fails(&create("999999001000", &[])).await.contains("district"), "there is no district yet");
    let made = folder.ok(&create("999999001000", &["--new-district", "测试分局"])).await;
    assert!(made.starts_with("999999001000  ACTIVE") && made.contains("茅店派出所"), "{made}");
    let listed = folder.ok(&["tenant", "list"]).await;
    assert!(listed.lines().count() == 2 && listed.contains("OFFICE") && listed.contains(made.trim()), "{listed}");
    folder.fails(&create("999999001000", &[])).await;
    assert_eq!(folder.ok(&["tenant", "list"]).await, listed, "the second time changed nothing");
    assert!(folder.fails(&["tenant", "suspend", "000000000000"]).await.contains("huji tenant list"));
}

#[tokio::test]
async fn nobody_of_a_suspended_precinct_is_let_in_and_its_neighbour_is() {
    let folder = Folder::seeded(2, 3).await;
    let served = folder.serve(&["serve"]).await;
    let (token, code) = (folder.token("REGISTRAR"), folder.precinct(0));
    let ask = async || served.client.ask(Some(&token), "{ precinct { name } }").await.outcome();
    assert_eq!(ask().await, (200, String::new()));
    assert!(folder.ok(&["tenant", "suspend", &code]).await.contains("SUSPENDED"));
    tokio::time::sleep(SECOND).await;
    assert_eq!(ask().await, (403, "SUSPENDED".to_owned()));
    let district = folder.token("DISTRICT_ANALYST");
    assert_eq!(served.client.ask(Some(&district), "{ viewer { login } }").await.outcome(), (200, String::new()));
    assert!(folder.ok(&["tenant", "resume", &code]).await.contains("ACTIVE"));
    tokio::time::sleep(SECOND).await;
    assert_eq!(ask().await, (200, String::new()));
    served.stop().await;
}

#[tokio::test]
async fn prv_23_a_tokens_secret_is_shown_once_and_revoking_it_is_felt() {
    let folder = Folder::seeded(1, 3).await;
    let code = folder.precinct(0);
    let create = [
        "token",
        "create",
        "clinic",
        "--precinct",
        &code,
        "--login",
        "clinic.machine",
        "--domains",
        "households,overview",
        "--purpose",
        "statistics",
        "--days",
        "7",
    ];
    let printed = folder.ok(&create).await;
    let secret = printed.trim_end();
    assert!(secret.starts_with("huji_") && printed.lines().count() == 1, "{printed}");
    let listed = folder.ok(&["token", "list", "--precinct", &code]).await;
    assert!(
        listed.contains("clinic") && listed.contains("STATISTICS HOUSEHOLDS,OVERVIEW") && !listed.contains(secret),
        "{listed}"
    );
    let kept = std::fs::read(folder.path("huji.db")).unwrap();
    assert!(!kept.windows(secret.len()).any(|bytes| bytes == secret.as_bytes()), "kept as a hash only");

    let served = folder.serve(&["serve"]).await;
    let ask = async || served.client.ask(Some(secret), "{ precinct { overview { households } } }").await.outcome();
    assert_eq!(ask().await, (200, String::new()));
    let rentals = served.client.ask(Some(secret), "{ precinct { rentals(first: 1) { totalCount } } }").await;
    assert_eq!(rentals.outcome().1, "FORBIDDEN", "it was not issued for them");
    folder.ok(&["token", "revoke", "clinic", "--precinct", &code]).await;
    tokio::time::sleep(SECOND).await;
    assert_eq!(ask().await, (401, "UNAUTHENTICATED".to_owned()));
    assert!(folder.ok(&["token", "list", "--precinct", &code]).await.contains("revoked"));
    assert!(folder.fails(&["token", "revoke", "clinic", "--precinct", &code]).await.contains("clinic"));
    assert!(folder.fails(&["token", "list", "--precinct", "nowhere"]).await.contains("huji tenant list"));
    served.stop().await;
}
