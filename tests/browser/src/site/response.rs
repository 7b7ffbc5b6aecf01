//! HTTP responses.

use super::state::{Published, ResponseFault};
use crate::host_folder::HostFolder;
use crate::paths::dist;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::{Response, StatusCode};
use std::path::Path;

/// Records errors and events. Every page loads it before its other scripts.
const RECORDER: &str = include_str!("../web/recorder.js");

/// The style sheet of [`HostPage`](crate::HostPage)s. A file of its own, since strict policies refuse inline styles.
const POST_CSS: &str = include_str!("../web/post.css");

/// The response for a file of the harness itself; `None` for all other paths.
pub(super) fn harness_file(path: &str) -> Option<Response<Full<Bytes>>> {
    match path {
        "/recorder.js" => Some(ok("text/javascript", RECORDER.into())),
        "/post.css" => Some(ok("text/css", POST_CSS.into())),
        // Browsers request the icon without being asked to.
        "/favicon.ico" => Some(status(StatusCode::NO_CONTENT)),
        _ => None,
    }
}

/// The response for a document that a test published.
pub(super) fn published_page(page: Published) -> Response<Full<Bytes>> {
    with_headers(ok("text/html; charset=utf-8", page.content.into()), page.headers)
}

/// The response for a file of a folder of host pages, with the snippet if it is a page; `None` if there is no such file.
pub(super) fn host_file(folder: &HostFolder, path: &str, snippet: &str) -> Option<Response<Full<Bytes>>> {
    let media_type = media_type(Path::new(path));
    let bytes = match media_type.contains("html") {
        true => with_recorder(&folder.page_with_snippet(path, snippet)?).into(),
        false => folder.read(path)?.into(),
    };
    Some(with_headers(ok(media_type, bytes), folder.headers(path)))
}

/// The response for a file of the build.
pub(super) fn built_file(path: &str, fault: Option<ResponseFault>) -> Response<Full<Bytes>> {
    if fault == Some(ResponseFault::NotFound) || path.split('/').any(|segment| segment == "..") {
        return not_found();
    }
    let mut file = dist().join(path.trim_start_matches('/'));
    if file.is_dir() {
        file.push("index.html");
    }
    let Ok(bytes) = std::fs::read(&file) else { return not_found() };
    let media_type = match fault {
        Some(ResponseFault::PlainText) => "text/plain",
        _ => media_type(&file),
    };
    match fault {
        Some(ResponseFault::Unavailable) => return status(StatusCode::SERVICE_UNAVAILABLE),
        Some(ResponseFault::CutOff) => {
            let promised = (bytes.len() + 1).to_string();
            return with_headers(ok(media_type, bytes.into()), vec![("content-length".into(), promised)]);
        }
        _ => {}
    }
    if media_type.contains("html") {
        let page = ok(media_type, with_recorder(&String::from_utf8_lossy(&bytes)).into());
        // The README tells to set this, so that cross-origin isolated pages may frame the widget.
        return with_headers(page, vec![("cross-origin-embedder-policy".into(), "require-corp".into())]);
    }
    ok(media_type, bytes.into())
}

/// The response for a file in the place of one of the build.
pub(super) fn replaced_file(path: &str, bytes: Vec<u8>) -> Response<Full<Bytes>> {
    ok(media_type(Path::new(path)), bytes.into())
}

/// The page that servers of single-page apps send in the place of a missing file.
pub(super) fn page_for_missing_file() -> Response<Full<Bytes>> {
    ok("text/html; charset=utf-8", "<!doctype html><title>Not here</title>".into())
}

/// The response to a request without the cookie.
pub(super) fn unauthorized() -> Response<Full<Bytes>> {
    status(StatusCode::UNAUTHORIZED)
}

pub(super) fn not_found() -> Response<Full<Bytes>> {
    status(StatusCode::NOT_FOUND)
}

fn with_headers(mut response: Response<Full<Bytes>>, headers: Vec<(String, String)>) -> Response<Full<Bytes>> {
    for (name, value) in headers {
        let name: hyper::header::HeaderName = name.parse().expect("a valid header name");
        response.headers_mut().insert(name, value.parse().expect("a valid header value"));
    }
    response
}

/// The page with the recorder before all its other scripts.
fn with_recorder(html: &str) -> String {
    let script = "<script src=\"/recorder.js\"></script>";
    let head = html.find("<head").and_then(|start| html[start..].find('>').map(|end| start + end + 1));
    let position = head.or_else(|| html.find("<title")).unwrap_or(0);
    let (before, after) = html.split_at(position);
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
        Some("txt") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn ok(media_type: &str, bytes: Bytes) -> Response<Full<Bytes>> {
    Response::builder()
        .header("content-type", media_type)
        .header("access-control-allow-origin", "*")
        .header("cross-origin-resource-policy", "cross-origin")
        // No cache: tests count requests, so each visit must make them anew.
        .header("cache-control", "no-store")
        .body(Full::new(bytes))
        .expect("the headers above are well formed")
}

fn status(code: StatusCode) -> Response<Full<Bytes>> {
    let mut response = ok("text/plain", Bytes::new());
    *response.status_mut() = code;
    response
}
