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
    pub(super) faults: HashMap<String, ResponseFault>,
    /// The path suffixes of requests that wait.
    pub(super) held: HashSet<String>,
    /// All requests so far.
    pub(super) requests: Vec<Request>,
}

/// A document on the blog.
#[derive(Clone)]
pub(super) struct Published {
    pub(super) html: String,
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
    pub(super) fn fault(&self, path: &str) -> Option<ResponseFault> {
        self.faults.iter().find(|(suffix, _)| path.ends_with(*suffix)).map(|(_, fault)| *fault)
    }
}
