//! Listening, and stopping well: no request that was taken is dropped, and nobody waits for ever.

use std::{future::Future, io, net::SocketAddr, time::Duration};

use axum::serve::ListenerExt as _;
use tokio::{net::TcpListener, sync::oneshot, task::JoinSet};

use crate::{Gateway, app::app, webhooks};

/// Binds the configured address. Fails with the system's word when it is taken.
pub async fn bind(gateway: &Gateway) -> io::Result<TcpListener> {
    TcpListener::bind(gateway.config().server.listen).await
}

/// Serves until `stop` resolves, then takes no new connection and lets the open requests end within the configured time.
/// Answers whether all of them did.
pub async fn serve(
    gateway: Gateway,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<bool> {
    let patience = Duration::from_secs(gateway.config().server.drain_seconds);
    let (stopping, stopped) = oneshot::channel();
    let draining = gateway.clone();
    let signal = async move {
        stop.await;
        draining.drain();
        // Nobody listens any more when serving has failed, and then there is nothing to tell.
        let _ = stopping.send(());
    };
    let streams = gateway.clone();
    // Ends with this function, however it ends.
    let mut couriers = JoinSet::new();
    couriers.spawn(webhooks::run(gateway.clone()));
    let service = app(gateway).into_make_service_with_connect_info::<SocketAddr>();
    let listener = listener.tap_io(|stream| {
        if let Err(cause) = stream.set_nodelay(true) {
            tracing::debug!(%cause, "a connection keeps its delay");
        }
    });
    let serving = async {
        axum::serve(listener, service).with_graceful_shutdown(signal).await?;
        // A WebSocket is no request any more, so the server does not wait for it.
        streams.streams().all_ended().await;
        while couriers.join_next().await.is_some() {}
        Ok::<(), io::Error>(())
    };
    let deadline = async {
        match stopped.await {
            Ok(()) => tokio::time::sleep(patience).await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        ended = serving => ended.map(|()| true),
        () = deadline => Ok(false),
    }
}

/// Resolves when the operator or the system asks the process to stop: Ctrl-C or SIGTERM.
pub async fn asked_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
