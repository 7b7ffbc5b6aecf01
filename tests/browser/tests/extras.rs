//! The extras: the picture of an outcome, its print, and the comparison. Their files come at the first use.

use crate::support::take_quiz_as_senior;
use browser_tests::{HostPage, Page, in_every_engine};
use serde_json::Value;

/// Notes the files that are offered for download in `window.files`, and the documents that frames print in `window.papers`.
/// With `window.refuses`, printing does nothing, as in a frame that may open no dialogs.
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
    for text in tasks.iter().map(String::as_str).chain(["Plan", "Profile", "Why", "is typical of", "Senior PM"]) {
        assert!(paper.contains(text), "{text} is not on paper: {paper}");
    }
    assert_eq!(page.execute::<String>("return document.body.outerHTML + scrollY;", &[]).await, before);
    page.execute::<()>("window.refuses = true;", &[]).await;
    page.button("Print").click().await;
    let says = "return find({ role: 'status' }).some((region) => region.textContent.includes('allow printing'));";
    page.wait_for("the reason why nothing is printed", says, &[]).await;
    assert_eq!(page.errors().await, []);
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
    the_print_has_every_part_and_changes_nothing_of_the_page,
    a_link_is_compared_and_not_stored,
);
