//! The widget on paper.

use crate::support::{assert_every_rung_is_readable, open_outcome};
use browser_tests::{BrowserEngine, Embed, HostPage, Page, in_chromium, in_every_engine, product};

/// A widget on a dark page, whose owner has set dark colours for it too.
const DARK: &str = r#"<style>
        body { background: #111; color: #eee }
        career-ladder { --ladder-surface: #222; --ladder-text: #eee; --ladder-accent: #ffd45e }
    </style>
    <career-ladder id="widget" seed="7"></career-ladder>
    <script async="async" crossorigin="anonymous" src="{HOST}/career-ladder.js"></script>"#;

/// Returns a line for each text whose colour is too close to what is behind it on paper, where a browser draws only the
/// backgrounds that must be exact.
const FIND_PALE_TEXTS: &str = "const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const rgba = (color) => {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (color) => {
        const [r, g, b] = rgba(color).map((part) => {
            const share = part / 255;
            return share <= .04045 ? share / 12.92 : ((share + .055) / 1.055) ** 2.4;
        });
        return .2126 * r + .7152 * g + .0722 * b;
    };
    const behind = (element) => {
        for (let node = element; node; node = node.parentElement) {
            const style = getComputedStyle(node);
            if (style.printColorAdjust === 'exact' && rgba(style.backgroundColor)[3] > 127) return style.backgroundColor;
        }
        return '#fff';
    };
    const root = document.querySelector('#widget').shadowRoot;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const pale = [];
    for (let node; (node = walker.nextNode()); ) {
        const element = node.parentElement;
        if (!node.data.trim() || !element.checkVisibility()) continue;
        const [a, b] = [luminance(getComputedStyle(element).color), luminance(behind(element))];
        const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (contrast < 4.4) pale.push(`${node.data}: ${contrast}`);
    }
    return pale;";

async fn a_widget_that_was_never_scrolled_to_prints_its_ladder(page: &Page) {
    let far = r#"<div class="far"></div>"#;
    page.visit(HostPage::new([Embed::markup(far), Embed::snippet()])).await;
    page.wait_for("the element to be defined", "return customElements.get('career-ladder');", &[]).await;
    page.settle().await;
    assert_eq!(page.site.request_count(".wasm"), 0, "nothing has started the widget");
    // The program never arrives: paper waits for nothing.
    page.site.hold(".wasm");
    let count_rungs = "addEventListener('beforeprint', () => {
        window.printed = document.querySelector('career-ladder').shadowRoot.querySelectorAll('[part=rung]').length;
    });";
    page.execute::<()>(count_rungs, &[]).await;
    if page.engine() == BrowserEngine::WebKit {
        page.execute::<()>("dispatchEvent(new Event('beforeprint'));", &[]).await;
    } else {
        page.print().await;
    }
    let rungs: usize = page.execute("return window.printed;", &[]).await;
    assert_eq!(rungs, product().rungs.len());
    assert_every_rung_is_readable(page, &product(), "on paper").await;
}

async fn a_dark_widget_is_printed_in_dark_letters_on_white(page: &Page) {
    page.emulate_media(&[("prefers-color-scheme", "dark")]).await;
    page.visit(HostPage::new([Embed::markup(DARK)]).width(1000)).await;
    page.wait_ready().await;
    assert_prints_dark_on_white(page, "the ladder").await;
    page.open_title_question().await;
    assert_prints_dark_on_white(page, "the title question").await;
    page.skip_title_question().await;
    page.select_option(0).await;
    assert_prints_dark_on_white(page, "a question").await;
    page.answer_to_outcome(|_, _, _| 0).await;
    assert_prints_dark_on_white(page, "the outcome").await;
}

async fn the_outcome_is_printed_in_dark_letters_with_its_fills(page: &Page) {
    open_outcome(page).await;
    assert_prints_dark_on_white(page, "the outcome").await;
}

async fn nothing_that_floats_over_the_screen_is_printed(page: &Page) {
    page.visit(HostPage::with_seed("7").width(1000)).await;
    page.wait_ready().await;
    page.open_title_question().await;
    page.answer(3).await;
    let is_shown = "return document.querySelector('#widget').shadowRoot.querySelector('.marker')?.checkVisibility();";
    page.wait_for("the marker", is_shown, &[]).await;
    page.emulate_print().await;
    page.wait_for("no marker", &is_shown.replace("return ", "return !"), &[]).await;
}

in_every_engine!(a_widget_that_was_never_scrolled_to_prints_its_ladder);
in_chromium!(
    a_dark_widget_is_printed_in_dark_letters_on_white,
    the_outcome_is_printed_in_dark_letters_with_its_fills,
    nothing_that_floats_over_the_screen_is_printed,
);

async fn assert_prints_dark_on_white(page: &Page, screen: &str) {
    page.emulate_print().await;
    let surface = "const frame = document.querySelector('#widget').shadowRoot.querySelector('[part=frame]');
        return getComputedStyle(frame).backgroundColor;";
    assert_eq!(page.execute::<String>(surface, &[]).await, "rgb(255, 255, 255)", "{screen}");
    let pale: Vec<String> = page.execute(FIND_PALE_TEXTS, &[]).await;
    assert!(pale.is_empty(), "{screen}: {pale:#?}");
    page.emulate_media(&[]).await;
}
