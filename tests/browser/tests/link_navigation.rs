//! Private links and the way through the pages: a site whose scripts change the page without loading one, and reloads.

use crate::support::SHARED_LINK;
use browser_tests::{Embed, HostPage, Origin, Page, in_chromium, in_every_engine};

/// Does as routers do: puts a new element in the place of the widget.
const REPLACE: &str = "const widget = document.createElement('career-ladder');
    widget.id = 'widget';
    widget.setAttribute('storage', 'none');
    document.querySelector('#widget').replaceWith(widget);";

/// Counts the events so far; the next ones belong to what follows.
const FORGET_EVENTS: &str = "__recorder.events.length = 0;";

async fn after_push_state_the_next_pages_widget_shows_the_ladder(page: &Page) {
    open_link(page).await;
    navigate(page, "history.pushState(null, '', '/next');", REPLACE).await;
    assert_ladder(page).await;
}

async fn with_another_query_the_next_pages_widget_shows_the_ladder(page: &Page) {
    open_link(page).await;
    navigate(page, "history.pushState(null, '', '?page=2');", REPLACE).await;
    assert_ladder(page).await;
}

/// As routers do that insert the next page while the address is still the last one's.
async fn where_the_address_changes_after_the_page_the_widget_shows_the_ladder(page: &Page) {
    open_link(page).await;
    let later = "Promise.resolve().then(() => {}).then(() => history.pushState(null, '', '/next'));";
    navigate(page, REPLACE, later).await;
    assert_ladder(page).await;
}

/// Some libraries carry an element over to the next page.
async fn a_widget_that_moves_to_the_next_page_shows_the_ladder(page: &Page) {
    open_link(page).await;
    let move_on = "document.querySelector('#elsewhere').append(document.querySelector('#widget'));";
    navigate(page, "history.pushState(null, '', '/next');", move_on).await;
    assert_ladder(page).await;
}

async fn on_another_route_of_the_fragment_the_widget_shows_the_ladder(page: &Page) {
    open_link_at(page, &SHARED_LINK.replace('#', "#/post?")).await;
    navigate(page, "history.pushState(null, '', '#/about');", REPLACE).await;
    assert_ladder(page).await;
}

async fn back_on_the_page_of_the_link_its_outcome_is_shown_again(page: &Page) {
    open_link(page).await;
    navigate(page, "history.pushState(null, '', '/next');", REPLACE).await;
    assert_ladder(page).await;
    let replace_on_return = format!("addEventListener('popstate', () => {{ {REPLACE} }}); history.back();");
    page.execute::<()>(&replace_on_return, &[]).await;
    page.heading_matching(&page.outcome_heading()).wait_visible().await;
    page.settle().await;
    assert_eq!(page.heading_matching(&page.outcome_heading()).count().await, 1);
    assert_eq!(page.errors().await, []);
}

/// Many pages take marks such as a fragment out of the address.
async fn where_a_script_takes_the_link_out_of_the_address_the_outcome_stays(page: &Page) {
    open_link(page).await;
    page.execute::<()>("history.replaceState(null, '', location.pathname);", &[]).await;
    page.execute::<()>("document.querySelector('#elsewhere').append(document.querySelector('#widget'));", &[]).await;
    page.settle().await;
    page.heading_matching(&page.outcome_heading()).wait_visible().await;
    let insert_again = format!(
        "{FORGET_EVENTS} const widget = document.querySelector('#widget');
        widget.remove();
        setTimeout(() => document.querySelector('#elsewhere').append(widget));"
    );
    page.execute::<()>(&insert_again, &[]).await;
    page.wait_ready().await;
    page.heading_matching(&page.outcome_heading()).wait_visible().await;
    page.execute::<()>(&[FORGET_EVENTS, REPLACE].concat(), &[]).await;
    page.wait_ready().await;
    page.heading_matching(&page.outcome_heading()).wait_visible().await;
    assert_eq!(page.errors().await, []);
}

async fn once_the_reader_has_acted_a_new_element_on_the_page_shows_no_outcome(page: &Page) {
    open_link(page).await;
    page.button("Find my stage").click().await;
    page.button("Skip").wait_visible().await;
    page.execute::<()>(&[FORGET_EVENTS, REPLACE].concat(), &[]).await;
    page.wait_for_event("ladder-ready").await;
    page.settle().await;
    assert_eq!(page.heading_matching(&page.outcome_heading()).count().await, 0);
}

async fn a_reload_leaves_the_page_where_the_reader_scrolled_to(page: &Page) {
    open_far_link(page).await;
    page.execute::<()>("scrollTo({ top: 900, behavior: 'instant' });", &[]).await;
    page.settle().await;
    page.reload().await;
    page.wait_for("the outcome", SHOWS_OUTCOME, &[]).await;
    page.settle().await;
    assert_eq!(scroll_position(page).await, 900.0);
    // A link that the reader follows on the page is another matter.
    page.execute::<()>("location.hash = '#after';", &[]).await;
    page.execute::<()>("location.hash = arguments[0];", &[SHARED_LINK.into()]).await;
    wait_until_at_top(page).await;
    assert_eq!(page.errors().await, []);
}

async fn a_page_that_was_at_its_top_stays_there_after_a_reload(page: &Page) {
    open_far_link(page).await;
    page.execute::<()>("scrollTo({ top: 0, behavior: 'instant' });", &[]).await;
    page.settle().await;
    page.reload().await;
    page.wait_for("the outcome", SHOWS_OUTCOME, &[]).await;
    page.settle().await;
    assert_eq!(scroll_position(page).await, 0.0);
}

/// The header keeps the page out of the back-forward cache, so that it is loaded again.
async fn back_from_another_site_the_page_is_where_the_reader_left_it(page: &Page) {
    open_far_link(page).await;
    page.execute::<()>("scrollTo({ top: 900, behavior: 'instant' });", &[]).await;
    page.settle().await;
    page.goto(&format!("{}/post.css", page.site.origin(Origin::Host))).await;
    page.go_back().await;
    page.wait_for("the outcome", SHOWS_OUTCOME, &[]).await;
    page.settle().await;
    assert_eq!(scroll_position(page).await, 900.0);
    let kind = "return performance.getEntriesByType('navigation')[0].type;";
    assert_eq!(page.execute::<String>(kind, &[]).await, "back_forward");
}

async fn back_through_pages_of_a_script_the_page_is_not_scrolled_again(page: &Page) {
    open_far_link(page).await;
    // Each entry of the history has its own setting.
    let go_on = "history.scrollRestoration = 'manual'; history.pushState(null, '', '/next');";
    navigate(page, go_on, REPLACE).await;
    assert_ladder(page).await;
    let return_to_top = format!(
        "addEventListener('popstate', () => {{ {REPLACE} scrollTo({{ top: 0, behavior: 'instant' }}); }});
        history.back();"
    );
    page.execute::<()>(&return_to_top, &[]).await;
    page.wait_for("the outcome", SHOWS_OUTCOME, &[]).await;
    page.settle().await;
    assert_eq!(scroll_position(page).await, 0.0);
}

in_every_engine!(
    after_push_state_the_next_pages_widget_shows_the_ladder,
    where_the_address_changes_after_the_page_the_widget_shows_the_ladder,
    a_widget_that_moves_to_the_next_page_shows_the_ladder,
    back_on_the_page_of_the_link_its_outcome_is_shown_again,
    where_a_script_takes_the_link_out_of_the_address_the_outcome_stays,
    a_reload_leaves_the_page_where_the_reader_scrolled_to,
    a_page_that_was_at_its_top_stays_there_after_a_reload,
);
in_chromium!(
    with_another_query_the_next_pages_widget_shows_the_ladder,
    on_another_route_of_the_fragment_the_widget_shows_the_ladder,
    once_the_reader_has_acted_a_new_element_on_the_page_shows_no_outcome,
    back_from_another_site_the_page_is_where_the_reader_left_it,
    back_through_pages_of_a_script_the_page_is_not_scrolled_again,
);

/// Whether a widget shows an outcome, on the screen or out of sight.
const SHOWS_OUTCOME: &str =
    "return !!document.querySelector('#widget')?.shadowRoot?.querySelector('[data-phase=placed]');";

async fn open_link(page: &Page) {
    open_link_at(page, SHARED_LINK).await;
}

/// Opens a page at a fragment with a link, and waits for its outcome.
async fn open_link_at(page: &Page, fragment: &str) {
    let post = HostPage::new([Embed::snippet_with(r#"id="widget" storage="none""#)]);
    page.goto(&(post.publish(&page.site, Origin::Assets) + fragment)).await;
    page.heading_matching(&page.outcome_heading()).wait_visible().await;
}

/// Opens a page by a link whose widget is far below the top, and waits until it is in view.
async fn open_far_link(page: &Page) {
    let far = r#"<div class="far"></div><style>.far { height: 3000px } html { overflow-anchor: none }</style>"#;
    let widget = Embed::snippet_with(r#"id="widget" storage="none""#);
    let post = HostPage::new([Embed::markup(far), widget, Embed::markup(far)]).header("cache-control", "no-store");
    page.goto(&(post.publish(&page.site, Origin::Assets) + SHARED_LINK)).await;
    wait_until_at_top(page).await;
}

async fn wait_until_at_top(page: &Page) {
    let is_at_top = "return Math.abs(document.querySelector('#widget').getBoundingClientRect().top) < 2;";
    page.wait_for("the widget at the top of the window", is_at_top, &[]).await;
}

async fn scroll_position(page: &Page) -> f64 {
    page.execute("return Math.round(scrollY);", &[]).await
}

/// Runs the two steps of a navigation in one go, and waits until the widget of the next page is ready.
async fn navigate(page: &Page, first: &str, second: &str) {
    let script =
        format!("{FORGET_EVENTS} {{ {first} }} {{ {second} }} document.querySelector('#widget').scrollIntoView();");
    page.execute::<()>(&script, &[]).await;
    page.wait_ready().await;
}

async fn assert_ladder(page: &Page) {
    page.settle().await;
    page.button("Find my stage").wait_visible().await;
    assert_eq!(page.heading_matching(&page.outcome_heading()).count().await, 0);
    assert_eq!(page.errors().await, []);
}
