//! Loads what siblings ask for in one statement: a loader lives with one operation and one precinct, so nothing crosses either.
//!
//! The first of a level's fields to ask opens a batch and yields once; by then its siblings have added their keys, because
//! async-graphql polls the items of a list in one task. No timer, no task of its own (a loader must not outlive the answer).

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared};
use tenants::Error;

/// What a batch brings: the values by key, or why there are none.
type Outcome<K, V> = Result<Arc<HashMap<K, V>>, Arc<Error>>;
type Fetch<K, V> = Box<dyn Fn(Vec<K>) -> BoxFuture<'static, Result<HashMap<K, V>, Error>> + Send + Sync>;

/// Loads values of one kind by key.
pub struct Loader<K, V> {
    inner: Arc<Inner<K, V>>,
}

struct Inner<K, V> {
    fetch: Fetch<K, V>,
    state: Mutex<State<K, V>>,
}

struct State<K, V> {
    gathering: BTreeSet<K>,
    batch: Option<Shared<BoxFuture<'static, Outcome<K, V>>>>,
    /// Batches by the keys they bring, so that nothing is asked for twice in an operation.
    known: HashMap<K, Shared<BoxFuture<'static, Outcome<K, V>>>>,
}

impl<K, V> std::fmt::Debug for Loader<K, V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Loader")
    }
}

impl<K: Copy + Eq + Hash + Ord + Send + Sync + 'static, V: Clone + Send + Sync + 'static> Loader<K, V> {
    /// A loader that fetches a batch by `fetch`.
    pub fn new<F>(fetch: impl Fn(Vec<K>) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<HashMap<K, V>, Error>> + Send + 'static,
    {
        let state = Mutex::new(State { gathering: BTreeSet::new(), batch: None, known: HashMap::new() });
        Self { inner: Arc::new(Inner { fetch: Box::new(move |keys| fetch(keys).boxed()), state }) }
    }

    /// The value of a key, if it has one.
    pub async fn load(&self, key: K) -> Result<Option<V>, Arc<Error>> {
        let batch = self.join(key);
        let values = batch.await?;
        Ok(values.get(&key).cloned())
    }

    fn join(&self, key: K) -> Shared<BoxFuture<'static, Outcome<K, V>>> {
        let mut state = self.inner.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(batch) = state.known.get(&key) {
            return batch.clone();
        }
        state.gathering.insert(key);
        let batch = state.batch.get_or_insert_with(|| Arc::clone(&self.inner).gather().boxed().shared()).clone();
        state.known.insert(key, batch.clone());
        batch
    }
}

impl<K: Copy + Eq + Hash + Ord + Send + Sync + 'static, V: Clone + Send + Sync + 'static> Inner<K, V> {
    async fn gather(self: Arc<Self>) -> Outcome<K, V> {
        Yield(false).await;
        let keys = {
            let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            state.batch = None;
            std::mem::take(&mut state.gathering)
        };
        (self.fetch)(keys.into_iter().collect()).await.map(Arc::new).map_err(Arc::new)
    }
}

/// Pending once.
struct Yield(bool);

impl Future for Yield {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut std::task::Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn doubling(calls: &Arc<AtomicUsize>) -> Loader<u32, u32> {
        let calls = Arc::clone(calls);
        Loader::new(move |keys: Vec<u32>| {
            calls.fetch_add(1, Ordering::SeqCst);
            async move { Ok(keys.into_iter().filter(|key| *key != 7).map(|key| (key, key * 2)).collect()) }
        })
    }

    #[tokio::test]
    async fn siblings_are_fetched_together_and_nothing_twice() {
        let calls = Arc::new(AtomicUsize::new(0));
        let loader = doubling(&calls);
        let together = futures_util::future::join_all((0..50).map(|key| loader.load(key))).await;
        assert_eq!(together[3].as_ref().unwrap(), &Some(6));
        assert_eq!(together[7].as_ref().unwrap(), &None);
        assert_eq!(loader.load(3).await.unwrap(), Some(6));
        assert_eq!(calls.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn a_failure_reaches_everyone_who_waits() {
        let loader: Loader<u32, u32> = Loader::new(|_| async { Err(Error::Denied) });
        let both = futures_util::future::join(loader.load(1), loader.load(2)).await;
        assert!(matches!(*both.0.unwrap_err(), Error::Denied));
        assert!(matches!(*both.1.unwrap_err(), Error::Denied));
    }
}
