//! How long the widget takes for a step of the quiz.

use browser_tests::{Embed, Engine, HostPage, Page, run};
use serde_json::{Value, json};

/// As many times slower than this machine the reader's is taken to be.
const SLOWER: u32 = 4;

/// The milliseconds that a step of the engine is meant to stay under.
const LIMIT: f64 = 8.0;

/// At least so many steps are timed.
const STEPS: usize = 100;

pub(crate) fn report() {
    println!("{:<60} {:>10} {:>10} {:>10}", "a step of 24 questions", "median ms", "worst ms", "limit ms");
    run(Engine::Chromium, async |page| {
        let address = page.site.publish(ladder(), vec![("content-type".into(), "application/json".into())]);
        let element = format!(r#"<career-ladder src="{address}"></career-ladder>"#);
        page.visit(HostPage::new([Embed::markup(&element), Embed::loader()])).await;
        page.ready().await;
        page.slow_down(SLOWER).await;
        let [drawing, choosing, going_on] = times(page).await;
        page.slow_down(1).await;
        let drawing = print("drawing alone (choosing a title)", drawing);
        let choosing = print("the engine and drawing (choosing an answer)", choosing);
        print("the engine and a new screen (\"Next\")", going_on);
        let engine = (choosing - drawing).max(0.0);
        println!("{:<60} {engine:>10.2} {:>10} {LIMIT:>10}", label("the engine alone (the difference)"), "-");
    });
}

/// Prints the median and the worst of these times, and gives the median.
fn print(what: &str, mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
    println!("{:<60} {median:>10.2} {worst:>10.2} {:>10}", label(what), "-");
    median
}

fn label(what: &str) -> String {
    format!("Chromium {SLOWER}x slower, {what}")
}

/// The milliseconds of each choice of a title, which asks nothing of the engine, of each choice of an answer, and of
/// each going on; with all that follows but the painting.
async fn times(page: &Page) -> [Vec<f64>; 3] {
    let script = r#"const [wanted] = arguments;
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        // A message comes when the handlers and all that they put off are done, and waits for no frame.
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
        const button = (names) => find({ role: "button", how: "matches", name: `^(${names})$` })[0];
        const quiz = async () => {
            const [drawing, choosing, goingOn] = [[], [], []];
            for (let reader = 0; goingOn.length < wanted; reader++) {
                widget.reset();
                widget.begin();
                await frame();
                for (let step = 1; ; step++) {
                    const skip = button("Skip");
                    if (skip) {
                        for (const title of find({ role: "radio" })) await press(title, drawing);
                        await press(skip, goingOn);
                    }
                    const answers = find({ role: "radio" });
                    if (!answers.length) break;
                    await press(answers[(reader * step + step) % answers.length], choosing);
                    await press(button("Next|See my stage"), goingOn);
                }
            }
            return [drawing, choosing, goingOn];
        };
        return quiz();"#;
    page.run(script, &[json!(STEPS)]).await
}

/// Six rungs, five dimensions, 24 questions of four answers.
fn ladder() -> String {
    let rungs: Vec<Value> = (0..6)
        .map(|place| json!({ "id": format!("r{place}"), "title": format!("Rung {place}"), "level": place }))
        .collect();
    let dimensions: Vec<Value> =
        (0..5).map(|place| json!({ "id": format!("d{place}"), "name": format!("Dimension {place}") })).collect();
    let answers = |question: usize| -> Vec<Value> {
        let answer = |place: usize| {
            let say = format!("What someone of kind {place} does when {question} comes up");
            json!({ "id": format!("a{place}"), "is": format!("r{}", place + question % 3), "say": say })
        };
        (0..4).map(answer).collect()
    };
    let questions: Vec<Value> = (0..24)
        .map(|place| {
            json!({
                "id": format!("q{place}"), "about": format!("d{}", place % 5),
                "ask": format!("What did you do when {place} came up?"), "answers": answers(place),
            })
        })
        .collect();
    let file = json!({
        "format": 1, "id": "bench", "title": "Bench", "dimensions": dimensions, "rungs": rungs, "questions": questions,
    });
    file.to_string()
}
