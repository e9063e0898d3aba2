//! `huji demo`: a made-up district in files of this folder, on 127.0.0.1:8000, with nothing else installed or running.

mod morning;

use std::path::Path;
use std::time::Instant;

use gateway::config::LogFormat;
use gateway::{Gateway, asked_to_stop, telemetry};
use tenants::seed::SeedPlan;

use crate::accounts;
use crate::failure::{Failure, Result};
use crate::settings::Settings;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The seed of the made-up people
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only make the files, and do not serve
    #[arg(long)]
    prepare: bool,
}

const DATABASE: &str = "huji.db";
const ACCOUNTS: &str = "demo-accounts.json";
/// Stands beside the database while it is made, so that one broken off half-way is not taken for whole.
const UNFINISHED: &str = "huji.db-unfinished";

pub(crate) async fn run(args: Args) -> Result {
    let mut settings = Settings::read()?;
    if !settings.config.database.url.is_empty() {
        return Err(Failure::new("the demo keeps its own file; unset DATABASE_URL, or use `huji serve`"));
    }
    settings.config.telemetry.log_format = LogFormat::Text;
    settings.config.database.url = format!("sqlite://{DATABASE}");
    if !Path::new(DATABASE).exists() || Path::new(UNFINISHED).exists() {
        make(&settings, args.seed).await?;
    }
    // A database of an older version is brought up; one of a newer version is refused.
    migrations::run(settings.database_url(), |_| {}).await?;
    if args.prepare { Ok(()) } else { serve(settings).await }
}

async fn make(settings: &Settings, seed: u64) -> Result {
    let started = Instant::now();
    if Path::new(UNFINISHED).exists() {
        remove_unfinished();
    } else if Path::new(ACCOUNTS).exists() {
        return Err(Failure::new(format!("{ACCOUNTS} is here but {DATABASE} is not: move it away first")));
    }
    println!("making a district of made-up people in {DATABASE} …");
    std::fs::write(UNFINISHED, "huji demo removes this file when the database is whole\n")?;
    settings.master_key_or_new()?;
    migrations::run(settings.database_url(), |_| {}).await?;
    let today = tenants::clock::Clock::system().today();
    let manifest = crate::seed::load(settings, &SeedPlan::demo(seed, today)).await?;
    let store = settings.store().await?;
    let accounts = accounts::make(&store, &manifest, Path::new(ACCOUNTS)).await?;
    morning::fill(&store, &accounts).await?;
    std::fs::remove_file(UNFINISHED)?;
    println!("made in {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}

/// What an earlier demo left half-made; usually not all of these are there.
fn remove_unfinished() {
    let files = ["", "-wal", "-shm"].map(|ending| format!("{DATABASE}{ending}"));
    for file in files.iter().map(String::as_str).chain([ACCOUNTS]) {
        let _ = std::fs::remove_file(file);
    }
}

async fn serve(settings: Settings) -> Result {
    let running = telemetry::start(&settings.config.telemetry)?;
    let store = settings.store().await?;
    // A demonstration has no telephones: codes are read from the terminal.
    let gateway = Gateway::sending(settings.config, store, Some(std::sync::Arc::new(gateway::sender::Console)))?;
    let listener = crate::serve::listen(&gateway).await?;
    tell(&format!("http://{}", listener.local_addr()?));
    gateway::serve(gateway, listener, asked_to_stop()).await?;
    running.flush();
    Ok(())
}

fn tell(url: &str) {
    println!(
        "\n  console   {url}/\n  explorer  {url}/explorer\n  API       {url}/graphql\n  accounts  {ACCOUNTS} (passwords, second factors, tokens)\n\n\
         A first query:\n\n\
         \x20 TOKEN=$(node -p 'JSON.parse(fs.readFileSync(\"{ACCOUNTS}\")).accounts.find(a => a.role === \"COMMUNITY_OFFICER\").token')\n\
         \x20 curl -s {url}/graphql -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' \\\n\
         \x20   -d '{{\"query\": \"{{ precinct {{ name overview {{ households actualPopulation activeRentals }} }} }}\"}}'\n\n\
         Ctrl-C stops it.\n"
    );
}
