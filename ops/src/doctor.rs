//! `huji doctor`: whether everything a server needs is there and right, a line each.

use std::time::{Duration, Instant};

use tenants::Store;

use crate::failure::{Failure, Result};
use crate::settings::Settings;

#[derive(clap::Args)]
pub(crate) struct Args {}

/// How a part is.
enum Health {
    Well(String),
    Ill(String),
    /// Not there, and not needed.
    Absent(String),
}

use Health::{Absent, Ill, Well};

pub(crate) async fn run(_: Args) -> Result {
    let settings = Settings::read()?;
    let mut ill = 0;
    let mut tell = |part: &str, health: Health| {
        let (mark, words) = match health {
            Well(words) => ("ok  ", words),
            Absent(words) => ("-   ", words),
            Ill(words) => {
                ill += 1;
                ("FAIL", words)
            }
        };
        println!("{mark} {part:12} {words}");
    };
    tell("settings", Well("read; no unknown key".to_owned()));
    tell("migrations", migrations_of(settings.database_url()).await);
    let key = settings.master_key();
    tell(
        "keys",
        key.as_ref().map_or_else(|error| Ill(error.to_string()), |_| Well(settings.config.keys.master_file.clone())),
    );
    match settings.store_alone().await {
        Ok(store) => {
            tell("database", database(&store).await);
            tell("sealed", sealed(&store).await);
            tell("rls", rls(&store).await);
            tell("clock", clock(&store).await);
        }
        Err(error) => tell("database", Ill(error.to_string())),
    }
    tell("font", font(&settings.config.certificates.font));
    tell("redis", redis(&settings).await);
    if ill == 0 { Ok(()) } else { Err(Failure::new(format!("{ill} parts are not well"))) }
}

async fn migrations_of(url: &str) -> Health {
    match migrations::status(url).await {
        Ok(status) if !status.unknown.is_empty() => {
            Ill(format!("the database is ahead: it has {}", status.unknown.join(", ")))
        }
        Ok(status) if !status.pending.is_empty() => {
            Ill(format!("the database is behind by {}: run `huji migrate`", status.pending.len()))
        }
        Ok(status) => Well(format!("{} changes, up to date", status.applied.len())),
        Err(error) => Ill(error.to_string()),
    }
}

async fn database(store: &Store) -> Health {
    let started = Instant::now();
    match store.ping().await {
        Ok(()) => Well(format!("{:?} answers in {:.1} ms", store.backend(), started.elapsed().as_secs_f64() * 1e3)),
        Err(error) => Ill(error.to_string()),
    }
}

/// Whether this master key opens this database.
async fn sealed(store: &Store) -> Health {
    let Ok(precincts) = store.tenants().list().await else { return Ill("the precincts cannot be read".to_owned()) };
    for precinct in &precincts {
        if store.data_key(precinct.id).await.is_err() {
            return Ill(format!(
                "the master key does not open the data key of {}: it is another database's",
                precinct.code
            ));
        }
    }
    Well(format!("the master key opens all {} data keys", precincts.len()))
}

async fn rls(store: &Store) -> Health {
    match store.walls(migrations::TENANT_TABLES).await {
        Ok(None) => Absent("SQLite has none; the wall in the code stands alone".to_owned()),
        Ok(Some(gaps)) if gaps.is_empty() => {
            Well("enabled and forced on every tenant table; the role passes none".to_owned())
        }
        Ok(Some(gaps)) => Ill(gaps.join("; ")),
        Err(error) => Ill(error.to_string()),
    }
}

async fn clock(store: &Store) -> Health {
    match store.clock_skew().await {
        Ok(None) => Absent("SQLite has ours".to_owned()),
        Ok(Some(skew)) if skew.abs() > chrono::TimeDelta::seconds(2) => {
            Ill(format!("differs from the database's by {} ms", skew.num_milliseconds()))
        }
        Ok(Some(skew)) => Well(format!("within {} ms of the database's", skew.num_milliseconds().abs())),
        Err(error) => Ill(error.to_string()),
    }
}

/// Whether certificates can be printed.
fn font(setting: &str) -> Health {
    match tenants::certificates::usable_font(setting) {
        Ok(()) => Well(setting.to_owned()),
        Err(why) => {
            Absent(format!("no certificate can be printed: {setting}: {why} (Debian: apt-get install fonts-noto-cjk)"))
        }
    }
}

/// Whether a Redis new enough answers at the configured address, as a server or as a cluster, whichever the URL says.
async fn redis(settings: &Settings) -> Health {
    let url = &settings.config.redis.url;
    if url.is_empty() {
        return Absent("not set: run one process only".to_owned());
    }
    match tokio::time::timeout(Duration::from_secs(3), tenants::link::ask(url)).await {
        Ok(Ok(found)) => Well(format!("version {}{}", found.version, if found.cluster { ", a cluster" } else { "" })),
        Ok(Err(error)) => Ill(error.to_string()),
        Err(_) => Ill("does not answer within 3 seconds".to_owned()),
    }
}
