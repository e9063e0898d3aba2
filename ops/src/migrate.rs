//! `huji migrate`: brings the database up to this binary, and opens it to the application's role.

use crate::failure::Result;
use crate::settings::Settings;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Also spread the tables over the shards of Citus, where its extension is installed
    #[arg(long)]
    citus: bool,
    /// Only say what would be done
    #[arg(long)]
    pending: bool,
}

pub(crate) async fn run(args: Args) -> Result {
    let settings = Settings::read()?;
    if args.pending {
        return pending(&settings).await;
    }
    settings.master_key_or_new()?;
    let owner = settings.owner_url();
    let status = migrations::run(owner, |step| println!("{}/{} {}", step.index, step.total, step.name)).await?;
    migrations::roles(owner, settings.database_url()).await?;
    println!("{} changes made, up to date", status.applied.len());
    if args.citus {
        let spread = migrations::citus(owner, settings.database_user()).await?;
        println!("{}", if spread { "spread over the shards of Citus" } else { "no Citus here: nothing to spread" });
    }
    Ok(())
}

async fn pending(settings: &Settings) -> Result {
    let pending = migrations::pending(settings.owner_url()).await?;
    for name in &pending {
        println!("{name}");
    }
    println!("{} changes to make", pending.len());
    Ok(())
}
