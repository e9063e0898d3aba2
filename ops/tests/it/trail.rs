//! `audit verify`: whole until somebody with the database file touches it (SEC-05).

use crate::folder::Folder;

#[tokio::test]
async fn sec_05_the_trail_is_whole_until_an_entry_is_changed_and_then_the_place_is_named() {
    let folder = Folder::seeded(2, 3).await;
    let (a, b) = (folder.precinct(0), folder.precinct(1));
    let whole = folder.ok(&["audit", "verify"]).await;
    assert!(whole.lines().count() == 3 && whole.lines().all(|line| line.ends_with("entries, whole")), "{whole}");
    assert!(!whole.contains(": 0 entries"), "{whole}");

    let tamper = "UPDATE audit_entry SET account_name = 'nobody' WHERE seq = 2 \
        AND precinct_id = (SELECT id FROM precinct WHERE code = 'CODE')";
    tests::owner::alter(&folder.database(), &tamper.replace("CODE", &a)).await;
    let ran = folder.run(&["audit", "verify"]).await;
    assert_eq!(ran.code, Some(1));
    let line = |code: &str| ran.out.lines().find(|line| line.starts_with(code)).unwrap().to_owned();
    assert!(line(&a).ends_with("1 entries, BROKEN at entry 2"), "{}", ran.out);
    assert!(line(&b).ends_with("whole"), "{}", ran.out);
    assert!(ran.err.contains("1 chains are broken"), "{}", ran.err);
    assert_eq!(folder.run(&["audit", "verify", "--precinct", &b]).await.code, Some(0));
    assert_eq!(folder.run(&["audit", "verify", "--precinct", &a]).await.code, Some(1));
    assert!(
        folder.fails(&["audit", "verify", "--precinct", "nowhere"]).await.contains("nowhere"),
        "a misspelt code verifies nothing"
    );
}
