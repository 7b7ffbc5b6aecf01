//! Elements that come, move and go.

use browser_tests::{HostPage, Page, Step, in_every_engine};

async fn a_removed_widget_is_dead(page: &Page) {
    open(page).await;
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
    open(page).await;
    page.run::<()>("window.kept = document.querySelector('#widget'); kept.remove();", &[]).await;
    page.settle().await;
    page.run::<()>("document.querySelector('#elsewhere').append(kept); kept.scrollIntoView();", &[]).await;
    page.begin().await;
    page.finish(|_, _, _| 0).await;
    assert_eq!(page.trouble().await, []);
}

async fn a_moved_widget_keeps_its_place_in_the_quiz(page: &Page) {
    open(page).await;
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
    open(page).await;
    let script = "const widget = document.createElement('career-ladder');
        widget.id = 'late';
        document.querySelector('#elsewhere').append(widget);
        widget.scrollIntoView();";
    page.run::<()>(script, &[]).await;
    page.ready().await;
    assert_eq!(page.events().await.last().map(|event| event.on.clone()).as_deref(), Some("late"));
}

async fn the_element_can_be_driven_by_script(page: &Page) {
    open(page).await;
    page.run::<()>("document.querySelector('#widget').begin();", &[]).await;
    page.radiogroup().shown().await;
    page.finish(|_, _, _| 0).await;
    page.run::<()>("document.querySelector('#widget').reset();", &[]).await;
    page.until("the result to be forgotten", "return document.querySelector('#widget').result === null;", &[]).await;
}

in_every_engine!(
    a_removed_widget_is_dead,
    a_removed_widget_works_when_it_is_put_back,
    a_moved_widget_keeps_its_place_in_the_quiz,
    a_widget_can_be_added_by_script,
    the_element_can_be_driven_by_script,
);

async fn open(page: &Page) {
    page.visit(HostPage::with_seed("7")).await;
    page.ready().await;
}
