//! A small server for `dist/`, with the headers that pages of other origins need.

use crate::console::say;
use anyhow::{Context as _, Result, anyhow};
use brotli::enc::BrotliEncoderParams;
use std::{
    fs, io,
    path::{Path, PathBuf},
    thread,
};
use tiny_http::{Header, Method, Request, Response, Server};

const FIRST_PORT: u16 = 8080;
const PORTS_TO_TRY: u16 = 20;
const WORKERS: usize = 4;

/// Serves `folder` on this machine until the user stops it.
pub(crate) fn serve(folder: &Path, port: Option<u16>) -> Result<()> {
    let server = listen(port)?;
    let address = server.server_addr();
    say(&format!("\nserving dist/ on http://{address}/ (stop with Ctrl-C)"));
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                for request in server.incoming_requests() {
                    // Fails if the browser has closed the connection.
                    let _ = answer(folder, request);
                }
            });
        }
    });
    Ok(())
}

/// Listens to this machine only. Browsers treat `localhost` as a secure context, which the clipboard needs.
fn listen(port: Option<u16>) -> Result<Server> {
    let bind = |port: u16| Server::http(("127.0.0.1", port));
    match port {
        Some(port) => bind(port).map_err(|error| anyhow!("cannot listen on port {port}: {error}")),
        None => (FIRST_PORT..FIRST_PORT + PORTS_TO_TRY)
            .find_map(|port| bind(port).ok())
            .with_context(|| format!("no port from {FIRST_PORT} up is free; name one with --port")),
    }
}

fn answer(folder: &Path, request: Request) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::from_string("only GET and HEAD").with_status_code(405));
    }
    if let Some(address) = address_of_folder(folder, request.url()) {
        let response = Response::from_string("moved").with_status_code(301);
        return request.respond(with_headers(response, &[("location", &address)]));
    }
    let found = local_path(folder, request.url()).and_then(|path| Some((fs::read(&path).ok()?, path)));
    let Some((bytes, path)) = found else {
        let response = Response::from_string("not found").with_status_code(404);
        return request.respond(with_headers(response, &shared_headers()));
    };
    let mut headers = shared_headers();
    headers.push(("content-type", mime_type(&path)));
    headers.push(("cache-control", if is_hashed(&path) { "public, max-age=31536000, immutable" } else { "no-cache" }));
    let accepts_brotli = request.headers().iter().any(|header| {
        header.field.equiv("accept-encoding") && header.value.as_str().split(',').any(|coding| coding.trim() == "br")
    });
    let bytes = if accepts_brotli {
        headers.push(("content-encoding", "br"));
        compress(&bytes)?
    } else {
        bytes
    };
    request.respond(with_headers(Response::from_data(bytes), &headers))
}

fn shared_headers() -> Vec<(&'static str, &'static str)> {
    vec![
        ("access-control-allow-origin", "*"),
        ("cross-origin-resource-policy", "cross-origin"),
        ("x-content-type-options", "nosniff"),
        ("vary", "accept-encoding"),
    ]
}

fn with_headers<R: io::Read>(response: Response<R>, headers: &[(&str, &str)]) -> Response<R> {
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok());
    headers.fold(response, Response::with_header)
}

/// The file of a URL; `None` if it leads out of `folder`.
fn local_path(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut file = folder.to_owned();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        // No file of dist/ has a name with an escape or a dot at its start.
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
        if part.starts_with('.') || !part.bytes().all(plain) {
            return None;
        }
        file.push(part);
    }
    Some(if path.is_empty() || path.ends_with('/') { file.join("index.html") } else { file })
}

/// The address of a page that is named without the slash at its end, as in the snippet; `None` for all other URLs.
fn address_of_folder(folder: &Path, url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?;
    let is_page = !path.ends_with('/') && local_path(folder, path)?.join("index.html").is_file();
    is_page.then(|| format!("{path}/{}", &url[path.len()..]))
}

fn mime_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("xhtml") => "application/xhtml+xml",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// Whether the name holds a hash of the content, so that the file never changes.
fn is_hashed(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.split(['-', '.']).any(|part| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn compress(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // Fast rather than small, since each request compresses anew.
    let parameters = BrotliEncoderParams { quality: 5, ..BrotliEncoderParams::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::{address_of_folder, is_hashed, local_path, mime_type};
    use std::{
        env, fs,
        path::{Path, PathBuf},
        process,
    };

    #[track_caller]
    fn case(url: &str, expected: Option<&str>) {
        assert_eq!(local_path(Path::new("d"), url), expected.map(PathBuf::from), "{url}");
    }

    #[test]
    fn a_page_without_its_slash_has_an_address_with_one() {
        let folder = env::temp_dir().join(format!("career-ladder-serve-{}", process::id()));
        fs::create_dir_all(folder.join("de/product")).unwrap();
        fs::write(folder.join("de/product/index.html"), "page").unwrap();
        let address = |url: &str| address_of_folder(&folder, url);
        assert_eq!(address("/de/product").as_deref(), Some("/de/product/"));
        assert_eq!(address("/de/product?theme=dark").as_deref(), Some("/de/product/?theme=dark"));
        for url in ["/de/product/", "/de", "/de/product/index.html", "/../product", "/product"] {
            assert_eq!(address(url), None, "{url}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_url_leads_to_a_file() {
        case("/", Some("d/index.html"));
        case("/career-ladder.js?x=1", Some("d/career-ladder.js"));
        case("/variants/", Some("d/variants/index.html"));
        case("/variants/plain.html#x", Some("d/variants/plain.html"));
    }

    #[test]
    fn nothing_outside_is_served() {
        case("/../Cargo.toml", None);
        case("/variants/../../Cargo.toml", None);
        case("/%2e%2e/Cargo.toml", None);
        case("//etc/passwd", Some("d/etc/passwd"));
        case("*", None);
    }

    #[test]
    fn each_extension_has_its_type() {
        assert_eq!(mime_type(Path::new("a.wasm")), "application/wasm");
        assert_eq!(mime_type(Path::new("product-0123456789.bin")), "application/octet-stream");
        assert_eq!(mime_type(Path::new("a.glue.js")), "text/javascript; charset=utf-8");
    }

    #[test]
    fn names_with_a_hash_are_recognised() {
        assert!(is_hashed(Path::new("dist/career-ladder-0a1b2c3d.glue.js")));
        assert!(is_hashed(Path::new("dist/product.quiz-0a1b2c3d.json")));
        assert!(!is_hashed(Path::new("dist/career-ladder.js")));
    }
}
