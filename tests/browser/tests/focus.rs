//! Visible focus, and the reader's preference for reduced motion.

use browser_tests::{HostPage, Key, Page, in_chromium, product};

/// Returns whether a ring is drawn on the focused radio or on its label.
const HAS_RING: &str = "const radio = focusedElement();
    return [radio, ...(radio.labels ?? []), radio.nextElementSibling].filter(Boolean)
        .some((element) => getComputedStyle(element).outlineStyle !== 'none'
            && parseFloat(getComputedStyle(element).outlineWidth) > 0);";

/// Returns the elements in shadow roots that have a transition or a running animation.
const FIND_MOVING: &str = "const moving = [];
    const isZero = (times) => times.split(', ').every((time) => parseFloat(time) === 0);
    for (const element of everyElement(document)) {
        if (!element.getRootNode().host) continue;
        for (const pseudo of [null, '::before', '::after']) {
            const style = getComputedStyle(element, pseudo);
            const isAnimated = style.animationName !== 'none' && !isZero(style.animationDuration);
            if (isAnimated || !isZero(style.transitionDuration)) {
                moving.push(element.localName + '.' + element.className + (pseudo ?? ''));
            }
        }
    }
    return moving;";

async fn each_element_that_tab_reaches_shows_a_ring(page: &Page) {
    open_wide_post(page).await;
    let mut reached = 0;
    for _ in 0..40 {
        page.press_key(Key::Tab).await;
        let is_inside = "return document.activeElement.localName === 'career-ladder';";
        if page.execute::<bool>(is_inside, &[]).await {
            assert_focus_ring(page).await;
            reached += 1;
        } else if reached > 0 {
            break;
        }
    }
    assert!(
        reached > product().rungs.len(),
        "Tab reaches every rung and \"Find my stage\", not only {reached} elements"
    );
}

async fn a_focused_option_shows_a_ring(page: &Page) {
    open_wide_post(page).await;
    page.start_quiz().await;
    let is_on_radio = "const element = focusedElement(); return !!element && roleOf(element) === 'radio';";
    for _ in 0..10 {
        page.press_key(Key::Tab).await;
        if page.execute::<bool>(is_on_radio, &[]).await {
            assert!(page.execute::<bool>(HAS_RING, &[]).await, "the focused option has no ring");
            return;
        }
    }
    page.fail("Tab does not reach an option").await;
}

async fn with_reduced_motion_no_screen_moves(page: &Page) {
    page.emulate_media(&[("prefers-reduced-motion", "reduce")]).await;
    open_wide_post(page).await;
    assert_nothing_moves(page, "the first screen").await;
    let rung = product().rungs[1].title.clone();
    page.button(&rung).click().await;
    page.region(&rung).wait_visible().await;
    assert_nothing_moves(page, "an open rung").await;
    page.start_quiz().await;
    page.select_option(0).await;
    assert_nothing_moves(page, "a question").await;
    page.answer_to_outcome(|_, _, _| 0).await;
    assert_nothing_moves(page, "the outcome").await;
}

in_chromium!(
    each_element_that_tab_reaches_shows_a_ring,
    a_focused_option_shows_a_ring,
    with_reduced_motion_no_screen_moves,
);

async fn open_wide_post(page: &Page) {
    page.visit(HostPage::with_seed("7").width(1000)).await;
    page.wait_ready().await;
}

async fn assert_focus_ring(page: &Page) {
    let Some(element) = page.focused().await else { page.fail("nothing has the focus").await };
    let (style, width) = (element.computed_style("outline-style").await, element.computed_style("outline-width").await);
    assert!(style != "none" && width != "0px", "{:?} has no ring: {style} {width}", element.name().await);
}

async fn assert_nothing_moves(page: &Page, screen: &str) {
    let moving: Vec<String> = page.execute(FIND_MOVING, &[]).await;
    assert!(moving.is_empty(), "{screen}: {moving:?}");
}
