//! The stacks of the wasm: the largest ladder and the deepest JSON leave at least half of them free.
//!
//! The stack lies at the beginning of the memory and grows down to address 0, so an overflow traps.

use std::fmt::Write as _;

use browser_tests::{Embed, HostPage, Page, in_chromium};

/// Fills the stack of every wasm before its first call. Data follow the stack, and are the first bytes of a new memory that
/// are not zero.
const FILL_STACKS: &str = "<script>
    const instantiate = WebAssembly.instantiate;
    window.stacks = [];
    WebAssembly.instantiate = async (...parts) => {
        const instance = await instantiate.apply(WebAssembly, parts);
        const memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
        const size = new Uint8Array(memory.buffer).findIndex((byte) => byte !== 0);
        new Uint8Array(memory.buffer, 0, size).fill(0xA5);
        stacks.push({ memory, size });
        return instance;
    };
</script>";

/// The size of each stack, and the bytes of it that were ever used.
const STACKS: &str = "return stacks.map(({ memory, size }) => {
    const deepest = new Uint8Array(memory.buffer, 0, size).findIndex((byte) => byte !== 0xA5);
    return [size, deepest < 0 ? 0 : size - deepest];
});";

async fn the_largest_ladder_uses_at_most_half_of_the_stacks(page: &Page) {
    show_ladder(page, &largest_ladder()).await;
    page.wait_ready().await;
    page.start_quiz().await;
    page.answer_to_outcome(|_, options, index| index % options.len()).await;
    page.copy_link().await;
    page.button("Start again").click().await;
    let rung = page.rung_buttons("The largest ladder").names().await[0].clone();
    page.button(&rung).click().await;
    page.region(&rung).wait_visible().await;
    page.assert_nothing_uncaught().await;
    at_most_half_is_used(page).await;
}

async fn the_deepest_json_uses_at_most_half_of_the_readers_stack(page: &Page) {
    // One level is the ladder's own.
    let (open, close) = ("[".repeat(99), "]".repeat(99));
    show_ladder(page, &format!(r#"{{ "format": 1, "deep": {open}{close} }}"#)).await;
    page.wait_for_event("ladder-error").await;
    let problems = page.events().await[0].detail["problems"].to_string();
    assert!(problems.contains("deep") && !problems.contains("nested deeper"), "{problems}");
    at_most_half_is_used(page).await;
}

in_chromium!(
    the_largest_ladder_uses_at_most_half_of_the_stacks,
    the_deepest_json_uses_at_most_half_of_the_readers_stack,
);

async fn at_most_half_is_used(page: &Page) {
    let stacks: Vec<(u32, u32)> = page.execute(STACKS, &[]).await;
    eprintln!("size and use of the widget's stack and the reader's, in bytes: {stacks:?}");
    assert_eq!(stacks.len(), 2);
    assert!(stacks.iter().any(|&(_, used)| used > 0), "{stacks:?}");
    assert!(stacks.iter().all(|&(size, used)| used <= size / 2), "{stacks:?}");
}

/// Puts a widget on the page that shows this ladder, with the stacks filled before.
async fn show_ladder(page: &Page, ladder: &str) {
    let address = page.site.publish(ladder.into(), vec![("content-type".into(), "application/json".into())]);
    let widget = format!(r#"<career-ladder src="{address}" loading="eager" style="display:block"></career-ladder>"#);
    page.visit(HostPage::new([Embed::markup(&widget), Embed::loader()]).markup_before(FILL_STACKS)).await;
}

/// As many rungs, questions and answers as a ladder can have: 256, 1,000 and 8 of each. Their texts are short, since
/// texts take no stack.
fn largest_ladder() -> String {
    let tracks = list(4, |track| match track {
        0 => r#"{ "id": "t0", "name": "Track 0" }"#.to_owned(),
        _ => format!(r#"{{ "id": "t{track}", "name": "Track {track}", "from": "r{track}" }}"#),
    });
    let rungs = list(256, |rung| {
        let (track, index) = (rung / 64, rung % 64);
        let level = 2 * track + index + 1;
        format!(r#"{{ "id": "r{rung}", "title": "Rung {rung}", "track": "t{track}", "level": {level} }}"#)
    });
    let dimensions = list(5, |dimension| format!(r#"{{ "id": "d{dimension}", "name": "Side {dimension}" }}"#));
    let questions = list(1000, |question| {
        let answers = list(8, |answer| {
            let rung = answer * 9;
            format!(r#"{{ "id": "a{answer}", "is": "r{rung}", "say": "Did {answer} of {question}" }}"#)
        });
        let about = question % 5;
        format!(r#"{{ "id": "q{question}", "about": "d{about}", "ask": "Thing {question}?", "answers": {answers} }}"#)
    });
    format!(
        r#"{{ "format": 1, "id": "largest", "title": "The largest ladder", "tracks": {tracks}, "rungs": {rungs},
              "dimensions": {dimensions}, "questions": {questions} }}"#
    )
}

/// A JSON list of `count` values.
fn list(count: usize, value: impl Fn(usize) -> String) -> String {
    let mut list = String::new();
    for index in 0..count {
        let _ = write!(list, "{}{}", if index == 0 { "[" } else { ", " }, value(index));
    }
    list + "]"
}
