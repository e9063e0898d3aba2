//! Where the content of files is kept: in a folder or a bucket, sealed by the precinct's data key (PRV-19, docs/decisions/0013).
//!
//! Whoever holds the folder holds nothing: an object is chunks of 1 MiB, each encrypted under the precinct's key with a nonce
//! of its own. 192 random bits do not repeat among all the chunks a precinct will ever write, so one key serves them all, and
//! what a chunk is for (precinct, object, place, number of chunks) is authenticated with it: a chunk that was moved, swapped or
//! cut off does not open. Nothing here decides who may read; that is said by documents and certificates.

mod links;
mod objects;
mod scan;

use std::sync::Arc;

use tokio::sync::{OnceCell, Semaphore, SemaphorePermit};
use uuid::Uuid;

use crate::clock::Ids;
use crate::error::{Error, Result};
use crate::ids::PrecinctId;
use crate::keys::DataKey;
use objects::Objects;
use scan::Scanner;

pub use links::{Link, Verb};
pub(crate) use scan::Verdict;

/// Clear bytes in a chunk.
pub(crate) const CHUNK: usize = 1 << 20;
/// What sealing adds to a chunk: nonce and tag.
const SEAL: u64 = 24 + 16;
/// Files worked on at once: each is held in memory whole, and an image is unpacked there.
const HANDS: usize = 2;

/// Where files are kept and how they are looked at.
#[derive(Clone, Debug)]
pub struct Settings {
    /// A folder, which is made when the first file comes, or `s3://bucket/path`.
    pub place: String,
    /// `host:port` of a clamd; empty for none.
    pub clamd: String,
    /// The largest file taken, in bytes.
    pub most_bytes: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { place: "huji-files".to_owned(), clamd: String::new(), most_bytes: 20 << 20 }
    }
}

/// What an object is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A received part of a document that is still uploaded.
    Part,
    /// A document.
    Content,
    /// The small picture of a document.
    Preview,
    /// A certificate as it was printed.
    Certificate,
}

impl What {
    fn folder(self) -> &'static str {
        match self {
            Self::Part => "parts",
            Self::Content => "documents",
            Self::Preview => "previews",
            Self::Certificate => "certificates",
        }
    }
}

/// The name of one object, which is no secret and holds no value of the register.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    pub(crate) what: What,
    pub(crate) precinct: PrecinctId,
    pub(crate) id: Uuid,
}

impl Name {
    fn path(&self) -> String {
        format!("{}/{}/{}", self.what.folder(), self.precinct.0, self.id)
    }

    /// What a chunk is sealed for.
    fn place(&self, index: u64, count: u64) -> Vec<u8> {
        format!("huji/file/1/{}/{index}/{count}", self.path()).into_bytes()
    }
}

/// How many chunks so many clear bytes are; none is one, so that emptiness is authenticated too.
fn chunks(length: u64) -> u64 {
    length.div_ceil(CHUNK as u64).max(1)
}

/// The files of an installation. Cheap to clone; opened when first used.
#[derive(Clone)]
pub(crate) struct Files(Arc<Inner>);

struct Inner {
    settings: Settings,
    objects: OnceCell<Objects>,
    scanner: Box<dyn Scanner>,
    hands: Semaphore,
}

impl Files {
    pub(crate) fn new(settings: Settings) -> Self {
        let (scanner, hands) = (scan::scanner(&settings.clamd), Semaphore::new(HANDS));
        Self(Arc::new(Inner { settings, objects: OnceCell::new(), scanner, hands }))
    }

    /// The largest file taken.
    pub(crate) fn most_bytes(&self) -> u64 {
        self.0.settings.most_bytes
    }

    /// A place at the table for work that holds a whole file in memory.
    pub(crate) async fn hand(&self) -> Result<SemaphorePermit<'_>> {
        self.0.hands.acquire().await.map_err(Error::internal)
    }

    /// Looks for what must not come in.
    pub(crate) async fn scan(&self, clear: &[u8]) -> Result<Verdict> {
        self.0.scanner.scan(clear).await
    }

    async fn objects(&self) -> Result<&Objects> {
        let open = || async { Objects::open(&self.0.settings.place) };
        self.0.objects.get_or_try_init(open).await
    }

    /// Seals and keeps a file; there whole afterwards, or not at all.
    pub(crate) async fn put(&self, key: &DataKey, ids: &Ids, name: Name, clear: &[u8]) -> Result<()> {
        let count = chunks(clear.len() as u64);
        let mut sealed = Vec::with_capacity(clear.len() + usize::try_from(count * SEAL).unwrap_or_default());
        let mut pieces = clear.chunks(CHUNK);
        for index in 0..count {
            sealed.extend(key.seal_for(ids, pieces.next().unwrap_or_default(), &name.place(index, count))?);
        }
        self.objects().await?.put(&name.path(), sealed).await
    }

    /// One chunk of a file of `length` clear bytes.
    pub(crate) async fn chunk(&self, key: &DataKey, name: Name, length: u64, index: u64) -> Result<Vec<u8>> {
        let whole = CHUNK as u64 + SEAL;
        let end = (length + chunks(length) * SEAL).min((index + 1) * whole);
        let sealed = self.objects().await?.range(&name.path(), index * whole..end).await?;
        key.open_for(&sealed, &name.place(index, chunks(length)))
    }

    /// A whole file of `length` clear bytes.
    pub(crate) async fn read(&self, key: &DataKey, name: Name, length: u64) -> Result<Vec<u8>> {
        let mut clear = Vec::with_capacity(usize::try_from(length).map_err(Error::internal)?);
        for index in 0..chunks(length) {
            clear.extend(self.chunk(key, name, length, index).await?);
        }
        Ok(clear)
    }

    /// Takes a file away; one that is not there is away already.
    pub(crate) async fn remove(&self, name: Name) -> Result<()> {
        self.objects().await?.remove(&name.path()).await
    }

    /// The ids of a precinct's objects of a kind.
    pub(crate) async fn list(&self, what: What, precinct: PrecinctId) -> Result<Vec<Uuid>> {
        self.objects().await?.list(&format!("{}/{}", what.folder(), precinct.0)).await
    }
}

/// A file about to leave: what it is, and its content chunk by chunk.
pub struct Content {
    /// The media type that was found in it, never the one that was claimed.
    pub media_type: String,
    /// A name for it on somebody's disk, without any value of the register.
    pub name: String,
    /// Its length in bytes.
    pub length: u64,
    pub(crate) files: Files,
    pub(crate) key: DataKey,
    pub(crate) object: Name,
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Content").field("object", &self.object).finish_non_exhaustive()
    }
}

impl Content {
    /// The next chunk after `index` chunks; none at the end. A file that was tampered with ends in an error.
    pub async fn chunk(&self, index: u64) -> Option<Result<Vec<u8>>> {
        if index >= chunks(self.length) {
            return None;
        }
        Some(self.files.chunk(&self.key, self.object, self.length, index).await)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{Keys, MasterKey};

    struct Bench {
        folder: std::path::PathBuf,
        files: Files,
        ids: Ids,
        key: DataKey,
    }

    fn bench(name: &str) -> Bench {
        let folder = std::env::temp_dir().join(format!("huji-files-{name}-{}", std::process::id()));
        let ids = Ids::seeded(5);
        let keys = Keys::new(&MasterKey::generate(&ids)).unwrap();
        keys.create(Uuid::from_u128(1), &ids).unwrap();
        let settings = Settings { place: folder.display().to_string(), ..Settings::default() };
        Bench { folder, files: Files::new(settings), key: keys.known(Uuid::from_u128(1)).unwrap(), ids }
    }

    fn name(id: u128) -> Name {
        Name { what: What::Content, precinct: PrecinctId(Uuid::from_u128(1)), id: Uuid::from_u128(id) }
    }

    #[tokio::test]
    async fn prv_19_a_file_opens_whole_and_only_as_what_it_was_sealed_for() {
        let bench = bench("seal");
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 7] {
            let clear: Vec<u8> = (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect();
            bench.files.put(&bench.key, &bench.ids, name(1), &clear).await.unwrap();
            assert_eq!(bench.files.read(&bench.key, name(1), length as u64).await.unwrap(), clear, "{length}");
        }
        let at = |id: u128| bench.folder.join(name(id).path());
        let sealed = std::fs::read(at(1)).unwrap();
        assert!(!sealed.windows(16).any(|window| window == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]));
        std::fs::write(at(2), &sealed).unwrap();
        assert!(bench.files.read(&bench.key, name(2), 2 * CHUNK as u64 + 7).await.is_err(), "moved");
        let whole = CHUNK + 40;
        let swapped = [&sealed[whole..2 * whole], &sealed[..whole], &sealed[2 * whole..]].concat();
        std::fs::write(at(1), swapped).unwrap();
        assert!(bench.files.read(&bench.key, name(1), 2 * CHUNK as u64 + 7).await.is_err(), "swapped");
        std::fs::write(at(1), &sealed[..2 * whole]).unwrap();
        assert!(bench.files.read(&bench.key, name(1), 2 * CHUNK as u64).await.is_err(), "cut off");
        std::fs::remove_dir_all(bench.folder).unwrap();
    }

    #[tokio::test]
    async fn what_is_removed_is_gone_and_removing_it_twice_is_no_fault() {
        let bench = bench("remove");
        bench.files.put(&bench.key, &bench.ids, name(1), b"x").await.unwrap();
        let precinct = PrecinctId(Uuid::from_u128(1));
        assert_eq!(bench.files.list(What::Content, precinct).await.unwrap(), [Uuid::from_u128(1)]);
        bench.files.remove(name(1)).await.unwrap();
        bench.files.remove(name(1)).await.unwrap();
        assert!(bench.files.list(What::Content, precinct).await.unwrap().is_empty());
        assert!(bench.files.read(&bench.key, name(1), 1).await.is_err());
        std::fs::remove_dir_all(bench.folder).unwrap();
    }
}
