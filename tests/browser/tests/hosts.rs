//! The widget in pages that other people wrote; `Hosts` says which.

use browser_tests::{Engine, Hosts, Key, Origin, Page, Probe, Step, Trouble, product};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Pages are dealt out to this many tests, so that as many browsers can share the work as there are cores.
const SHARES: usize = 4;

/// What a page needs beside the snippet; one that is not in this table needs nothing.
struct Needs {
    page: &'static str,
    /// Done by the reader or the owner before the widget can come, or waited for since the page itself is not there yet.
    before: &'static str,
    /// Why the widget's room cannot be reserved, so that the page must move when it comes.
    moves: Option<&'static str>,
    /// Why the program cannot run.
    fails: Option<&'static str>,
}

const NOTHING: Needs = Needs { page: "", before: "return true;", moves: None, fails: None };

const NEEDS: [Needs; 6] = [
    Needs {
        page: "/consent-klaro/",
        before: "const consent = window.klaro?.getManager();
            consent?.updateConsent('embeds', true);
            consent?.saveAndApplyConsents();
            return consent && !document.querySelector('#klaro .cookie-notice:not(.cookie-notice-hidden)');",
        ..NOTHING
    },
    Needs {
        page: "/react-hydrate-rerender/",
        before: "return Object.keys(document.querySelector('#rerender')).some((key) => key.startsWith('__react'));",
        ..NOTHING
    },
    Needs {
        page: "/bootstrap5-hidden-tab-modal/",
        before: "document.querySelector('#tab-check').click();
            return document.querySelector('#p2').matches('.active.show') && !document.getAnimations().length;",
        ..NOTHING
    },
    Needs {
        page: "/csp-strict/",
        // The README's rule, in a style sheet since the policy refuses the attribute.
        before: "const sheet = new CSSStyleSheet();
            sheet.replaceSync('career-ladder { display: block; min-height: 560px }');
            document.adoptedStyleSheets = [sheet];
            return true;",
        ..NOTHING
    },
    Needs {
        page: "/meyer-important-reset/",
        moves: Some("the page makes the element a line of text, with !important, until the element is defined"),
        ..NOTHING
    },
    Needs { page: "/csp-no-wasm/", fails: Some("the page's policy refuses WebAssembly"), ..NOTHING },
];

/// The ways to put a widget into a page.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    Element,
    Script,
    Placeholder,
    Frame,
}

/// How the widget looks on its way; what is looked at depends on the engine.
type Look = Vec<(&'static str, Probe)>;

async fn first_share(page: &Page) {
    element_form(page, 0).await;
}

async fn second_share(page: &Page) {
    element_form(page, 1).await;
}

async fn third_share(page: &Page) {
    element_form(page, 2).await;
}

async fn fourth_share(page: &Page) {
    element_form(page, 3).await;
}

browser_tests::in_every_engine!(first_share, second_share, third_share, fourth_share);

async fn the_script_form(page: &Page) {
    other_form(page, Form::Script).await;
}

async fn the_placeholder_form(page: &Page) {
    other_form(page, Form::Placeholder).await;
}

async fn the_frame_form(page: &Page) {
    let hosts = Hosts::find();
    for path in hosts.pages() {
        enter(page, &hosts, &path, Form::Frame).await;
        page.run::<()>("document.querySelector('#frame').scrollIntoView({ behavior: 'instant' });", &[]).await;
        page.enter_frame("#frame").await;
        page.begin().await;
        page.answer(0).await;
        page.leave_frame().await;
        let ours = ours(page, &hosts, &path).await;
        assert!(ours.is_empty(), "a frame in {path}: {ours:#?}");
    }
}

browser_tests::in_chromium!(the_script_form, the_placeholder_form, the_frame_form);

/// The widget comes, looks as it looks in an empty page, works, and leaves the page alone.
async fn element_form(page: &Page, share: usize) {
    let hosts = Hosts::find();
    for path in hosts.pages().into_iter().skip(share).step_by(SHARES) {
        let needs = needs(&path);
        enter(page, &hosts, &path, Form::Element).await;
        if needs.fails.is_some() {
            the_static_ladder_is_there(page).await;
            continue;
        }
        ready(page).await;
        let changes = page.host_changes().await;
        let changes: Vec<_> = changes
            .into_iter()
            .filter(|change| needs.moves.is_none() || !is_move(change))
            .filter(|change| page.engine != Engine::WebKit || !is_rounding(change))
            .collect();
        assert!(changes.is_empty(), "{:?} {path} is changed: {changes:#?}", page.engine);

        let slot = slot(page).await;
        let look = walk(page).await;
        let ours = ours(page, &hosts, &path).await;
        assert!(ours.is_empty(), "{:?} {path}: {ours:#?}", page.engine);
        let expected = elsewhere(page, &slot).await;
        for ((name, here), (_, there)) in look.iter().zip(&expected) {
            let differences = here.differences(there);
            let some: Vec<_> = differences.iter().take(12).collect();
            assert!(some.is_empty(), "{:?} {path}, {name}, {} differences: {some:#?}", page.engine, differences.len());
        }
        life(page, &hosts, &path).await;
    }
}

/// One answer can be given.
async fn other_form(page: &Page, form: Form) {
    let hosts = Hosts::find();
    for path in hosts.pages() {
        enter(page, &hosts, &path, form).await;
        if needs(&path).fails.is_some() {
            failed(page).await;
            continue;
        }
        ready(page).await;
        page.begin().await;
        page.answer(0).await;
        let ours = ours(page, &hosts, &path).await;
        assert!(ours.is_empty(), "{form:?} in {path}: {ours:#?}");
    }
}

fn needs(path: &str) -> &'static Needs {
    NEEDS.iter().find(|needs| path.starts_with(needs.page)).unwrap_or(&NOTHING)
}

/// Goes to a page and lets the widget come once the page itself is there, noting before that how it looks.
async fn enter(page: &Page, hosts: &Hosts, path: &str, form: Form) {
    page.site.host(hosts, &snippet(page, hosts, path, form));
    page.site.hold("career-ladder.js");
    visit(page, path).await;
    page.note_host().await;
    page.site.release("career-ladder.js");
}

/// Goes to a page and waits until it has all it needs.
async fn visit(page: &Page, path: &str) {
    if page.engine == Engine::Chromium {
        page.emulate_viewport(1280, 900).await;
        // Where the page scrolls smoothly, the driver's click lands where the target was.
        page.emulate_media(&[("prefers-reduced-motion", "reduce")]).await;
    }
    page.go(&(page.site.origin(Origin::Host) + path)).await;
    let there = "return [...document.querySelectorAll('link[rel=stylesheet]')].every((link) => link.sheet)
        && [...document.images].every((image) => image.complete)
        && document.fonts.status === 'loaded';";
    page.until("the page's own files", there, &[]).await;
    rests(page).await;
    page.until("the page to be ready for the widget", needs(path).before, &[]).await;
    rests(page).await;
}

/// Waits until the page's own scripts have nothing to do at hand: it is the same from one look to the next. WebKit draws
/// no frames while some pages load.
async fn rests(page: &Page) {
    let script = "const now = document.documentElement.outerHTML;
        const same = window.__seen === now;
        window.__seen = now;
        return same;";
    page.until("the page's own scripts", script, &[]).await;
}

async fn ready(page: &Page) {
    let script = "document.querySelector('career-ladder')?.scrollIntoView({ behavior: 'instant' });
        return __watch.events.some((event) => event.name === 'ladder-ready');";
    page.until("the widget to be ready", script, &[]).await;
}

/// What the owner of the page pastes.
fn snippet(page: &Page, hosts: &Hosts, path: &str, form: Form) -> String {
    // A policy that allows scripts of its own origin alone wants the files there.
    let source = hosts.source(path);
    let files = match source.contains("script-src 'self'") {
        true => page.site.origin(Origin::Host) + "/widget",
        false => page.site.origin(Origin::Assets),
    };
    let style = match source.contains("style-src 'self';") {
        true => "",
        false => r#" style="display:block;min-height:560px""#,
    };
    let script = |data: &str| {
        format!(r#"<script async="async" crossorigin="anonymous" src="{files}/career-ladder.js"{data}></script>"#)
    };
    let link = format!(r#"<a href="{files}/product">Find your career stage</a>"#);
    match form {
        Form::Element => {
            let attributes = r#"id="widget" ladder="product" seed="7" theme="light""#;
            format!("<career-ladder {attributes}{style}>{link}</career-ladder>{}", script(""))
        }
        Form::Script => script(r#" data-ladder="product" data-seed="7""#),
        Form::Placeholder => {
            let data = r#"class="career-ladder" data-ladder="product" data-seed="7""#;
            format!("<div {data}>{link}</div>{}", script(""))
        }
        Form::Frame => {
            let address = format!("{files}/embed.html?ladder=product&amp;seed=7&amp;storage=none");
            format!(
                r#"<iframe id="frame" title="Find your career stage" src="{address}" width="100%" height="560"></iframe>{}"#,
                script("")
            )
        }
    }
}

/// The place the page gives to the widget.
#[derive(Deserialize)]
struct Slot {
    width: f64,
    direction: String,
    /// What a page and its owner may well set: sizing, border and padding of the element, and the documented properties.
    own: String,
}

async fn slot(page: &Page) -> Slot {
    let script = "const widget = document.querySelector('career-ladder');
        const style = getComputedStyle(widget);
        const { direction, boxSizing, borderWidth, padding } = style;
        const properties = ['accent', 'font', 'radius', 'surface', 'text'].map((name) => `--ladder-${name}`)
            .filter((name) => style.getPropertyValue(name))
            .map((name) => `;${name}:${style.getPropertyValue(name)}`);
        const own = `box-sizing:${boxSizing};border:0 solid;border-width:${borderWidth};padding:${padding}`;
        return { width: widget.getBoundingClientRect().width, direction, own: own + properties.join('') };";
    let slot: Slot = page.run(script, &[]).await;
    assert!(slot.width >= 270.0, "the widget is {} px wide", slot.width);
    slot
}

/// Whether it is the place or the size of something that is other than before.
fn is_move(change: &str) -> bool {
    let names = ["x", "y", "width", "height", "block-size", "inline-size", "perspective-origin", "transform-origin"];
    change.split(':').next().is_some_and(|what| names.iter().any(|name| what.ends_with(&format!(" {name}"))))
}

/// Whether something is less than a pixel larger or smaller than before. In quirks mode WebKit gives a table another part
/// of a pixel each time it lays it out, whoever had it do so: hiding the page and showing it again is enough.
fn is_rounding(change: &str) -> bool {
    let lengths = |side: &str| -> Option<Vec<f64>> {
        side.split_whitespace().map(|length| length.strip_suffix("px")?.parse().ok()).collect()
    };
    let sides = change.split_once(": ").and_then(|(_, sides)| sides.split_once(" -> "));
    let sides = sides.and_then(|(before, after)| lengths(before).zip(lengths(after)));
    is_move(change)
        && sides.is_some_and(|(before, after)| {
            before.len() == after.len() && before.iter().zip(&after).all(|(before, after)| (before - after).abs() < 1.0)
        })
}

/// Uses the widget: to the end in Chromium, one answer in the others.
async fn walk(page: &Page) -> Look {
    let mut look = vec![("the first screen", page.probe().await)];
    if page.engine == Engine::Chromium {
        let rung = product().rungs[1].title.clone();
        page.button(&rung).click().await;
        page.region(&rung).shown().await;
        look.push(("an open rung", page.probe().await));
        page.button("Close").click().await;
        page.region(&rung).gone().await;
    }
    page.begin().await;
    look.push(("a question", page.probe().await));
    if page.engine == Engine::Chromium {
        page.finish(|_, _, asked| asked % 2).await;
        look.push(("the outcome", page.probe().await));
    } else {
        page.answer(1).await;
    }
    look
}

/// The same in an empty page.
async fn elsewhere(page: &Page, Slot { width, direction, own }: &Slot) -> Look {
    static SEEN: Mutex<Option<HashMap<String, Look>>> = Mutex::new(None);
    let key = format!("{:?} {width} {direction} {own}", page.engine);
    let seen = || SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = seen().get_or_insert_default().get(&key).cloned();
    if let Some(look) = known {
        return look;
    }
    let html = format!(
        r#"<!doctype html><html lang="en" dir="{direction}"><head><meta charset="utf-8"><title>Empty</title>
        <script src="/watch.js"></script></head><body style="margin:0;background:#fff"><h1>Empty</h1><div style="width:{width}px">
        <career-ladder id="widget" ladder="product" seed="7" theme="light" style="display:block;min-height:560px;{own}"></career-ladder>
        <script async="async" src="{}/career-ladder.js"></script></div></body></html>"#,
        page.site.origin(Origin::Assets)
    );
    page.go(&page.site.publish(html, Vec::new())).await;
    ready(page).await;
    let look = walk(page).await;
    assert_eq!(page.trouble().await, []);
    seen().get_or_insert_default().insert(key, look.clone());
    look
}

/// What went wrong with the widget that does not go wrong without it.
async fn ours(page: &Page, hosts: &Hosts, path: &str) -> Vec<Trouble> {
    let mut trouble = page.trouble().await;
    if !trouble.is_empty() {
        page.site.host(hosts, "");
        visit(page, &format!("{path}?without")).await;
        let without = page.trouble().await;
        trouble.retain(|trouble| !without.contains(trouble));
    }
    trouble
}

/// Waits for the widget to say that it failed, and not more than that.
async fn failed(page: &Page) {
    let failed = "document.querySelector('career-ladder')?.scrollIntoView({ behavior: 'instant' });
        return __watch.events.some((event) => event.name === 'ladder-error');";
    page.until("ladder-error", failed, &[]).await;
    page.settle().await;
    assert_eq!(page.event_names().await, ["ladder-error"]);
    let uncaught: Vec<_> = page.trouble().await.into_iter().filter(|trouble| trouble.kind.is_uncaught()).collect();
    assert!(uncaught.is_empty(), "{uncaught:#?}");
}

async fn the_static_ladder_is_there(page: &Page) {
    failed(page).await;
    let ladder = product();
    let text = page.widget_text().await;
    for rung in &ladder.rungs {
        for said in [&*rung.title, &rung.role, ladder.stage_of(rung)] {
            assert!(text.contains(said), "{said:?} is not in {text:?}");
        }
    }
    page.role("link").named("Find your career stage").shown().await;
}

/// What only this page does to a widget.
async fn life(page: &Page, hosts: &Hosts, path: &str) {
    let again = async || {
        page.site.host(hosts, &snippet(page, hosts, path, Form::Element));
        page.site.forget();
        // The widget that is still there must not write anything down again.
        let forget = "try { sessionStorage.clear(); } catch {} Storage.prototype.setItem = () => {};";
        page.run::<()>(forget, &[]).await;
        // Another address: WebKit's driver does not wait for a page, and would find the one that is there.
        page.go(&format!("{}{path}?again", page.site.origin(Origin::Host))).await;
    };
    match path.split('/').nth(1).unwrap_or_default() {
        "bootstrap5-hidden-tab-modal" => {
            again().await;
            in_a_tab_and_a_dialog(page).await;
        }
        "consent-klaro" => {
            page.run::<()>("localStorage.clear();", &[]).await;
            again().await;
            before_consent(page).await;
        }
        "react-hydrate-rerender" => {
            again().await;
            rendered_anew(page).await;
        }
        "shortcuts-and-traps" => {
            again().await;
            keys(page).await;
        }
        "turbo-drive" => {
            again().await;
            visits(page).await;
        }
        _ => return,
    }
    let ours = ours(page, hosts, path).await;
    assert!(ours.is_empty(), "{:?} {path}: {ours:#?}", page.engine);
}

/// Waits until a question is shown.
async fn at_question(page: &Page, question: &str) {
    let script = "const group = find({ role: 'radiogroup' })[0]; return group && nameOf(group) === arguments[0];";
    page.until(&format!("the question {question:?} again"), script, &[question.into()]).await;
}

/// Answers one question and returns the second, with an answer chosen.
async fn under_way(page: &Page) -> String {
    ready(page).await;
    page.begin().await;
    let Step::Question(second) = page.answer(1).await else { panic!("one question is not a quiz") };
    page.choose(0).await;
    second
}

/// Until the reader agrees there is the page's own link, and nothing is fetched.
async fn before_consent(page: &Page) {
    page.role("link").named("Find your career stage").shown().await;
    page.settle().await;
    assert_eq!(page.site.count("career-ladder.js"), 0);
    assert!(page.event_names().await.is_empty());
}

/// No width at first; then shown; then moved into a dialog that keeps the focus, and back.
async fn in_a_tab_and_a_dialog(page: &Page) {
    page.until("the element", "return customElements.get('career-ladder');", &[]).await;
    page.settle().await;
    let width = "return document.querySelector('career-ladder').getBoundingClientRect().width;";
    assert_eq!(page.run::<f64>(width, &[]).await, 0.0);
    page.role("tab").named("Self-check").click().await;
    let second = under_way(page).await;
    page.run::<()>("scrollTo({ top: 0, behavior: 'instant' });", &[]).await;
    page.role("tab").named("Read").click().await;
    page.button("Open the self-check in a dialog").click().await;
    let open = "return document.querySelector('#m.show career-ladder') && !document.getAnimations().length;";
    page.until("the dialog", open, &[]).await;
    at_question(page, &second).await;
    assert!(page.radios().all().await[0].is_checked().await);
    let Step::Question(third) = page.answer(0).await else { panic!("two questions are no quiz") };
    let inside = "return document.activeElement.localName === 'career-ladder';";
    page.until("the focus to stay in the widget", inside, &[]).await;
    page.press(Key::Escape).await;
    page.until("the dialog to go", "return !document.querySelector('#m career-ladder');", &[]).await;
    page.role("tab").named("Self-check").click().await;
    at_question(page, &third).await;
}

/// The node stays, moves, and is made anew, all in the middle of the quiz.
async fn rendered_anew(page: &Page) {
    page.until("the page to be alive", needs("/react-hydrate-rerender/").before, &[]).await;
    let second = under_way(page).await;
    // Moved there and back: what was moved away the page cannot make anew.
    for button in ["#rerender", "#move", "#move", "#remount", "#rerender"] {
        let script = "document.querySelector(arguments[0]).click();";
        page.run::<()>(script, &[button.into()]).await;
        page.settle().await;
        page.run::<()>("document.querySelector('career-ladder').scrollIntoView({ behavior: 'instant' });", &[]).await;
        at_question(page, &second).await;
        assert!(page.radios().all().await[0].is_checked().await, "the answer is still chosen after {button}");
    }
    let Step::Question(_) = page.answer(0).await else { panic!("two questions are no quiz") };
}

/// A page in place of another without a load, and back.
async fn visits(page: &Page) {
    let second = under_way(page).await;
    let visit = async |link: &str, title: &str| {
        page.run::<()>("document.querySelector(arguments[0]).click();", &[link.into()]).await;
        page.heading(title).shown().await;
    };
    visit("#to-2", "Part two").await;
    page.run::<()>("document.querySelector('career-ladder').scrollIntoView({ behavior: 'instant' });", &[]).await;
    page.begin().await;
    visit("#to-3", "No embed here").await;
    visit("#to-1", "What a career ladder is for").await;
    page.run::<()>("document.querySelector('career-ladder').scrollIntoView({ behavior: 'instant' });", &[]).await;
    at_question(page, &second).await;
    page.run::<()>("history.go(-2);", &[]).await;
    page.heading("Part two").shown().await;
    page.run::<()>("document.querySelector('career-ladder').scrollIntoView({ behavior: 'instant' });", &[]).await;
    page.radiogroup().shown().await;
    page.answer(0).await;
    assert_eq!(page.run::<usize>("return document.querySelectorAll('career-ladder').length;", &[]).await, 1);
}

/// The keys that we use are not the page's, and the others are.
async fn keys(page: &Page) {
    ready(page).await;
    page.run::<()>(
        "window.heard = [];
        for (const name of ['keydown', 'keyup']) document.addEventListener(name, ({ key }) => heard.push(name + ' ' + key));",
        &[],
    )
    .await;
    let heard = async || page.run::<Vec<String>>("return heard.splice(0);", &[]).await;

    let rungs = product().rungs;
    page.button(&rungs[0].title).click().await;
    page.region(&rungs[0].title).shown().await;
    page.press(Key::Escape).await;
    page.region(&rungs[0].title).gone().await;
    assert_eq!(heard().await, Vec::<String>::new(), "Escape closes the details");
    page.press(Key::Escape).await;
    assert_eq!(heard().await, ["keydown Escape", "keyup Escape"], "nothing is open");
    page.press(Key::Up).await;
    page.press(Key::Space).await;
    assert_eq!(heard().await, Vec::<String>::new(), "arrows walk along the rungs, and Space opens one");
    page.role("region").shown().await;
    page.button("Close").click().await;
    page.press(Key::Char('k')).await;
    assert_eq!(heard().await, ["keydown k", "keyup k"], "a letter is the page's");

    page.begin().await;
    page.choose(0).await;
    heard().await;
    page.press(Key::Down).await;
    page.press(Key::Right).await;
    page.press(Key::Char('1')).await;
    page.until("the first answer", "return find({ role: 'radio' })[0].checked;", &[]).await;
    assert_eq!(heard().await, Vec::<String>::new(), "arrows and digits choose answers");
    let before = page.question().await;
    page.press(Key::Enter).await;
    page.step_after(&before).await;
    assert_eq!(heard().await, Vec::<String>::new(), "Enter leads on");
    page.press(Key::Tab).await;
    assert_eq!(heard().await, ["keydown Tab", "keyup Tab"]);
    let search = "return document.activeElement.id === 'search';";
    page.press(Key::Char('/')).await;
    page.until("the page's own search", search, &[]).await;
}
