//! Made-up accounts of every role, for demonstrations, tests and benchmarks: `demo-accounts.json`.

use std::io::Write;
use std::path::Path;

use chrono::TimeDelta;
use serde::Serialize;
use tenants::Store;
use tenants::accounts::NewAccount;
use tenants::applications::AssistOffice;
use tenants::ids::{BeatId, PrecinctId};
use tenants::postings::NewPosting;
use tenants::purposes::Purpose;
use tenants::roles::{self, Domain, Role, Seat};
use tenants::seed::{Manifest, PrecinctManifest};
use tenants::tokens::{LONGEST, NewApiToken};

use crate::failure::Result;
use crate::settings::private_file;

/// One account with all that opens it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Account {
    pub(crate) name: String,
    pub(crate) login: String,
    pub(crate) role: &'static str,
    /// The short name of the precinct it is posted to.
    pub(crate) precinct: String,
    pub(crate) password: Option<String>,
    pub(crate) token: Option<String>,
    pub(crate) totp_secret: Option<String>,
}

#[derive(Serialize)]
struct File<'a> {
    accounts: &'a [Account],
}

/// The roles that every station has besides the first, which has one of each.
const EVERYWHERE: [Role; 3] = [Role::CommunityOfficer, Role::Registrar, Role::StationChief];
const SURNAMES: [&str; 10] = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"];
const GIVEN: [&str; 10] = ["建国", "秀英", "志强", "丽华", "海燕", "文斌", "晓梅", "国栋", "慧敏", "立新"];

/// Where accounts are made: a precinct or the district's office.
struct Place<'p> {
    id: PrecinctId,
    short_name: &'p str,
    /// Distinguishes the logins of places; empty for the first station and for the office.
    suffix: String,
    beats: Vec<BeatId>,
}

/// Makes one account of each role, those of [`EVERYWHERE`] in every station, and writes them to a new private file.
pub(crate) async fn make(store: &Store, manifest: &Manifest, file: &Path) -> Result<Vec<Account>> {
    let mut to = private_file(file)?;
    let mut accounts = Vec::new();
    for (at, precinct) in manifest.precincts.iter().enumerate() {
        let place = station(at, precinct);
        let wanted = |role: &&Role| role.seat() != Seat::Office && (at == 0 || EVERYWHERE.contains(role));
        for role in Role::ALL.iter().filter(wanted) {
            accounts.push(open(store, &place, *role, accounts.len()).await?);
        }
    }
    let office =
        Place { id: PrecinctId(manifest.office), short_name: "分局机关", suffix: String::new(), beats: Vec::new() };
    for role in Role::ALL.iter().filter(|role| role.seat() == Seat::Office) {
        accounts.push(open(store, &office, *role, accounts.len()).await?);
    }
    to.write_all(serde_json::to_string_pretty(&File { accounts: &accounts })?.as_bytes())?;
    Ok(accounts)
}

fn station(at: usize, precinct: &PrecinctManifest) -> Place<'_> {
    let suffix = if at == 0 { String::new() } else { format!(".{}", at + 1) };
    let short_name = precinct.name.strip_suffix("派出所").unwrap_or(&precinct.name);
    Place {
        id: PrecinctId(precinct.id),
        short_name,
        suffix,
        beats: precinct.beats.iter().copied().map(BeatId).collect(),
    }
}

async fn open(store: &Store, place: &Place<'_>, role: Role, number: usize) -> Result<Account> {
    let name = format!("{}{}", SURNAMES[number % 10], GIVEN[(number / 10 + number) % 10]);
    let login = format!("{}{}", role.as_str().to_lowercase().replace('_', "."), place.suffix);
    let desk = crate::tenant::operator_in(store, place.id, "demo").await?.desk();
    let office = (role == Role::DepartmentClerk).then_some(AssistOffice::CivilAffairs);
    let posting =
        NewPosting { role, title: None, beats: place.beats.clone(), office, valid_from: None, valid_to: None };
    let new = NewAccount { login: login.clone(), name: name.clone(), staff_number: None, password: None, posting };
    let made = desk.create_account(new).await?;
    let domains: Vec<_> =
        Domain::ALL.iter().copied().filter(|domain| !roles::actions(role, *domain).is_empty()).collect();
    let token = if domains.is_empty() {
        None
    } else {
        let expires_at = store.clock().now() + LONGEST - TimeDelta::days(1);
        let purpose = Purpose::RegisterService;
        let new = NewApiToken {
            name: format!("demo {login}"),
            account: made.account,
            precincts: vec![],
            domains,
            purpose,
            expires_at,
        };
        Some(desk.create_token(new).await?.secret)
    };
    let totp_secret = made.totp.map(|enrolment| enrolment.secret);
    Ok(Account {
        name,
        login,
        role: role.as_str(),
        precinct: place.short_name.to_owned(),
        password: made.password,
        token,
        totp_secret,
    })
}
