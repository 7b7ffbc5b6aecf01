//! How long reading a site owner's own ladder takes.

use browser_tests::{Engine, HostPage, Origin, Page, dist, run};
use serde_json::{Value, json};
use std::env;
use std::fs;
use std::process::Command;
use std::time::Instant;

/// Parts of the largest file that is read.
const SHARES: [usize; 4] = [1, 2, 3, 4];

const MAX_BYTES: usize = 1 << 20;

/// Of so many rounds the fastest counts: whatever else the machine does only adds to it.
const ROUNDS: usize = 15;

pub(crate) fn report() {
    let texts: Vec<String> = SHARES.iter().map(|share| ladder(MAX_BYTES * share / SHARES.len())).collect();
    println!("{:<26} {:>10} {:>12} {:>14}", "reading a ladder file", "bytes", "milliseconds", "ns per byte");
    if let Ok(program) = env::var("CAREER_LADDER_CHECK") {
        let idle = natively(&program, &ladder(1));
        for text in &texts {
            print("native (check)", text.len(), natively(&program, text) - idle);
        }
    }
    run(Engine::Chromium, async |page| {
        page.visit(HostPage::with_snippet()).await;
        page.ready().await;
        for text in &texts {
            print("Chromium (reader wasm)", text.len(), in_browser(page, text).await);
        }
    });
}

fn print(what: &str, bytes: usize, milliseconds: f64) {
    println!("{what:<26} {bytes:>10} {milliseconds:>12.2} {:>14.1}", milliseconds * 1e6 / bytes as f64);
}

/// A correct ladder of about this size: 64 rungs, and as many questions of eight answers as it takes.
fn ladder(bytes: usize) -> String {
    let rungs: Vec<Value> = (0..64)
        .map(|place| json!({ "id": format!("rung-{place}"), "title": format!("Rung {place}"), "level": place }))
        .collect();
    let question = |place: usize, say: &str| {
        let answers: Vec<Value> = (0..8)
            .map(|answer| json!({ "id": format!("a{answer}"), "is": format!("rung-{}", answer * 8), "say": format!("{say} {answer}") }))
            .collect();
        json!({ "id": format!("question-{place}"), "about": "work", "ask": format!("Question {place}: {say}?"), "answers": answers })
    };
    let file = |questions: Vec<Value>| {
        let file = json!({
            "format": 1, "id": "bench", "title": "Bench", "dimensions": [{ "id": "work", "name": "Work" }],
            "rungs": rungs, "questions": questions,
        });
        serde_json::to_string_pretty(&file).expect("JSON")
    };
    let say = "what you did when the plan changed in the middle of the quarter";
    let one = file(vec![question(0, say)]).len() - file(Vec::new()).len();
    let count = (bytes.saturating_sub(file(Vec::new()).len()) / (one + 8)).max(3);
    file((0..count).map(|place| question(place, say)).collect())
}

/// The milliseconds that the program takes, its start included.
fn natively(program: &str, text: &str) -> f64 {
    let file = env::temp_dir().join(format!("bench-{}.json", std::process::id()));
    fs::write(&file, text).expect("a file to read");
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        let done = Command::new(program).arg("check").arg(&file).output().expect("the program runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
        start.elapsed().as_secs_f64() * 1e3
    });
    let fastest = rounds.fold(f64::INFINITY, f64::min);
    fs::remove_file(&file).expect("the file goes again");
    fastest
}

async fn in_browser(page: &Page, text: &str) -> f64 {
    let files = fs::read_dir(dist()).expect("the built files").map(|entry| entry.expect("an entry").file_name());
    let files: Vec<String> = files.map(|name| name.into_string().expect("a name")).collect();
    let file = |ending: &str| {
        let name = files.iter().find(|name| name.starts_with("career-ladder-reader-") && name.ends_with(ending));
        format!("{}/{}", page.site.origin(Origin::Assets), name.expect("a reader in dist/"))
    };
    let script = "const [glue, wasm, text, rounds, done] = arguments;
        // Another module under each fragment: a program is started once.
        import(`${glue}#${text.length}`).then(async (reader) => {
            await reader.default(await WebAssembly.compileStreaming(fetch(wasm)), () => {});
            const element = document.createElement('career-ladder');
            element.setAttribute('src', 'ladder.json');
            const times = [];
            for (let round = 0; round < rounds; round++) {
                const start = performance.now();
                // What is wrong with the ladder would be thrown.
                await reader.packed(element, async () => ({ text: async () => text }));
                times.push(performance.now() - start);
            }
            done(times);
        });";
    let arguments = [json!(file(".glue.js")), json!(file(".wasm")), json!(text), json!(ROUNDS)];
    let times: Vec<f64> = page.run_async(script, &arguments).await;
    times.into_iter().fold(f64::INFINITY, f64::min)
}
