//! Telephones of a world: codes that were sent, in order, for a test to read.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use futures_util::future::BoxFuture;
use gateway::sender::{Sender, Unsent};
use tenants::residents::Text;
use tokio::sync::Notify;

/// Keeps what is sent.
#[derive(Clone, Debug, Default)]
pub struct Mailbox(Arc<Kept>);

#[derive(Debug, Default)]
struct Kept {
    texts: Mutex<VecDeque<Text>>,
    came: Notify,
}

impl Mailbox {
    /// The oldest that was not read yet; waits for it, because codes are sent beside the answer.
    pub async fn next(&self) -> Text {
        loop {
            let came = self.0.came.notified();
            if let Some(text) = self.0.texts.lock().expect("a mailbox").pop_front() {
                return text;
            }
            tokio::time::timeout(std::time::Duration::from_secs(10), came).await.expect("a code is sent");
        }
    }

    /// Whether nothing is waiting to be read.
    pub fn is_empty(&self) -> bool {
        self.0.texts.lock().expect("a mailbox").is_empty()
    }
}

impl Sender for Mailbox {
    fn send(&self, text: Text) -> BoxFuture<'static, Result<(), Unsent>> {
        let kept = Arc::clone(&self.0);
        Box::pin(async move {
            kept.texts.lock().expect("a mailbox").push_back(text);
            kept.came.notify_one();
            Ok(())
        })
    }
}
