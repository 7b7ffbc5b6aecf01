//! The diagram as boxes on a page: for every bundled ladder, at many widths, in several fonts.

use browser_tests::{Embed, HostPage, Key, Page, in_chromium, in_every_engine, product, workspace};
use serde_json::json;

/// From the narrowest that is promised to one with two columns; between them every breakpoint is crossed.
const WIDTHS: [u32; 5] = [200, 280, 480, 700, 1200];

const FONTS: [&str; 3] = ["system-ui", "serif", "monospace"];

/// The heights of the frame at every width from 280 px up in steps of 20.
const HEIGHTS: &str = "
    const [step] = arguments;
    const column = document.querySelector('career-ladder').parentElement;
    const frame = document.querySelector('career-ladder').shadowRoot.querySelector('.frame');
    const heights = [];
    for (let width = 280; width <= 1280; width += step) {
        column.style.width = width + 'px';
        heights.push([width, frame.getBoundingClientRect().height]);
    }
    return heights;";

/// What is wrong with the boxes at one width: rungs that overlap, leave the frame, or hold less than their text.
const FAULTS: &str = "
    const [width, font, textSize] = arguments;
    const widget = document.querySelector('career-ladder');
    widget.parentElement.style.cssText = `width: ${width}px; max-width: none`;
    widget.style.setProperty('--ladder-font', font);
    const root = widget.shadowRoot;
    // Larger text alone, as some browsers offer it: every size as a multiple of what it is.
    const texts = [...root.querySelectorAll('.wrap *')];
    texts.forEach((text) => text.removeAttribute('style'));
    const sizes = texts.map((text) => getComputedStyle(text)).map(({ fontSize, lineHeight }) => [fontSize, lineHeight]);
    texts.forEach((text, place) => {
        const [size, height] = sizes[place].map((length) => parseFloat(length) * textSize + 'px');
        text.style.fontSize = size;
        text.style.lineHeight = height;
    });
    const frame = root.querySelector('.frame').getBoundingClientRect();
    const boxes = [...root.querySelectorAll('.rung')].map((rung) => [rung.textContent, rung.getBoundingClientRect(), rung]);
    const faults = [];
    boxes.forEach(([name, box, rung], place) => {
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top || box.bottom > frame.bottom + 1) {
            faults.push(`${name} leaves the frame`);
        }
        if (rung.scrollWidth > rung.clientWidth + 1 || rung.scrollHeight > rung.clientHeight + 1) {
            faults.push(`${name} is cut off`);
        }
        for (const [other, next] of boxes.slice(place + 1)) {
            if (box.left < next.right - 1 && next.left < box.right - 1 && box.top < next.bottom - 1 && next.top < box.bottom - 1) {
                faults.push(`${name} overlaps ${other}`);
            }
        }
    });
    return boxes.length ? faults : ['there are no rungs'];";

async fn every_first_screen_fits_its_height(page: &Page) {
    for ladder in ladders() {
        show(page, &ladder).await;
        let heights: Vec<(u32, f64)> = page.run(HEIGHTS, &[json!(20)]).await;
        let tall: Vec<_> = heights.into_iter().filter(|(_, height)| *height > 560.0).collect();
        assert!(tall.is_empty(), "{ladder} is taller than 560 px at {tall:?}");
    }
}

async fn rungs_never_overlap_nor_leave_the_frame(page: &Page) {
    for ladder in ladders() {
        show(page, &ladder).await;
        for width in WIDTHS {
            for font in FONTS {
                for text_size in [1, 2] {
                    let faults: Vec<String> = page.run(FAULTS, &[json!(width), json!(font), json!(text_size)]).await;
                    assert!(
                        faults.is_empty(),
                        "{ladder} at {width} px in {font}, text {text_size} times as large: {faults:#?}"
                    );
                }
            }
        }
    }
}

in_chromium!(every_first_screen_fits_its_height, rungs_never_overlap_nor_leave_the_frame);

async fn arrows_walk_the_tracks(page: &Page) {
    page.visit(HostPage::with_snippet()).await;
    page.ready().await;
    let ladder = product();
    let title = |id: &str| ladder.rung(id).expect("a rung of the product ladder").title.clone();
    page.run::<()>("find({ role: 'button', name: arguments[0], how: 'is' })[0].focus();", &[json!(title("pm"))]).await;
    for (key, rung) in [
        (Key::Up, "senior-pm"),
        (Key::Right, "principal-pm"),
        (Key::Left, "director"),
        (Key::Home, "apm"),
        (Key::Down, "apm"),
        (Key::End, "cpo"),
    ] {
        page.press(key).await;
        is_focused(page, &title(rung)).await;
    }
    page.press(Key::Enter).await;
    page.region(&title("cpo")).shown().await;
    page.press(Key::Escape).await;
    page.region(&title("cpo")).gone().await;
    is_focused(page, &title("cpo")).await;
}

async fn arrows_are_mirrored_where_the_page_is(page: &Page) {
    page.visit(HostPage::with_snippet().right_to_left()).await;
    page.ready().await;
    let ladder = product();
    let title = |id: &str| ladder.rung(id).expect("a rung of the product ladder").title.clone();
    page.run::<()>("find({ role: 'button', name: arguments[0], how: 'is' })[0].focus();", &[json!(title("senior-pm"))])
        .await;
    page.press(Key::Left).await;
    is_focused(page, &title("principal-pm")).await;
}

async fn the_belief_shows_inside_the_rungs(page: &Page) {
    page.visit(HostPage::with_seed("3")).await;
    page.ready().await;
    page.begin().await;
    page.answer(0).await;
    let shown = "const fills = [...document.querySelector('career-ladder').shadowRoot.querySelectorAll('.rung .fill')];
        const widths = fills.map((fill) => fill.getBoundingClientRect().width);
        return fills.length > 1 && fills.every((fill) => fill.checkVisibility()) && Math.max(...widths) > 5;";
    page.until("the belief to fill a rung", shown, &[]).await;
}

in_every_engine!(arrows_walk_the_tracks, arrows_are_mirrored_where_the_page_is, the_belief_shows_inside_the_rungs);

async fn is_focused(page: &Page, title: &str) {
    let script = "return find({ role: 'button', name: arguments[0], how: 'is' })[0]?.matches(':focus');";
    page.until(&format!("the focus to be on {title}"), script, &[json!(title)]).await;
}

async fn show(page: &Page, ladder: &str) {
    let markup = format!(
        r#"<career-ladder ladder="{ladder}" style="display:block;min-height:100px"><a href="/">Find your career stage</a></career-ladder>"#
    );
    page.visit(HostPage::new([Embed::markup(&markup), Embed::loader()])).await;
    page.ready().await;
}

/// The ids of the bundled ladders.
fn ladders() -> Vec<String> {
    let folder = workspace().join("ladders");
    let names = std::fs::read_dir(&folder).expect("the ladders' folder");
    let names = names.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"));
    let mut ids: Vec<String> =
        names.filter_map(|name| name.strip_suffix(".json").filter(|id| !id.contains('.')).map(str::to_owned)).collect();
    ids.sort();
    assert!(!ids.is_empty());
    ids
}
