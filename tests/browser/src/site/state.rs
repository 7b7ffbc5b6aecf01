//! The state that tests set and the server reads.

use crate::host_folder::HostFolder;
use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// One of a site's two origins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The blog with the host pages. For pages that host the widget themselves, `/widget/` holds its files here too.
    Host,
    /// The widget's files, which pages of any origin may load.
    Assets,
}

/// A fault in the response for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseFault {
    /// The file does not exist.
    NotFound,
    /// The file has the media type of plain text.
    PlainText,
    /// The server is overloaded (503).
    Unavailable,
    /// The connection closes without a response.
    Dropped,
    /// The connection closes in the middle of the file.
    CutOff,
}

/// A fault, and how many more responses have it.
#[derive(Clone, Copy, Debug)]
pub(super) struct PendingFault {
    pub(super) fault: ResponseFault,
    pub(super) left: usize,
}

/// A browser's request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The origin that received it.
    pub origin: Origin,
    /// The path, without the query.
    pub path: String,
}

/// A [`SiteState`] behind a lock, with a signal for held requests.
#[derive(Default)]
pub(super) struct SharedState {
    state: Mutex<SiteState>,
    released: Notify,
}

#[derive(Default)]
pub(super) struct SiteState {
    /// The blog's documents by path.
    pub(super) published: HashMap<String, Published>,
    /// A folder of pages on the blog, and the snippet in each.
    pub(super) folder: Option<(HostFolder, String)>,
    /// Faults by path suffix.
    pub(super) faults: HashMap<String, PendingFault>,
    /// The path suffixes of requests that wait.
    pub(super) held: HashSet<String>,
    /// The path suffixes whose next request waits for ever.
    pub(super) swallowed: HashSet<String>,
    /// Files in the place of those of the build, by path; a request with a query gets the file of the build.
    pub(super) replaced: HashMap<String, Vec<u8>>,
    /// A folder, `/name`, under which the widget's files lie as well.
    pub(super) extra_folder: Option<String>,
    /// The cookie without which the server refuses the widget's files.
    pub(super) cookie: Option<String>,
    /// Whether a page stands in for every missing file.
    pub(super) answers_with_pages: bool,
    /// All requests so far.
    pub(super) requests: Vec<Request>,
}

/// A document on the blog.
#[derive(Clone)]
pub(super) struct Published {
    pub(super) content: Vec<u8>,
    pub(super) headers: Vec<(String, String)>,
}

impl SharedState {
    pub(super) fn lock(&self) -> MutexGuard<'_, SiteState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn release(&self, suffix: &str) {
        self.lock().held.remove(suffix);
        self.released.notify_waiters();
    }

    /// Waits while requests for this path are held.
    pub(super) async fn wait_while_held(&self, path: &str) {
        loop {
            let released = self.released.notified();
            if !self.lock().held.iter().any(|suffix| path.ends_with(suffix)) {
                return;
            }
            released.await;
        }
    }
}

impl SiteState {
    /// The fault of the response to this request.
    pub(super) fn take_fault(&mut self, path: &str) -> Option<ResponseFault> {
        let (_, pending) = self.faults.iter_mut().find(|(suffix, _)| path.ends_with(*suffix))?;
        pending.left = pending.left.checked_sub(1)?;
        Some(pending.fault)
    }

    /// Whether this request is never answered.
    pub(super) fn swallows(&mut self, path: &str) -> bool {
        let suffix = self.swallowed.iter().find(|suffix| path.ends_with(*suffix)).cloned();
        suffix.is_some_and(|suffix| self.swallowed.remove(&suffix))
    }
}
