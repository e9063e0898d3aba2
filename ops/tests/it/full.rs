//! A disk that takes no more: what cannot be recorded is refused, nothing is half-written, the process stays (SEC-07).

use crate::folder::Folder;

const OPEN: &str = r#"mutation { openCaseFile(input: { kind: INCIDENT, title: "门锁" }) { caseFile { number } userErrors { code } } }"#;
const READ: &str = "{ precinct { households(first: 1) { nodes { headName } } } }";

#[tokio::test]
async fn sec_07_on_a_full_disk_acts_and_readings_are_refused_and_what_was_confirmed_is_there() {
    let mut folder = Folder::seeded(1, 5).await;
    let cases = "SELECT count(*) || '' FROM case_file";
    let count =
        async |folder: &Folder| -> u64 { tests::owner::texts(&folder.database(), cases).await[0].parse().unwrap() };
    let before = count(&folder).await;
    // No file of the process may grow beyond the database's present size and a bit: the writes that would are refused by the
    // system, as on a full disk.
    let blocks = std::fs::metadata(folder.path("huji.db")).unwrap().len() / 512 + 64;
    folder.wrap(&format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\""));
    let served = folder.serve(&["serve"]).await;
    let token = folder.token("REGISTRAR");
    let mut confirmed = 0;
    let refusal = loop {
        let answer = served.client.ask(Some(&token), OPEN).await;
        if answer.outcome() != (200, String::new()) {
            break answer;
        }
        confirmed += 1;
        assert!(confirmed < 2_000, "the disk never fills");
    };
    assert!(confirmed > 0, "{}", refusal.text());
    assert_eq!(refusal.outcome(), (200, "UNAVAILABLE".to_owned()), "{}", refusal.text());
    assert!(refusal.json()["data"].is_null());
    let mut withheld = 0;
    for _ in 0..300 {
        let read = served.client.ask(Some(&token), READ).await;
        if read.outcome() == (200, String::new()) {
            // An entry is shorter than an act, and there may be room for some yet.
            continue;
        }
        assert_eq!(read.outcome(), (200, "UNAVAILABLE".to_owned()), "{}", read.text());
        assert!(read.json()["data"].is_null(), "what cannot be recorded is not shown: {}", read.text());
        withheld += 1;
        if withheld == 3 {
            break;
        }
    }
    assert_eq!(withheld, 3);
    assert_eq!(served.client.get("/healthz").await.status, 200);
    served.stop().await;

    folder.wrap("exec \"$0\" \"$@\"");
    assert_eq!(count(&folder).await, before + confirmed, "what was confirmed is there, and nothing else");
    let served = folder.serve(&["serve"]).await;
    assert_eq!(served.client.ask(Some(&token), OPEN).await.outcome(), (200, String::new()));
    served.stop().await;
    assert!(folder.ok(&["audit", "verify"]).await.lines().all(|line| line.ends_with("whole")));
}
