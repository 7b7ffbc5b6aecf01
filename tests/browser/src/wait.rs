//! Polling until a condition holds.

use std::time::Duration;
use tokio::time::{Instant, sleep};

/// After this long a condition counts as failed. Even a machine slowed down more than ten times stays far below it.
const TIMEOUT: Duration = Duration::from_secs(120);

/// The pause between two evaluations of a condition.
const POLL_INTERVAL: Duration = Duration::from_millis(25);

/// Evaluates a condition until it returns a value; `None` after [`TIMEOUT`].
pub(crate) async fn poll<T>(mut condition: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + TIMEOUT;
    loop {
        if let Some(value) = condition().await {
            return Some(value);
        }
        if Instant::now() >= deadline {
            return None;
        }
        sleep(POLL_INTERVAL).await;
    }
}
