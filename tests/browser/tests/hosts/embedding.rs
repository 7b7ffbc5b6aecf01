//! Opening a host page with the widget in it.

use super::requirements::requirements_of;
use browser_tests::{BrowserEngine, HostFolder, Origin, Page, PageError, languages};

/// The ways to embed a widget.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum EmbedForm {
    /// The snippet of the README: an element and the script.
    Element,
    /// The script alone, which inserts the element.
    Script,
    /// A `div` that the loader replaces.
    Placeholder,
    /// A frame with the script beside it.
    Frame,
}

/// Opens a page, records its appearance once it is at rest, and only then lets the loader come.
pub(super) async fn open_with_widget(page: &Page, hosts: &HostFolder, path: &str, form: EmbedForm) {
    page.site.serve_folder(hosts, &snippet(page, hosts, path, form));
    page.site.hold("career-ladder.js");
    open(page, path).await;
    let lang: String = page.execute("return document.documentElement.lang;", &[]).await;
    // The document in a frame does not know the language of the page.
    let is_followed = form != EmbedForm::Frame && languages().contains(&lang);
    page.expect_language(if is_followed { &lang } else { "en" });
    page.record_host_page().await;
    page.site.release("career-ladder.js");
}

/// Scrolls the widget into view and waits until it is ready.
pub(super) async fn wait_for_widget(page: &Page) {
    let is_ready = "document.querySelector('career-ladder')?.scrollIntoView({ behavior: 'instant' });
        return __recorder.events.some((event) => event.name === 'ladder-ready');";
    page.wait_for("the widget to be ready", is_ready, &[]).await;
}

/// The errors on the page that do not occur without the widget.
pub(super) async fn widget_errors(page: &Page, hosts: &HostFolder, path: &str) -> Vec<PageError> {
    let mut errors = page.errors().await;
    if !errors.is_empty() {
        page.site.serve_folder(hosts, "");
        open(page, &format!("{path}?without")).await;
        let without = page.errors().await;
        errors.retain(|error| !without.contains(error));
    }
    errors
}

/// Opens a page, prepares it, and waits until its own files have loaded and its own scripts are at rest.
async fn open(page: &Page, path: &str) {
    if page.engine() == BrowserEngine::Chromium {
        page.emulate_viewport(1280, 900).await;
        // On a page that scrolls smoothly, the driver would click where the target was before.
        page.emulate_media(&[("prefers-reduced-motion", "reduce")]).await;
    }
    page.goto(&(page.site.origin(Origin::Host) + path)).await;
    let are_loaded = "return [...document.querySelectorAll('link[rel=stylesheet]')].every((link) => link.sheet)
        && [...document.images].every((image) => image.complete)
        && document.fonts.status === 'loaded';";
    page.wait_for("the page's own files", are_loaded, &[]).await;
    wait_until_at_rest(page).await;
    page.wait_for("the page to be ready for the widget", requirements_of(path).prepare, &[]).await;
    wait_until_at_rest(page).await;
}

/// Waits until the document is the same at two polls in a row. Waiting for frames would not do: WebKit draws none while
/// some pages load.
async fn wait_until_at_rest(page: &Page) {
    let is_same = "const html = document.documentElement.outerHTML;
        const isSame = window.__lastHtml === html;
        window.__lastHtml = html;
        return isSame;";
    page.wait_for("the page's own scripts to come to rest", is_same, &[]).await;
}

/// The markup that the site owner pastes.
pub(super) fn snippet(page: &Page, hosts: &HostFolder, path: &str, form: EmbedForm) -> String {
    let source = hosts.source(path);
    // A page whose policy allows only scripts of its own origin hosts the widget itself.
    let files = match source.contains("script-src 'self'") {
        true => page.site.origin(Origin::Host) + "/widget",
        false => page.site.origin(Origin::Assets),
    };
    let style = match source.contains("style-src 'self';") {
        true => "",
        false => r#" style="display:block;min-height:560px""#,
    };
    let script = |data: &str| {
        format!(r#"<script async="async" crossorigin="anonymous" src="{files}/career-ladder.js"{data}></script>"#)
    };
    let link = format!(r#"<a href="{files}/product">Find your career stage</a>"#);
    match form {
        EmbedForm::Element => {
            let attributes = r#"id="widget" ladder="product" seed="7" theme="light""#;
            format!("<career-ladder {attributes}{style}>{link}</career-ladder>{}", script(""))
        }
        EmbedForm::Script => script(r#" data-ladder="product" data-seed="7""#),
        EmbedForm::Placeholder => {
            let data = r#"class="career-ladder" data-ladder="product" data-seed="7""#;
            format!("<div {data}>{link}</div>{}", script(""))
        }
        EmbedForm::Frame => frame(&files) + &script(""),
    }
}

fn frame(files: &str) -> String {
    let url = format!("{files}/embed.html?ladder=product&amp;seed=7&amp;storage=none");
    format!(r#"<iframe id="frame" title="Find your career stage" src="{url}" width="100%" height="560"></iframe>"#)
}
