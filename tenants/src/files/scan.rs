//! The look at a file before it is kept: by nobody, or by clamd, which is asked over TCP by its `INSTREAM`.

use std::time::Duration;

use async_trait::async_trait;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::error::{Error, Result};

/// The longest a look may take: a scanner that hangs must not hold the request for ever.
const PATIENCE: Duration = Duration::from_secs(15);
/// Bytes sent at a time.
const PIECE: usize = 64 << 10;

/// What a look found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing.
    Clean,
    /// Something that must not be kept.
    Infected,
}

/// Looks at a file. A scanner that does not answer is an error, never a clean file.
#[async_trait]
pub(super) trait Scanner: Send + Sync {
    async fn scan(&self, clear: &[u8]) -> Result<Verdict>;
}

/// The scanner at an address; none for an empty one.
pub(super) fn scanner(clamd: &str) -> Box<dyn Scanner> {
    if clamd.is_empty() { Box::new(Nobody) } else { Box::new(Clamd(clamd.to_owned())) }
}

struct Nobody;

#[async_trait]
impl Scanner for Nobody {
    async fn scan(&self, _: &[u8]) -> Result<Verdict> {
        Ok(Verdict::Clean)
    }
}

struct Clamd(String);

#[async_trait]
impl Scanner for Clamd {
    async fn scan(&self, clear: &[u8]) -> Result<Verdict> {
        let asked = tokio::time::timeout(PATIENCE, self.ask(clear)).await;
        let answer = asked.map_err(|_| Error::Unavailable("clamd takes too long".to_owned()))?;
        let answer = answer.map_err(|error| Error::Unavailable(format!("clamd: {error}")))?;
        // The name of what was found is the scanner's and not needed by whoever sent the file.
        match answer.trim_end_matches(['\0', '\n']) {
            answer if answer.ends_with(" OK") => Ok(Verdict::Clean),
            answer if answer.ends_with(" FOUND") => Ok(Verdict::Infected),
            answer => Err(Error::Unavailable(format!("clamd says {answer:?}"))),
        }
    }
}

impl Clamd {
    async fn ask(&self, clear: &[u8]) -> std::io::Result<String> {
        let mut line = TcpStream::connect(&self.0).await?;
        line.write_all(b"zINSTREAM\0").await?;
        for piece in clear.chunks(PIECE) {
            line.write_all(&u32::try_from(piece.len()).unwrap_or(0).to_be_bytes()).await?;
            line.write_all(piece).await?;
        }
        line.write_all(&0_u32.to_be_bytes()).await?;
        let mut answer = String::new();
        line.take(1_024).read_to_string(&mut answer).await?;
        Ok(answer)
    }
}
