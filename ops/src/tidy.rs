//! `huji tidy`: housekeeping that nobody waits for. Run it daily.

use crate::failure::Result;
use crate::settings::Settings;
use crate::tenant;

#[derive(clap::Args)]
pub(crate) struct Args {}

pub(crate) async fn run(_: Args) -> Result {
    let store = Settings::read()?.store().await?;
    let mut ended = 0;
    for precinct in store.tenants().list().await? {
        let scope = tenant::operator_in(&store, precinct.id, "tidy").await?;
        ended += scope.tidy_uploads().await?;
        scope.finish().await?;
    }
    println!("{ended} unfinished uploads ended");
    Ok(())
}
