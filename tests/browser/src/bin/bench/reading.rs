//! Times reading a site owner's ladder: by the command-line program and by the reader's wasm in Chromium.

use browser_tests::{BrowserEngine, HostPage, Origin, Page, dist, with_page};
use serde_json::{Value, json};
use std::env;
use std::fs;
use std::process::Command;
use std::time::Instant;

/// The sizes that are timed, in quarters of [`MAX_BYTES`].
const QUARTERS: [usize; 4] = [1, 2, 3, 4];

/// The size of the largest ladder file that the format allows.
const MAX_BYTES: usize = 1 << 20;

/// Rounds per measurement. The fastest counts, since other work of the machine only adds time.
const ROUNDS: usize = 15;

/// Prints a line for each size and reader.
pub(crate) fn report() {
    let texts: Vec<String> = QUARTERS.iter().map(|quarters| ladder(MAX_BYTES * quarters / QUARTERS.len())).collect();
    println!("{:<26} {:>10} {:>12} {:>14}", "reading a ladder file", "bytes", "milliseconds", "ns per byte");
    if let Ok(program) = env::var("CAREER_LADDER_CHECK") {
        let start_up = time_natively(&program, &ladder(1));
        for text in &texts {
            print_time("native (check)", text.len(), time_natively(&program, text) - start_up);
        }
    }
    with_page(BrowserEngine::Chromium, async |page| {
        page.visit(HostPage::with_snippet()).await;
        page.wait_ready().await;
        for text in &texts {
            print_time("Chromium (reader wasm)", text.len(), time_in_browser(page, text).await);
        }
    });
}

fn print_time(label: &str, bytes: usize, milliseconds: f64) {
    println!("{label:<26} {bytes:>10} {milliseconds:>12.2} {:>14.1}", milliseconds * 1e6 / bytes as f64);
}

/// A valid ladder of about this size: 64 rungs, and at least three questions of eight answers.
fn ladder(bytes: usize) -> String {
    let empty = ladder_with(0).len();
    let per_question = ladder_with(1).len() - empty;
    // Later questions are a little longer: their numbers have more digits.
    let count = (bytes.saturating_sub(empty) / (per_question + 8)).max(3);
    ladder_with(count)
}

fn ladder_with(questions: usize) -> String {
    let rungs: Vec<Value> = (0..64)
        .map(|index| json!({ "id": format!("rung-{index}"), "title": format!("Rung {index}"), "level": index }))
        .collect();
    let questions: Vec<Value> = (0..questions).map(question).collect();
    let file = json!({
        "format": 1, "id": "bench", "title": "Bench", "dimensions": [{ "id": "work", "name": "Work" }],
        "rungs": rungs, "questions": questions,
    });
    serde_json::to_string_pretty(&file).expect("JSON")
}

fn question(index: usize) -> Value {
    let text = "what you did when the plan changed in the middle of the quarter";
    let answers: Vec<Value> = (0..8)
        .map(|answer| {
            let rung = format!("rung-{}", answer * 8);
            json!({ "id": format!("a{answer}"), "is": rung, "say": format!("{text} {answer}") })
        })
        .collect();
    json!({
        "id": format!("question-{index}"), "about": "work", "ask": format!("Question {index}: {text}?"),
        "answers": answers,
    })
}

/// The milliseconds that the program takes, including its start.
fn time_natively(program: &str, text: &str) -> f64 {
    let file = env::temp_dir().join(format!("bench-{}.json", std::process::id()));
    fs::write(&file, text).expect("the temporary folder is writable");
    let times = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        let output = Command::new(program).arg("check").arg(&file).output().expect("the program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        start.elapsed().as_secs_f64() * 1e3
    });
    let fastest = times.fold(f64::INFINITY, f64::min);
    fs::remove_file(&file).expect("the temporary file can be removed");
    fastest
}

/// The milliseconds that the reader's wasm takes.
async fn time_in_browser(page: &Page, text: &str) -> f64 {
    let script = "const [glue, wasm, text, rounds, done] = arguments;
        // A fragment makes another module: each one starts its program only once.
        import(`${glue}#${text.length}`).then(async (reader) => {
            const file = new TextEncoder().encode(text);
            await reader.default(await WebAssembly.compileStreaming(fetch(wasm)), () => {});
            const element = document.createElement('career-ladder');
            const times = [];
            for (let round = 0; round < rounds; round++) {
                const start = performance.now();
                // Throws if the ladder has an error.
                await reader.packedLadder(element, 'ladder.json', async () => file);
                times.push(performance.now() - start);
            }
            return times;
        }).then(done, (error) => done(String(error)));";
    let [glue, wasm] = [".glue.js", ".wasm"].map(|suffix| reader_url(page, suffix));
    let arguments = [json!(glue), json!(wasm), json!(text), json!(ROUNDS)];
    let times: Vec<f64> = page.execute_async(script, &arguments).await;
    times.into_iter().fold(f64::INFINITY, f64::min)
}

/// The URL of the reader's file with this suffix, whose name holds a hash.
fn reader_url(page: &Page, suffix: &str) -> String {
    let entries = fs::read_dir(dist()).expect("dist/ can be listed").map(|entry| entry.expect("an entry"));
    let mut names = entries.map(|entry| entry.file_name().into_string().expect("a name in UTF-8"));
    let name = names.find(|name| name.starts_with("career-ladder-reader-") && name.ends_with(suffix));
    format!("{}/{}", page.site.origin(Origin::Assets), name.expect("a reader in dist/"))
}
