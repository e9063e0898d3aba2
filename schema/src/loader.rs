//! Loads what siblings ask for in one statement: a loader lives with one operation and one precinct, so nothing crosses either.
//!
//! The first of a level's fields to ask opens a batch, which waits until no sibling joins it any more; async-graphql polls the
//! items of a list in one task, so that is the end of a poll and not a matter of time. No timer, no task of its own (a loader must not outlive the answer).

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::task::{Context, Poll, Wake, Waker};

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
        let mut state = self.inner.lock();
        if let Some(batch) = state.known.get(&key) {
            return batch.clone();
        }
        state.gathering.insert(key);
        let batch = state.batch.get_or_insert_with(|| gather(Arc::downgrade(&self.inner)).boxed().shared()).clone();
        state.known.insert(key, batch.clone());
        batch
    }
}

/// A batch holds its loader weakly: an operation that breaks off drops its loader, and with it whatever was still to be fetched.
async fn gather<K, V>(loader: Weak<Inner<K, V>>) -> Outcome<K, V>
where
    K: Copy + Eq + Hash + Ord + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    let gathered = || loader.upgrade().map_or(0, |loader| loader.lock().gathering.len());
    let mut joined = 0;
    while joined != gathered() {
        joined = gathered();
        EndOfPoll::default().await;
    }
    let fetching = loader.upgrade().map(|loader| {
        let keys = loader.lock().close();
        (loader.fetch)(keys.into_iter().collect())
    });
    match fetching {
        Some(fetching) => fetching.await.map(Arc::new).map_err(Arc::new),
        None => Ok(Arc::default()),
    }
}

impl<K, V> Inner<K, V> {
    fn lock(&self) -> std::sync::MutexGuard<'_, State<K, V>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K, V> State<K, V> {
    /// Ends the gathering: the next to ask opens another batch.
    fn close(&mut self) -> BTreeSet<K> {
        self.batch = None;
        std::mem::take(&mut self.gathering)
    }
}

/// Ready once the task that polls it has been polled to its end, and with it every sibling, however often they poll this.
#[derive(Default)]
struct EndOfPoll(Option<Arc<Bell>>);

/// Remembers that it was rung, and passes the ringing on.
struct Bell {
    rung: AtomicBool,
    waker: Waker,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.rung.store(true, Ordering::Release);
        self.waker.wake_by_ref();
    }
}

impl Future for EndOfPoll {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if let Some(bell) = &self.0 {
            return if bell.rung.load(Ordering::Acquire) { Poll::Ready(()) } else { Poll::Pending };
        }
        let bell = Arc::new(Bell { rung: AtomicBool::new(false), waker: context.waker().clone() });
        self.0 = Some(Arc::clone(&bell));
        // Tokio keeps the waker of a task that yields until the task's poll is over.
        let yielding = std::pin::pin!(tokio::task::yield_now());
        let _ = yielding.poll(&mut Context::from_waker(&Waker::from(bell)));
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
    async fn an_operation_that_breaks_off_keeps_nothing_alive() {
        let held = Arc::new(());
        let inside = Arc::clone(&held);
        let loader: Loader<u32, u32> = Loader::new(move |_| {
            let inside = Arc::clone(&inside);
            async move {
                std::future::pending::<()>().await;
                drop(inside);
                Ok(HashMap::new())
            }
        });
        let broken = tokio::time::timeout(std::time::Duration::from_millis(20), loader.load(1)).await;
        assert!(broken.is_err());
        drop(loader);
        assert_eq!(Arc::strong_count(&held), 1);
    }

    #[tokio::test]
    async fn a_failure_reaches_everyone_who_waits() {
        let loader: Loader<u32, u32> = Loader::new(|_| async { Err(Error::Denied) });
        let both = futures_util::future::join(loader.load(1), loader.load(2)).await;
        assert!(matches!(*both.0.unwrap_err(), Error::Denied));
        assert!(matches!(*both.1.unwrap_err(), Error::Denied));
    }
}
