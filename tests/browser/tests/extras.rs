//! The extras: the picture of an outcome, its print, and the comparison. Their files come at the first use.

use crate::support::{open_in_typeface, take_quiz_as_senior, wait_for_typeface};
use browser_tests::{BrowserEngine, HostPage, Page, bundled, in_every_engine, workspace};
use serde_json::{Value, json};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Notes the files that are offered for download in `window.files`, and the documents that frames print in `window.papers`.
/// With `window.refuses`, printing does nothing, as in a frame that may open no dialogs. The next `window.failures` wasm files
/// do not compile.
const FAKE_DEVICES: &str = "<script>
    window.files = [];
    window.papers = [];
    const createObjectURL = URL.createObjectURL;
    URL.createObjectURL = (file) => { files.push(file); return createObjectURL.call(URL, file); };
    HTMLAnchorElement.prototype.click = () => {};
    const inner = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
        const view = inner.get.call(this);
        if (view) view.print = () => {
            if (window.refuses) return;
            papers.push(view.document);
            view.dispatchEvent(new Event('beforeprint'));
        };
        return view;
    } });
    window.failures = 0;
    const compileStreaming = WebAssembly.compileStreaming;
    WebAssembly.compileStreaming = async (...parts) => {
        if (window.failures) throw new Error(`damaged, ${window.failures--}`);
        return compileStreaming.apply(WebAssembly, parts);
    };
</script>";

/// Decodes the picture; returns its size, and the share of its pixels that have the accent.
const PICTURE: &str = "const [file] = window.files;
    if (!file) return null;
    if (!window.decoded) {
        window.decoded = {};
        createImageBitmap(file).then((image) => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [image.width, image.height];
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(0, 0, image.width, image.height);
            let accent = 0;
            for (let at = 0; at < data.length; at += 4) {
                accent += Math.hypot(data[at] - 11, data[at + 1] - 107, data[at + 2] - 104) < 12;
            }
            window.decoded = { type: file.type, size: [image.width, image.height], accent: accent / (data.length / 4) };
        });
    }
    return window.decoded.size && window.decoded;";

/// Opens an outcome as a Senior PM, at the tab with the buttons.
async fn open_share(page: &Page) -> String {
    page.visit(HostPage::with_seed("7").markup_before(FAKE_DEVICES)).await;
    let heading = take_quiz_as_senior(page).await;
    page.tab("Share").click().await;
    heading
}

async fn the_picture_shows_the_level_on_its_ladder(page: &Page) {
    let heading = open_share(page).await;
    let level = heading.rsplit(": ").next().expect("a level in the heading").to_owned();
    page.button("Picture").click().await;
    page.button("Download PNG").wait_visible().await;
    let names = page.role("img").names().await;
    assert!(names.iter().any(|name| name.contains(&level)), "no picture tells of {level}: {names:?}");
    page.button("Download PNG").click().await;
    let picture = page.wait_for("the decoded picture", PICTURE, &[]).await;
    assert_eq!((&picture["type"], &picture["size"]), (&"image/png".into(), &serde_json::json!([1200, 630])));
    // The box of the placed level is filled with the accent.
    let accent = picture["accent"].as_f64().unwrap_or_default();
    assert!((0.01..0.2).contains(&accent), "{accent} of the pixels have the accent");
    assert_eq!(page.errors().await, []);
}

/// Returns the texts and the numbers of each element of two SVG files, given as texts.
const SHAPES: &str = "return [...arguments].slice(0, 2).map((file) => {
    const names = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'rx', 'cx', 'cy', 'r', 'd', 'font-size', 'stroke-width'];
    const picture = new DOMParser().parseFromString(file, 'image/svg+xml').documentElement;
    return [...picture.children].map((shape) => {
        const numbers = names.flatMap((name) => shape.getAttribute(name)?.match(/-?[\\d.]+/g) ?? []).map(Number);
        return [`${shape.localName} ${shape.textContent}`, numbers];
    });
});";

/// The farthest that a browser may put a shape from its place in the picture that the command draws, in pixels.
const PICTURE_TOLERANCE: f64 = 2.0;

async fn the_picture_is_the_one_that_the_command_draws(page: &Page) {
    for (id, rung, other) in
        [("product", "senior-pm", None), ("product", "pm", Some("senior-pm")), ("engineering", "director", None)]
    {
        let ladder = bundled(id);
        let rung = ladder.rung(rung).expect("a rung");
        let other = other.map(|other| ladder.rung(other).expect("a rung"));
        let answers = other.map_or_else(|| ladder.typical_answers(rung), |other| ladder.answers_between(rung, other));
        open_in_typeface(page, id, "en", FAKE_DEVICES).await;
        page.restore_answers(id, &answers).await;
        wait_for_typeface(page).await;
        page.tab("Share").click().await;
        page.button("Picture").click().await;
        page.button("Download SVG").click().await;
        let file = "const [file] = window.files;
            file?.text().then((text) => { window.drawn = text; });
            return window.drawn;";
        let drawn = page.wait_for("the picture as a file", file, &[]).await;
        let name = [id, &rung.id].into_iter().chain(other.map(|other| &*other.id)).collect::<Vec<_>>().join("-");
        let native = workspace().join("tests/browser/pictures").join(&name).with_extension("svg");
        let native = fs::read_to_string(&native).expect("a picture that the command drew");
        let [drawn, native]: [Vec<(String, Vec<f64>)>; 2] = page.execute(SHAPES, &[drawn, json!(native)]).await;
        let texts = |shapes: &[(String, Vec<f64>)]| shapes.iter().map(|(text, _)| text.clone()).collect::<Vec<_>>();
        // Each line of a text is an element, so these are the line breaks too.
        assert_eq!(texts(&drawn), texts(&native), "{name}");
        for ((text, drawn), (_, native)) in drawn.iter().zip(&native) {
            let is_near = drawn.len() == native.len()
                && drawn.iter().zip(native).all(|(one, other)| (one - other).abs() <= PICTURE_TOLERANCE);
            assert!(is_near, "{name}: {text} is at {drawn:?} here and at {native:?} there");
        }
    }
}

async fn the_print_has_every_part_and_changes_nothing_of_the_page(page: &Page) {
    open_share(page).await;
    let before: String = page.execute("return document.body.outerHTML + scrollY;", &[]).await;
    page.tab("Plan").click().await;
    let tasks: Vec<String> = page.role("checkbox").names().await;
    assert_eq!(tasks.len(), 3);
    page.tab("Share").click().await;
    page.button("Print").click().await;
    let paper = "return window.papers[0]?.body.textContent || null;";
    let paper = page.wait_for("a document to print", paper, &[]).await;
    let paper = paper.as_str().unwrap_or_default();
    for text in tasks.iter().map(String::as_str).chain(["Plan", "Profile", "Why", "points to", "Senior PM"]) {
        assert!(paper.contains(text), "{text} is not on paper: {paper}");
    }
    assert_eq!(page.execute::<String>("return document.body.outerHTML + scrollY;", &[]).await, before);
    page.execute::<()>("window.refuses = true;", &[]).await;
    page.button("Print").click().await;
    let says = "return find({ role: 'status' }).some((region) => region.textContent.includes('allow printing'));";
    page.wait_for("the reason why nothing is printed", says, &[]).await;
    assert_eq!(page.errors().await, []);
}

async fn pressed_again_before_its_files_are_there_it_opens_once(page: &Page) {
    open_share(page).await;
    page.site.hold(".wasm");
    for button in ["Picture", "Print", "Print"] {
        page.button(button).click().await;
    }
    page.site.release(".wasm");
    page.wait_for("a document to print", "return window.papers.length;", &[]).await;
    page.settle().await;
    assert_eq!(page.execute::<usize>("return window.papers.length;", &[]).await, 1);
    assert!(!page.widget_text().await.contains("hasn't loaded"));
    // Here the files are there, and the second frame comes before the first one has loaded.
    let twice = "const print = find({ role: 'button', name: 'Print' })[0]; print.click(); print.click();";
    page.execute::<()>(twice, &[]).await;
    page.wait_for("another document", "return window.papers.length > 1;", &[]).await;
    page.settle().await;
    assert!(!page.widget_text().await.contains("hasn't loaded"));
    assert_eq!(page.errors().await, []);
}

async fn after_a_failure_that_is_over_nothing_tells_of_it(page: &Page) {
    open_share(page).await;
    page.execute::<()>("window.failures = 2;", &[]).await;
    page.button("Picture").click().await;
    let says = "return find({ role: 'status' }).some((region) => region.textContent.includes(\"hasn't loaded\"));";
    page.wait_for("the reason why nothing is shown", says, &[]).await;
    page.button("Picture").click().await;
    page.wait_for("the second failure", "return window.failures === 0;", &[]).await;
    page.settle().await;
    page.wait_for("the reason why nothing is shown, again", says, &[]).await;
    page.button("Picture").click().await;
    page.button("Download SVG").wait_visible().await;
    assert!(!page.widget_text().await.contains("hasn't loaded"));
}

/// Returns each text of the printed document behind the name of its element, without the date; and a page that looks the same.
const PAPER: &str = "const paper = window.papers[0];
    if (!paper) return null;
    const date = paper.querySelector('header span:last-child');
    const own = (element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('');
    const lines = [...paper.body.querySelectorAll('*')].filter((element) =>
        element !== date && own(element).trim() && element.getClientRects().length)
        .map((element) => `${element.localName}: ${own(element)}`);
    const page = paper.documentElement.cloneNode(true);
    const style = paper.createElement('style');
    style.textContent = paper.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join(' ');
    page.querySelector('head').append(style);
    return [lines.join('\\n') + '\\n', page.outerHTML];";

async fn the_print_is_the_same_in_every_engine_and_has_two_pages(page: &Page) {
    let ladder = bundled("product");
    open_in_typeface(page, "product", "en", FAKE_DEVICES).await;
    page.restore_answers("product", &ladder.typical_answers(ladder.rung("senior-pm").expect("a rung"))).await;
    page.tab("Share").click().await;
    page.button("Print").click().await;
    let paper = page.wait_for("a document to print", PAPER, &[]).await;
    let [texts, html] = [0, 1].map(|index| paper[index].as_str().expect("a text").to_owned());
    let known = workspace().join("tests/browser/paper.txt");
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&known, &texts).expect("the texts can be written");
    }
    assert_eq!(texts, fs::read_to_string(&known).expect("the texts of the printed document"));
    assert_eq!(page.errors().await, []);
    // WebKit's driver prints nothing.
    if page.engine() != BrowserEngine::WebKit {
        page.goto(&page.site.publish(html, Vec::new())).await;
        let file = temporary_file(page.engine());
        fs::write(&file, page.pdf().await).expect("a file for the document");
        let output = Command::new("pdftotext").arg(&file).arg("-").output().expect("pdftotext runs");
        fs::remove_file(&file).expect("the file is there");
        let printed = String::from_utf8(output.stdout).expect("UTF-8");
        let pages = printed.matches('\u{c}').count();
        assert!((1..=2).contains(&pages), "{pages} pages: {printed}");
        // `pdftotext` joins words at a hyphen that ends a line, and keeps ligatures.
        let words = |text: &str| {
            let ligatures = [("\u{fb00}", "ff"), ("\u{fb01}", "fi"), ("\u{fb02}", "fl")];
            let text =
                ligatures.iter().fold(text.to_owned(), |text, (ligature, letters)| text.replace(ligature, letters));
            text.replace(|letter: char| letter.is_whitespace() || letter == '-', "")
        };
        let printed = words(&printed);
        for line in texts.lines() {
            let text = words(line.split_once(": ").expect("a name and a text").1);
            assert!(printed.contains(&text), "{text:?} is not in: {printed}");
        }
    }
}

fn temporary_file(engine: BrowserEngine) -> PathBuf {
    workspace().join("target").join(format!("printed-by-{engine:?}.pdf"))
}

async fn a_link_is_compared_and_not_stored(page: &Page) {
    open_share(page).await;
    let link = page.copy_link().await;
    page.button("Compare").click().await;
    page.role("textbox").named("Paste a link").wait_visible().await;
    // Without the height of the widget, which follows its content.
    let stored = "return JSON.stringify([localStorage, sessionStorage].map((store) => Object.entries(store)
        .map(([key, text]) => [key, text.split('\\t').toSpliced(1, 1)])));";
    let before: String = page.execute(stored, &[]).await;
    paste(page, "https://example.org/ is no link").await;
    page.wait_for(
        "a refusal",
        "return find({ role: 'textbox', name: 'Paste a link' })[0]?.getAttribute('aria-invalid');",
        &[],
    )
    .await;
    paste(page, &link).await;
    let agrees = "return find({ role: 'textbox', name: 'Paste a link' })[0].getRootNode().textContent
        .includes('You agree everywhere.');";
    page.wait_for("a comparison with oneself", agrees, &[]).await;
    assert_eq!(page.execute::<String>(stored, &[]).await, before);
    assert_eq!(page.errors().await, []);
}

/// Pastes a text into the field, and presses the button beside it, which is the second of that name.
async fn paste(page: &Page, text: &str) {
    let paste = "find({ role: 'textbox', name: 'Paste a link' })[0].value = arguments[0];";
    page.execute::<Value>(paste, &[text.into()]).await;
    page.button("Compare").click_nth(1).await;
}

in_every_engine!(
    the_picture_shows_the_level_on_its_ladder,
    the_picture_is_the_one_that_the_command_draws,
    the_print_has_every_part_and_changes_nothing_of_the_page,
    pressed_again_before_its_files_are_there_it_opens_once,
    after_a_failure_that_is_over_nothing_tells_of_it,
    the_print_is_the_same_in_every_engine_and_has_two_pages,
    a_link_is_compared_and_not_stored,
);
