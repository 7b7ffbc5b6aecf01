//! What a reader's settings and keyboard ask of the looks.

use browser_tests::{HostPage, Key, Page, in_chromium, product};

async fn the_focus_is_visible(page: &Page) {
    open(page).await;
    let mut seen = 0;
    for _ in 0..40 {
        page.press(Key::Tab).await;
        let inside: bool = page.run("return document.activeElement.localName === 'career-ladder';", &[]).await;
        if !inside {
            if seen > 0 {
                break;
            }
            continue;
        }
        assert_ring(page).await;
        seen += 1;
    }
    assert!(seen > product().rungs.len(), "every rung and the way into the quiz take the focus, {seen} did");
}

async fn the_focus_is_visible_on_answers(page: &Page) {
    open(page).await;
    page.begin().await;
    let on_radio = "const at = focused(); return !!at && roleOf(at) === 'radio';";
    for _ in 0..10 {
        page.press(Key::Tab).await;
        if page.run::<bool>(on_radio, &[]).await {
            // The ring may be drawn on the radio or on the label around it.
            let ring = "const at = focused();
                return [at, ...(at.labels ?? []), at.nextElementSibling].filter(Boolean)
                    .some((element) => getComputedStyle(element).outlineStyle !== 'none'
                        && parseFloat(getComputedStyle(element).outlineWidth) > 0);";
            assert!(page.run::<bool>(ring, &[]).await, "the focused answer has a ring");
            return;
        }
    }
    page.fail("Tab does not reach an answer").await;
}

async fn nothing_moves_for_those_who_ask_for_less_motion(page: &Page) {
    page.emulate_media(&[("prefers-reduced-motion", "reduce")]).await;
    open(page).await;
    assert_still(page, "the first screen").await;
    let rung = product().rungs[1].title.clone();
    page.button(&rung).click().await;
    page.region(&rung).shown().await;
    assert_still(page, "an open rung").await;
    page.begin().await;
    page.choose(0).await;
    assert_still(page, "a question").await;
    page.finish(|_, _, _| 0).await;
    assert_still(page, "the outcome").await;
}

in_chromium!(the_focus_is_visible, the_focus_is_visible_on_answers, nothing_moves_for_those_who_ask_for_less_motion);

async fn open(page: &Page) {
    page.visit(HostPage::with_seed("7").width(1000)).await;
    page.ready().await;
}

async fn assert_ring(page: &Page) {
    let Some(node) = page.focus().await else { page.fail("nothing has the focus").await };
    let (line, width) = (node.style("outline-style").await, node.style("outline-width").await);
    assert!(line != "none" && width != "0px", "{:?} has no ring: {line} {width}", node.name().await);
}

async fn assert_still(page: &Page, screen: &str) {
    let script = "const moving = [];
        const still = (list) => list.split(', ').every((time) => parseFloat(time) === 0);
        for (const element of everyElement(document)) {
            if (!element.getRootNode().host) continue;
            for (const pseudo of [null, '::before', '::after']) {
                const style = getComputedStyle(element, pseudo);
                const animated = style.animationName !== 'none' && !still(style.animationDuration);
                if (animated || !still(style.transitionDuration)) moving.push(element.localName + '.' + element.className + (pseudo ?? ''));
            }
        }
        return moving;";
    let moving: Vec<String> = page.run(script, &[]).await;
    assert!(moving.is_empty(), "{screen}: {moving:?}");
}
