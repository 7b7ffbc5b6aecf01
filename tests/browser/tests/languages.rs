//! The widget in the language of its page.

use browser_tests::{
    CatalogFixture, Embed, HostPage, Origin, Page, in_chromium, in_every_engine, languages, product, product_title,
    workspace,
};
use serde_json::Value;
use std::cell::Cell;
use std::collections::BTreeSet;

/// Returns the texts of the widget, and its labels.
const TEXTS: &str = "const root = document.querySelector('career-ladder').shadowRoot;
    const texts = [...root.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label'));
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.data.trim());
    return texts.filter((text) => /[\\p{L}]/u.test(text));";

async fn a_german_page_is_clicked_through_in_german(page: &Page) {
    click_through(page, "de").await;
}

async fn a_japanese_page_is_clicked_through_in_japanese(page: &Page) {
    click_through(page, "ja").await;
}

async fn an_arabic_page_is_clicked_through_in_arabic(page: &Page) {
    click_through(page, "ar").await;
}

async fn in_no_other_language_is_an_english_word_left(page: &Page) {
    let english: BTreeSet<String> =
        CatalogFixture::of("en").texts().map(str::to_owned).chain(texts_of_ladder("product")).collect();
    for lang in other_languages() {
        let catalog = CatalogFixture::of(&lang);
        let own: BTreeSet<String> =
            catalog.texts().map(str::to_owned).chain(texts_of_ladder(&format!("product.{lang}"))).collect();
        let seen = Cell::new(BTreeSet::new());
        visit_states(page, &lang, 1000, async |_| {
            let mut all = seen.take();
            all.extend(page.execute::<Vec<String>>(TEXTS, &[]).await);
            seen.set(all);
        })
        .await;
        let left: Vec<String> =
            seen.take().into_iter().filter(|text| english.contains(text) && !own.contains(text)).collect();
        assert!(left.is_empty(), "{lang}: {left:#?}");
        assert_eq!(page.errors().await, [], "{lang}");
    }
}

async fn every_state_passes_axe_in_every_language(page: &Page) {
    for lang in other_languages() {
        visit_states(page, &lang, 320, async |state| {
            let violations: Vec<String> = page.axe_violations().await.iter().map(ToString::to_string).collect();
            assert!(violations.is_empty(), "{lang}, {state}:\n{}", violations.join("\n"));
        })
        .await;
    }
}

/// A control that is wider than the widget would be cut off, or push the page aside.
async fn every_control_fits_200_px_in_every_language(page: &Page) {
    let overflowing = "const widget = document.querySelector('career-ladder');
        const { right, left } = widget.getBoundingClientRect();
        return [...widget.shadowRoot.querySelectorAll('button, summary, select, label')].filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width && (box.right > right + 1 || box.left < left - 1);
        }).map((element) => element.textContent);";
    for lang in languages() {
        visit_states(page, &lang, 200, async |state| {
            let found: Vec<String> = page.execute(overflowing, &[]).await;
            assert!(found.is_empty(), "{lang}, {state}: {found:#?}");
        })
        .await;
    }
}

/// Names that are wider than a lane are broken, and not cut.
async fn every_name_in_the_ladder_fits_in_every_language(page: &Page) {
    let cut = "const { shadowRoot } = document.querySelector('#widget');
        const { left, right } = shadowRoot.querySelector('.frame').getBoundingClientRect();
        return [...shadowRoot.querySelectorAll('.stage, .stage span, .track, .rung button span, h2')].filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width && (box.right > right || box.left < left || element.scrollWidth > element.clientWidth + 1 && element.clientWidth);
        }).map((element) => element.textContent);";
    for lang in languages() {
        for width in [200, 320] {
            page.expect_language(&lang);
            page.visit(HostPage::with_seed("7").language(&lang).width(width)).await;
            page.wait_ready().await;
            let found: Vec<String> = page.execute(cut, &[]).await;
            assert!(found.is_empty(), "{lang}, {width} px: {found:#?}");
        }
    }
    let widget = r#"<career-ladder id="widget" seed="7"><script type="application/json">{ "format": 1, "id": "lang", "lang": "de", "title": "Unternehmensführungskarriere",
        "stages": [{ "id": "s", "name": "Unternehmensführungsverantwortung" }], "tracks": [{ "id": "t", "name": "Führung" }, { "id": "u", "name": "Fachlaufbahnverantwortung", "from": "a" }],
        "rungs": [{ "id": "a", "title": "Produktentwicklungsverantwortliche", "level": 1, "stage": "s", "track": "t" },
        { "id": "b", "title": "Plattformentwicklungsbeauftragte", "level": 2, "stage": "s", "track": "t" },
        { "id": "c", "title": "Softwarearchitekturverantwortliche", "level": 2, "stage": "s", "track": "u" }] }</script></career-ladder>"#;
    for width in [200, 280, 320, 480, 800] {
        page.expect_language("de");
        page.visit(HostPage::new([Embed::markup(widget), Embed::loader()]).width(width)).await;
        page.wait_ready().await;
        let found: Vec<String> = page.execute(cut, &[]).await;
        assert!(found.is_empty(), "{width} px: {found:#?}");
    }
}

async fn words_are_hyphenated_in_languages_other_than_english(page: &Page) {
    for (lang, hyphens) in [("de", "auto"), ("pl", "auto"), ("en", "manual")] {
        page.expect_language(lang);
        page.visit(HostPage::with_seed("7").language(lang)).await;
        page.wait_ready().await;
        let script = "const { shadowRoot } = document.querySelector('#widget');
            const { hyphens, webkitHyphens } = getComputedStyle(shadowRoot.querySelector('.rung span'));
            return hyphens || webkitHyphens;";
        assert_eq!(page.execute::<String>(script, &[]).await, hyphens, "{lang}");
    }
}

async fn an_english_page_fetches_no_other_language(page: &Page) {
    page.visit(HostPage::with_snippet().language("en-GB")).await;
    page.wait_ready().await;
    assert!(
        page.site
            .requests()
            .iter()
            .all(|request| !request.path.contains("words") && !request.path.contains("languages"))
    );
}

async fn in_a_language_without_a_catalog_the_widget_is_english(page: &Page) {
    page.visit(HostPage::with_snippet().language("sv")).await;
    page.wait_ready().await;
    page.button("Find my stage").wait_visible().await;
    page.visit(
        HostPage::new([Embed::markup(r#"<career-ladder ladder="engineering"></career-ladder>"#), Embed::loader()])
            .language("de"),
    )
    .await;
    page.wait_ready().await;
    page.button("Find my stage").wait_visible().await;
    assert_eq!(page.errors().await, []);
}

async fn the_widget_follows_the_language_of_the_page_and_of_its_attribute(page: &Page) {
    let words = |lang: &str, key: &str| CatalogFixture::of(lang).word(key).to_owned();
    page.visit(HostPage::with_seed("7")).await;
    page.wait_ready().await;
    page.open_title_question().await;
    page.execute::<()>("document.documentElement.lang = 'de-AT';", &[]).await;
    page.heading(&words("de", "titleQuestion")).wait_visible().await;
    page.execute::<()>("document.querySelector('#widget').lang = 'nl';", &[]).await;
    page.heading(&words("nl", "titleQuestion")).wait_visible().await;
    page.execute::<()>("document.querySelector('#widget').lang = 'en';", &[]).await;
    page.heading(&words("en", "titleQuestion")).wait_visible().await;
    assert_eq!(page.errors().await, []);
}

/// The outcome comes back with its first tab, which has other controls than the one that the reader was at.
async fn a_new_language_leaves_the_focus_in_the_widget(page: &Page) {
    page.visit(HostPage::with_seed("7").width(1000)).await;
    page.wait_ready().await;
    page.restore_answers("product", &product().typical_answers(&product().rungs[2])).await;
    page.tab("Share").click().await;
    page.button("Compare").click().await;
    page.execute::<()>("document.querySelector('#widget').lang = 'de';", &[]).await;
    page.tab(CatalogFixture::of("de").word("plan")).wait_visible().await;
    let focused = "return document.querySelector('#widget').shadowRoot.activeElement?.localName;";
    page.wait_for("the focus in the widget", focused, &[]).await;
}

async fn arabic_runs_from_right_to_left_unless_the_page_gives_a_direction(page: &Page) {
    page.expect_language("ar");
    page.visit(HostPage::with_seed("7").language("ar")).await;
    page.wait_ready().await;
    let runs = async |direction: &str| {
        let script = "const frame = document.querySelector('#widget').shadowRoot.querySelector('.frame');
            return getComputedStyle(frame).direction === arguments[0];";
        page.wait_for(&format!("the direction {direction}"), script, &[direction.into()]).await;
    };
    runs("rtl").await;
    page.execute::<()>("document.documentElement.dir = 'ltr';", &[]).await;
    runs("ltr").await;
    // An empty one gives none.
    page.execute::<()>("document.documentElement.dir = '';", &[]).await;
    runs("rtl").await;
    page.execute::<()>("document.querySelector('#widget').dir = 'ltr';", &[]).await;
    runs("ltr").await;
    assert_eq!(page.errors().await, []);
}

async fn a_language_without_a_translation_of_its_own_changes_nothing(page: &Page) {
    page.visit(HostPage::with_seed("7")).await;
    page.wait_ready().await;
    page.open_title_question().await;
    let mark = "document.querySelector('#widget').shadowRoot.querySelector('.app').isMarked = true;";
    page.execute::<()>(mark, &[]).await;
    page.execute::<()>("document.documentElement.lang = 'zh';", &[]).await;
    page.execute::<()>("document.documentElement.lang = 'de';", &[]).await;
    page.heading(CatalogFixture::of("de").word("titleQuestion")).wait_visible().await;
    let is_marked = "return !!document.querySelector('#widget').shadowRoot.querySelector('.app').isMarked;";
    assert!(!page.execute::<bool>(is_marked, &[]).await, "German needs a new program");
    page.execute::<()>(mark, &[]).await;
    page.execute::<()>("document.documentElement.lang = 'de-AT';", &[]).await;
    // The widget looks at the page's language once a frame.
    let two_frames = "return new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));";
    page.execute::<()>(two_frames, &[]).await;
    assert!(page.execute::<bool>(is_marked, &[]).await, "Austrian German is German");
    assert_eq!(page.errors().await, []);
}

async fn a_language_that_the_page_gets_during_the_load_counts(page: &Page) {
    page.site.hold(".wasm");
    page.visit(HostPage::with_seed("7").language("nl")).await;
    page.button(CatalogFixture::of("nl").word("start")).wait_visible().await;
    page.execute::<()>("document.documentElement.lang = 'de';", &[]).await;
    page.site.release(".wasm");
    page.button(CatalogFixture::of("de").word("start")).wait_visible().await;
    page.execute::<()>("document.querySelector('#widget').lang = '';", &[]).await;
    page.expect_language("de");
    page.open_title_question().await;
    assert_eq!(page.errors().await, []);
}

async fn a_link_and_a_tick_of_one_language_open_in_another(page: &Page) {
    let [english, german] = ["en", "de"].map(CatalogFixture::of);
    let ladder = product();
    let rung = &ladder.rungs[2];
    page.visit(HostPage::with_seed("7")).await;
    page.restore_answers("product", &ladder.typical_answers(rung)).await;
    page.heading(&english.word("clear").replace("{0}", &rung.title)).wait_visible().await;
    page.role("checkbox").click_nth(1).await;
    let link = page.copy_link().await;
    let fragment = link.split_once('#').expect("a fragment").1.to_owned();
    page.execute::<()>("document.documentElement.lang = 'de';", &[]).await;
    page.tab(german.word("why")).wait_visible().await;
    let ticked = "return find({ role: 'checkbox' }).map((box) => box.checked);";
    assert_eq!(page.execute::<Vec<bool>>(ticked, &[]).await, [false, true, false]);
    let url = HostPage::with_seed("7").language("de").publish(&page.site, Origin::Assets);
    page.goto(&format!("{url}#{fragment}")).await;
    let title = product_title("de", rung);
    page.heading(&german.word("clearShared").replace("{0}", &title)).wait_visible().await;
    assert_eq!(page.errors().await, []);
}

in_every_engine!(
    a_german_page_is_clicked_through_in_german,
    a_japanese_page_is_clicked_through_in_japanese,
    an_arabic_page_is_clicked_through_in_arabic,
    every_name_in_the_ladder_fits_in_every_language,
    words_are_hyphenated_in_languages_other_than_english,
    the_widget_follows_the_language_of_the_page_and_of_its_attribute,
    a_new_language_leaves_the_focus_in_the_widget,
    arabic_runs_from_right_to_left_unless_the_page_gives_a_direction,
    a_language_that_the_page_gets_during_the_load_counts,
);
in_chromium!(
    in_no_other_language_is_an_english_word_left,
    every_state_passes_axe_in_every_language,
    every_control_fits_200_px_in_every_language,
    an_english_page_fetches_no_other_language,
    in_a_language_without_a_catalog_the_widget_is_english,
    a_language_without_a_translation_of_its_own_changes_nothing,
    a_link_and_a_tick_of_one_language_open_in_another,
);

fn other_languages() -> Vec<String> {
    languages().into_iter().filter(|lang| lang != "en").collect()
}

/// Opens a page in a language, with a widget of this width.
async fn open(page: &Page, lang: &str, width: u32) {
    page.expect_language(lang);
    page.visit(HostPage::with_seed("7").width(width).language(lang)).await;
    page.wait_ready().await;
}

/// Goes from the first screen to an outcome by mouse.
async fn click_through(page: &Page, lang: &str) {
    open(page, lang, 800).await;
    page.start_quiz().await;
    page.answer_to_outcome(|_, _, _| 1).await;
    for key in ["profile", "why", "shareTab", "plan"] {
        page.tab(&page.word(key)).click().await;
    }
    page.button(&page.word("startAgain")).click().await;
    page.radiogroup().wait_visible().await;
    let directions = "const root = document.querySelector('career-ladder').shadowRoot;
        const frame = root.querySelector('.frame');
        return [frame.lang, getComputedStyle(frame).direction];";
    let direction = if lang == "ar" { "rtl" } else { "ltr" };
    assert_eq!(page.execute::<Vec<String>>(directions, &[]).await, [lang, direction]);
    assert_eq!(page.errors().await, []);
}

/// Calls `look` in the main states of a widget: the first screen, a rung, both kinds of questions, each part of an outcome.
async fn visit_states(page: &Page, lang: &str, width: u32, look: impl AsyncFn(&str)) {
    let ladder = product();
    open(page, lang, width).await;
    look("the first screen").await;
    page.button(&product_title(lang, &ladder.rungs[2])).click().await;
    for tab in page.role("tab").names().await {
        page.tab(&tab).click().await;
        look(&tab).await;
    }
    page.button(&page.word("close")).click().await;
    page.open_title_question().await;
    look("the title question").await;
    page.skip_title_question().await;
    look("a question").await;
    page.restore_answers("product", &ladder.typical_answers(&ladder.rungs[2])).await;
    for key in ["plan", "profile", "why", "shareTab"] {
        page.tab(&page.word(key)).click().await;
        look(key).await;
    }
}

fn read_ladder(name: &str) -> Value {
    let path = workspace().join("ladders").join(format!("{name}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("JSON")
}

/// Every text of a ladder file.
fn texts_of_ladder(name: &str) -> BTreeSet<String> {
    fn collect(value: &Value, texts: &mut BTreeSet<String>) {
        match value {
            Value::String(text) => drop(texts.insert(text.clone())),
            Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
            Value::Object(members) => members.values().for_each(|member| collect(member, texts)),
            _ => {}
        }
    }
    let mut texts = BTreeSet::new();
    collect(&read_ladder(name), &mut texts);
    texts
}
