//! A web server with two origins: a blog, and a content delivery network with the widget's files.
//!
//! `state.rs` holds what tests and the server share, `response.rs` builds responses, and `server.rs` listens and chooses
//! the response to each request.

mod response;
mod server;
mod state;

pub use state::{Origin, Request, ResponseFault};

use crate::host_folder::HostFolder;
use crate::paths::dist;
use state::{PendingFault, Published, SharedState};
use std::net::SocketAddr;
use std::sync::Arc;

/// Two origins on this machine, served from the test's own async runtime.
pub struct Site {
    shared: Arc<SharedState>,
    host: SocketAddr,
    assets: SocketAddr,
}

impl Site {
    /// Starts both origins, on ports that no earlier test of this process had.
    ///
    /// # Panics
    /// When there is no build to serve.
    pub async fn start() -> Self {
        assert!(
            dist().join("career-ladder.js").is_file(),
            "no widget in {}: run `cargo xtask build`, or set CAREER_LADDER_DIST",
            dist().display()
        );
        let shared = Arc::new(SharedState::default());
        let host = server::listen(Origin::Host, &shared).await;
        let assets = server::listen(Origin::Assets, &shared).await;
        Self { shared, host, assets }
    }

    /// The URL of an origin, without a slash at the end.
    pub fn origin(&self, origin: Origin) -> String {
        let address = match origin {
            Origin::Host => self.host,
            Origin::Assets => self.assets,
        };
        format!("http://{address}")
    }

    /// Puts a document on the blog, with these response headers; returns its URL.
    pub fn publish(&self, html: String, headers: Vec<(String, String)>) -> String {
        let mut state = self.shared.lock();
        let path = format!("/post-{}", state.published.len() + 1);
        state.published.insert(path.clone(), Published { content: html.into(), headers });
        self.origin(Origin::Host) + &path
    }

    /// Puts a file of any bytes on the blog; returns its URL.
    pub fn publish_bytes(&self, path: &str, content: &[u8], media_type: &str) -> String {
        let headers = vec![("content-type".to_owned(), media_type.to_owned())];
        self.shared.lock().published.insert(path.to_owned(), Published { content: content.into(), headers });
        self.origin(Origin::Host) + path
    }

    /// From now on serves other bytes at a path of the widget's files, as a cache does. A request with a query gets the
    /// file of the build.
    pub fn replace_file(&self, path: &str, content: Vec<u8>) {
        self.shared.lock().replaced.insert(path.into(), content);
    }

    /// Serves the widget's files from this folder too, `/name`.
    pub fn serve_files_in(&self, folder: &str) {
        self.shared.lock().extra_folder = Some(folder.into());
    }

    /// From now on refuses the widget's files without this cookie, `name=value`.
    pub fn require_cookie(&self, cookie: &str) {
        self.shared.lock().cookie = Some(cookie.into());
    }

    /// From now on answers requests for missing files with a page, as servers of single-page apps do.
    pub fn answer_missing_files_with_a_page(&self) {
        self.shared.lock().answers_with_pages = true;
    }

    /// Puts all pages of a folder on the blog, each with this snippet.
    pub fn serve_folder(&self, folder: &HostFolder, snippet: &str) {
        self.shared.lock().folder = Some((folder.clone(), snippet.into()));
    }

    /// From now on, requests for the widget's files with this path suffix have a faulty response.
    pub fn inject_fault(&self, suffix: &str, fault: ResponseFault) {
        self.shared.lock().faults.insert(suffix.into(), PendingFault { fault, left: usize::MAX });
    }

    /// The next request with this path suffix has a faulty response.
    pub fn inject_fault_once(&self, suffix: &str, fault: ResponseFault) {
        self.shared.lock().faults.insert(suffix.into(), PendingFault { fault, left: 1 });
    }

    /// Ends all faults.
    pub fn end_faults(&self) {
        self.shared.lock().faults.clear();
    }

    /// The next request with this path suffix is never answered.
    pub fn swallow_next(&self, suffix: &str) {
        self.shared.lock().swallowed.insert(suffix.into());
    }

    /// From now on, requests with this path suffix wait until [`Self::release`].
    pub fn hold(&self, suffix: &str) {
        self.shared.lock().held.insert(suffix.into());
    }

    /// Answers the requests that [`Self::hold`] made wait.
    pub fn release(&self, suffix: &str) {
        self.shared.release(suffix);
    }

    /// All requests so far, in order.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.lock().requests.clone()
    }

    /// How many requests so far had this path suffix.
    pub fn request_count(&self, suffix: &str) -> usize {
        self.shared.lock().requests.iter().filter(|request| request.path.ends_with(suffix)).count()
    }

    /// Clears the list of requests.
    pub fn forget_requests(&self) {
        self.shared.lock().requests.clear();
    }
}
