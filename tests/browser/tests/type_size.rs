//! Readers who have set other sizes of type: everything grows with them, and no text is cut or lies over another.

use crate::support::take_quiz_as_senior;
use browser_tests::{BrowserEngine, HostPage, Page, TypeSettings, in_chromium, in_every_engine, product, with_page};
use serde_json::{Map, Value};

/// Widths of the widget, in CSS pixels.
const WIDTHS: [u32; 4] = [280, 480, 800, 1280];

const LARGE: TypeSettings = TypeSettings { standard: 24, minimum: 0 };
const NEVER_SMALL: TypeSettings = TypeSettings { standard: 16, minimum: 20 };

/// The text spacing that a reader may set, after WCAG 2.2, 1.4.12.
const SPACING: &str =
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }";

/// The texts that a reader sees in the widget: each with its element and its lines' boxes, cut down to the height of small
/// letters, since the boxes of lines may touch.
const FIND_TEXTS: &str = "const root = document.querySelector('#widget').shadowRoot;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const isForScreenReaders = (element) => getComputedStyle(element).clipPath === 'inset(50%)'
        || Boolean(element.parentElement && isForScreenReaders(element.parentElement));
    const texts = [];
    for (let node; (node = walker.nextNode()); ) {
        const element = node.parentElement;
        if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
        if (element.closest('select') || isForScreenReaders(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ left, right, top, height }) =>
            ({ left, right, top: top + height * .35, bottom: top + height * .75, height }));
        texts.push({ element, text: node.data, boxes });
    }";

/// Returns a line for each text that is cut, and for each pair of texts that lie over each other.
const FIND_COLLISIONS: &str = "const found = [];
    const isInside = (box, around) => box.left > around.left - 1 && box.right < around.right + 1
        && box.top > around.top - 1 && box.bottom < around.bottom + 1;
    for (const { element, text, boxes } of texts) {
        for (let node = element; node; node = node.parentElement) {
            if (getComputedStyle(node).overflow === 'visible') continue;
            const around = node.getBoundingClientRect();
            if (!boxes.every((box) => isInside(box, around))) found.push(`${text} is cut by .${node.className}`);
        }
    }
    const lies = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    texts.forEach((one, index) => {
        for (const other of texts.slice(index + 1)) {
            if (one.boxes.some((a) => other.boxes.some((b) => lies(a, b)))) found.push(`${one.text} | ${other.text}`);
        }
    });
    return found;";

async fn with_larger_standard_type_every_text_grows_and_none_is_cut(page: &Page) {
    let expected = type_sizes(page, 320).await;
    let large = Page::open_with_type(page.engine(), LARGE).await;
    // As wide as before, measured in type.
    let sizes = type_sizes(&large, 480).await;
    assert_eq!(sizes.len(), expected.len());
    for (text, size) in expected {
        let (size, grown) = (size.as_f64().expect("a number"), sizes[&text].as_f64().expect("a number"));
        assert!((grown - size * 1.5).abs() < 0.1, "{text:?} has grown from {size} px to {grown} px");
    }
    assert_no_collision_on_any_screen(&large, "").await;
    large.close().await;
}

async fn with_a_least_type_size_every_text_has_it_and_none_is_cut(page: &Page) {
    let page = Page::open_with_type(page.engine(), NEVER_SMALL).await;
    open(&page, 480).await;
    let script =
        format!("{FIND_TEXTS} return texts.flatMap(({{ text, boxes }}) => boxes.map((box) => [text, box.height]));");
    let heights: Vec<(String, f64)> = page.execute(&script, &[]).await;
    let small: Vec<_> = heights.iter().filter(|(_, height)| *height < 19.0).collect();
    assert!(small.is_empty(), "{small:?}");
    assert_no_collision_on_any_screen(&page, "").await;
    page.close().await;
}

/// WebKit's driver cannot set sizes of type, so the size with which the widget starts stands in for the reader's.
async fn with_a_larger_size_to_start_from_no_text_is_cut(page: &Page) {
    assert_no_collision_on_any_screen(page, ".wrapper { font-size: 24px }").await;
}

async fn with_the_readers_text_spacing_no_text_is_cut(page: &Page) {
    assert_no_collision_on_any_screen(page, SPACING).await;
}

async fn the_pages_own_type_size_changes_nothing(page: &Page) {
    let expected = type_sizes(page, 480).await;
    page.execute::<()>(
        "document.documentElement.style.fontSize = '62.5%'; document.body.style.font = '40px/3 serif';",
        &[],
    )
    .await;
    assert_eq!(find_type_sizes(page).await, expected);
}

async fn a_monospaced_family_of_the_owner_is_as_large_as_any_other(page: &Page) {
    let expected = type_sizes(page, 480).await;
    page.execute::<()>("document.querySelector('#widget').style.setProperty('--ladder-font', 'monospace');", &[]).await;
    assert_eq!(find_type_sizes(page).await, expected);
}

in_every_engine!(
    with_a_larger_size_to_start_from_no_text_is_cut,
    with_the_readers_text_spacing_no_text_is_cut,
    a_monospaced_family_of_the_owner_is_as_large_as_any_other,
);
in_chromium!(
    the_pages_own_type_size_changes_nothing,
    with_larger_standard_type_every_text_grows_and_none_is_cut,
    with_a_least_type_size_every_text_has_it_and_none_is_cut,
);

mod firefox_only {
    use super::*;

    #[test]
    fn with_larger_standard_type_every_text_grows_and_none_is_cut() {
        with_page(BrowserEngine::Firefox, super::with_larger_standard_type_every_text_grows_and_none_is_cut);
    }

    #[test]
    fn with_a_least_type_size_every_text_has_it_and_none_is_cut() {
        with_page(BrowserEngine::Firefox, super::with_a_least_type_size_every_text_has_it_and_none_is_cut);
    }
}

async fn open(page: &Page, width: u32) {
    page.visit(HostPage::with_seed("7").width(width)).await;
    page.wait_ready().await;
}

/// The computed type size of each text on the first screen.
async fn type_sizes(page: &Page, width: u32) -> Map<String, Value> {
    open(page, width).await;
    find_type_sizes(page).await
}

async fn find_type_sizes(page: &Page) -> Map<String, Value> {
    let size = "return Object.fromEntries(texts.map(({ element, text }) => [text, parseFloat(getComputedStyle(element).fontSize)]));";
    page.execute(&format!("{FIND_TEXTS} {size}"), &[]).await
}

/// Goes through the screens at every width, with these style rules of the reader.
async fn assert_no_collision_on_any_screen(page: &Page, rules: &str) {
    for width in WIDTHS {
        open(page, width).await;
        adopt(page, rules).await;
        assert_no_collision(page, width, "the ladder").await;
        let rung = product().rungs[2].title.clone();
        page.button(&rung).click().await;
        page.region(&rung).wait_visible().await;
        assert_no_collision(page, width, "the details").await;
        page.button("Close").click().await;
        page.open_title_question().await;
        assert_no_collision(page, width, "the title question").await;
        page.skip_title_question().await;
        page.select_option(0).await;
        assert_no_collision(page, width, "a question").await;
    }
    page.visit(HostPage::with_seed("7").width(320)).await;
    take_quiz_as_senior(page).await;
    adopt(page, rules).await;
    for tab in ["Plan", "Profile", "Why", "Share"] {
        page.tab(tab).click().await;
        page.tabpanel().named(tab).wait_visible().await;
        assert_no_collision(page, 320, &format!("the outcome, {tab}")).await;
    }
}

/// Adds style rules to the widget, as an extension of the reader's browser does.
async fn adopt(page: &Page, rules: &str) {
    let script = "const sheet = new CSSStyleSheet();
        sheet.replaceSync(arguments[0]);
        const root = document.querySelector('#widget').shadowRoot;
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];";
    page.execute::<()>(script, &[rules.into()]).await;
}

async fn assert_no_collision(page: &Page, width: u32, screen: &str) {
    page.wait_for(
        "the screen to come to rest",
        "return document.querySelector('#widget').shadowRoot.getAnimations().length === 0;",
        &[],
    )
    .await;
    let collisions: Vec<String> = page.execute(&format!("{FIND_TEXTS} {FIND_COLLISIONS}"), &[]).await;
    assert!(collisions.is_empty(), "{:?}, {screen} at {width} px: {collisions:#?}", page.engine());
}
