//! Waiting for a condition.

use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Far longer than anything takes, on a machine that has been slowed down ten times and more as well: only a condition
/// that never comes reaches it.
const PATIENCE: Duration = Duration::from_secs(120);

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(25);

/// Looks until there is something, or patience ends.
pub(crate) async fn poll<T>(mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look().await {
            return Some(found);
        }
        if Instant::now() >= deadline {
            return None;
        }
        sleep(PAUSE).await;
    }
}
