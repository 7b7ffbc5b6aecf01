//! Elements that come, move and go.

use browser_tests::{Embed, HostPage, Key, Origin, Page, Step, in_chromium, in_every_engine};

async fn a_removed_widget_is_dead(page: &Page) {
    page.open_post().await;
    page.run::<()>("window.kept = document.querySelector('#widget'); kept.remove();", &[]).await;
    page.settle().await;
    let before = page.events().await.len();
    // Events of a removed element reach no document, so it is listened to itself.
    let script = "window.late = [];
        for (const name of ['ready', 'start', 'answer', 'result', 'error']) {
            kept.addEventListener('ladder-' + name, (event) => late.push(event.type));
        }
        for (const button of kept.shadowRoot.querySelectorAll('button')) button.click();";
    page.run::<()>(script, &[]).await;
    page.settle().await;
    assert_eq!(page.run::<Vec<String>>("return late;", &[]).await, Vec::<String>::new());
    assert_eq!(page.events().await.len(), before);
}

async fn a_removed_widget_works_when_it_is_put_back(page: &Page) {
    page.open_post().await;
    page.run::<()>("window.kept = document.querySelector('#widget'); kept.remove();", &[]).await;
    page.settle().await;
    page.run::<()>("document.querySelector('#elsewhere').append(kept); kept.scrollIntoView();", &[]).await;
    page.begin().await;
    page.finish(|_, _, _| 0).await;
    assert_eq!(page.trouble().await, []);
}

async fn a_moved_widget_keeps_its_place_in_the_quiz(page: &Page) {
    page.open_post().await;
    page.begin().await;
    let chosen = page.radios().names().await[1].clone();
    let Step::Question(second) = page.answer(1).await else { panic!("one question is not a quiz") };
    page.choose(2).await;
    page.run::<()>("document.querySelector('#elsewhere').append(document.querySelector('#widget'));", &[]).await;
    page.settle().await;
    assert_eq!(page.question().await, second);
    assert!(page.radios().all().await[2].is_checked().await, "the answer that was being given is still chosen");
    page.button("Back").click().await;
    page.step_after(&second).await;
    assert!(page.role("radio").named(&chosen).shown().await.is_checked().await);
    page.finish(|_, _, _| 1).await;
    let starts = page.event_names().await.iter().filter(|name| *name == "ladder-start").count();
    assert_eq!(starts, 1, "moving is not starting");
}

async fn a_widget_can_be_added_by_script(page: &Page) {
    page.open_post().await;
    let script = "const widget = document.createElement('career-ladder');
        widget.id = 'late';
        document.querySelector('#elsewhere').append(widget);
        widget.scrollIntoView();";
    page.run::<()>(script, &[]).await;
    page.ready().await;
    assert_eq!(page.events().await.last().map(|event| event.on.clone()).as_deref(), Some("late"));
}

async fn the_element_can_be_driven_by_script(page: &Page) {
    page.open_post().await;
    page.run::<()>("document.querySelector('#widget').begin();", &[]).await;
    page.radiogroup().shown().await;
    page.finish(|_, _, _| 0).await;
    page.run::<()>("document.querySelector('#widget').reset();", &[]).await;
    page.until("the result to be forgotten", "return document.querySelector('#widget').result === null;", &[]).await;
}

async fn a_modal_dialog_can_hold_it(page: &Page) {
    page.open_post().await;
    page.begin().await;
    let Step::Question(second) = page.answer(1).await else { panic!("one question is not a quiz") };
    let script = "const dialog = document.createElement('dialog');
        document.body.append(dialog);
        dialog.append(document.querySelector('#widget'));
        dialog.showModal();";
    page.run::<()>(script, &[]).await;
    assert_eq!(page.question().await, second);
    let Step::Question(third) = page.answer(0).await else { panic!("two questions are no quiz") };
    page.press(Key::Escape).await;
    page.until("the dialog to close", "return !document.querySelector('dialog').open;", &[]).await;
    page.run::<()>("document.querySelector('#elsewhere').append(document.querySelector('#widget'));", &[]).await;
    assert_eq!(page.question().await, third);
    assert_eq!(page.trouble().await, []);
}

async fn two_versions_get_along(page: &Page) {
    let own = page.site.origin(Origin::Host) + "/widget/career-ladder.js";
    let other = format!(r#"<script async="async" src="{own}"></script><career-ladder id="second"></career-ladder>"#);
    page.visit(HostPage::new([Embed::snippet(), Embed::markup(&other)])).await;
    page.until("both loaders", "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('career-ladder.js')).length === 2;", &[]).await;
    page.run::<()>("document.querySelector('#second').scrollIntoView();", &[]).await;
    page.ready().await;
    assert_eq!(page.site.count(".wasm"), 1, "the first one runs both widgets");
    assert_eq!(page.trouble().await, []);
}

/// Optimisers run the scripts late, out of place, and without saying which one runs.
async fn scripts_that_run_late_each_make_a_widget(page: &Page) {
    let late = r#"<script type="text/late" data-src="{HOST}/career-ladder.js" data-ladder="product"></script>
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
    page.visit(HostPage::new([Embed::markup(late)])).await;
    let made = "return document.querySelectorAll('career-ladder').length === 2
        && [...document.querySelectorAll('career-ladder')].map((widget) => widget.ladder).join() === 'product,engineering';";
    page.until("a widget behind each script", made, &[]).await;
    let all = "document.querySelectorAll('career-ladder').forEach((widget) => widget.setAttribute('loading', 'eager'));
        document.querySelector('career-ladder:last-of-type').scrollIntoView();";
    page.run::<()>(all, &[]).await;
    page.ready().await;
    assert_eq!(page.trouble().await, []);
}

/// Old libraries teach texts and lists to write themselves as JSON, and take functions of the language for their own.
async fn patched_natives_do_no_harm(page: &Page) {
    let patches = r#"<script>
        String.prototype.toJSON = function () { return '"' + this + '"'; };
        Array.from = (list) => list.toArray ? list.toArray() : [list];
        Function.prototype.bind = function () { throw new Error('bound'); };
        Array.prototype.added = Array.prototype.entries = function () {};
        Element.prototype.remove = Element.prototype.replace = Element.prototype.select = function () { throw new Error('own'); };
        window.Element = Object.assign(function () {}, { prototype: Element.prototype });
        </script>"#;
    page.visit(HostPage::new([Embed::markup(patches), Embed::with(r#"id="widget" seed="7""#)])).await;
    page.ready().await;
    page.begin().await;
    let Step::Question(second) = page.answer(1).await else { panic!("one question is not a quiz") };
    page.choose(0).await;
    let here: String = page.run("return location.href;", &[]).await;
    page.go(&here).await;
    assert_eq!(page.question().await, second);
    page.finish(|_, _, _| 0).await;
    assert_eq!(page.trouble().await, []);
}

in_every_engine!(
    a_modal_dialog_can_hold_it,
    two_versions_get_along,
    scripts_that_run_late_each_make_a_widget,
    a_removed_widget_is_dead,
    a_removed_widget_works_when_it_is_put_back,
    a_moved_widget_keeps_its_place_in_the_quiz,
    a_widget_can_be_added_by_script,
    the_element_can_be_driven_by_script,
);

// The other drivers ask for the answers of scripts by what is patched here.
in_chromium!(patched_natives_do_no_harm);
