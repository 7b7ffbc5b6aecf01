//! The edge between the page and the widget, seen from the page.

use browser_tests::{Embed, HostPage, Page, in_every_engine};

const ELEMENT: &str = r#"<career-ladder seed="7" style="min-height:560px"></career-ladder>"#;

/// Layouts that ask a box how wide its words are, where the widget has none to speak of.
const LAYOUTS: [(&str, f64); 7] = [
    ("display:flex", 800.0),
    ("display:flex;flex-direction:column;align-items:center", 800.0),
    ("display:grid;justify-items:center", 800.0),
    ("display:grid;grid-template-columns:1fr 300px", 500.0),
    ("columns:2;column-gap:0", 400.0),
    ("float:left", 280.0),
    ("display:inline-block", 280.0),
];

async fn every_layout_gives_it_room(page: &Page) {
    let boxes: String = LAYOUTS.iter().map(|(layout, _)| format!(r#"<div style="{layout}">{ELEMENT}</div>"#)).collect();
    let script = r#"<script async="async" src="{HOST}/career-ladder.js"></script>"#;
    page.visit(HostPage::new([Embed::markup(&boxes), Embed::markup(script)])).await;
    page.until("the element", "return customElements.get('career-ladder');", &[]).await;
    let widths = "return [...document.querySelectorAll('career-ladder')].map((widget) => widget.offsetWidth);";
    let widths: Vec<f64> = page.run(widths, &[]).await;
    for ((layout, least), width) in LAYOUTS.iter().zip(widths) {
        assert!((*least..=800.0).contains(&width), "{width} px in {layout}");
    }
}

/// Carousels and menus hide what they hold without taking it away.
async fn what_hides_the_page_hides_the_widget(page: &Page) {
    page.open_post().await;
    let article = "document.querySelector('article').style";
    page.run::<()>(&format!("{article}.visibility = 'hidden';"), &[]).await;
    page.button("Find my stage").gone().await;
    page.run::<()>(&format!("{article}.visibility = ''; {article}.pointerEvents = 'none';"), &[]).await;
    page.button("Find my stage").shown().await;
    let hit = "const button = find({ role: 'button', how: 'is', name: 'Find my stage' })[0];
        button.scrollIntoView({ behavior: 'instant' });
        const { x, y } = button.getBoundingClientRect();
        return document.elementFromPoint(x + 9, y + 9)?.localName;";
    assert_ne!(page.run::<Option<String>>(hit, &[]).await.as_deref(), Some("career-ladder"));
    page.run::<()>(&format!("{article}.pointerEvents = '';"), &[]).await;
    for (hide, show) in [
        ("widget.hidden = true", "widget.hidden = false"),
        ("widget.style.display = 'none'", "widget.style.display = ''"),
    ] {
        page.run::<()>(&format!("const widget = document.querySelector('#widget'); {hide};"), &[]).await;
        page.button("Find my stage").gone().await;
        page.run::<()>(&format!("const widget = document.querySelector('#widget'); {show};"), &[]).await;
        page.button("Find my stage").shown().await;
    }
}

async fn nothing_comes_before_a_header_of_the_page(page: &Page) {
    let header =
        r#"<div id="header" style="position:sticky;top:0;z-index:1;height:2000px;margin-bottom:-2000px"></div>"#;
    page.visit(HostPage::with_seed("7").width(1000).before(header)).await;
    page.ready().await;
    let covering = "const widget = document.querySelector('#widget');
        return [...everyElement(widget.shadowRoot)].flatMap((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            const top = document.elementFromPoint(x + width / 2, y + height / 2);
            return top === widget ? [element.className] : [];
        });";
    assert_eq!(page.run::<Vec<String>>(covering, &[]).await, Vec::<String>::new());
}

/// A line under or through what is around it would go on through every block inside.
async fn lines_of_the_page_end_at_the_widget(page: &Page) {
    let markup = r#"<u id="around" style="text-decoration:none"><career-ladder id="widget" seed="7" theme="light"
        style="display:block;min-height:900px"></career-ladder></u><script async="async" src="{HOST}/career-ladder.js"></script>"#;
    page.visit(HostPage::new([Embed::markup(markup)])).await;
    page.ready().await;
    page.run::<()>("document.querySelector('#widget').scrollIntoView({ behavior: 'instant' });", &[]).await;
    page.settle().await;
    let before = page.screenshot().await;
    page.run::<()>("document.querySelector('#around').style.textDecoration = 'line-through red 4px';", &[]).await;
    page.settle().await;
    assert!(page.screenshot().await == before, "a line of the page goes through the widget");
    // What ends the lines leaves the widget as high as the room that was reserved.
    let height = "return document.querySelector('#widget').shadowRoot.querySelector('[part=frame]').offsetHeight;";
    assert_eq!(page.run::<f64>(height, &[]).await, 900.0);
}

in_every_engine!(
    lines_of_the_page_end_at_the_widget,
    every_layout_gives_it_room,
    what_hides_the_page_hides_the_widget,
    nothing_comes_before_a_header_of_the_page,
);
