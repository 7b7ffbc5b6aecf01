//! The languages of a ladder and of an interface around it that has no catalog in that language.

use browser_tests::{Origin, Page, in_chromium, in_every_engine};
use serde_json::{Value, json};

/// Returns each text of the widget, and each label, that is not in the language it should be in: a text of the ladder in
/// the ladder's, a text of the interface in English. A sentence of the interface may quote the ladder.
const IN_WRONG_LANGUAGE: &str = "const texts = new Set();
    JSON.parse(arguments[0], (_, value) => void (typeof value === 'string' && texts.add(value)));
    const root = document.querySelector('career-ladder').shadowRoot;
    const found = [...root.querySelectorAll('[aria-label]')].map((element) => [element, element.getAttribute('aria-label')]);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push([walker.currentNode.parentNode, walker.currentNode.data.trim()]);
    return found.flatMap(([element, text]) => {
        // The interface adds full stops, and brackets around a track.
        const isOfLadder = texts.has(text) || texts.has(text.replace(/[.]$/, '')) || /^\\S+ [(](Leitung|Fach)[)]/.test(text);
        const language = element.closest('[lang]').getAttribute('lang');
        return /\\p{L}/u.test(text) && language !== (isOfLadder ? 'gsw' : 'en') ? [`${language}: ${text}`] : [];
    });";

/// Swiss German has no catalog.
async fn beside_an_english_interface_each_text_is_in_its_own_language(page: &Page) {
    let ladder = german_ladder().to_string();
    page.goto(&publish(page, r#"dir="ltr""#, &ladder)).await;
    page.wait_ready().await;
    assert_languages(page, &ladder).await;
    page.button("Gesellin").click().await;
    for tab in ["Your job", "Signs of success", "Skills", "What changes"] {
        page.tab(tab).click().await;
        assert_languages(page, &ladder).await;
    }
    page.button("2 more").wait_visible().await;
    page.button("Beratung").click().await;
    assert_languages(page, &ladder).await;
    page.button("Close").click().await;
    page.open_title_question().await;
    assert_languages(page, &ladder).await;
    page.skip_title_question().await;
    assert_languages(page, &ladder).await;
    page.answer_to_outcome(|_, options, _| {
        options.iter().position(|option| option.starts_with("Wie eine Gesellin")).unwrap_or(0)
    })
    .await;
    for tab in ["Profile", "Why", "Share", "Plan"] {
        page.tab(tab).click().await;
        assert_languages(page, &ladder).await;
    }
    page.button("About this stage").click().await;
    page.heading("What to focus on now").wait_visible().await;
    assert_languages(page, &ladder).await;
    page.copy_link().await;
    assert_languages(page, &ladder).await;
    page.assert_nothing_uncaught().await;
}

async fn an_english_ladder_is_english_throughout(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    page.answer_to_outcome(|_, _, _| 0).await;
    let languages = "const root = document.querySelector('career-ladder').shadowRoot;
        return [...root.querySelectorAll('[lang]')].map((element) => element.lang);";
    assert_eq!(page.execute::<Vec<String>>(languages, &[]).await, ["en", "en"]);
}

async fn on_a_page_without_direction_a_ladder_runs_as_its_language_does(page: &Page) {
    for (language, direction) in
        [("ar", "rtl"), ("he-IL", "rtl"), ("ur", "rtl"), ("az-Arab", "rtl"), ("de", "ltr"), ("ar-Latn", "ltr")]
    {
        let mut ladder = german_ladder();
        ladder["lang"] = language.into();
        page.goto(&publish(page, "", &ladder.to_string())).await;
        page.wait_ready().await;
        assert_eq!(direction_of_ladder(page).await, direction, "{language}");
    }
}

async fn the_direction_of_the_page_counts_before_that_of_the_language(page: &Page) {
    let mut ladder = german_ladder();
    ladder["lang"] = "ar".into();
    page.goto(&publish(page, r#"dir="ltr""#, &ladder.to_string())).await;
    page.wait_ready().await;
    assert_eq!(direction_of_ladder(page).await, "ltr");
    page.goto(&publish(page, r#"dir="rtl""#, &german_ladder().to_string())).await;
    page.wait_ready().await;
    assert_eq!(direction_of_ladder(page).await, "rtl");
}

in_every_engine!(
    beside_an_english_interface_each_text_is_in_its_own_language,
    on_a_page_without_direction_a_ladder_runs_as_its_language_does,
);
in_chromium!(an_english_ladder_is_english_throughout, the_direction_of_the_page_counts_before_that_of_the_language,);

async fn assert_languages(page: &Page, ladder: &str) {
    page.settle().await;
    let wrong: Vec<String> = page.execute(IN_WRONG_LANGUAGE, &[ladder.into()]).await;
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The direction in which a row of the diagram runs.
async fn direction_of_ladder(page: &Page) -> String {
    let script = "const row = document.querySelector('career-ladder').shadowRoot.querySelector('.row');
        return getComputedStyle(row).direction;";
    page.execute(script, &[]).await
}

/// Publishes a page with these attributes on its root, and with this ladder inside the element; returns its URL.
fn publish(page: &Page, attributes: &str, ladder: &str) -> String {
    let assets = page.site.origin(Origin::Assets);
    let html = format!(
        r#"<!doctype html>
        <html lang="en" {attributes}><head><meta charset="utf-8"><title>A post</title><script src="/recorder.js"></script></head>
        <body><career-ladder seed="7" style="display:block;min-height:560px"><script type="application/json">{ladder}</script></career-ladder>
        <script async="async" crossorigin="anonymous" src="{assets}/career-ladder.js"></script></body></html>"#
    );
    page.site.publish(html, Vec::new())
}

/// A ladder with something in every part of it.
fn german_ladder() -> Value {
    let skill = |name: &str, dimension: &str| {
        json!({ "name": name, "how": format!("{name}, und zwar jede Woche."), "dimension": dimension,
            "links": [{ "title": format!("Mehr über {name}"), "url": "https://example.org/" }] })
    };
    let rung = |id: &str, title: &str, level: u8, track: &str, stage: &str| {
        json!({ "id": id, "title": title, "also": [format!("{title} im Garten")], "level": level, "track": track,
            "stage": stage, "role": format!("Rolle der {title}"), "changes": [format!("Neues für die {title}.")],
            "responsibilities": [format!("Aufgaben der {title}.")], "success": [format!("Erfolg der {title}.")],
            "note": format!("Anmerkung zur {title}."),
            "skills": [skill("Graben", "graben"), skill("Planen", "planen")] })
    };
    let question = |id: &str, about: &str| {
        json!({ "id": id, "about": about, "ask": format!("Wie ging Aufgabe {id}?"), "answers": [
            { "id": "a", "is": "helferin", "say": format!("Wie eine Helferin ({id})") },
            { "id": "b", "is": "gesellin", "say": format!("Wie eine Gesellin ({id})") },
            { "id": "c", "is": "leiterin", "say": format!("Wie eine Leiterin ({id})") } ] })
    };
    let questions: Vec<Value> =
        (0..12).map(|index| question(&format!("q{index}"), if index % 2 == 0 { "graben" } else { "planen" })).collect();
    let moves = ["Beratung", "Markt", "Lehre", "Verlag"].map(
        |title| json!({ "id": title.to_lowercase(), "title": title, "suits": format!("Gut für Leute mit {title}.") }),
    );
    json!({ "format": 1, "id": "garten", "lang": "gsw", "title": "Die Gartenleiter", "summary": "Vom Helfen zum Leiten.",
        "stages": [
            { "id": "unten", "name": "Lehrzeit", "summary": "Man lernt.", "picture": "Das Beet.", "focus": ["Üben."] },
            { "id": "oben", "name": "Reife", "summary": "Man lehrt.", "picture": "Der Park.", "focus": ["Zeigen."] } ],
        "dimensions": [{ "id": "graben", "name": "Grabkunst", "summary": "Alles mit dem Spaten." },
            { "id": "planen", "name": "Plankunst", "summary": "Alles mit dem Stift." }],
        "tracks": [{ "id": "leitung", "name": "Leitung" }, { "id": "fach", "name": "Fach", "from": "gesellin" }],
        "rungs": [rung("helferin", "Helferin", 1, "leitung", "unten"), rung("gesellin", "Gesellin", 2, "leitung", "unten"),
            rung("leiterin", "Leiterin", 3, "leitung", "oben"), rung("meisterin", "Meisterin", 3, "fach", "oben")],
        "moves": moves,
        "questions": questions,
        "guide": { "steps": [{ "name": "Anfangen", "how": "Mit dem Spaten." }],
            "mistakes": [{ "name": "Zu tief", "why": "Das schadet." }],
            "faq": [{ "ask": "Warum?", "answer": "Darum." }] },
        "closing": "Gute Ernte!" })
}
