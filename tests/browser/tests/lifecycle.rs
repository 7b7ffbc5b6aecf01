//! Widgets that scripts add, move, remove and drive.

use browser_tests::{Embed, HostPage, Key, Origin, Page, in_chromium, in_every_engine};

/// Moves the widget to the end of the page.
const MOVE: &str = "document.querySelector('#elsewhere').append(document.querySelector('#widget'));";

/// Removes the widget and keeps it in `window.removed`.
const REMOVE: &str = "window.removed = document.querySelector('#widget'); removed.remove();";

/// Two scripts of the snippet that run after the page's load, from copies, without `document.currentScript`.
const LATE_SCRIPTS: &str = r#"<script type="text/late" data-src="{HOST}/career-ladder.js" data-ladder="product"></script>
    <script type="text/late" data-src="{HOST}/career-ladder.js" data-ladder="engineering"></script>
    <script>
    addEventListener('load', () => {
        Object.defineProperty(document, 'currentScript', { get: () => null });
        for (const script of document.querySelectorAll('script[type="text/late"]')) {
            const copy = document.createElement('script');
            for (const { name, value } of script.attributes) if (name !== 'type') copy.setAttribute(name, value);
            copy.src = script.dataset.src;
            script.replaceWith(copy);
        }
    });
    </script>"#;

/// Does as old libraries do: adds `toJSON` to texts, replaces functions of the language, and adds to prototypes.
const PATCHED_NATIVES: &str = r#"<script>
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Array.from = (list) => list.toArray ? list.toArray() : [list];
    Function.prototype.bind = function () { throw new Error('bound'); };
    Array.prototype.added = Array.prototype.entries = function () {};
    Element.prototype.remove = Element.prototype.replace = Element.prototype.select = function () { throw new Error('own'); };
    window.Element = Object.assign(function () {}, { prototype: Element.prototype });
    </script>"#;

async fn a_removed_widget_ignores_clicks_and_fires_no_events(page: &Page) {
    page.open_post().await;
    page.execute::<()>(REMOVE, &[]).await;
    page.settle().await;
    let events_before = page.events().await.len();
    // Events of a removed element do not reach the document, so the script listens to the element itself.
    let script = "window.late = [];
        for (const name of ['ready', 'start', 'answer', 'result', 'error']) {
            removed.addEventListener('ladder-' + name, (event) => late.push(event.type));
        }
        for (const button of removed.shadowRoot.querySelectorAll('button')) button.click();";
    page.execute::<()>(script, &[]).await;
    page.settle().await;
    assert_eq!(page.execute::<Vec<String>>("return late;", &[]).await, Vec::<String>::new());
    assert_eq!(page.events().await.len(), events_before);
}

async fn a_removed_widget_that_is_inserted_again_works(page: &Page) {
    page.open_post().await;
    page.execute::<()>(REMOVE, &[]).await;
    page.settle().await;
    page.execute::<()>("document.querySelector('#elsewhere').append(removed); removed.scrollIntoView();", &[]).await;
    page.start_quiz().await;
    page.answer_to_outcome(|_, _, _| 0).await;
    assert_eq!(page.errors().await, []);
}

async fn a_moved_widget_keeps_its_question_and_its_answers(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    let selected = page.radios().names().await[1].clone();
    let second = page.answer(1).await.expect_question();
    page.select_option(2).await;
    page.execute::<()>(MOVE, &[]).await;
    page.settle().await;
    assert_eq!(page.question().await, second);
    assert!(page.radios().all().await[2].is_checked().await, "the selected option is still selected");
    page.button("Back").click().await;
    page.wait_for_screen_after(&second).await;
    assert!(page.role("radio").named(&selected).wait_visible().await.is_checked().await);
    page.answer_to_outcome(|_, _, _| 1).await;
    let starts = page.event_names().await.iter().filter(|name| *name == "ladder-start").count();
    assert_eq!(starts, 1, "moving the widget does not start the quiz again");
}

async fn a_widget_that_a_script_adds_becomes_ready(page: &Page) {
    page.open_post().await;
    let script = "const widget = document.createElement('career-ladder');
        widget.id = 'late';
        document.querySelector('#elsewhere').append(widget);
        widget.scrollIntoView();";
    page.execute::<()>(script, &[]).await;
    page.wait_ready().await;
    assert_eq!(page.events().await.last().map(|event| event.target.clone()).as_deref(), Some("late"));
}

async fn begin_opens_the_quiz_and_reset_clears_the_result(page: &Page) {
    page.open_post().await;
    page.execute::<()>("document.querySelector('#widget').begin();", &[]).await;
    page.radiogroup().wait_visible().await;
    page.answer_to_outcome(|_, _, _| 0).await;
    page.execute::<()>("document.querySelector('#widget').reset();", &[]).await;
    page.wait_for("the result to be cleared", "return document.querySelector('#widget').result === null;", &[]).await;
}

async fn begin_right_after_a_change_of_the_ladder_opens_its_quiz(page: &Page) {
    page.open_post().await;
    let change = "const widget = document.querySelector('#widget');
        widget.ladder = 'engineering';
        widget.begin();";
    page.execute::<()>(change, &[]).await;
    page.wait_for_event("ladder-start").await;
    let started =
        page.events().await.into_iter().find(|event| event.name == "ladder-start").expect("it was waited for");
    assert_eq!(started.detail["ladder"], "engineering");
    page.radiogroup().wait_visible().await;
    assert_eq!(page.errors().await, []);
}

async fn moved_into_a_modal_dialog_and_back_the_quiz_goes_on(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    let second = page.answer(1).await.expect_question();
    let script = "const dialog = document.createElement('dialog');
        document.body.append(dialog);
        dialog.append(document.querySelector('#widget'));
        dialog.showModal();";
    page.execute::<()>(script, &[]).await;
    assert_eq!(page.question().await, second);
    let third = page.answer(0).await.expect_question();
    page.press_key(Key::Escape).await;
    page.wait_for("the dialog to close", "return !document.querySelector('dialog').open;", &[]).await;
    page.execute::<()>(MOVE, &[]).await;
    assert_eq!(page.question().await, third);
    assert_eq!(page.errors().await, []);
}

async fn with_two_loaders_the_first_runs_all_widgets(page: &Page) {
    let own = page.site.origin(Origin::Host) + "/widget/career-ladder.js";
    let other = format!(r#"<script async="async" src="{own}"></script><career-ladder id="second"></career-ladder>"#);
    page.visit(HostPage::new([Embed::snippet(), Embed::markup(&other)])).await;
    let are_loaded = "const files = performance.getEntriesByType('resource');
        return files.filter(({ name }) => name.endsWith('career-ladder.js')).length === 2;";
    page.wait_for("both loaders", are_loaded, &[]).await;
    page.execute::<()>("document.querySelector('#second').scrollIntoView();", &[]).await;
    page.wait_ready().await;
    assert_eq!(page.site.request_count(".wasm"), 1);
    assert_eq!(page.errors().await, []);
}

/// Optimisers run scripts late, in another place, and without `document.currentScript`.
async fn scripts_that_run_late_each_insert_a_widget(page: &Page) {
    page.visit(HostPage::new([Embed::markup(LATE_SCRIPTS)])).await;
    let are_inserted = "const widgets = [...document.querySelectorAll('career-ladder')];
        return widgets.length === 2 && widgets.map((widget) => widget.ladder).join() === 'product,engineering';";
    page.wait_for("a widget after each script", are_inserted, &[]).await;
    let load_all =
        "document.querySelectorAll('career-ladder').forEach((widget) => widget.setAttribute('loading', 'eager'));
        document.querySelector('career-ladder:last-of-type').scrollIntoView();";
    page.execute::<()>(load_all, &[]).await;
    page.wait_ready().await;
    assert_eq!(page.errors().await, []);
}

async fn on_a_page_with_patched_natives_the_quiz_and_its_storage_work(page: &Page) {
    let widget = Embed::snippet_with(r#"id="widget" seed="7""#);
    page.visit(HostPage::new([Embed::markup(PATCHED_NATIVES), widget])).await;
    page.wait_ready().await;
    page.start_quiz().await;
    let second = page.answer(1).await.expect_question();
    page.select_option(0).await;
    let url: String = page.execute("return location.href;", &[]).await;
    page.goto(&url).await;
    assert_eq!(page.question().await, second);
    page.answer_to_outcome(|_, _, _| 0).await;
    assert_eq!(page.errors().await, []);
}

in_every_engine!(
    a_removed_widget_ignores_clicks_and_fires_no_events,
    a_removed_widget_that_is_inserted_again_works,
    a_moved_widget_keeps_its_question_and_its_answers,
    a_widget_that_a_script_adds_becomes_ready,
    begin_opens_the_quiz_and_reset_clears_the_result,
    begin_right_after_a_change_of_the_ladder_opens_its_quiz,
    moved_into_a_modal_dialog_and_back_the_quiz_goes_on,
    with_two_loaders_the_first_runs_all_widgets,
    scripts_that_run_late_each_insert_a_widget,
);

// The other drivers run their scripts by some of the functions that are patched here.
in_chromium!(on_a_page_with_patched_natives_the_quiz_and_its_storage_work);
