//! `huji`, the one binary: a file a subcommand.

mod accounts;
mod audit;
mod demo;
mod doctor;
mod exchange;
mod failure;
mod migrate;
mod nightly;
mod progress;
mod rules;
mod schema_file;
mod seed;
mod serve;
mod settings;
mod tenant;
mod tidy;
mod token;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Result;

/// Typed answers allocate much and briefly: a fifth less CPU than the system's allocator (docs/performance.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Huji (户籍): the household register of a district's police stations, behind one GraphQL API.
///
/// Settings come from `huji.toml` and the environment (DATABASE_URL, REDIS_URL, HUJI_…); see gateway/config.default.toml.
#[derive(Parser)]
#[command(name = "huji", version, propagate_version = true, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves a made-up district from a file in this folder; nothing else is needed
    Demo(demo::Args),
    /// Serves the API and the console
    Serve(serve::Args),
    /// Brings the database up to this binary
    Migrate(migrate::Args),
    /// Fills an empty database with a made-up district, the same for the same seed
    Seed(seed::Args),
    /// Issues an API token for an integrator; the secret is shown once
    Token(token::Args),
    /// Makes, lists, suspends and resumes precincts
    Tenant(tenant::Args),
    /// Shows the limits, the calendar and the types of application, and takes the city's own over
    Rules(rules::Args),
    /// Takes households and their members over from CSV or XLSX files
    Import(exchange::Import),
    /// Writes the masked register to a CSV or XLSX file
    Export(exchange::Export),
    /// Checks the audit trail
    Audit(audit::Args),
    /// Does what is due by the calendar in every precinct: late permits are suspended, holders to be reminded noted
    Nightly(nightly::Args),
    /// Looks whether everything a server needs is there and right
    Doctor(doctor::Args),
    /// Ends uploads that nobody finishes; to be run daily
    Tidy(tidy::Args),
    /// Prints the GraphQL schema
    Schema(schema_file::Args),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = runtime().map_err(Into::into).and_then(|runtime| runtime.block_on(run(cli.command)));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

/// Resolving a document nests a frame for each of its levels, and those of a schema this wide are large without optimisation: a
/// worker's usual 2 MiB would be used up by a search with its persons' households. The stack is only memory where it is used.
fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(32 << 20).build()
}

async fn run(command: Command) -> Result {
    match command {
        Command::Demo(args) => demo::run(args).await,
        Command::Serve(args) => serve::run(args).await,
        Command::Migrate(args) => migrate::run(args).await,
        Command::Seed(args) => seed::run(args).await,
        Command::Token(args) => token::run(args).await,
        Command::Tenant(args) => tenant::run(args).await,
        Command::Rules(args) => rules::run(args).await,
        Command::Import(args) => exchange::import(args).await,
        Command::Export(args) => exchange::export(args).await,
        Command::Audit(args) => audit::run(args).await,
        Command::Nightly(args) => nightly::run(args).await,
        Command::Doctor(args) => doctor::run(args).await,
        Command::Tidy(args) => tidy::run(args).await,
        Command::Schema(args) => {
            schema_file::run(&args);
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_holds_together() {
        super::Cli::command().debug_assert();
    }
}
