//! `huji import` and `huji export`: registers as CSV and XLSX files.

use std::io::Write;
use std::path::{Path, PathBuf};

use tenants::exchange::{self, Exported, Format, Mode, Report, Table, Terms};

use crate::failure::{Failure, Result};
use crate::progress;
use crate::settings::{Settings, private_file};

#[derive(clap::Args)]
pub(crate) struct Import {
    /// One workbook with the tables of households, persons and memberships, or one file for each (.csv, .xlsx);
    /// docs/exchange.md describes the columns
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The precinct's code
    #[arg(long)]
    precinct: String,
    #[command(flatten)]
    mode: ModeArgs,
    /// Writes the refused rows to this CSV file instead of showing the first twenty
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Makes every check and counts what would be written, and writes nothing
    #[arg(long)]
    dry_run: bool,
    /// Writes who is likely in the register already to this CSV file, each row beside the register's person, both masked;
    /// must not be there yet
    #[arg(long, value_name = "FILE")]
    duplicates: Option<PathBuf>,
    /// What was decided of them: that file with its last two columns filled in, SAME or DIFFERENT and why (.csv, .xlsx)
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

#[derive(clap::Args)]
#[group(required = true, multiple = false)]
struct ModeArgs {
    /// Keep the good rows and report the others
    #[arg(long)]
    keep_good: bool,
    /// Take nothing over unless every row is good
    #[arg(long)]
    all_or_nothing: bool,
}

#[derive(clap::Args)]
pub(crate) struct Export {
    /// Where to write: the ending, .csv or .xlsx, says in which form; must not be there yet
    file: PathBuf,
    /// The precinct's code
    #[arg(long)]
    precinct: String,
    /// Which table
    #[arg(long, value_enum)]
    table: TableArg,
    /// Why, for the audit trail
    #[arg(long)]
    reason: String,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum TableArg {
    Households,
    Persons,
}

/// How many refused rows are shown when no report file is asked for.
const SHOWN: usize = 20;

pub(crate) async fn import(args: Import) -> Result {
    let store = Settings::read()?.store().await?;
    let scope = crate::tenant::operator_scope(&store, &args.precinct, "import").await?;
    let tables = read(&args.files)?;
    let terms = Terms {
        mode: if args.mode.keep_good { Mode::KeepGood } else { Mode::AllOrNothing },
        dry_run: args.dry_run,
        decisions: exchange::decisions(&read(args.decisions.as_slice())?)?,
    };
    // Before anything is written, because the file must not be there yet.
    let mut pairs = args.duplicates.as_deref().map(private_file).transpose()?;
    let bar = progress::bar(0, "households and lives");
    let report = scope.import(&tables, &terms, |done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    });
    let report = report.await;
    bar.finish_and_clear();
    if let (Err(_), Some(path)) = (&report, &args.duplicates) {
        // An empty file would say that there are none.
        std::fs::remove_file(path)?;
    }
    let report = report?;
    if let Some(file) = &mut pairs {
        file.write_all(&exchange::duplicates_csv(&report.duplicates)?)?;
        file.sync_all()?;
    }
    tell(&report, &args)?;
    if report.refused.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(format!("{} faults in the file", report.refused.len())))
    }
}

fn read(files: &[PathBuf]) -> Result<Vec<Table>> {
    let mut tables = Vec::new();
    for file in files {
        tables.extend(exchange::read(file)?);
    }
    Ok(tables)
}

fn tell(report: &Report, args: &Import) -> Result {
    let Report { households, persons, memberships, same, .. } = report;
    let what = if args.dry_run { "would be taken over" } else { "taken over" };
    println!("{households} households and {persons} persons {what}; {} faults", report.refused.len());
    if *memberships > 0 {
        println!("{memberships} former memberships {what}");
    }
    if *same > 0 {
        println!("{same} persons left out, decided to be in the register");
    }
    report.acts.iter().for_each(|act| println!("act {act}"));
    if !report.duplicates.is_empty() {
        let how = if args.duplicates.is_some() { "" } else { ": --duplicates FILE shows them side by side" };
        println!("{} likely duplicates to decide{how}", report.duplicates.len());
    }
    if let Some(file) = args.report.as_deref() {
        return write_report(report, file);
    }
    for fault in report.refused.iter().take(SHOWN) {
        println!("{} row {} column {}: {} {}", fault.table, fault.row, fault.column, fault.rule, fault.reason);
    }
    if report.refused.len() > SHOWN {
        println!("… and {} more: --report FILE writes them all", report.refused.len() - SHOWN);
    }
    Ok(())
}

fn write_report(report: &Report, file: &Path) -> Result {
    let text = exchange::report_csv(&report.refused)?;
    std::fs::write(file, text).map_err(|error| Failure::new(format!("{}: {error}", file.display())))
}

pub(crate) async fn export(args: Export) -> Result {
    let format = match args.file.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => Format::Csv,
        Some("xlsx") => Format::Xlsx,
        _ => return Err(Failure::new("the file's name must end in .csv or .xlsx")),
    };
    let store = Settings::read()?.store().await?;
    let scope = crate::tenant::operator_scope(&store, &args.precinct, "export").await?;
    let table = match args.table {
        TableArg::Households => Exported::Households,
        TableArg::Persons => Exported::Persons,
    };
    let mut file = private_file(&args.file)?;
    let written = match scope.export(table, format, &args.reason).await {
        Ok((bytes, rows)) => {
            file.write_all(&bytes).and_then(|()| file.sync_all()).map(|()| rows).map_err(Failure::from)
        }
        Err(error) => Err(error.into()),
    };
    match written {
        Ok(rows) => println!("{rows} rows written to {}", args.file.display()),
        // Half a file would be taken for a whole one.
        Err(_) => std::fs::remove_file(&args.file)?,
    }
    written.map(drop)
}
