//! The diagram: the boxes of its rungs, its keys, and the belief and the position that it shows during the quiz.

use crate::support::bundled_ids;
use browser_tests::{Embed, HostPage, Key, Page, in_chromium, in_every_engine, product};
use serde_json::json;

/// Widths of the widget in CSS pixels, from the narrowest that is supported. Between them lies every breakpoint.
const WIDTHS: [u32; 5] = [200, 280, 480, 700, 1200];

const FONTS: [&str; 3] = ["system-ui", "serif", "monospace"];

/// Returns a line for each rung that overlaps another, leaves the frame, or is smaller than its text.
const FIND_LAYOUT_FAULTS: &str = "
    const [width, font, textSize] = arguments;
    const widget = document.querySelector('career-ladder');
    widget.parentElement.style.cssText = `width: ${width}px; max-width: none`;
    widget.style.setProperty('--ladder-font', font);
    const root = widget.shadowRoot;
    // Enlarges text alone, as some browsers offer: every size of type becomes a multiple of itself.
    const texts = [...root.querySelectorAll('.wrapper *')];
    texts.forEach((text) => text.removeAttribute('style'));
    const sizes = texts.map((text) => getComputedStyle(text)).map(({ fontSize, lineHeight }) => [fontSize, lineHeight]);
    texts.forEach((text, index) => {
        const [size, height] = sizes[index].map((length) => parseFloat(length) * textSize + 'px');
        text.style.fontSize = size;
        text.style.lineHeight = height;
    });
    const frame = root.querySelector('.frame').getBoundingClientRect();
    const boxes = [...root.querySelectorAll('.rung')].map((rung) => [rung.textContent, rung.getBoundingClientRect(), rung]);
    const faults = [];
    boxes.forEach(([name, box, rung], index) => {
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top || box.bottom > frame.bottom + 1) {
            faults.push(`${name} leaves the frame`);
        }
        if (rung.scrollWidth > rung.clientWidth + 1 || rung.scrollHeight > rung.clientHeight + 1) {
            faults.push(`${name} is cut off: ${rung.scrollWidth} of ${rung.clientWidth} px, ${rung.scrollHeight} of ${rung.clientHeight} px`);
        }
        for (const [other, next] of boxes.slice(index + 1)) {
            if (box.left < next.right - 1 && next.left < box.right - 1 && box.top < next.bottom - 1 && next.top < box.bottom - 1) {
                faults.push(`${name} overlaps ${other}`);
            }
        }
    });
    return boxes.length ? faults : ['there are no rungs'];";

async fn at_all_widths_fonts_and_text_sizes_rungs_neither_overlap_nor_leave_the_frame(page: &Page) {
    for ladder in bundled_ids() {
        open_ladder(page, &ladder).await;
        for width in WIDTHS {
            for font in FONTS {
                for text_size in [1, 2] {
                    let arguments = [json!(width), json!(font), json!(text_size)];
                    let faults: Vec<String> = page.execute(FIND_LAYOUT_FAULTS, &arguments).await;
                    assert!(
                        faults.is_empty(),
                        "{ladder} at {width} px in {font}, with text {text_size} times as large: {faults:#?}"
                    );
                }
            }
        }
    }
}

async fn arrows_home_and_end_move_the_focus_along_the_tracks(page: &Page) {
    page.visit(HostPage::with_snippet()).await;
    page.wait_ready().await;
    let ladder = product();
    let title = |id: &str| ladder.rung(id).expect("a rung of the product ladder").title.clone();
    focus_rung(page, &title("pm")).await;
    for (key, rung) in [
        (Key::Up, "senior-pm"),
        (Key::Right, "principal-pm"),
        (Key::Left, "director"),
        (Key::Home, "apm"),
        (Key::Down, "apm"),
        (Key::End, "cpo"),
    ] {
        page.press_key(key).await;
        wait_for_focused_rung(page, &title(rung)).await;
    }
    page.press_key(Key::Enter).await;
    page.region(&title("cpo")).wait_visible().await;
    page.press_key(Key::Escape).await;
    page.region(&title("cpo")).wait_hidden().await;
    wait_for_focused_rung(page, &title("cpo")).await;
}

async fn on_a_right_to_left_page_the_left_arrow_moves_to_the_second_track(page: &Page) {
    page.visit(HostPage::with_snippet().right_to_left()).await;
    page.wait_ready().await;
    let ladder = product();
    let title = |id: &str| ladder.rung(id).expect("a rung of the product ladder").title.clone();
    focus_rung(page, &title("senior-pm")).await;
    page.press_key(Key::Left).await;
    wait_for_focused_rung(page, &title("principal-pm")).await;
}

async fn after_an_answer_the_belief_fills_the_rungs(page: &Page) {
    page.visit(HostPage::with_seed("3")).await;
    page.wait_ready().await;
    page.start_quiz().await;
    page.answer(0).await;
    let is_filled =
        "const fills = [...document.querySelector('career-ladder').shadowRoot.querySelectorAll('.rung .fill')];
        const widths = fills.map((fill) => fill.getBoundingClientRect().width);
        return fills.length > 1 && fills.every((fill) => fill.checkVisibility()) && Math.max(...widths) > 5;";
    page.wait_for("the belief to fill a rung", is_filled, &[]).await;
}

async fn a_higher_title_moves_the_position_marker_up(page: &Page) {
    page.open_post().await;
    page.open_title_question().await;
    let marker_top = "const marker = document.querySelector('#widget').shadowRoot.querySelector('.marker');
        return marker?.checkVisibility() && !marker.getAnimations().length && marker.getBoundingClientRect().y;";
    page.answer(0).await;
    let low: f64 = page.wait_for("the marker to come to rest", marker_top, &[]).await.as_f64().expect("a number");
    page.button("Back").click().await;
    page.button("Skip").wait_visible().await;
    page.select_option(product().rungs.len() - 1).await;
    page.next_button().click().await;
    let is_higher = format!("const y = (() => {{ {marker_top} }})(); return y < arguments[0] - 100;");
    page.wait_for("the marker to move up by 100 px", &is_higher, &[low.into()]).await;
}

in_every_engine!(
    arrows_home_and_end_move_the_focus_along_the_tracks,
    on_a_right_to_left_page_the_left_arrow_moves_to_the_second_track,
    after_an_answer_the_belief_fills_the_rungs,
    a_higher_title_moves_the_position_marker_up,
);
in_chromium!(at_all_widths_fonts_and_text_sizes_rungs_neither_overlap_nor_leave_the_frame);

async fn focus_rung(page: &Page, title: &str) {
    page.execute::<()>("find({ role: 'button', name: arguments[0] })[0].focus();", &[json!(title)]).await;
}

async fn wait_for_focused_rung(page: &Page, title: &str) {
    let script = "return find({ role: 'button', name: arguments[0] })[0]?.matches(':focus');";
    page.wait_for(&format!("the focus to be on {title}"), script, &[json!(title)]).await;
}

async fn open_ladder(page: &Page, ladder: &str) {
    let markup = format!(
        r#"<career-ladder ladder="{ladder}" style="display:block;min-height:100px"><a href="/">Find your career stage</a></career-ladder>"#
    );
    page.visit(HostPage::new([Embed::markup(&markup), Embed::loader()])).await;
    page.wait_ready().await;
}
