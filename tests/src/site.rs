//! A world behind HTTP: the gateway as `huji serve` runs it, on a free port of loopback.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::http::header;
use axum::http::request::Builder;
use gateway::{Config, Gateway};
use serde_json::Value;
use tokio::task::JoinHandle;

use crate::http::{Answer, Client, asking, posting};
use crate::mailbox::Mailbox;
use crate::people::Person;
use crate::world::{Home, World};

/// A served world.
pub struct Site {
    /// The world.
    pub world: World,
    /// Where it listens.
    pub address: SocketAddr,
    /// Speaks to it.
    pub client: Client,
    serving: JoinHandle<std::io::Result<bool>>,
}

impl Site {
    /// A world of two precincts on SQLite, served with the settings of the default file.
    pub async fn new() -> Self {
        Self::set(|_| {}).await
    }

    /// The same with other settings.
    pub async fn set(change: impl FnOnce(&mut Config)) -> Self {
        Self::of(World::of(Home::Sqlite, 2, 20, 1_000_000).await, change).await
    }

    /// A world that is there already, served.
    pub async fn of(world: World, change: impl FnOnce(&mut Config)) -> Self {
        let gateway = Gateway::new(config(change), world.store.clone()).expect("a gateway");
        Self::serving(world, gateway).await
    }

    /// The same, whose codes go to a mailbox.
    pub async fn sending(world: World, change: impl FnOnce(&mut Config), to: Mailbox) -> Self {
        let gateway = Gateway::sending(config(change), world.store.clone(), Some(Arc::new(to))).expect("a gateway");
        Self::serving(world, gateway).await
    }

    async fn serving(world: World, gateway: Gateway) -> Self {
        let listener = gateway::bind(&gateway).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let serving = tokio::spawn(gateway::serve(gateway, listener, std::future::pending()));
        Self { world, address, client: Client::new(format!("http://{address}")), serving }
    }

    /// Sends credentials as they are.
    pub async fn sign_in(&self, credentials: &Value) -> Answer {
        self.client.send(posting("/session"), credentials.to_string()).await
    }

    /// Signs somebody in with everything right, and hands over the cookie.
    pub async fn cookie(&self, person: &Person) -> String {
        let answer = self.sign_in(&self.world.credentials(person)).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.cookie()
    }
}

fn config(change: impl FnOnce(&mut Config)) -> Config {
    let mut config = Config::default();
    config.server.listen = SocketAddr::from(([127, 0, 0, 1], 0));
    change(&mut config);
    config
}

/// A GraphQL request as the console sends it: with the cookie, and with the header that only a page of ours can send.
pub fn with_cookie(cookie: &str) -> Builder {
    bare_cookie(cookie).header(gateway::session::GUARD, "1")
}

/// A GraphQL request as another site could make a browser send it: with the cookie alone.
pub fn bare_cookie(cookie: &str) -> Builder {
    asking(None).header(header::COOKIE, cookie)
}

impl Drop for Site {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
