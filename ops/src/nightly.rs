//! `huji nightly`: what is due by the calendar, precinct by precinct. Run once a night; run twice, it does nothing more.

use tenants::Store;
use tenants::ids::PrecinctId;
use tenants::precincts::{PrecinctKind, PrecinctState};
use tenants::residence_permits::PermitNight;
use tenants::scope::{Precinct, Scope};

use crate::failure::{Failure, Result};
use crate::settings::Settings;
use crate::tenant;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only the precinct of this code
    #[arg(long)]
    precinct: Option<String>,
}

pub(crate) async fn run(args: Args) -> Result {
    let store = Settings::read()?.store().await?;
    let precincts = match &args.precinct {
        Some(code) => vec![tenant::named(&store, code).await?],
        None => store.tenants().list().await?,
    };
    let mut failed = 0;
    let works = |kind, state| kind == PrecinctKind::Station && state == PrecinctState::Active;
    for precinct in precincts.iter().filter(|precinct| works(precinct.kind, precinct.state)) {
        // A precinct that fails must not keep the others from their night.
        match night(&store, precinct.id).await {
            Ok(night) => println!("{} {}: {}", precinct.code, precinct.name, told(night)),
            Err(failure) => {
                failed += 1;
                eprintln!("{} {}: {failure}", precinct.code, precinct.name);
            }
        }
    }
    if failed == 0 { Ok(()) } else { Err(Failure::new(format!("{failed} precincts have not had their night"))) }
}

/// What a precinct's night did.
struct Night {
    permits: PermitNight,
    applications: u64,
    transfers: u64,
    answers: u64,
}

async fn night(store: &Store, precinct: PrecinctId) -> Result<Night> {
    let scope: Scope<Precinct> = tenant::operator_in(store, precinct, "nightly").await?;
    let night = Night {
        permits: scope.permit_night().await?,
        applications: tenants::applications::expire(&scope).await?,
        transfers: scope.expire_transfers().await?,
        answers: scope.forget_answers().await?,
    };
    scope.finish().await?;
    Ok(night)
}

fn told(night: Night) -> String {
    let Night { permits: PermitNight { suspended, reminded, overdue }, applications, transfers, answers } = night;
    format!(
        "{suspended} permits suspended, {reminded} holders to be reminded, {overdue} permits overdue, {applications} applications and \
         {transfers} moves expired, {answers} answers forgotten"
    )
}
