//! Words, exit codes and settings: what is misspelt is refused before anything is touched.

use crate::folder::Folder;

#[tokio::test]
async fn wrong_arguments_are_2_a_failed_act_is_1_and_a_done_one_is_0() {
    let folder = Folder::new();
    for wrong in [
        &[][..],
        &["sing"],
        &["serve", "--loud"],
        &["seed", "--households", "0"],
        &["token", "create", "x"],
        &["import", "x.csv", "--precinct", "1"],
    ] {
        let ran = folder.run(wrong).await;
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{wrong:?}");
        assert!(ran.err.contains("--help"), "{}", ran.err);
    }
    for told in [&["--help"][..], &["--version"], &["help", "serve"]] {
        assert_eq!(folder.run(told).await.code, Some(0), "{told:?}");
    }
    assert!(folder.fails(&["doctor"]).await.contains("parts are not well"));
    assert_eq!(std::fs::read_dir(folder.path(".")).unwrap().count(), 0, "nobody was asked to make anything");
}

#[tokio::test]
async fn the_schema_is_printed_as_it_is_committed() {
    assert_eq!(Folder::new().ok(&["schema"]).await, include_str!("../../../schema/schema.graphql"));
}

#[tokio::test]
async fn an_unknown_setting_is_refused_by_name_wherever_it_stands() {
    let folder = Folder::new();
    for (toml, key) in [
        ("[limits]\ncosts = 1\n", "limits.costs"),
        ("[limit]\ncost = 1\n", "limit"),
        ("cost = 1\n", "cost"),
        ("[telemetry]\nlog_format = \"yaml\"\n", "log_format"),
        ("[limits]\ncost = \"much\"\n", "invalid type"),
        ("[limits\n", "huji.toml"),
    ] {
        std::fs::write(folder.path("huji.toml"), toml).unwrap();
        for command in ["serve", "migrate", "doctor"] {
            let said = folder.fails(&[command]).await;
            assert!(said.contains(key), "{command} {toml}: {said}");
        }
        assert!(!folder.path("huji.db").exists() && !folder.path("huji.key").exists(), "{toml}");
    }
    let mut folder = Folder::new();
    folder.set("HUJI_LIMITS_COSTS", "1");
    assert!(folder.fails(&["serve"]).await.contains("HUJI_LIMITS_COSTS"));
    let mut folder = Folder::new();
    folder.set("HUJI_LIMITS_COST", "much");
    assert!(folder.fails(&["serve"]).await.contains("HUJI_LIMITS_COST"));
}

#[tokio::test]
async fn the_environment_wins_over_the_file_and_the_file_over_the_defaults() {
    let mut folder = Folder::seeded(1, 2).await;
    std::fs::write(folder.path("huji.toml"), "[limits]\ncost = 0\ndocument_tokens = 3\n").unwrap();
    folder.set("HUJI_LIMITS_DOCUMENT_TOKENS", "2000");
    let served = folder.serve(&["serve"]).await;
    let answer = served.client.ask(Some(&folder.token("REGISTRAR")), "{ viewer { login } }").await;
    assert_eq!(answer.outcome(), (400, "COST".to_owned()), "the file's cost, the environment's tokens");
    served.stop().await;
}
