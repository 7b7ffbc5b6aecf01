//! Pictures of every screen, for looking at: `cargo run -p browser-tests --bin screenshots [-- OUT_DIR]`.
//!
//! Files are named `WIDTH-SCHEME-SCREEN.png` after the width of the widget in CSS pixels.

use browser_tests::{Engine, HostPage, Page, product, run, workspace};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const WIDTHS: [u32; 5] = [320, 480, 800, 1000, 1280];
const SCHEMES: [&str; 2] = ["light", "dark"];

/// Where all tabs of a rung are shown, not just the first.
const TABS_AT: [u32; 2] = [320, 1280];

/// The host page's padding on both sides.
const MARGIN: u32 = 16;

/// How many answers are given before the picture of a question that has one.
const ANSWERED: usize = 3;

fn main() {
    let folder = env::args_os().nth(1).map_or_else(|| workspace().join("target/screenshots"), PathBuf::from);
    fs::create_dir_all(&folder).expect("the folder can be made");
    run(Engine::Chromium, async |page| {
        for scheme in SCHEMES {
            page.emulate_media(&[("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]).await;
            for width in WIDTHS {
                let camera = Camera { page, width, prefix: format!("{width}-{scheme}"), folder: &folder };
                camera.walk().await;
            }
        }
        page.emulate_media(&[("prefers-color-scheme", "light"), ("prefers-reduced-motion", "reduce")]).await;
        for_the_readme(page, &folder.join("readme.png")).await;
    });
}

/// The picture that the README shows: the outcome of someone who answers as a senior does.
async fn for_the_readme(page: &Page, file: &Path) {
    let ladder = product();
    page.emulate_viewport(800 + 2 * MARGIN, 900).await;
    page.visit(HostPage::with_seed("7").width(800)).await;
    page.ready().await;
    page.begin().await;
    page.finish(|question, answers, _| {
        let question = ladder.question(question).expect("a question of the ladder");
        let is_typical = |say: &String| {
            question.answers.iter().any(|answer| answer.say == *say && (ladder.level(answer) - 3.0).abs() < 0.6)
        };
        answers.iter().position(is_typical).unwrap_or_default()
    })
    .await;
    let script = "document.activeElement.blur(); scrollTo(0, document.querySelector('#widget').offsetTop - 16);";
    page.run::<()>(script, &[]).await;
    page.settle().await;
    fs::write(file, page.screenshot().await).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

/// A way through the widget at one width.
struct Camera<'a> {
    page: &'a Page,
    width: u32,
    prefix: String,
    folder: &'a Path,
}

impl Camera<'_> {
    async fn walk(&self) {
        let Self { page, width, .. } = self;
        page.emulate_viewport(width + 2 * MARGIN, 800).await;
        page.visit(HostPage::with_seed("7").width(*width)).await;
        page.ready().await;
        self.shoot("first").await;

        let rung = &product().rungs[2].title;
        page.button(rung).click().await;
        page.region(rung).shown().await;
        self.shoot("rung").await;
        if TABS_AT.contains(width) {
            for (place, tab) in page.role("tab").names().await.iter().enumerate().skip(1) {
                page.tab(tab).click().await;
                self.shoot(&format!("rung-tab-{}", place + 1)).await;
            }
        }

        page.begin_with_title().await;
        self.shoot("title").await;
        page.skip().await;
        self.shoot("question").await;
        for answered in 0..ANSWERED {
            page.answer(answered % 3).await;
        }
        page.choose(1).await;
        self.shoot("answer").await;
        page.finish(|_, answers, asked| (asked + ANSWERED) % answers.len()).await;
        self.shoot("outcome").await;

        page.role("checkbox").click_nth(0).await;
        let link = page.copy_link().await;
        self.shoot("kept").await;
        page.run::<()>("location.href = arguments[0];", &[link.into()]).await;
        page.button("Find my stage").shown().await;
        self.shoot("shared").await;
    }

    /// The whole widget and a little of what is around it.
    async fn shoot(&self, screen: &str) {
        let Self { page, width, prefix, folder } = self;
        page.settle().await;
        let bottom: u32 = page
            .run("return Math.ceil(document.querySelector('#after').getBoundingClientRect().bottom + scrollY);", &[])
            .await;
        page.emulate_viewport(width + 2 * MARGIN, bottom + MARGIN).await;
        page.run::<()>("scrollTo(0, 0);", &[]).await;
        page.settle().await;
        let file = folder.join(format!("{prefix}-{screen}.png"));
        fs::write(&file, page.screenshot().await).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}
