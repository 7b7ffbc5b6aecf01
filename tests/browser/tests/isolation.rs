//! The boundary between the page's styles and the widget.

use browser_tests::{Embed, HostPage, Page, in_every_engine};
use serde_json::{Value, json};

const ELEMENT: &str = r#"<career-ladder seed="7" style="min-height:560px"></career-ladder>"#;

/// Layouts that size a box by its content, which the widget does not have; and its least width in each, in CSS pixels.
const LAYOUTS: [(&str, f64); 7] = [
    ("display:flex", 800.0),
    ("display:flex;flex-direction:column;align-items:center", 800.0),
    ("display:grid;justify-items:center", 800.0),
    ("display:grid;grid-template-columns:1fr 300px", 500.0),
    ("columns:2;column-gap:0", 400.0),
    ("float:left", 280.0),
    ("display:inline-block", 280.0),
];

async fn in_every_layout_the_widget_is_wide_enough(page: &Page) {
    let boxes: String = LAYOUTS.iter().map(|(layout, _)| format!(r#"<div style="{layout}">{ELEMENT}</div>"#)).collect();
    let script = r#"<script async="async" src="{HOST}/career-ladder.js"></script>"#;
    page.visit(HostPage::new([Embed::markup(&boxes), Embed::markup(script)])).await;
    page.wait_for("the element to be defined", "return customElements.get('career-ladder');", &[]).await;
    let script = "return [...document.querySelectorAll('career-ladder')].map((widget) => widget.offsetWidth);";
    let widths: Vec<f64> = page.execute(script, &[]).await;
    for ((layout, min_width), width) in LAYOUTS.iter().zip(widths) {
        assert!((*min_width..=800.0).contains(&width), "{width} px in {layout}");
    }
}

/// Carousels and menus hide their content without removing it.
async fn a_hidden_ancestor_or_element_hides_the_widget(page: &Page) {
    page.open_post().await;
    let start = page.button("Find my stage");
    let article = "document.querySelector('article').style";
    page.execute::<()>(&format!("{article}.visibility = 'hidden';"), &[]).await;
    start.wait_hidden().await;
    page.execute::<()>(&format!("{article}.visibility = ''; {article}.pointerEvents = 'none';"), &[]).await;
    start.wait_visible().await;
    let click_target = "const button = find({ role: 'button', name: 'Find my stage' })[0];
        button.scrollIntoView({ behavior: 'instant' });
        const { x, y } = button.getBoundingClientRect();
        return document.elementFromPoint(x + 9, y + 9)?.localName;";
    assert_ne!(page.execute::<Option<String>>(click_target, &[]).await.as_deref(), Some("career-ladder"));
    page.execute::<()>(&format!("{article}.pointerEvents = '';"), &[]).await;
    for (hide, show) in [
        ("widget.hidden = true", "widget.hidden = false"),
        ("widget.style.display = 'none'", "widget.style.display = ''"),
    ] {
        page.execute::<()>(&format!("const widget = document.querySelector('#widget'); {hide};"), &[]).await;
        start.wait_hidden().await;
        page.execute::<()>(&format!("const widget = document.querySelector('#widget'); {show};"), &[]).await;
        start.wait_visible().await;
    }
}

async fn a_sticky_header_covers_every_part_of_the_widget(page: &Page) {
    let header =
        r#"<div id="header" style="position:sticky;top:0;z-index:1;height:2000px;margin-bottom:-2000px"></div>"#;
    page.visit(HostPage::with_seed("7").width(1000).markup_before(header)).await;
    page.wait_ready().await;
    let covering = "const widget = document.querySelector('#widget');
        return [...everyElement(widget.shadowRoot)].flatMap((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            const top = document.elementFromPoint(x + width / 2, y + height / 2);
            return top === widget ? [element.className] : [];
        });";
    assert_eq!(page.execute::<Vec<String>>(covering, &[]).await, Vec::<String>::new());
}

/// Browsers draw the `text-decoration` of an element through all blocks inside it.
async fn a_line_through_the_pages_text_ends_at_the_widget(page: &Page) {
    let markup = r#"<u id="around" style="text-decoration:none"><career-ladder id="widget" seed="7" theme="light"
        style="display:block;min-height:900px"></career-ladder></u><script async="async" src="{HOST}/career-ladder.js"></script>"#;
    page.visit(HostPage::new([Embed::markup(markup)])).await;
    page.wait_ready().await;
    page.execute::<()>("document.querySelector('#widget').scrollIntoView({ behavior: 'instant' });", &[]).await;
    page.settle().await;
    let before = page.screenshot().await;
    page.execute::<()>("document.querySelector('#around').style.textDecoration = 'line-through red 4px';", &[]).await;
    page.settle().await;
    assert!(page.screenshot().await == before, "a line of the page goes through the widget");
    // The style rule that ends the line leaves the widget as high as the reserved room.
    let height = "return document.querySelector('#widget').shadowRoot.querySelector('[part=frame]').offsetHeight;";
    assert_eq!(page.execute::<f64>(height, &[]).await, 900.0);
}

/// Adopts a style sheet of the page; its first argument tells whether before or after the others.
const ADOPT: &str = "const root = document.querySelector('#widget').shadowRoot;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.head { letter-spacing: 3px }');
    (window.adopted ??= []).push(sheet);
    const others = root.adoptedStyleSheets;
    root.adoptedStyleSheets = arguments[0] ? [sheet, ...others] : [...others, sheet];";

/// Returns how many style sheets there are, whether those of the page are among them, and what the last one of them does.
const ADOPTED: &str = "const root = document.querySelector('#widget').shadowRoot;
    const sheets = [...root.adoptedStyleSheets];
    return [sheets.length, adopted.every((sheet) => sheets.includes(sheet)), getComputedStyle(root.querySelector('.head')).letterSpacing];";

async fn style_sheets_that_others_adopt_stay_in_place(page: &Page) {
    page.site.hold(".wasm");
    page.visit(HostPage::with_seed("7")).await;
    page.button("Find my stage").wait_visible().await;
    for is_first in [true, false] {
        page.execute::<()>(ADOPT, &[is_first.into()]).await;
    }
    page.site.release(".wasm");
    page.wait_ready().await;
    let adopted = json!([4, true, "3px"]);
    assert_eq!(page.execute::<Value>(ADOPTED, &[]).await, adopted);
    page.execute::<()>("document.querySelector('#widget').ladder = 'engineering';", &[]).await;
    let are_ready = "return __recorder.events.filter(({ name }) => name === 'ladder-ready').length === arguments[0];";
    page.wait_for("the other ladder", are_ready, &[2.into()]).await;
    assert_eq!(page.execute::<Value>(ADOPTED, &[]).await, adopted);
    page.execute::<()>("window.removed = document.querySelector('#widget'); removed.remove();", &[]).await;
    page.settle().await;
    page.execute::<()>("document.querySelector('#elsewhere').append(removed); removed.scrollIntoView();", &[]).await;
    page.wait_for("the widget again", are_ready, &[3.into()]).await;
    assert_eq!(page.execute::<Value>(ADOPTED, &[]).await, adopted);
    assert_eq!(page.errors().await, []);
}

in_every_engine!(
    in_every_layout_the_widget_is_wide_enough,
    a_hidden_ancestor_or_element_hides_the_widget,
    a_sticky_header_covers_every_part_of_the_widget,
    a_line_through_the_pages_text_ends_at_the_widget,
    style_sheets_that_others_adopt_stay_in_place,
);
