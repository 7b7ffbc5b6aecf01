//! The web as the tests need it: a blog on one origin, the widget's files on another.

use crate::hosts::Hosts;
use crate::paths::dist;
use crate::wait::poll;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::net::TcpListener;
use tokio::sync::Notify;

/// The script that notes what goes wrong, in the head of every page.
const WATCH: &str = include_str!("web/watch.js");

/// The look of the host pages; a file, since a strict policy refuses anything inline.
const POST_CSS: &str = include_str!("web/post.css");

/// Two origins on this machine, served from the test's own runtime.
pub struct Site {
    shared: Arc<Shared>,
    host: SocketAddr,
    assets: SocketAddr,
}

/// Which of the two origins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The blog. The widget's files are here too, below `/widget/`, for those who host them themselves.
    Host,
    /// The folder of shipped files, open to every origin.
    Assets,
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not there.
    NotFound,
    /// It is there, but called plain text.
    PlainText,
}

/// A request that a browser made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Where it went.
    pub origin: Origin,
    /// The path, without the query.
    pub path: String,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    released: Notify,
}

#[derive(Default)]
struct State {
    pages: HashMap<String, Written>,
    hosts: Option<(Hosts, String)>,
    faults: HashMap<String, Fault>,
    held: HashSet<String>,
    requests: Vec<Request>,
}

#[derive(Clone)]
struct Written {
    html: String,
    headers: Vec<(String, String)>,
}

impl Site {
    /// Starts both origins.
    ///
    /// # Panics
    /// When there are no built files to serve.
    pub async fn start() -> Self {
        assert!(
            dist().join("career-ladder.js").is_file(),
            "no widget in {}: run `cargo xtask build`, or set CAREER_LADDER_DIST",
            dist().display()
        );
        let shared = Arc::new(Shared::default());
        let host = listen(Origin::Host, &shared).await;
        let assets = listen(Origin::Assets, &shared).await;
        Self { shared, host, assets }
    }

    /// `http://…` of an origin, without a slash at the end.
    pub fn origin(&self, origin: Origin) -> String {
        let address = match origin {
            Origin::Host => self.host,
            Origin::Assets => self.assets,
        };
        format!("http://{address}")
    }

    /// Puts a page on the blog and returns its address.
    pub fn publish(&self, html: String, headers: Vec<(String, String)>) -> String {
        let mut state = self.state();
        let path = format!("/post-{}", state.pages.len() + 1);
        state.pages.insert(path.clone(), Written { html, headers });
        self.origin(Origin::Host) + &path
    }

    /// From now on the pages of a folder are on the blog too, with a snippet in each.
    pub fn host(&self, hosts: &Hosts, snippet: &str) {
        self.state().hosts = Some((hosts.clone(), snippet.into()));
    }

    /// From now on the files whose name ends so are faulty.
    pub fn spoil(&self, ending: &str, fault: Fault) {
        self.state().faults.insert(ending.into(), fault);
    }

    /// From now on the files whose name ends so are not answered until [`Self::release`].
    pub fn hold(&self, ending: &str) {
        self.state().held.insert(ending.into());
    }

    /// Answers what was held.
    pub fn release(&self, ending: &str) {
        self.state().held.remove(ending);
        self.shared.released.notify_waiters();
    }

    /// Everything requested so far, in order.
    pub fn requests(&self) -> Vec<Request> {
        self.state().requests.clone()
    }

    /// How many of the requests were for files whose name ends so.
    pub fn count(&self, ending: &str) -> usize {
        self.state().requests.iter().filter(|request| request.path.ends_with(ending)).count()
    }

    /// Forgets the requests so far.
    pub fn forget(&self) {
        self.state().requests.clear();
    }

    /// Waits for a request for a file whose name ends so; false if none comes.
    pub async fn requested(&self, ending: &str) -> bool {
        poll(async || (self.count(ending) > 0).then_some(())).await.is_some()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared.state()
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns once the path is not held.
    async fn leave(&self, path: &str) {
        loop {
            let released = self.released.notified();
            if !self.state().held.iter().any(|ending| path.ends_with(ending)) {
                return;
            }
            released.await;
        }
    }

    async fn answer(&self, origin: Origin, path: &str) -> Response<Full<Bytes>> {
        match path {
            "/watch.js" => return ok("text/javascript", WATCH.into()),
            "/post.css" => return ok("text/css", POST_CSS.into()),
            // Browsers ask for it by themselves.
            "/favicon.ico" => return status(StatusCode::NO_CONTENT),
            _ => self.state().requests.push(Request { origin, path: path.into() }),
        }
        self.leave(path).await;
        if origin == Origin::Host
            && let Some(page) = self.state().pages.get(path).cloned()
        {
            return page.into_response();
        }
        if origin == Origin::Host
            && let Some((hosts, snippet)) = self.state().hosts.clone()
            && let Some(response) = hosted(&hosts, path, &snippet)
        {
            return response;
        }
        let file = match origin {
            Origin::Host => path.strip_prefix("/widget"),
            Origin::Assets => Some(path),
        };
        let fault = self.state().faults.iter().find(|(ending, _)| path.ends_with(*ending)).map(|(_, fault)| *fault);
        match (file, fault) {
            (None, _) | (_, Some(Fault::NotFound)) => status(StatusCode::NOT_FOUND),
            (Some(file), fault) => shipped(file, fault),
        }
    }
}

impl Written {
    fn into_response(self) -> Response<Full<Bytes>> {
        with_headers(ok("text/html; charset=utf-8", self.html.into()), self.headers)
    }
}

async fn listen(origin: Origin, shared: &Arc<Shared>) -> SocketAddr {
    let (listener, address) = fresh_port().await;
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let shared = Arc::clone(&shared);
            let service = service_fn(move |request: hyper::Request<Incoming>| {
                let shared = Arc::clone(&shared);
                async move { Ok::<_, Infallible>(shared.answer(origin, request.uri().path()).await) }
            });
            // A browser that hangs up is no failure.
            tokio::spawn(async move { http1::Builder::new().serve_connection(TokioIo::new(stream), service).await });
        }
    });
    address
}

/// A port that no test of this process had: a browser goes from test to test, and would find at an origin that comes again
/// what an earlier test left in its storage.
async fn fresh_port() -> (TcpListener, SocketAddr) {
    static TAKEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port is free");
        let address = listener.local_addr().expect("a bound listener has an address");
        if TAKEN.lock().unwrap_or_else(PoisonError::into_inner).insert(address.port()) {
            return (listener, address);
        }
    }
}

/// A file of a host's folder, with the snippet if it is a page.
fn hosted(hosts: &Hosts, path: &str, snippet: &str) -> Option<Response<Full<Bytes>>> {
    let kind = media_type(Path::new(path));
    let bytes = match kind.contains("html") {
        true => watched(&hosts.page(path, snippet)?).into(),
        false => hosts.read(path)?.into(),
    };
    Some(with_headers(ok(kind, bytes), hosts.headers(path)))
}

fn with_headers(mut response: Response<Full<Bytes>>, headers: Vec<(String, String)>) -> Response<Full<Bytes>> {
    for (name, value) in headers {
        let name: hyper::header::HeaderName = name.parse().expect("a header is named rightly");
        response.headers_mut().insert(name, value.parse().expect("a header is written rightly"));
    }
    response
}

/// A file of the shipped folder.
fn shipped(path: &str, fault: Option<Fault>) -> Response<Full<Bytes>> {
    let mut file = dist().join(path.trim_start_matches('/'));
    if path.split('/').any(|part| part == "..") {
        return status(StatusCode::NOT_FOUND);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    let Ok(bytes) = std::fs::read(&file) else { return status(StatusCode::NOT_FOUND) };
    let kind = match fault {
        Some(_) => "text/plain",
        None => media_type(&file),
    };
    if kind.contains("html") {
        let page = ok(kind, watched(&String::from_utf8_lossy(&bytes)).into());
        // What the README says to set, so that pages which isolate themselves may have it in a frame.
        return with_headers(page, vec![("cross-origin-embedder-policy".into(), "require-corp".into())]);
    }
    ok(kind, bytes.into())
}

/// The page with the watching script before every other one.
fn watched(html: &str) -> String {
    let script = "<script src=\"/watch.js\"></script>";
    let head = html.find("<head").and_then(|start| html[start..].find('>').map(|end| start + end + 1));
    let place = head.or_else(|| html.find("<title")).unwrap_or(0);
    let (before, after) = html.split_at(place);
    format!("{before}{script}{after}")
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("xhtml") => "application/xhtml+xml",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn ok(kind: &str, bytes: Bytes) -> Response<Full<Bytes>> {
    Response::builder()
        .header("content-type", kind)
        .header("access-control-allow-origin", "*")
        .header("cross-origin-resource-policy", "cross-origin")
        // Every visit asks again, so that requests can be counted.
        .header("cache-control", "no-store")
        .body(Full::new(bytes))
        .expect("the headers above are well formed")
}

fn status(code: StatusCode) -> Response<Full<Bytes>> {
    let mut response = ok("text/plain", Bytes::new());
    *response.status_mut() = code;
    response
}
