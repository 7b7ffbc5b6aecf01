//! Takes a picture of every screen: `cargo run -p browser-tests --bin screenshots [-- OUT_DIR]`.
//!
//! Files are named `WIDTH-SCHEME-SCREEN.png`. The width is that of the widget in CSS pixels; the scheme is light or dark.

use browser_tests::{BrowserEngine, HostPage, Page, product, with_page, workspace};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const WIDTHS: [u32; 5] = [320, 480, 800, 1000, 1280];
const SCHEMES: [&str; 2] = ["light", "dark"];

/// Widths with a picture of every tab of a rung. The others have only the first tab.
const WIDTHS_WITH_ALL_TABS: [u32; 2] = [320, 1280];

/// The host page's padding on each side, in CSS pixels.
const MARGIN: u32 = 16;

/// The number of answers before the picture of a question with a selected answer.
const ANSWERS_BEFORE: usize = 3;

fn main() {
    let folder = env::args_os().nth(1).map_or_else(|| workspace().join("target/screenshots"), PathBuf::from);
    fs::create_dir_all(&folder).expect("the output folder can be made");
    with_page(BrowserEngine::Chromium, async |page| {
        for scheme in SCHEMES {
            emulate_scheme(page, scheme).await;
            for width in WIDTHS {
                let camera = Camera { page, width, prefix: format!("{width}-{scheme}"), folder: &folder };
                camera.take_all().await;
            }
        }
        emulate_scheme(page, "light").await;
        take_readme_picture(page, &folder.join("readme.png")).await;
    });
}

async fn emulate_scheme(page: &Page, scheme: &str) {
    page.emulate_media(&[("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]).await;
}

/// The README's picture: the outcome of a reader who answers as a senior does.
async fn take_readme_picture(page: &Page, file: &Path) {
    let ladder = product();
    page.emulate_viewport(800 + 2 * MARGIN, 900).await;
    page.visit(HostPage::with_seed("7").width(800)).await;
    page.wait_ready().await;
    page.start_quiz().await;
    page.answer_to_outcome(|question, options, _| {
        let question = ladder.question(question);
        let is_typical = |say: &String| {
            question.answers.iter().any(|answer| answer.say == *say && (ladder.level(answer) - 3.0).abs() < 0.6)
        };
        options.iter().position(is_typical).unwrap_or_default()
    })
    .await;
    let script = "document.activeElement.blur(); scrollTo(0, document.querySelector('#widget').offsetTop - 16);";
    page.execute::<()>(script, &[]).await;
    page.settle().await;
    save(page, file).await;
}

async fn save(page: &Page, file: &Path) {
    fs::write(file, page.screenshot().await).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

/// Takes the pictures of one width and scheme.
struct Camera<'a> {
    page: &'a Page,
    width: u32,
    prefix: String,
    folder: &'a Path,
}

impl Camera<'_> {
    async fn take_all(&self) {
        let Self { page, width, .. } = self;
        page.emulate_viewport(width + 2 * MARGIN, 800).await;
        page.visit(HostPage::with_seed("7").width(*width)).await;
        page.wait_ready().await;
        self.take("first").await;
        self.take_rung().await;
        self.take_quiz().await;
        self.take_outcome().await;
    }

    async fn take_rung(&self) {
        let Self { page, width, .. } = self;
        let rung = &product().rungs[2].title;
        page.button(rung).click().await;
        page.region(rung).wait_visible().await;
        self.take("rung").await;
        if WIDTHS_WITH_ALL_TABS.contains(width) {
            for (index, tab) in page.role("tab").names().await.iter().enumerate().skip(1) {
                page.tab(tab).click().await;
                self.take(&format!("rung-tab-{}", index + 1)).await;
            }
        }
    }

    async fn take_quiz(&self) {
        let page = self.page;
        page.open_title_question().await;
        self.take("title").await;
        page.skip_title_question().await;
        self.take("question").await;
        for answered in 0..ANSWERS_BEFORE {
            page.answer(answered % 3).await;
        }
        page.select_option(1).await;
        self.take("answer").await;
    }

    async fn take_outcome(&self) {
        let page = self.page;
        page.answer_to_outcome(|_, options, answered| (answered + ANSWERS_BEFORE) % options.len()).await;
        self.take("outcome").await;
        page.role("checkbox").click_nth(0).await;
        let link = page.copy_link().await;
        self.take("link").await;
        page.execute::<()>("location.href = arguments[0];", &[link.into()]).await;
        page.button("Find my stage").wait_visible().await;
        self.take("shared").await;
    }

    /// Takes a picture of the whole widget and a margin around it.
    async fn take(&self, screen: &str) {
        let Self { page, width, prefix, folder } = self;
        page.settle().await;
        let script = "return Math.ceil(document.querySelector('#after').getBoundingClientRect().bottom + scrollY);";
        let bottom: u32 = page.execute(script, &[]).await;
        page.emulate_viewport(width + 2 * MARGIN, bottom + MARGIN).await;
        page.execute::<()>("scrollTo(0, 0);", &[]).await;
        page.settle().await;
        save(page, &folder.join(format!("{prefix}-{screen}.png"))).await;
    }
}
