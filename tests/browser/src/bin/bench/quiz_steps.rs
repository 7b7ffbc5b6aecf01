//! Times single steps of the quiz in Chromium.

use browser_tests::{BrowserEngine, Embed, HostPage, Page, with_page};
use serde_json::{Value, json};

/// How much slower than this machine a reader's processor is assumed to be.
const CPU_SLOWDOWN: u32 = 4;

/// The target for a step of the engine, in milliseconds.
const TARGET: f64 = 8.0;

/// The script stops after the first quiz that brings the number of timed steps to this.
const MIN_STEPS: usize = 100;

/// Presses every title, every answer and every Next, and returns the times of each kind in milliseconds.
const TIME_STEPS: &str = r#"const [minSteps] = arguments;
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    // A message arrives after the handlers and all tasks that they posted, without waiting for a frame.
    const turn = () => new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(null);
    });
    const press = async (element, times) => {
        const start = performance.now();
        element.click();
        await turn();
        times.push(performance.now() - start);
        await frame();
    };
    const widget = document.querySelector("career-ladder");
    const button = (names) => find({ role: "button", name: `^(${names})$`, match: "pattern" })[0];
    const playQuizzes = async () => {
        const [titles, answers, nexts] = [[], [], []];
        for (let reader = 0; nexts.length < minSteps; reader++) {
            widget.reset();
            widget.begin();
            await frame();
            for (let step = 1; ; step++) {
                const skip = button("Skip");
                if (skip) {
                    for (const title of find({ role: "radio" })) await press(title, titles);
                    await press(skip, nexts);
                }
                const options = find({ role: "radio" });
                if (!options.length) break;
                await press(options[(reader * step + step) % options.length], answers);
                await press(button("Next|See my stage"), nexts);
            }
        }
        return [titles, answers, nexts];
    };
    return playQuizzes();"#;

/// Prints a line for each kind of step. Selecting a title only renders; selecting an answer also asks the engine.
pub(crate) fn report() {
    println!("{:<60} {:>10} {:>10} {:>10}", "a step of 24 questions", "median ms", "worst ms", "limit ms");
    with_page(BrowserEngine::Chromium, async |page| {
        let url = page.site.publish(ladder(), vec![("content-type".into(), "application/json".into())]);
        let element = format!(r#"<career-ladder src="{url}"></career-ladder>"#);
        page.visit(HostPage::new([Embed::markup(&element), Embed::loader()])).await;
        page.wait_ready().await;
        page.throttle_cpu(CPU_SLOWDOWN).await;
        let [titles, answers, nexts] = times(page).await;
        page.throttle_cpu(1).await;
        let rendering = print_times("drawing alone (choosing a title)", titles);
        let answering = print_times("the engine and drawing (choosing an answer)", answers);
        print_times("the engine and a new screen (\"Next\")", nexts);
        let engine = (answering - rendering).max(0.0);
        println!("{:<60} {engine:>10.2} {:>10} {TARGET:>10}", label("the engine alone (the difference)"), "-");
    });
}

/// Prints the median and the worst of these times; returns the median.
fn print_times(step: &str, mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
    println!("{:<60} {median:>10.2} {worst:>10.2} {:>10}", label(step), "-");
    median
}

fn label(step: &str) -> String {
    format!("Chromium {CPU_SLOWDOWN}x slower, {step}")
}

/// The times of each press on a title, on an answer and on Next, in milliseconds. They cover all scripts that the press
/// causes, but not the painting.
async fn times(page: &Page) -> [Vec<f64>; 3] {
    page.execute(TIME_STEPS, &[json!(MIN_STEPS)]).await
}

/// A ladder of six rungs, five dimensions, and 24 questions of four answers.
fn ladder() -> String {
    let rungs: Vec<Value> = (0..6)
        .map(|index| json!({ "id": format!("r{index}"), "title": format!("Rung {index}"), "level": index }))
        .collect();
    let dimensions: Vec<Value> =
        (0..5).map(|index| json!({ "id": format!("d{index}"), "name": format!("Dimension {index}") })).collect();
    let questions: Vec<Value> = (0..24).map(question).collect();
    let file = json!({
        "format": 1, "id": "bench", "title": "Bench", "dimensions": dimensions, "rungs": rungs, "questions": questions,
    });
    file.to_string()
}

fn question(index: usize) -> Value {
    let answer = |answer: usize| {
        let say = format!("What someone of kind {answer} does when {index} comes up");
        json!({ "id": format!("a{answer}"), "is": format!("r{}", answer + index % 3), "say": say })
    };
    let answers: Vec<Value> = (0..4).map(answer).collect();
    json!({
        "id": format!("q{index}"), "about": format!("d{}", index % 5),
        "ask": format!("What did you do when {index} came up?"), "answers": answers,
    })
}
