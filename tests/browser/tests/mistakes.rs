//! Mistakes of site owners that show only in the page: they are named on the console, and mended where that is possible.

use browser_tests::{Embed, HostPage, Page, PageErrorKind, in_every_engine};

async fn an_element_without_an_end_tag_gives_back_what_it_swallowed(page: &Page) {
    for script in ["<script", r#"<script type="text/javascript""#] {
        let markup = format!(
            r#"<career-ladder id="widget" ladder="product" />{script} async src="{{HOST}}/career-ladder.js"></script>
            <section id="rest">The rest of the post.</section>"#
        );
        page.visit(HostPage::new([Embed::markup(&markup)])).await;
        page.wait_ready().await;
        let is_back = "const rest = document.querySelector('#rest');
            return !rest.closest('career-ladder') && rest.checkVisibility();";
        page.wait_for("the rest of the post", is_back, &[]).await;
        assert_warning(page, "without an end tag").await;
    }
    page.start_quiz().await;
}

async fn elements_without_end_tags_give_back_loose_text_and_each_other(page: &Page) {
    let markup = r#"<div id="post"><career-ladder id="widget" ladder="product" />Loose text<br><a href="/a">A</a> and
        <career-ladder ladder="engineering" /><a href="/b">B</a>, <a id="second" href="/c">C</a><p id="rest">The rest.</p>
        <div><career-ladder ladder="product-six" /><p id="deep">Deep.</p></div></div>"#;
    page.visit(HostPage::new([Embed::loader(), Embed::markup(markup)])).await;
    let is_back = "const [first, second, rest] = ['#widget', '[ladder=engineering]', '#rest']
            .map((selector) => document.querySelector(selector));
        return !rest.closest('career-ladder') && !document.querySelector('#deep').closest('career-ladder')
            && !document.querySelector('#second').closest('career-ladder')
            && !second.parentElement.closest('career-ladder') && first.textContent.trim() === '';";
    page.wait_for("what the elements swallowed", is_back, &[]).await;
    let text = page.execute::<String>("return document.querySelector('#post').innerText;", &[]).await;
    assert!(text.contains("Loose text"), "{text}");
}

async fn paragraphs_that_an_element_hides_are_named(page: &Page) {
    let placeholder = r#"<div class="career-ladder" data-ladder="product"><h2>Levels</h2><p>Five.</p></div>"#;
    let short = r#"<div><career-ladder><p>See <a href="/product">the ladder</a>.</p></career-ladder></div>"#;
    page.visit(HostPage::new([Embed::loader(), Embed::markup(placeholder), Embed::markup(short)])).await;
    page.wait_ready().await;
    page.settle().await;
    assert_eq!(page.errors().await, []);
    for rest in ["<h2>The rest</h2><p>Of the post.</p>", "<ul><li>The rest</li></ul><div>Of the post.</div>"] {
        let markup = format!(r#"<section><career-ladder id="widget" ladder="product" />{rest}</section>"#);
        page.visit(HostPage::new([Embed::loader(), Embed::markup(&markup)])).await;
        page.wait_ready().await;
        assert_warning(page, "text inside <career-ladder> is hidden").await;
    }
}

async fn a_ladder_in_a_script_without_a_type_is_named(page: &Page) {
    for tag in ["pre", "script"] {
        let ladder = r#"{ "format": 1, "extends": "product" }"#;
        let markup = format!("<career-ladder><{tag}>{ladder}</{tag}></career-ladder>");
        page.visit(HostPage::new([Embed::loader(), Embed::markup(&markup)])).await;
        let is_said = "return __recorder.errors.some(({ text }) => text.includes('must be in <script type='));";
        page.wait_for("the warning", is_said, &[]).await;
    }
}

async fn the_fallback_of_an_element_without_an_end_tag_stays_inside(page: &Page) {
    let markup = r#"<career-ladder id="widget" ladder="product"><a id="link" href="/product">Find your career stage</a>
        <script async src="{HOST}/career-ladder.js"></script><p id="rest">The rest of the post.</p>"#;
    page.visit(HostPage::new([Embed::markup(markup)])).await;
    page.wait_ready().await;
    let places = "return ['link', 'rest'].map((id) => !!document.querySelector(`career-ladder #${id}`)).join();";
    page.wait_for("the rest of the post", &format!("return (() => {{ {places} }})() === 'true,false';"), &[]).await;
    assert_warning(page, "without an end tag").await;
}

async fn a_rich_fallback_stays_inside(page: &Page) {
    let markup = r#"<career-ladder id="widget" ladder="product"><section><h2>The ladder</h2><article id="level"><h3>Associate</h3>
        <p>Learns.</p></article><blockquote>Well said.<footer>Somebody</footer></blockquote></section>
        <form slot="result"><script src="/no-such-sign-up.js"></script><button>Subscribe</button></form></career-ladder><p id="rest">The rest of the post.</p>"#;
    page.visit(HostPage::new([Embed::markup(markup), Embed::loader()])).await;
    page.wait_ready().await;
    page.settle().await;
    let is_inside =
        "return !!document.querySelector('career-ladder #level') && !!document.querySelector('career-ladder > form');";
    assert!(page.execute::<bool>(is_inside, &[]).await);
    let warnings = page.errors().await;
    assert!(warnings.iter().all(|error| error.kind != PageErrorKind::ConsoleWarning), "{warnings:#?}");
}

async fn an_element_with_the_loader_and_an_end_tag_keeps_its_fallback(page: &Page) {
    let markup = r#"<div><career-ladder id="widget"><script async src="{HOST}/career-ladder.js"></script>
        <a id="link" href="/product">Find your career stage</a></career-ladder>
        </div>"#;
    page.visit(HostPage::new([Embed::markup(markup)])).await;
    page.wait_ready().await;
    page.settle().await;
    assert!(page.execute::<bool>("return !!document.querySelector('career-ladder > #link');", &[]).await);
    let warnings = page.errors().await;
    assert!(warnings.iter().all(|error| error.kind != PageErrorKind::ConsoleWarning), "{warnings:#?}");
}

async fn content_for_the_result_outside_an_element_is_named(page: &Page) {
    let form = r#"<form slot="result"><button>Subscribe</button></form>"#;
    let other = r#"<div><template shadowrootmode="open"><slot name="result"></slot></template>FORM</div>"#;
    page.visit(HostPage::new([Embed::snippet(), Embed::markup(&other.replace("FORM", form))])).await;
    page.wait_ready().await;
    page.settle().await;
    let warnings = page.errors().await;
    assert!(warnings.iter().all(|error| error.kind != PageErrorKind::ConsoleWarning), "{warnings:#?}");
    page.visit(HostPage::new([Embed::snippet(), Embed::markup(form)])).await;
    page.wait_ready().await;
    assert_warning(page, r#"slot="result" must be a direct child"#).await;
}

async fn a_placeholder_without_a_ladder_is_named(page: &Page) {
    let placeholder = r#"<div class="career-ladder"><a href="/product">Find your career stage</a></div>"#;
    page.visit(HostPage::new([Embed::markup(placeholder), Embed::snippet()])).await;
    page.wait_ready().await;
    assert_warning(page, "needs data-ladder").await;
}

async fn an_own_ladder_alone_makes_a_placeholder_and_a_script_a_widget(page: &Page) {
    let ladder = r#"{"format":1,"id":"tiny","title":"Tiny","rungs":[{"id":"one","title":"One","level":1},{"id":"two","title":"Two","level":2}]}"#;
    let address = format!("data:application/json,{}", ladder.replace('"', "%22"));
    let placeholder = format!(r#"<div class="career-ladder" data-src='{address}'></div>"#);
    let script = format!(r#"<script async src="{{HOST}}/career-ladder.js" data-src='{address}'></script>"#);
    page.visit(HostPage::new([Embed::markup(&placeholder), Embed::markup(&script)])).await;
    let are_there = "return document.querySelectorAll('career-ladder[src]').length === 2;";
    page.wait_for("two widgets", are_there, &[]).await;
}

in_every_engine!(
    an_element_without_an_end_tag_gives_back_what_it_swallowed,
    elements_without_end_tags_give_back_loose_text_and_each_other,
    paragraphs_that_an_element_hides_are_named,
    a_ladder_in_a_script_without_a_type_is_named,
    the_fallback_of_an_element_without_an_end_tag_stays_inside,
    a_rich_fallback_stays_inside,
    an_element_with_the_loader_and_an_end_tag_keeps_its_fallback,
    content_for_the_result_outside_an_element_is_named,
    a_placeholder_without_a_ladder_is_named,
    an_own_ladder_alone_makes_a_placeholder_and_a_script_a_widget,
);

/// Waits for a warning with this in it.
async fn assert_warning(page: &Page, part: &str) {
    page.wait_for("a warning", "return __recorder.errors.length > 0;", &[]).await;
    let warnings = page.errors().await;
    let is_there =
        warnings.iter().any(|error| error.kind == PageErrorKind::ConsoleWarning && error.text.contains(part));
    assert!(is_there, "{warnings:#?}");
}
