//! `serve`: what it refuses to start on, and how it ends.

use std::time::{Duration, Instant};

use tests::http::Client;
use tests::owner::{Held, alter};
use tests::world::Home;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::folder::Folder;

const READ: &str = "{ precinct { households(first: 1) { nodes { number } } } }";

#[tokio::test]
async fn a_database_of_another_version_is_refused_with_what_to_do() {
    let folder = Folder::seeded(1, 2).await;
    let url = folder.database();
    alter(&url, "INSERT INTO seaql_migrations VALUES ('m9999_tomorrow', 0)").await;
    let said = folder.fails(&["serve"]).await;
    assert!(said.contains("ahead of this binary (it has m9999_tomorrow)") && said.contains("newer"), "{said}");
    assert!(folder.fails(&["migrate"]).await.contains("m9999_tomorrow"), "and is not changed");
    alter(&url, "DELETE FROM seaql_migrations WHERE version IN ('m9999_tomorrow', 'm0019_audit')").await;
    let said = folder.fails(&["serve"]).await;
    assert!(said.contains("behind this binary (it lacks m0019_audit)") && said.contains("huji migrate"), "{said}");
    alter(&url, "INSERT INTO seaql_migrations VALUES ('m9999_tomorrow', 0), ('m0019_audit', 0)").await;
    let served = folder.serve(&["serve", "--any-schema"]).await;
    assert_eq!(served.client.get("/readyz").await.status, 200, "the operator's own word is taken");
    served.stop().await;
}

#[tokio::test]
async fn a_database_that_does_not_answer_ends_the_start_and_its_password_is_not_told() {
    let mut folder = Folder::new();
    folder.ok(&["migrate"]).await;
    // Takes connections and ends them at once: a server that is going down.
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let dying = listener.local_addr().unwrap();
    tokio::spawn(async move { while listener.accept().await.is_ok() {} });
    for address in [dying.to_string(), "127.0.0.1:1".to_owned()] {
        folder.set("DATABASE_URL", format!("postgres://huji:open-sesame@{address}/huji"));
        let started = Instant::now();
        let said = folder.fails(&["serve"]).await;
        assert!(said.contains(&format!("huji@{address}")) && !said.contains("open-sesame"), "{said}");
        assert!(started.elapsed() < Duration::from_secs(30), "{:?}", started.elapsed());
    }
    for (url, why) in [
        ("mysql://huji:open-sesame@127.0.0.1/huji", "neither sqlite: nor postgres:"),
        ("open-sesame", "URL"),
        ("sqlite:///no/such/folder/huji.db", "huji migrate"),
    ] {
        folder.set("DATABASE_URL", url);
        let said = folder.fails(&["serve"]).await;
        assert!(said.contains(why) && !said.contains("open-sesame"), "{said}");
    }
    std::fs::write(folder.path("garbage.db"), "this is no database ".repeat(1_000)).unwrap();
    folder.set("DATABASE_URL", "sqlite://garbage.db");
    assert!(folder.fails(&["serve"]).await.contains("not a database"));
}

#[tokio::test]
async fn a_key_that_is_not_there_and_an_address_that_is_taken_end_the_start() {
    let mut folder = Folder::seeded(1, 2).await;
    let taken = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = taken.local_addr().unwrap().to_string();
    folder.set("HUJI_LISTEN", &address);
    let said = folder.fails(&["serve"]).await;
    assert!(said.contains(&address) && said.contains("in use"), "{said}");
    folder.set("HUJI_LISTEN", "127.0.0.1:0");
    std::fs::rename(folder.path("huji.key"), folder.path("elsewhere.key")).unwrap();
    assert!(folder.fails(&["serve"]).await.contains("huji.key: there is no master key"));
    folder.set("HUJI_KEYS_MASTER_FILE", "elsewhere.key");
    folder.serve(&["serve"]).await.stop().await;
}

#[tokio::test]
async fn a_redis_that_does_not_answer_stops_nobody() {
    let mut folder = Folder::seeded(1, 2).await;
    folder.set("REDIS_URL", "redis://127.0.0.1:1");
    let served = folder.serve(&["serve"]).await;
    let answer = served.client.ask(Some(&folder.token("REGISTRAR")), READ).await;
    assert_eq!(answer.outcome(), (200, String::new()), "{}", answer.text());
    assert_eq!(served.client.get("/readyz").await.status, 200);
    served.stop().await;
}

/// The answer to the rest of a request on a connection of one's own.
async fn on(socket: &mut TcpStream, request: &str) -> String {
    socket.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).await.unwrap();
    String::from_utf8(answer).unwrap()
}

#[tokio::test]
async fn who_is_being_answered_when_it_is_asked_to_stop_is_answered_and_nobody_new_is_let_in() {
    let mut homes = vec![None];
    if Home::all().contains(&Home::Postgres) {
        homes.push(Some(tests::world::postgres().await));
    }
    for home in homes {
        let mut folder = Folder::new();
        let mut owner = folder.database();
        if let Some((owner_url, url)) = home {
            folder.set("DATABASE_URL", url);
            folder.set("HUJI_DATABASE_OWNER_URL", &owner_url);
            owner = owner_url;
        }
        folder.ok(&["migrate"]).await;
        folder.ok(&["seed", "--precincts", "1", "--households", "3", "--accounts", "accounts.json"]).await;
        let served = folder.serve(&["serve"]).await;
        let held = Held::writer(&owner).await;
        let slow = tokio::spawn({
            let (client, token) = (served.client.clone(), folder.token("REGISTRAR"));
            async move { client.ask(Some(&token), READ).await }
        });
        let mut waiting = TcpStream::connect(&served.address).await.unwrap();
        waiting.write_all(b"GET /readyz HTTP/1.1\r\n").await.unwrap();
        tokio::time::sleep(Duration::from_millis(500)).await;
        served.terminate().await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert!(!slow.is_finished());
        assert!(TcpStream::connect(&served.address).await.is_err(), "nobody new is let in");
        let ready = on(&mut waiting, "host: x\r\n\r\n").await;
        assert!(ready.starts_with("HTTP/1.1 503 ") && ready.contains("stopping"), "{ready}");
        held.release().await;
        assert_eq!(slow.await.unwrap().outcome(), (200, String::new()));
        let (code, said) = served.ended().await;
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("\"drained\":true"), "{said}");
    }
}

#[tokio::test]
async fn nobody_can_hold_up_a_stop_for_ever() {
    let mut folder = Folder::seeded(1, 2).await;
    folder.set("HUJI_SERVER_DRAIN_SECONDS", "1");
    let served = folder.serve(&["serve"]).await;
    let client = Client::new(format!("http://{}", served.address));
    let held = Held::writer(&folder.database()).await;
    let slow = tokio::spawn({
        let token = folder.token("REGISTRAR");
        async move { client.attempt(tests::http::asking(Some(&token)), format!("{{\"query\":\"{READ}\"}}")).await }
    });
    tokio::time::sleep(Duration::from_millis(300)).await;
    let started = Instant::now();
    served.terminate().await;
    let (code, said) = served.ended().await;
    assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("\"drained\":false"), "{said}");
    assert!(slow.await.unwrap().is_err(), "its answer could not be recorded and did not leave");
    held.release().await;
    assert!(folder.ok(&["audit", "verify"]).await.contains("whole"));
}
