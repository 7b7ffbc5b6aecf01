//! The heights of the screens of each bundled ladder: they keep their limits, and none changes unnoticed.
//!
//! `tests/browser/heights.txt` is the table. Each test writes the rows that it measured into `target/heights/`; whoever
//! changes a height on purpose copies them from there.

use crate::support::{bundled_ids, open_in_typeface, wait_for_typeface};
use browser_tests::{LadderFixture, MAX_ASKED, Page, RungFixture, bundled, in_chromium, languages, workspace};
use serde_json::json;
use std::fmt::Write as _;
use std::fs;

/// Widths of the widget, in CSS pixels.
const WIDTHS: [u32; 8] = [200, 320, 360, 480, 640, 800, 1000, 1280];

/// The columns of the table: the first screen, the title question, the tallest of the other questions, the tallest clear
/// outcome with each of its tabs open, and the tallest outcome between two rungs with its plan open.
const SCREENS: [&str; 8] = ["first", "title", "question", "Plan", "Profile", "Why", "Share", "between"];
/// The columns that are tabs.
const TABS: std::ops::Range<usize> = 3..7;

/// The height that a host page reserves for the first screen.
const FIRST_LIMIT: u32 = 560;

/// The greatest heights of an outcome with its plan open, by width: a window of a desk, and one of a phone.
const PLAN_LIMITS: [(u32, u32); 2] = [(1000, 680), (360, 800)];

/// A difference from the table up to this many CSS pixels is not reported.
const TOLERANCE: u32 = 3;

/// The heights of one screen at all widths.
type Heights = [u32; WIDTHS.len()];

/// Returns the height of the frame at each of the widths in its first argument.
const MEASURE: &str = "const widget = document.querySelector('#widget');
    const frame = widget.shadowRoot.querySelector('.frame');
    return arguments[0].map((width) => {
        widget.parentElement.style.cssText = `width: ${width}px; max-width: none`;
        return Math.ceil(frame.getBoundingClientRect().height - .01);
    });";

async fn engineering_is_as_high_as_the_table_says(page: &Page) {
    assert_heights(page, "engineering").await;
}

async fn product_is_as_high_as_the_table_says(page: &Page) {
    assert_heights(page, "product").await;
}

async fn product_six_is_as_high_as_the_table_says(page: &Page) {
    assert_heights(page, "product-six").await;
}

async fn product_stages_is_as_high_as_the_table_says(page: &Page) {
    assert_heights(page, "product-stages").await;
}

async fn the_first_screen_of_each_ladder_is_at_most_560_px_high(page: &Page) {
    assert_eq!(bundled_ids(), ["engineering", "product", "product-six", "product-stages"], "each has a test above");
    for ladder in bundled_ids() {
        assert_first_screen_fits(page, &ladder, "en").await;
    }
}

async fn the_first_screen_of_product_is_at_most_560_px_high_in_every_language(page: &Page) {
    for lang in languages() {
        assert_first_screen_fits(page, "product", &lang).await;
    }
}

in_chromium!(
    engineering_is_as_high_as_the_table_says,
    product_is_as_high_as_the_table_says,
    product_six_is_as_high_as_the_table_says,
    product_stages_is_as_high_as_the_table_says,
    the_first_screen_of_each_ladder_is_at_most_560_px_high,
    the_first_screen_of_product_is_at_most_560_px_high_in_every_language,
);

async fn assert_first_screen_fits(page: &Page, ladder: &str, lang: &str) {
    open_in_typeface(page, ladder, lang, "").await;
    let widths: Vec<u32> = (200..=1280).step_by(20).collect();
    let heights: Vec<u32> = page.execute(MEASURE, &[json!(widths)]).await;
    let tall: Vec<_> = widths.iter().zip(heights).filter(|&(_, height)| height > FIRST_LIMIT).collect();
    assert!(tall.is_empty(), "{ladder} in {lang} is taller than {FIRST_LIMIT} px at {tall:?}");
}

/// Measures all screens of a ladder, and compares them with the limits and with the table.
async fn assert_heights(page: &Page, id: &str) {
    let ladder = bundled(id);
    open_in_typeface(page, id, "en", "").await;
    let first = measure(page).await;
    let [title, question] = measure_questions(page, id, &ladder).await;
    let (parts, mut faults) = measure_outcomes(page, id, &ladder).await;
    let (between, more_faults) = measure_between(page, id, &ladder).await;
    faults.extend(more_faults);
    let columns = [first, title, question].into_iter().chain(parts).chain([between]).collect::<Vec<_>>();
    let rows = rows(id, &columns);
    let folder = workspace().join("target/heights");
    fs::create_dir_all(&folder).expect("the folder for measured rows");
    fs::write(folder.join(id).with_extension("txt"), rows.join("\n") + "\n").expect("the measured rows can be written");
    faults.extend(differences(id, &rows));
    assert!(faults.is_empty(), "{id}:\n{}\nmeasured:\n{}", faults.join("\n"), rows.join("\n"));
}

async fn measure(page: &Page) -> Heights {
    page.execute(MEASURE, &[json!(WIDTHS)]).await
}

/// The title question, and the greatest height of all other questions at each width.
async fn measure_questions(page: &Page, id: &str, ladder: &LadderFixture) -> [Heights; 2] {
    let mut tallest = [0; WIDTHS.len()];
    for questions in ladder.questions.chunks(MAX_ASKED) {
        let lines = questions.iter().map(|question| format!("{} {}", question.id, question.answers[0].id));
        let snapshot = format!("{}\n-\n{}", questions.len(), lines.collect::<Vec<_>>().join("\n"));
        page.restore_answers(id, &snapshot).await;
        wait_for_typeface(page).await;
        for question in questions.iter().rev() {
            page.wait_for_question(&question.ask).await;
            raise(&mut tallest, measure(page).await);
            page.execute::<()>("find({ role: 'button', name: 'Back' })[0].click();", &[]).await;
        }
    }
    page.button("Skip").wait_visible().await;
    [measure(page).await, tallest]
}

/// The greatest height of a clear outcome at each width, for each of its parts; and a line for each outcome that breaks a
/// limit.
async fn measure_outcomes(page: &Page, id: &str, ladder: &LadderFixture) -> ([Heights; 4], Vec<String>) {
    let mut tallest = [[0; WIDTHS.len()]; 4];
    let mut faults = Vec::new();
    for rung in &ladder.rungs {
        page.restore_answers(id, &ladder.typical_answers(rung)).await;
        wait_for_typeface(page).await;
        let heading = page.heading_matching(&page.outcome_heading()).wait_visible().await.name().await;
        if heading != format!("Your closest match: {}", rung.title) {
            faults.push(format!("the typical answers of {} lead to: {heading}", rung.title));
            continue;
        }
        for (part, tallest) in SCREENS[TABS].iter().zip(&mut tallest) {
            page.execute::<()>("find({ role: 'tab', name: arguments[0] })[0].click();", &[json!(part)]).await;
            page.tabpanel().named(part).wait_visible().await;
            let heights = measure(page).await;
            raise(tallest, heights);
            if *part == "Plan" {
                faults.extend(over_limits(heights).map(|fault| format!("the plan of {} is {fault}", rung.title)));
            }
        }
    }
    (tallest, faults)
}

/// The greatest height of an outcome between two neighbors on a track at each width, and a line for each that breaks a limit.
async fn measure_between(page: &Page, id: &str, ladder: &LadderFixture) -> (Heights, Vec<String>) {
    let mut tallest = [0; WIDTHS.len()];
    let mut faults = Vec::new();
    for track in 0..ladder.tracks.len() {
        let rungs: Vec<&RungFixture> = ladder.rungs_of_track(track).collect();
        for pair in rungs.windows(2) {
            page.restore_answers(id, &ladder.answers_between(pair[0], pair[1])).await;
            wait_for_typeface(page).await;
            let heading = page.heading_matching(&page.outcome_heading()).wait_visible().await.name().await;
            // Where tracks share a level, it may be another pair.
            if !heading.starts_with("Between ") {
                faults.push(format!("one answer of {} and one of {} lead to: {heading}", pair[0].title, pair[1].title));
                continue;
            }
            let heights = measure(page).await;
            raise(&mut tallest, heights);
            faults.extend(over_limits(heights).map(|fault| format!("{heading}: {fault}")));
        }
    }
    (tallest, faults)
}

fn over_limits(heights: Heights) -> impl Iterator<Item = String> {
    let at = move |width| WIDTHS.iter().position(|known| *known == width).map_or(0, |index| heights[index]);
    let over = PLAN_LIMITS.into_iter().filter(move |&(width, limit)| at(width) > limit);
    over.map(move |(width, limit)| format!("{} px high at {width} px, over {limit} px", at(width)))
}

fn raise(tallest: &mut Heights, heights: Heights) {
    for (tallest, height) in tallest.iter_mut().zip(heights) {
        *tallest = height.max(*tallest);
    }
}

/// The rows of a ladder as they stand in the table: its id, a width, and the height of each screen.
fn rows(id: &str, columns: &[Heights]) -> Vec<String> {
    let row = |(index, width): (usize, &u32)| {
        let mut row = format!("{id:<14} {width:>5}");
        for heights in columns {
            let _ = write!(row, " {:>8}", heights[index]);
        }
        row
    };
    WIDTHS.iter().enumerate().map(row).collect()
}

/// A line for each row of the table that a measured row differs from.
fn differences(id: &str, measured: &[String]) -> Vec<String> {
    let table = fs::read_to_string(workspace().join("tests/browser/heights.txt")).expect("the table of heights");
    let expected: Vec<&str> = table.lines().filter(|line| line.split_whitespace().next() == Some(id)).collect();
    if expected.len() != measured.len() {
        return vec![format!("the table has {} rows in place of {}", expected.len(), measured.len())];
    }
    let numbers = |row: &str| row.split_whitespace().skip(1).map(|number| number.parse().expect("a number")).collect();
    let is_near = |(one, other): (&str, &String)| {
        let (one, other): (Vec<u32>, Vec<u32>) = (numbers(one), numbers(other));
        one.len() == other.len() && one.iter().zip(&other).all(|(one, other)| one.abs_diff(*other) <= TOLERANCE)
    };
    let pairs = expected.into_iter().zip(measured);
    pairs.filter(|&(row, now)| !is_near((row, now))).map(|(row, now)| format!("was {row}\nnow {now}")).collect()
}
