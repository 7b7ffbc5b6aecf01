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
use state::{Published, SharedState};
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
        state.published.insert(path.clone(), Published { html, headers });
        self.origin(Origin::Host) + &path
    }

    /// Puts all pages of a folder on the blog, each with this snippet.
    pub fn serve_folder(&self, folder: &HostFolder, snippet: &str) {
        self.shared.lock().folder = Some((folder.clone(), snippet.into()));
    }

    /// From now on, requests for the widget's files with this path suffix have a faulty response.
    pub fn inject_fault(&self, suffix: &str, fault: ResponseFault) {
        self.shared.lock().faults.insert(suffix.into(), fault);
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
