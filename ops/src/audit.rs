//! `huji audit verify`: whether the trail is whole.

use clap::Subcommand;

use crate::failure::{Failure, Result};
use crate::settings::Settings;
use crate::tenant;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Follows every precinct's chain from its beginning; ends with 1 when one is broken
    Verify(Verify),
}

#[derive(clap::Args)]
struct Verify {
    /// Only the precinct of this code
    #[arg(long)]
    precinct: Option<String>,
}

pub(crate) async fn run(args: Args) -> Result {
    let Act::Verify(verify) = args.act;
    let store = Settings::read()?.store().await?;
    let precincts = match &verify.precinct {
        Some(code) => vec![tenant::named(&store, code).await?],
        None => store.tenants().list().await?,
    };
    let mut broken = 0;
    for precinct in precincts {
        let scope = tenant::operator_in(&store, precinct.id, "audit verify").await?;
        let verdict = scope.verify_trail().await?;
        scope.finish().await?;
        broken += u32::from(!verdict.intact);
        let found = verdict.broken_at.map_or_else(|| "whole".to_owned(), |seq| format!("BROKEN at entry {seq}"));
        println!("{} {}: {} entries, {found}", precinct.code, precinct.name, verdict.entries);
    }
    if broken == 0 { Ok(()) } else { Err(Failure::new(format!("{broken} chains are broken"))) }
}
