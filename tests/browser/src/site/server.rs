//! Listening, and choosing the response to each request.

use super::response::{
    built_file, harness_file, host_file, not_found, page_for_missing_file, published_page, replaced_file, unauthorized,
};
use super::state::{Origin, Request, ResponseFault, SharedState};
use http_body_util::Full;
use hyper::Response;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::collections::BTreeSet;
use std::fmt;
use std::future::pending;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::net::TcpListener;

/// Serves an origin until the async runtime ends; returns its address.
pub(super) async fn listen(origin: Origin, shared: &Arc<SharedState>) -> SocketAddr {
    let (listener, address) = bind_new_port().await;
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let shared = Arc::clone(&shared);
            let service = service_fn(move |request: hyper::Request<Incoming>| {
                let shared = Arc::clone(&shared);
                async move { respond(&shared, origin, &request).await.ok_or(Dropped) }
            });
            // Errors are ignored: a browser may close its connection at any time.
            tokio::spawn(async move { http1::Builder::new().serve_connection(TokioIo::new(stream), service).await });
        }
    });
    address
}

/// Ends a connection without a response.
#[derive(Debug)]
struct Dropped;

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is dropped")
    }
}

impl std::error::Error for Dropped {}

/// Binds a port that no test of this process had before. Browsers pass from test to test, and at an origin that they
/// know they would find what an earlier test stored.
async fn bind_new_port() -> (TcpListener, SocketAddr) {
    static USED_PORTS: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port is free");
        let address = listener.local_addr().expect("a bound listener has an address");
        if USED_PORTS.lock().unwrap_or_else(PoisonError::into_inner).insert(address.port()) {
            return (listener, address);
        }
    }
}

/// The response to a request; `None` to drop the connection.
async fn respond(
    shared: &SharedState,
    origin: Origin,
    request: &hyper::Request<Incoming>,
) -> Option<Response<Full<Bytes>>> {
    let path = request.uri().path();
    if let Some(response) = harness_file(path) {
        return Some(response);
    }
    shared.lock().requests.push(Request { origin, path: path.into() });
    shared.wait_while_held(path).await;
    if origin == Origin::Host
        && let Some(response) = host_page(shared, path)
    {
        return Some(response);
    }
    if shared.lock().swallows(path) {
        return pending().await;
    }
    widget_file(shared, origin, request)
}

/// The response for one of the widget's files; `None` to drop the connection.
fn widget_file(
    shared: &SharedState,
    origin: Origin,
    request: &hyper::Request<Incoming>,
) -> Option<Response<Full<Bytes>>> {
    let path = request.uri().path();
    let mut state = shared.lock();
    let cookie = request.headers().get("cookie").and_then(|cookie| cookie.to_str().ok());
    if state.cookie.as_deref().is_some_and(|required| !cookie.unwrap_or_default().contains(required)) {
        return Some(unauthorized());
    }
    let folder = state.extra_folder.clone();
    let file = folder.as_deref().and_then(|folder| path.strip_prefix(folder)).or(match origin {
        Origin::Host => path.strip_prefix("/widget"),
        Origin::Assets => Some(path),
    });
    if let Some(bytes) = state.replaced.get(path)
        && (request.uri().query().is_none() || !file.is_some_and(is_built))
    {
        return Some(replaced_file(path, bytes.clone()));
    }
    match state.take_fault(path) {
        Some(ResponseFault::Dropped) => None,
        None if state.answers_with_pages && !file.is_some_and(is_built) => Some(page_for_missing_file()),
        fault => Some(file.map_or_else(not_found, |file| built_file(file, fault))),
    }
}

/// Whether the build has this file.
fn is_built(path: &str) -> bool {
    crate::paths::dist().join(path.trim_start_matches('/')).exists()
}

/// A page of the blog: a published document, or a file of the folder that it serves.
fn host_page(shared: &SharedState, path: &str) -> Option<Response<Full<Bytes>>> {
    let (published, folder) = {
        let state = shared.lock();
        (state.published.get(path).cloned(), state.folder.clone())
    };
    if let Some(page) = published {
        return Some(published_page(page));
    }
    let (folder, snippet) = folder?;
    host_file(&folder, path, &snippet)
}
