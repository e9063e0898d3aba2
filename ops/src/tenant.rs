//! `huji tenant`: the precincts themselves; and the operator's way into one.

use clap::Subcommand;
use tenants::ids::PrecinctId;
use tenants::precincts::{NewPrecinct, Precinct, PrecinctKind, PrecinctState};
use tenants::scope;
use tenants::store::Origin;
use tenants::{Scope, Store};

use crate::failure::{Failure, Result};
use crate::settings::Settings;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Makes a precinct with its own key and an empty audit chain; its district too, if it is new
    Create(Create),
    /// Lists the precincts and the districts' offices
    List,
    /// Lets nobody of a precinct in, within a second
    Suspend(Code),
    /// Lets them in again
    Resume(Code),
}

#[derive(clap::Args)]
struct Create {
    /// The precinct's code, 12 digits of GA/T 380
    code: String,
    /// Its name (茅店派出所)
    #[arg(long)]
    name: String,
    /// Its short name (茅店)
    #[arg(long)]
    short_name: String,
    /// The code of its district
    #[arg(long)]
    district: String,
    /// The district's name, when it is to be made as well
    #[arg(long, value_name = "NAME")]
    new_district: Option<String>,
}

#[derive(clap::Args)]
struct Code {
    /// The precinct's code
    code: String,
}

pub(crate) async fn run(args: Args) -> Result {
    let store = Settings::read()?.owners_store().await?;
    match args.act {
        Act::Create(new) => create(&store, new).await,
        Act::List => store.tenants().list().await.map(|list| list.iter().for_each(tell)).map_err(Into::into),
        Act::Suspend(code) => set_state(&store, &code.code, PrecinctState::Suspended).await,
        Act::Resume(code) => set_state(&store, &code.code, PrecinctState::Active).await,
    }
}

async fn create(store: &Store, new: Create) -> Result {
    if let Some(name) = &new.new_district {
        store.tenants().create_district(&new.district, name).await?;
    }
    let Create { code, name, short_name, district: district_code, .. } = new;
    let made = store
        .tenants()
        .create(&NewPrecinct { district_code, code, name, short_name, kind: PrecinctKind::Station })
        .await?;
    tell(&made);
    Ok(())
}

async fn set_state(store: &Store, code: &str, state: PrecinctState) -> Result {
    tell(&store.tenants().set_state(code, state).await.map_err(|error| missing(code, &error))?);
    Ok(())
}

fn tell(precinct: &Precinct) {
    println!("{}  {:9}  {:7}  {}", precinct.code, precinct.state, precinct.kind, precinct.name);
}

fn missing(code: &str, error: &tenants::Error) -> Failure {
    match error {
        tenants::Error::NotFound => Failure::new(format!("there is no precinct {code}; `huji tenant list` shows them")),
        other => Failure::new(other.to_string()),
    }
}

/// The precinct of a code.
pub(crate) async fn named(store: &Store, code: &str) -> Result<Precinct> {
    store.tenants().by_code(code).await.map_err(|error| missing(code, &error))
}

/// The precinct of a code as the operator on the machine reaches it; `act` names the command in the trail.
pub(crate) async fn operator_scope(store: &Store, code: &str, act: &str) -> Result<Scope<scope::Precinct>> {
    operator_in(store, named(store, code).await?.id, act).await
}

/// The same by id.
pub(crate) async fn operator_in(store: &Store, precinct: PrecinctId, act: &str) -> Result<Scope<scope::Precinct>> {
    let member = store.members().operator(precinct).await?;
    let origin = Origin { request_id: format!("huji {act}"), terminal: "OPERATOR".to_owned() };
    Ok(store.precinct(&member, &origin))
}
