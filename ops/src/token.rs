//! `huji token`: an API token for an integrator, or for one's own tries.

use chrono::TimeDelta;
use clap::Subcommand;
use tenants::accounts::{Desk, NewAccount};
use tenants::ids::AccountId;
use tenants::postings::NewPosting;
use tenants::purposes::Purpose;
use tenants::roles::{Domain, Role};
use tenants::tokens::NewApiToken;

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
    /// Issues a token; its secret is printed this once
    Create(Create),
    /// Lists the tokens of a precinct
    List(Of),
    /// Revokes a token by its name; whoever presents it is refused within a second
    Revoke(Revoke),
}

#[derive(clap::Args)]
struct Of {
    /// The precinct's code
    #[arg(long)]
    precinct: String,
}

#[derive(clap::Args)]
struct Create {
    /// What the token is called
    name: String,
    #[command(flatten)]
    of: Of,
    /// The login of the machine client it acts for, made if it is not there
    #[arg(long)]
    login: String,
    /// What it may touch, such as HOUSEHOLDS,OVERVIEW
    #[arg(long, required = true, value_delimiter = ',', value_parser = word::<Domain>)]
    domains: Vec<Domain>,
    /// What it is for, such as STATISTICS
    #[arg(long, value_parser = word::<Purpose>)]
    purpose: Purpose,
    /// How many days it lasts
    #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(i64).range(1..=365))]
    days: i64,
}

#[derive(clap::Args)]
struct Revoke {
    /// What the token is called
    name: String,
    #[command(flatten)]
    of: Of,
}

fn word<T: std::str::FromStr>(text: &str) -> std::result::Result<T, T::Err> {
    text.to_uppercase().parse()
}

pub(crate) async fn run(args: Args) -> Result {
    match args.act {
        Act::Create(new) => create(new).await,
        Act::List(of) => list(of).await,
        Act::Revoke(token) => revoke(token).await,
    }
}

async fn create(new: Create) -> Result {
    let store = Settings::read()?.store().await?;
    let scope = tenant::operator_scope(&store, &new.of.precinct, "token").await?;
    let desk = scope.desk();
    let account = account(&desk, &new.login).await?;
    let expires_at = store.clock().now() + TimeDelta::days(new.days);
    let Create { name, domains, purpose, .. } = new;
    let issued =
        desk.create_token(NewApiToken { name, account, precincts: vec![], domains, purpose, expires_at }).await?;
    println!("{}", issued.secret);
    Ok(())
}

/// The machine client's account, opened if it is not there.
async fn account(desk: &Desk, login: &str) -> Result<AccountId> {
    let posting = NewPosting {
        role: Role::Integrator,
        title: None,
        beats: vec![],
        office: None,
        valid_from: None,
        valid_to: None,
    };
    let new =
        NewAccount { login: login.to_owned(), name: login.to_owned(), staff_number: None, password: None, posting };
    match there(desk, login).await? {
        Some(account) => Ok(account),
        None => Ok(desk.create_account(new).await?.account),
    }
}

async fn there(desk: &Desk, login: &str) -> Result<Option<AccountId>> {
    let mut after: Option<String> = None;
    loop {
        let page = desk.accounts(after.as_deref(), 500).await?;
        if let Some(account) = page.iter().find(|account| account.login == login) {
            return Ok(Some(account.id));
        }
        match page.last() {
            Some(last) => after = Some(last.login.clone()),
            None => return Ok(None),
        }
    }
}

async fn list(of: Of) -> Result {
    let store = Settings::read()?.store().await?;
    for token in tenant::operator_scope(&store, &of.precinct, "token").await?.desk().tokens().await? {
        let end = if token.revoked_at.is_some() {
            "revoked".to_owned()
        } else {
            format!("until {}", token.expires_at.date_naive())
        };
        let domains: Vec<_> = token.domains.iter().map(|domain| domain.as_str()).collect();
        println!("{:30} {:16} {} {}", token.name, end, token.purpose, domains.join(","));
    }
    Ok(())
}

async fn revoke(token: Revoke) -> Result {
    let store = Settings::read()?.store().await?;
    let desk = tenant::operator_scope(&store, &token.of.precinct, "token").await?.desk();
    let tokens = desk.tokens().await?;
    let named: Vec<_> = tokens.iter().filter(|one| one.name == token.name && one.revoked_at.is_none()).collect();
    if named.is_empty() {
        return Err(Failure::new(format!("there is no token {} to revoke", token.name)));
    }
    for one in named {
        desk.revoke_token(one.id).await?;
    }
    Ok(())
}
