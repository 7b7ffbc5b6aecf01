//! Files that do not arrive: the widget tries again by itself, when the network is back, and at every press.

use browser_tests::{Embed, HostPage, LadderEvent, Origin, Page, ResponseFault, in_chromium, in_every_engine};

const LADDER: &str = r#"{ "format": 1, "id": "garden", "title": "The gardener's ladder",
  "rungs": [{ "id": "helper", "title": "Helper", "level": 1 }, { "id": "gardener", "title": "Gardener", "level": 2 }] }"#;

const FAULTS: [ResponseFault; 3] = [ResponseFault::Dropped, ResponseFault::Unavailable, ResponseFault::CutOff];

/// A button that needs the program.
const RUNG: &str = "Senior PM";

/// The notice beside a press that waits.
const NOTICE: &str = "return find({ role: 'status' }).map((element) => element.textContent).join() || null;";

/// Holds back what the page is to do ten seconds later, until [`let_ten_seconds_pass`].
const HOLD_TEN_SECONDS: &str = "<script>
    const { setTimeout: start } = window;
    window.held = [];
    window.setTimeout = (callback, delay, ...rest) =>
        delay === 10_000 ? -window.held.push(callback) : start(callback, delay, ...rest);
</script>";

async fn a_request_that_fails_once_is_repeated(page: &Page) {
    for suffix in [".wasm", ".glue.js", ".bin"] {
        for fault in FAULTS {
            page.site.inject_fault_once(suffix, fault);
            page.visit(HostPage::with_seed("7")).await;
            page.start_quiz().await;
            assert!(!names(&page.events().await).contains(&"ladder-error"), "{suffix}, {fault:?}");
        }
    }
}

async fn the_request_for_an_own_ladder_that_fails_once_is_repeated(page: &Page) {
    for fault in FAULTS {
        page.site.inject_fault_once("/own.json", fault);
        page.site.replace_file("/own.json", LADDER.into());
        let url = page.site.origin(Origin::Assets) + "/own.json";
        page.visit(HostPage::new([Embed::snippet_with(&format!(r#"id="widget" src="{url}""#))])).await;
        page.heading("The gardener's ladder").wait_visible().await;
    }
}

async fn a_press_while_the_server_is_down_counts_at_the_next_press(page: &Page) {
    for suffix in [".wasm", ".glue.js", ".bin"] {
        open_with_failed_press(page, suffix, ResponseFault::Dropped).await;
        page.site.end_faults();
        page.button(RUNG).click().await;
        page.region(RUNG).wait_visible().await;
        assert_eq!(page.button("Try again").count().await, 0);
    }
}

async fn a_press_while_the_server_is_down_counts_after_try_again(page: &Page) {
    open_with_failed_press(page, ".wasm", ResponseFault::Unavailable).await;
    page.site.end_faults();
    page.button("Try again").click().await;
    page.region(RUNG).wait_visible().await;
}

async fn a_press_without_network_counts_when_the_network_is_back(page: &Page) {
    for suffix in [".wasm", ".bin"] {
        open_with_failed_press(page, suffix, ResponseFault::Dropped).await;
        page.site.end_faults();
        page.execute::<()>("dispatchEvent(new Event('online'));", &[]).await;
        page.region(RUNG).wait_visible().await;
    }
}

async fn presses_on_the_first_question_are_kept_through_a_failure(page: &Page) {
    page.site.inject_fault(".wasm", ResponseFault::Dropped);
    page.visit(HostPage::new([Embed::snippet_with(r#"id="widget" start="quiz" storage="none""#)])).await;
    page.select_option(2).await;
    page.wait_for_event("ladder-error").await;
    page.next_button().click().await;
    page.button("Skip").wait_hidden().await;
    let question = page.question().await;
    page.select_option(1).await;
    page.site.end_faults();
    page.next_button().click().await;
    page.wait_ready().await;
    page.wait_for_screen_after(&question).await.expect_question();
}

async fn begin_tries_again_after_a_failure(page: &Page) {
    page.site.inject_fault(".wasm", ResponseFault::Dropped);
    page.visit(HostPage::with_seed("7")).await;
    page.wait_for_event("ladder-error").await;
    page.execute::<()>("document.querySelector('#widget').begin();", &[]).await;
    page.wait_for("the notice", NOTICE, &[]).await;
    page.site.end_faults();
    page.execute::<()>("document.querySelector('#widget').begin();", &[]).await;
    page.radiogroup().wait_visible().await;
}

/// Without its screen the widget has nothing that could show a notice.
async fn begin_before_the_first_screen_counts_when_the_network_is_back(page: &Page) {
    page.site.inject_fault(".txt", ResponseFault::Dropped);
    page.site.inject_fault(".bin", ResponseFault::Dropped);
    page.visit(HostPage::new([Embed::snippet_with(r#"id="widget" ladder="engineering" seed="7""#)])).await;
    page.wait_for("the element", "return !!document.querySelector('#widget').begin;", &[]).await;
    page.execute::<()>("document.querySelector('#widget').begin();", &[]).await;
    page.wait_for_event("ladder-error").await;
    page.site.end_faults();
    page.execute::<()>("dispatchEvent(new Event('online'));", &[]).await;
    page.radiogroup().wait_visible().await;
    page.assert_nothing_uncaught().await;
}

async fn begin_after_a_change_that_failed_tries_again(page: &Page) {
    page.open_post().await;
    page.site.inject_fault(".bin", ResponseFault::Dropped);
    page.execute::<()>("document.querySelector('#widget').ladder = 'engineering';", &[]).await;
    page.wait_for_event("ladder-error").await;
    // The old program is still there to be reset.
    page.button(RUNG).click().await;
    page.region(RUNG).wait_visible().await;
    page.execute::<()>("document.querySelector('#widget').reset();", &[]).await;
    page.region(RUNG).wait_hidden().await;
    page.site.end_faults();
    page.execute::<()>("document.querySelector('#widget').begin();", &[]).await;
    page.wait_for_event("ladder-start").await;
    let start = page.events().await.into_iter().find(|event| event.name == "ladder-start").expect("it was waited for");
    assert_eq!(start.detail["ladder"], "engineering");
}

async fn a_press_shows_at_once_that_it_waits_and_later_offers_to_try_again(page: &Page) {
    for suffix in [".wasm", ".glue.js", ".bin"] {
        page.site.forget_requests();
        page.site.swallow_next(suffix);
        page.visit(HostPage::with_seed("7").markup_before(HOLD_TEN_SECONDS)).await;
        page.button(RUNG).click().await;
        let notice = page.wait_for("the notice", NOTICE, &[]).await;
        assert!(notice.as_str().is_some_and(|notice| notice.contains("Loading…")), "{suffix}: {notice}");
        assert_eq!(page.button("Try again").count().await, 0);
        let_ten_seconds_pass(page, 1).await;
        page.button("Try again").wait_visible().await;
        page.button("Try again").click().await;
        page.region(RUNG).wait_visible().await;
        assert_eq!(names(&page.events().await), ["ladder-ready"], "{suffix}");
        page.assert_nothing_uncaught().await;
    }
}

async fn a_click_beside_the_buttons_leaves_a_press_that_waits_in_force(page: &Page) {
    page.site.hold(".wasm");
    page.visit(HostPage::with_seed("7")).await;
    page.button(RUNG).click().await;
    page.wait_for("the notice", NOTICE, &[]).await;
    page.heading("The product career ladder").click().await;
    assert!(page.execute::<Option<String>>(NOTICE, &[]).await.is_some());
    page.site.release(".wasm");
    page.region(RUNG).wait_visible().await;
}

/// The other widget's requests are given up too, so it has to make them again.
async fn to_try_again_serves_every_widget_of_the_page(page: &Page) {
    page.site.swallow_next(".wasm");
    let other = r#"<career-ladder id="other" ladder="engineering" loading="eager"></career-ladder>"#;
    page.visit(HostPage::new([Embed::snippet(), Embed::markup(other)]).markup_before(HOLD_TEN_SECONDS)).await;
    page.button(RUNG).click().await;
    page.wait_for("the notice", NOTICE, &[]).await;
    let_ten_seconds_pass(page, 2).await;
    page.button("Try again").click().await;
    page.region(RUNG).wait_visible().await;
    page.wait_ready().await;
}

async fn begin_shows_that_it_waits(page: &Page) {
    page.site.swallow_next(".wasm");
    page.visit(HostPage::with_seed("7").markup_before(HOLD_TEN_SECONDS)).await;
    page.button("Find my stage").wait_visible().await;
    page.execute::<()>("document.querySelector('#widget').begin();", &[]).await;
    page.wait_for("the notice", NOTICE, &[]).await;
    let_ten_seconds_pass(page, 1).await;
    page.button("Try again").click().await;
    page.radiogroup().wait_visible().await;
}

/// Files behind a login are refused without the cookie of the page.
async fn files_of_the_pages_origin_are_requested_with_its_cookie(page: &Page) {
    page.site.require_cookie("login=ada");
    let url = page.site.publish_bytes("/ladder.json", LADDER.as_bytes(), "application/json");
    let own = Embed::markup(&format!(r#"<career-ladder src="{url}"></career-ladder>"#));
    let post = HostPage::new([Embed::snippet(), own]).header("set-cookie", "login=ada; Path=/; SameSite=Lax");
    page.visit_self_hosted(post).await;
    page.wait_ready().await;
    page.heading("The gardener's ladder").wait_visible().await;
}

/// A background tab has no frames; a page may call `begin()` in it.
async fn in_a_hidden_tab_the_program_starts(page: &Page) {
    let hidden = "<script>
        Object.defineProperty(document, 'hidden', { value: true });
        window.requestAnimationFrame = () => 0;
    </script>";
    page.visit(HostPage::new([Embed::markup(hidden), Embed::snippet_with(r#"id="widget" loading="eager""#)])).await;
    page.wait_for_event("ladder-ready").await;
}

in_every_engine!(
    a_request_that_fails_once_is_repeated,
    the_request_for_an_own_ladder_that_fails_once_is_repeated,
    a_press_while_the_server_is_down_counts_at_the_next_press,
    a_press_while_the_server_is_down_counts_after_try_again,
    a_press_without_network_counts_when_the_network_is_back,
    presses_on_the_first_question_are_kept_through_a_failure,
    begin_tries_again_after_a_failure,
    begin_before_the_first_screen_counts_when_the_network_is_back,
    begin_after_a_change_that_failed_tries_again,
    a_press_shows_at_once_that_it_waits_and_later_offers_to_try_again,
    a_click_beside_the_buttons_leaves_a_press_that_waits_in_force,
    to_try_again_serves_every_widget_of_the_page,
    begin_shows_that_it_waits,
    files_of_the_pages_origin_are_requested_with_its_cookie,
);
in_chromium!(in_a_hidden_tab_the_program_starts);

/// Does what the page was to do ten seconds later, once this many widgets wait for the answers to their requests.
async fn let_ten_seconds_pass(page: &Page, widgets: usize) {
    while page.site.request_count(".bin") < widgets {
        page.settle().await;
    }
    page.execute::<()>("window.held.splice(0).forEach((callback) => callback());", &[]).await;
}

fn names(events: &[LadderEvent]) -> Vec<&str> {
    events.iter().map(|event| event.name.as_str()).collect()
}

/// Opens a post and presses a rung while a file cannot be loaded; waits until the reader is told so.
async fn open_with_failed_press(page: &Page, suffix: &str, fault: ResponseFault) {
    page.site.inject_fault(suffix, fault);
    page.visit(HostPage::with_seed("7")).await;
    page.button(RUNG).click().await;
    page.wait_for_event("ladder-error").await;
    page.button("Try again").wait_visible().await;
    page.button(RUNG).wait_visible().await;
    let events = page.events().await;
    assert_eq!(names(&events), ["ladder-error"], "{suffix}: {events:#?}");
    assert_eq!(events[0].detail["code"], "network");
    page.assert_nothing_uncaught().await;
}
