//! Takes a picture of every state: `cargo run -p browser-tests --bin screenshots [-- OUT_DIR]`.
//!
//! Files are named `STATE-WIDTH-LOOK.png`, so that the pictures of one state stand side by side. The width is that of the
//! widget in CSS pixels; the look is light, dark, forced (the reader's own few colors) or rtl (from right to left).

use browser_tests::{BrowserEngine, HostPage, Page, product, with_page, workspace};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const WIDTHS: [u32; 4] = [320, 480, 800, 1280];

/// The names of the looks, with the media features that make them.
const LOOKS: [(&str, &[(&str, &str)]); 4] = [
    ("light", &[("prefers-color-scheme", "light")]),
    ("dark", &[("prefers-color-scheme", "dark")]),
    ("forced", &[("forced-colors", "active"), ("prefers-color-scheme", "light")]),
    ("rtl", &[("prefers-color-scheme", "light")]),
];

/// From this width on the ladder and the panel stand side by side.
const TWO_COLUMNS: u32 = 800;

/// The host page's padding on each side, in CSS pixels.
const MARGIN: u32 = 16;

/// The width of the widget in the README's picture.
const README_WIDTH: u32 = 1000;

/// The zero-based index of the rung that is opened, and that the outcomes name.
const RUNG: usize = 2;

fn main() {
    let folder = env::args_os().nth(1).map_or_else(|| workspace().join("target/screenshots"), PathBuf::from);
    fs::create_dir_all(&folder).expect("the output folder can be made");
    with_page(BrowserEngine::Chromium, async |page| {
        for (look, features) in LOOKS {
            emulate(page, features).await;
            for width in WIDTHS {
                Camera { page, width, look, folder: &folder }.take_all().await;
            }
        }
        emulate(page, &[("prefers-color-scheme", "light")]).await;
        take_readme_picture(page, &folder.join("readme.png")).await;
    });
}

async fn emulate(page: &Page, features: &[(&str, &str)]) {
    let features: Vec<_> = features.iter().copied().chain([("prefers-reduced-motion", "reduce")]).collect();
    page.emulate_media(&features).await;
}

/// The README's picture: the outcome of a reader who keeps their title to themselves, and answers as is typical of a rung.
async fn take_readme_picture(page: &Page, file: &Path) {
    let ladder = product();
    let width = README_WIDTH + 2 * MARGIN;
    page.emulate_viewport(width, 900).await;
    page.visit(HostPage::with_seed("7").width(README_WIDTH)).await;
    page.wait_ready().await;
    page.start_quiz().await;
    page.answer_to_outcome(|question, options, _| {
        let answer = ladder.typical_answer(question, &ladder.rungs[RUNG]);
        options.iter().position(|option| option == answer).expect("every answer is an option")
    })
    .await;
    page.move_mouse_away().await;
    let height = "return Math.ceil(document.querySelector('#widget').getBoundingClientRect().height);";
    let height = page.execute::<u32>(height, &[]).await;
    page.emulate_viewport(width, height + 2 * MARGIN).await;
    let script = "document.activeElement.blur();
        scrollTo(0, document.querySelector('#widget').getBoundingClientRect().top + scrollY - arguments[0]);";
    page.execute::<()>(script, &[MARGIN.into()]).await;
    page.settle().await;
    save(page, file).await;
}

async fn save(page: &Page, file: &Path) {
    fs::write(file, page.screenshot().await).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

/// Takes the pictures of one width and look.
struct Camera<'a> {
    page: &'a Page,
    width: u32,
    look: &'static str,
    folder: &'a Path,
}

impl Camera<'_> {
    async fn take_all(&self) {
        let Self { page, width, look, .. } = self;
        page.emulate_viewport(width + 2 * MARGIN, 800).await;
        let post = HostPage::with_seed("7").width(*width);
        page.visit(if *look == "rtl" { post.right_to_left() } else { post }).await;
        page.wait_ready().await;
        self.take("first").await;
        self.take_details().await;
        self.take_quiz().await;
        self.take_outcome().await;
        self.take_other_outcomes().await;
    }

    async fn take_details(&self) {
        let page = self.page;
        let rung = &product().rungs[RUNG].title;
        page.button(rung).click().await;
        page.region(rung).wait_visible().await;
        self.take("rung").await;
        page.button("About this stage").click().await;
        self.take("rung-stage").await;
        page.button("Close").click().await;
        page.role("button").matching(r"^\d+ more$").click().await;
        let role = page.role("button").within("Adjacent roles").names().await.remove(0);
        page.button(&role).click().await;
        page.region(&role).wait_visible().await;
        self.take("role").await;
        page.button("Close").click().await;
    }

    async fn take_quiz(&self) {
        let page = self.page;
        page.open_title_question().await;
        self.take("title").await;
        page.skip_title_question().await;
        page.answer(1).await;
        self.take("question").await;
        page.select_option(1).await;
        page.button("Why are you asking this?").click().await;
        self.take("question-selected").await;
    }

    /// A clear outcome with its parts.
    async fn take_outcome(&self) {
        let Self { page, width, .. } = self;
        let ladder = product();
        page.restore_answers("product", &ladder.typical_answers(&ladder.rungs[RUNG])).await;
        page.button("Copy link").wait_visible().await;
        self.take("plan").await;
        page.role("checkbox").click_nth(0).await;
        page.button("About this stage").click().await;
        self.take("plan-stage").await;
        for part in ["Profile", "Why", "Share"] {
            page.tab(part).click().await;
            self.take(&part.to_lowercase()).await;
        }
        let link = page.copy_link().await;
        page.button("Delete my answers").click().await;
        self.take("share-link").await;
        if *width < TWO_COLUMNS {
            page.button("Show the ladder").click().await;
            self.take("ladder").await;
            page.button("Back to the result").click().await;
        }
        page.button(&format!("About {}", ladder.rungs[RUNG].title)).click().await;
        self.take("about").await;
        page.execute::<()>("location.href = arguments[0];", &[link.into()]).await;
        page.button("Find my stage").wait_visible().await;
        self.take("shared").await;
    }

    async fn take_other_outcomes(&self) {
        let page = self.page;
        let ladder = product();
        page.execute::<()>("history.replaceState(null, '', location.pathname);", &[]).await;
        page.restore_answers("product", &ladder.answers_between(&ladder.rungs[1], &ladder.rungs[2])).await;
        page.heading_matching("^Between ").wait_visible().await;
        self.take("between").await;
        page.restore_answers("product", &ladder.answers_that_do_not_apply()).await;
        page.button("Start again").wait_visible().await;
        self.take("unclear").await;
        page.execute::<()>("location.hash = 'career-ladder-product_x';", &[]).await;
        page.role("alert").wait_visible().await;
        self.take("damaged").await;
    }

    /// Takes a picture of the whole widget and a margin around it.
    async fn take(&self, state: &str) {
        let Self { page, width, look, folder } = self;
        let script = "document.activeElement.shadowRoot?.activeElement?.blur();
            return Math.ceil(document.querySelector('#after').getBoundingClientRect().bottom + scrollY);";
        let bottom: u32 = page.execute(script, &[]).await;
        page.emulate_viewport(width + 2 * MARGIN, bottom + MARGIN).await;
        page.execute::<()>("scrollTo(0, 0);", &[]).await;
        page.settle().await;
        save(page, &folder.join(format!("{state}-{width:04}-{look}.png"))).await;
    }
}
