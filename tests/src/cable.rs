//! A cable between a process and a server that a test can cut and mend.

use std::net::SocketAddr;
use std::sync::Mutex;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// A TCP proxy on a port of its own.
#[derive(Debug)]
pub struct Cable {
    from: SocketAddr,
    to: String,
    passing: Mutex<Option<JoinHandle<()>>>,
}

impl Cable {
    /// Lays a cable to `to`, a host and port.
    pub async fn to(to: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let from = listener.local_addr().expect("an address");
        let passing = Mutex::new(Some(tokio::spawn(pass(listener, to.to_owned()))));
        Self { from, to: to.to_owned(), passing }
    }

    /// Lays a cable to the server of a `redis://` URL; answers the URL through it.
    pub async fn to_redis(url: &str) -> (Self, String) {
        let authority = url.trim_start_matches("redis://").split('/').next().unwrap_or_default();
        let cable = Self::to(authority).await;
        let through = format!("redis://{}", cable.from);
        (cable, through)
    }

    /// Ends every connection and takes no new one.
    pub async fn cut(&self) {
        let passing = self.passing.lock().expect("no panic while locked").take();
        if let Some(passing) = passing {
            passing.abort();
            // The port is free when the task is gone.
            assert!(passing.await.is_err_and(|ended| ended.is_cancelled()), "the cable was whole until now");
        }
    }

    /// Takes connections again, on the same port.
    pub async fn mend(&self) {
        let listener = TcpListener::bind(self.from).await.expect("the same port");
        *self.passing.lock().expect("no panic while locked") = Some(tokio::spawn(pass(listener, self.to.clone())));
    }
}

/// Dropping the set of connections, with the task, ends them all.
async fn pass(listener: TcpListener, to: String) {
    let mut connections = JoinSet::new();
    while let Ok((mut near, _)) = listener.accept().await {
        let to = to.clone();
        connections.spawn(async move {
            if let Ok(mut far) = TcpStream::connect(&to).await {
                // A broken connection is what a cable is for.
                let _ = copy_bidirectional(&mut near, &mut far).await;
            }
        });
    }
}
