//! Values that templates and frameworks write for what is not there: the attribute or property counts as absent.

use browser_tests::{Embed, HostPage, Page, in_every_engine};

/// Everything that a page may write for no value.
const NOTHING: [&str; 3] = ["", "null", "undefined"];

/// The element's properties that mirror attributes.
const PROPERTIES: &str = "['ladder', 'src', 'start', 'loading', 'theme', 'seed', 'storage', 'assets', 'shareUrl']";

async fn attributes_without_a_value_count_as_absent(page: &Page) {
    for nothing in NOTHING {
        let names = ["ladder", "src", "start", "loading", "theme", "seed", "storage", "assets", "share-url", "dir"];
        let attributes: String = names.iter().map(|name| format!(r#"{name}="{nothing}" "#)).collect();
        let widget = format!(
            r#"<career-ladder id="widget" {attributes}><a href="/">Find your career stage</a></career-ladder>"#
        );
        page.visit(HostPage::new([Embed::markup(&widget), Embed::loader()])).await;
        assert_shows_the_default_ladder(page).await;
    }
}

async fn properties_without_a_value_that_are_set_before_the_loader_runs_count_as_absent(page: &Page) {
    for nothing in ["null", "undefined", "''"] {
        let script = format!(
            r#"<career-ladder id="widget"></career-ladder><script>
            for (const name of {PROPERTIES}) document.querySelector('#widget')[name] = {nothing};</script>"#
        );
        page.visit(HostPage::new([Embed::markup(&script), Embed::loader()])).await;
        assert_shows_the_default_ladder(page).await;
        let texts = format!("return {PROPERTIES}.filter((name) => document.querySelector('#widget')[name] !== '');");
        assert_eq!(page.execute::<Vec<String>>(&texts, &[]).await, Vec::<String>::new());
    }
}

async fn a_property_that_is_set_to_nothing_later_leads_back_to_the_default(page: &Page) {
    page.visit(HostPage::with_seed("7")).await;
    page.wait_ready().await;
    for nothing in ["null", "undefined", "''"] {
        page.execute::<()>("document.querySelector('#widget').ladder = 'engineering';", &[]).await;
        wait_for_last_ready(page, "engineering").await;
        page.execute::<()>(&format!("document.querySelector('#widget').ladder = {nothing};"), &[]).await;
        wait_for_last_ready(page, "product").await;
        let attribute = "return document.querySelector('#widget').hasAttribute('ladder');";
        assert!(!page.execute::<bool>(attribute, &[]).await);
    }
    assert_eq!(page.errors().await, []);
}

async fn debug_is_a_property_that_is_true_or_false(page: &Page) {
    let widget = r#"<career-ladder id="widget"></career-ladder><script>document.getElementById("widget").debug = true;</script>"#;
    page.visit(HostPage::new([Embed::markup(widget), Embed::loader()])).await;
    page.wait_ready().await;
    let states = "const widget = document.querySelector('#widget');
        const state = () => [widget.debug, widget.hasAttribute('debug')];
        const set = (value) => ((widget.debug = value), state());
        const mark = (value) => (widget.setAttribute('debug', value), state());
        return [state(), ...[false, true, null, true, undefined].map(set), ...['', 'debug', 'false', 'null'].map(mark)];";
    let (on, off) = ((true, true), (false, false));
    let expected = [on, off, on, off, on, off, on, on, (false, true), (false, true)];
    assert_eq!(page.execute::<Vec<(bool, bool)>>(states, &[]).await, expected);
    assert_eq!(page.errors().await, []);
}

async fn the_version_is_a_text_that_cannot_be_set(page: &Page) {
    page.visit(HostPage::with_seed("7")).await;
    page.wait_ready().await;
    let version = "const widget = document.querySelector('#widget');
        try { widget.version = 'another'; } catch {}
        return widget.version;";
    assert_eq!(page.execute::<String>(version, &[]).await, env!("CARGO_PKG_VERSION"));
    let loader =
        "return fetch(document.querySelector('script[src$=\"career-ladder.js\"]').src).then((file) => file.text());";
    let first_line = format!("/*! career-ladder {} */ //# allFunctionsCalledOnLoad\n", env!("CARGO_PKG_VERSION"));
    assert!(page.execute::<String>(loader, &[]).await.starts_with(&first_line));
}

async fn the_same_value_again_changes_nothing(page: &Page) {
    page.visit(HostPage::with_seed("7")).await;
    page.wait_ready().await;
    let assign = "document.querySelector('#widget').ladder = 'engineering';";
    page.execute::<()>(assign, &[]).await;
    wait_for_last_ready(page, "engineering").await;
    page.execute::<()>(assign, &[]).await;
    page.settle().await;
    let ready = page.events().await.iter().filter(|event| event.name == "ladder-ready").count();
    assert_eq!(ready, 2);
    assert_eq!(page.errors().await, []);
}

async fn the_other_forms_take_no_value_as_absent_too(page: &Page) {
    let placeholder = r#"<div class="career-ladder" data-ladder="" data-src="undefined"></div>"#;
    let script =
        r#"<script async src="{HOST}/career-ladder.js" data-ladder="null" data-src="" data-seed="undefined"></script>"#;
    page.visit(HostPage::new([Embed::markup(placeholder), Embed::markup(script)])).await;
    page.wait_for("two widgets", "return document.querySelectorAll('career-ladder').length === 2;", &[]).await;
    page.execute::<()>("document.querySelectorAll('career-ladder').forEach((widget) => widget.begin());", &[]).await;
    page.wait_ready().await;
    assert_nothing_else_is_requested(page);
    assert_eq!(page.errors().await, []);
}

async fn parameters_of_a_frame_without_a_value_count_as_absent(page: &Page) {
    let frame = r#"<iframe id="frame" src="{HOST}/embed.html?ladder=&src=&theme=undefined&lang=&dir=null" width="100%" height="560"></iframe>"#;
    page.visit(HostPage::new([Embed::markup(frame), Embed::loader()])).await;
    page.wait_for_event("ladder-ready").await;
    assert_eq!(page.events().await[0].detail["ladder"], "product");
    assert_nothing_else_is_requested(page);
}

in_every_engine!(
    attributes_without_a_value_count_as_absent,
    properties_without_a_value_that_are_set_before_the_loader_runs_count_as_absent,
    a_property_that_is_set_to_nothing_later_leads_back_to_the_default,
    debug_is_a_property_that_is_true_or_false,
    the_version_is_a_text_that_cannot_be_set,
    the_same_value_again_changes_nothing,
    the_other_forms_take_no_value_as_absent_too,
    parameters_of_a_frame_without_a_value_count_as_absent,
);

async fn assert_shows_the_default_ladder(page: &Page) {
    page.wait_ready().await;
    assert_eq!(page.events().await[0].detail["ladder"], "product");
    assert_nothing_else_is_requested(page);
    let theme = "return document.querySelector('#widget').shadowRoot.querySelector('.wrapper').dir;";
    assert_eq!(page.execute::<String>(theme, &[]).await, "ltr");
    assert_eq!(page.errors().await, []);
}

/// Fails if the page was requested as a ladder, or a file that is named after no value.
fn assert_nothing_else_is_requested(page: &Page) {
    let requests: Vec<String> = page.site.requests().into_iter().map(|request| request.path).collect();
    let is_wrong = |path: &String| path.contains("null") || path.contains("undefined") || path.contains("reader");
    assert!(!requests.iter().any(is_wrong), "{requests:#?}");
}

async fn wait_for_last_ready(page: &Page, ladder: &str) {
    let is_ready = "return __recorder.events.filter(({ name }) => name === 'ladder-ready').at(-1)?.detail.ladder === arguments[0];";
    page.wait_for(&format!("{ladder} to be ready"), is_ready, &[ladder.into()]).await;
}
