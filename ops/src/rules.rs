//! `huji rules`: the rules that are data, shown, and taken over from the city's own tables.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use tenants::rules::RulesReport;
use tenants::{Store, application_types, calendar, limits};

use crate::failure::{Failure, Result};
use crate::settings::Settings;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Lists limits, types of application and the calendar's days from today on
    List,
    /// Takes limits over from a CSV file: key,value,unit,valid_from,source
    ImportLimits(File),
    /// Takes days of the calendar over from a CSV file: day,kind,source
    ImportCalendar(File),
}

#[derive(clap::Args)]
struct File {
    /// The file, in UTF-8
    file: PathBuf,
}

pub(crate) async fn run(args: Args) -> Result {
    let settings = Settings::read()?;
    match args.act {
        Act::List => list(&settings.store().await?).await,
        Act::ImportLimits(File { file }) => {
            let rules = settings.owners_store().await?.rules();
            told(&rules.import_limits(&text(&file)?).await?)
        }
        Act::ImportCalendar(File { file }) => {
            let rules = settings.owners_store().await?.rules();
            told(&rules.import_days(&text(&file)?).await?)
        }
    }
}

fn text(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).map_err(|error| Failure::new(format!("{}: {error}", file.display())))
}

async fn list(store: &Store) -> Result {
    let today = store.clock().today();
    for limit in limits::all(store).await? {
        let until = limit.valid_to.map_or_else(String::new, |day| day.to_string());
        println!(
            "{:24} {:4} {:12} {} {until:10} {}",
            limit.key, limit.value, limit.unit, limit.valid_from, limit.source
        );
    }
    for kind in application_types::all(store, today).await? {
        println!("{:5} {:9} {:20} {}", kind.code, kind.level, kind.limit_key, kind.title_zh);
    }
    for day in calendar::days(store, today).await? {
        println!("{} {:8} {}", day.day, day.kind, day.source);
    }
    Ok(())
}

/// Says what became of a file; a wrong line is a failure.
fn told(report: &RulesReport) -> Result {
    if report.faults.is_empty() {
        println!("{} taken over, {} stood already", report.added, report.unchanged);
        return Ok(());
    }
    for (line, fault) in &report.faults {
        eprintln!("line {line}: {fault}");
    }
    Err(Failure::new(format!("{} lines are wrong; nothing was taken over", report.faults.len())))
}
