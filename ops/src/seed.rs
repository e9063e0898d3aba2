//! `huji seed`: a made-up district, the same for the same seed.

use std::path::PathBuf;

use tenants::clock::{Clock, Ids};
use tenants::keys::Keys;
use tenants::seed::{Manifest, Progress, SeedPlan};

use crate::accounts;
use crate::failure::Result;
use crate::progress;
use crate::settings::{Settings, migrated};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Precincts to make
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=200))]
    precincts: u16,
    /// Households of each precinct; a beat has at most 14,000
    #[arg(long, default_value_t = 14_000, value_parser = clap::value_parser!(u32).range(1..=40_000))]
    households: u32,
    /// The same number makes the same people
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Also make accounts of every role, and write them with their tokens to this file
    #[arg(long, value_name = "FILE")]
    accounts: Option<PathBuf>,
    /// Only say the counts as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(args: Args) -> Result {
    let settings = Settings::read()?;
    migrated(settings.owner_url()).await?;
    let today = Clock::system().today();
    let plan = SeedPlan::sized(args.seed, today, usize::from(args.precincts), args.households);
    let manifest = load(&settings, &plan).await?;
    if let Some(file) = &args.accounts {
        accounts::make(&settings.store().await?, &manifest, file).await?;
    }
    if args.json {
        println!("{}", serde_json::to_string_pretty(&manifest)?);
    } else {
        tell(&manifest);
    }
    Ok(())
}

/// Loads the plan's rows with a bar; the tables must be there.
pub(crate) async fn load(settings: &Settings, plan: &SeedPlan) -> Result<Manifest> {
    let keys = Keys::new(&settings.master_key_or_new()?)?;
    let total = plan.precincts.iter().map(|precinct| u64::from(precinct.households())).sum();
    let bar = progress::bar(total, "households");
    let show = |progress: Progress| {
        bar.set_position(progress.households);
        bar.set_message(format!("{} rows", progress.rows));
    };
    let manifest = tenants::seed::seed(settings.owner_url(), &keys, &Ids::system()?, plan, &show).await?;
    bar.finish_and_clear();
    Ok(manifest)
}

/// The counts of each precinct: what the overview must answer.
fn tell(manifest: &Manifest) {
    for precinct in &manifest.precincts {
        let counts = precinct.counts();
        println!(
            "{} {}: {} households, {} people living there, {} rentals",
            precinct.code,
            precinct.name,
            counts.households,
            counts.actual_population(),
            counts.rentals_active
        );
    }
}
