//! The pages of the bundled ladders: the widget, and below it the whole ladder to read.

use browser_tests::{
    CatalogFixture, Origin, Page, ResponseFault, bundled, dist, in_chromium, in_every_engine, product, product_title,
};
use serde_json::Value;

/// Some pages of `product`, with their languages.
const PAGES: [(&str, &str); 3] = [("/product/", "en"), ("/de/product/", "de"), ("/ar/product/", "ar")];

/// Widths of the viewport, in CSS pixels.
const WIDTHS: [u32; 3] = [320, 650, 1000];

/// The policy that the README tells the owner of a strict site to set, and no other source.
const POLICY: &str =
    "default-src 'none'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";

/// Returns the text of the ladder to read, as far as a reader can see it.
const READABLE: &str = "return visibleText(document.querySelector('.career-ladder-text'));";

async fn a_page_shows_the_widget_and_below_it_the_whole_ladder(page: &Page) {
    for (path, lang) in PAGES {
        open(page, path).await;
        page.wait_ready().await;
        assert_ladder_is_readable(page, &product_titles(lang)).await;
        let script = "const [widget, text] = ['career-ladder', '.career-ladder-text'].map((selector) =>
                document.querySelector(selector).getBoundingClientRect());
            return [widget.height >= 560 && text.top >= widget.bottom, document.documentElement.lang];";
        assert_eq!(page.execute::<Value>(script, &[]).await, serde_json::json!([true, lang]), "{path}");
        assert_eq!(page.errors().await, [], "{path}");
    }
}

async fn the_page_of_a_ladder_in_one_language_has_no_list_of_languages(page: &Page) {
    open(page, "/engineering/").await;
    page.wait_ready().await;
    let titles: Vec<String> = bundled("engineering").rungs.into_iter().map(|rung| rung.title).collect();
    assert_ladder_is_readable(page, &titles).await;
    assert_eq!(page.execute::<usize>("return document.querySelectorAll('nav').length;", &[]).await, 0);
}

async fn without_the_loader_the_ladder_is_readable(page: &Page) {
    page.site.inject_fault("career-ladder.js", ResponseFault::NotFound);
    for (path, lang) in PAGES {
        open(page, path).await;
        assert_ladder_is_readable(page, &product_titles(lang)).await;
        page.role("link").named(CatalogFixture::of(lang).word("aboutLadder")).click().await;
        let is_at_ladder = "return location.hash === '#ladder'
            && Math.abs(document.querySelector('#ladder').getBoundingClientRect().top) < innerHeight;";
        page.wait_for("the ladder to read", is_at_ladder, &[]).await;
    }
}

async fn without_scripts_the_ladder_to_read_takes_the_place_of_the_widget(page: &Page) {
    page.disable_scripts().await;
    for (path, lang) in PAGES {
        open(page, path).await;
        assert_ladder_is_readable(page, &product_titles(lang)).await;
        let script = "const [heading, widget, text] = ['h1', 'career-ladder', '.career-ladder-text'].map((selector) =>
                document.querySelector(selector).getBoundingClientRect());
            return widget.height === 0 && text.top - heading.bottom < 100;";
        // The style sheet may arrive after the text.
        page.wait_for(&format!("the ladder in the widget's place on {path}"), script, &[]).await;
    }
}

async fn the_list_of_languages_leads_to_the_same_ladder_in_another(page: &Page) {
    open(page, "/product/").await;
    page.button("English").click().await;
    page.role("link").named("Português (Brasil)").click().await;
    let has_arrived = "return location.pathname === '/pt-br/product/' && document.documentElement.lang === 'pt-BR';";
    page.wait_for("the page in Portuguese", has_arrived, &[]).await;
    page.wait_ready().await;
    page.button("Português (Brasil)").click().await;
    page.role("link").named("English").click().await;
    page.wait_for("the page in English", "return location.pathname === '/product/';", &[]).await;
}

async fn under_a_strict_policy_a_page_works_and_has_its_styles(page: &Page) {
    page.site.serve_files_in("");
    let file = dist().join("product/index.html");
    let html = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let html = html.replacen("<head>", "<head><script src=\"/recorder.js\"></script>", 1);
    let url = page.site.publish(html, vec![("content-security-policy".into(), POLICY.into())]);
    page.goto(&url).await;
    page.wait_ready().await;
    let display = "return getComputedStyle(document.querySelector('body > header')).display;";
    assert_eq!(page.execute::<String>(display, &[]).await, "flex");
    assert_eq!(page.errors().await, []);
}

async fn axe_finds_nothing_on_a_page(page: &Page) {
    for (path, _) in PAGES {
        for width in [320, 1000] {
            page.emulate_viewport(width, 900).await;
            for scheme in ["light", "dark"] {
                page.emulate_media(&[("prefers-color-scheme", scheme)]).await;
                open(page, path).await;
                page.wait_ready().await;
                let is_at_rest = "return document.getAnimations().every(({ playState }) => playState !== 'running');";
                page.wait_for("the colours", is_at_rest, &[]).await;
                // Their list is part of the page.
                page.execute::<()>("document.querySelector('nav details').open = true;", &[]).await;
                let violations: Vec<String> =
                    page.document_axe_violations().await.iter().map(ToString::to_string).collect();
                assert!(violations.is_empty(), "{path}, {width} px, {scheme}:\n{}", violations.join("\n"));
            }
        }
    }
}

async fn on_a_page_the_browser_reports_no_layout_shift(page: &Page) {
    for (path, _) in PAGES {
        for width in WIDTHS {
            page.emulate_viewport(width, 900).await;
            // Each file is late, so that the browser paints the screen before it first.
            for suffix in ["career-ladder.js", ".wasm"] {
                page.site.hold(suffix);
            }
            open(page, path).await;
            page.settle().await;
            page.site.release("career-ladder.js");
            page.settle().await;
            page.site.release(".wasm");
            page.wait_ready().await;
            page.settle().await;
            let shifts = page.layout_shifts().await;
            assert!(shifts.is_empty(), "{path} at {width} px: {shifts:#?}");
            let overflow =
                "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth;";
            assert_eq!(page.execute::<i64>(overflow, &[]).await, 0, "{path} at {width} px is too wide");
        }
    }
}

in_every_engine!(
    a_page_shows_the_widget_and_below_it_the_whole_ladder,
    the_page_of_a_ladder_in_one_language_has_no_list_of_languages,
    without_the_loader_the_ladder_is_readable,
    the_list_of_languages_leads_to_the_same_ladder_in_another,
    under_a_strict_policy_a_page_works_and_has_its_styles,
);
in_chromium!(
    without_scripts_the_ladder_to_read_takes_the_place_of_the_widget,
    axe_finds_nothing_on_a_page,
    on_a_page_the_browser_reports_no_layout_shift,
);

/// Opens a page of the build.
async fn open(page: &Page, path: &str) {
    page.goto(&(page.site.origin(Origin::Assets) + path)).await;
}

/// The titles of all rungs of `product` in a language.
fn product_titles(lang: &str) -> Vec<String> {
    product().rungs.iter().map(|rung| product_title(lang, rung)).collect()
}

async fn assert_ladder_is_readable(page: &Page, titles: &[String]) {
    let text: String = page.execute(READABLE, &[]).await;
    let missing: Vec<&String> = titles.iter().filter(|title| !text.contains(*title)).collect();
    assert!(missing.is_empty(), "{missing:?} cannot be read: {text}");
    assert!(text.len() > 5000, "only {} bytes can be read: {text}", text.len());
}
