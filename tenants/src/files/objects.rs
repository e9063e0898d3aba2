//! The objects themselves, in a folder or in a bucket.

use std::io::ErrorKind;
use std::ops::Range;
use std::sync::Arc;

use futures_util::TryStreamExt as _;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{Error as Fault, ObjectStore, ObjectStoreExt as _};
use uuid::Uuid;

use crate::error::{Error, Result};

/// An open folder or bucket.
pub(super) struct Objects {
    store: Arc<dyn ObjectStore>,
    /// The path inside of a bucket.
    root: String,
}

impl Objects {
    pub(super) fn open(place: &str) -> Result<Self> {
        match place.strip_prefix("s3://") {
            Some(bucket) => Self::bucket(bucket),
            None => Self::folder(place),
        }
    }

    fn folder(place: &str) -> Result<Self> {
        make_private(place).map_err(|error| from_system(&error, place))?;
        // Written and renamed with the disk's word for it: an answer that says "received" must survive the next power cut.
        let folder = LocalFileSystem::new_with_prefix(place).map_err(told)?.with_fsync(true);
        Ok(Self { store: Arc::new(folder), root: String::new() })
    }

    #[cfg(feature = "s3")]
    fn bucket(place: &str) -> Result<Self> {
        let (bucket, root) = place.split_once('/').unwrap_or((place, ""));
        // Region, endpoint and credentials come from the usual AWS_… variables.
        let store = object_store::aws::AmazonS3Builder::from_env().with_bucket_name(bucket).build().map_err(told)?;
        Ok(Self { store: Arc::new(store), root: root.trim_matches('/').to_owned() })
    }

    #[cfg(not(feature = "s3"))]
    fn bucket(_: &str) -> Result<Self> {
        Err(Error::invalid("FILES", "files.place", "this binary was built without the feature s3"))
    }

    fn path(&self, name: &str) -> Path {
        if self.root.is_empty() { Path::from(name) } else { Path::from(format!("{}/{name}", self.root)) }
    }

    pub(super) async fn put(&self, name: &str, sealed: Vec<u8>) -> Result<()> {
        self.store.put(&self.path(name), sealed.into()).await.map(drop).map_err(told)
    }

    pub(super) async fn range(&self, name: &str, range: Range<u64>) -> Result<Vec<u8>> {
        let bytes = self.store.get_range(&self.path(name), range).await.map_err(told)?;
        Ok(bytes.into())
    }

    pub(super) async fn remove(&self, name: &str) -> Result<()> {
        match self.store.delete(&self.path(name)).await {
            Ok(()) | Err(Fault::NotFound { .. }) => Ok(()),
            Err(fault) => Err(told(fault)),
        }
    }

    pub(super) async fn list(&self, folder: &str) -> Result<Vec<Uuid>> {
        let under = self.path(folder);
        let found: Vec<_> = self.store.list(Some(&under)).try_collect().await.map_err(told)?;
        Ok(found.iter().filter_map(|object| object.location.filename()?.parse().ok()).collect())
    }
}

/// A folder that only its owner enters.
fn make_private(place: &str) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(place)
}

/// What a fault of the objects means to us: no room, gone, or out of order; the path stays in the log.
fn told(fault: Fault) -> Error {
    if let Fault::NotFound { path, .. } = &fault {
        return Error::internal(format!("the file {path} is not where it was put"));
    }
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&fault);
    while let Some(error) = cause {
        if let Some(system) = error.downcast_ref::<std::io::Error>() {
            return from_system(system, &fault.to_string());
        }
        cause = error.source();
    }
    Error::Unavailable(fault.to_string())
}

fn from_system(error: &std::io::Error, place: &str) -> Error {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::StorageFull,
        _ => Error::Unavailable(format!("{place}: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_from_one_that_is_out_of_order() {
        let fault = |number| Fault::Generic {
            store: "LocalFileSystem",
            source: Box::new(std::io::Error::from_raw_os_error(number)),
        };
        assert!(matches!(told(fault(28)), Error::StorageFull), "ENOSPC");
        assert!(matches!(told(fault(122)), Error::StorageFull), "EDQUOT");
        assert!(matches!(told(fault(5)), Error::Unavailable(_)), "EIO");
    }

    #[cfg(not(feature = "s3"))]
    #[test]
    fn a_bucket_is_refused_by_a_binary_that_knows_none() {
        assert!(matches!(Objects::open("s3://papers"), Err(Error::Invalid { .. })));
    }
}
