//! `huji serve`: the API and the console, until it is asked to stop.

use gateway::{Gateway, asked_to_stop, bind, telemetry};

use crate::failure::{Failure, Result};
use crate::settings::Settings;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Serve although the database is behind or ahead of this binary
    #[arg(long)]
    any_schema: bool,
}

pub(crate) async fn run(args: Args) -> Result {
    let settings = Settings::read()?;
    let telemetry = telemetry::start(&settings.config.telemetry)?;
    if !args.any_schema {
        refuse_another_schema(settings.database_url()).await?;
    }
    let store = settings.store().await?;
    store.ping().await?;
    tracing::info!(backend = ?store.backend(), "database open");
    let gateway = Gateway::new(settings.config, store)?;
    let listener = listen(&gateway).await?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    let drained = gateway::serve(gateway, listener, asked_to_stop()).await?;
    tracing::info!(drained, "stopped");
    telemetry.flush();
    Ok(())
}

/// The configured address, bound; one that cannot be is named, as the system's own word for it names none.
pub(crate) async fn listen(gateway: &Gateway) -> Result<tokio::net::TcpListener> {
    bind(gateway).await.map_err(|error| Failure::new(format!("{}: {error}", gateway.config().server.listen)))
}

/// A server on tables it does not know would answer wrongly, or write what the next version cannot read.
async fn refuse_another_schema(url: &str) -> Result {
    let status = migrations::status(url).await?;
    if let [first, ..] = status.unknown.as_slice() {
        return Err(Failure::new(format!(
            "the database is ahead of this binary (it has {first}); install the newer one"
        )));
    }
    match status.pending.as_slice() {
        [] => Ok(()),
        [first, ..] => {
            Err(Failure::new(format!("the database is behind this binary (it lacks {first}); run `huji migrate`")))
        }
    }
}
