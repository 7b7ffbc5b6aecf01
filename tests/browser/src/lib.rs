//! A harness for tests of the widget in Chromium, Firefox and WebKitGTK.
//!
//! # Running the tests
//!
//! ```text
//! cargo xtask build                                # the tests use the files in dist/
//! cargo test -p browser-tests                      # all tests
//! cargo test -p browser-tests firefox              # one engine
//! cargo test -p browser-tests quiz::               # one subject
//! cargo test -p browser-tests quiz::chromium       # one subject in one engine
//! CAREER_LADDER_DIST=OTHER cargo test -p browser-tests -- quiz::chromium keyboard::chromium memory::
//!                                                  # three subjects against another build
//! cargo run  -p browser-tests --bin screenshots    # a picture of every screen, in target/screenshots
//! ```
//!
//! Environment variables, all optional:
//!
//! | variable | meaning | default |
//! |---|---|---|
//! | `CAREER_LADDER_DIST` | the folder of built files | `dist/` |
//! | `CAREER_LADDER_HOSTS` | a folder of host pages to embed the widget in ([`HostFolder`]) | `www/variants/` |
//! | `CAREER_LADDER_NODE_MODULES` | the folder with axe-core | `node_modules/` |
//! | `CHROMIUM`, `FIREFOX` | the browsers | the ones of Debian, else from `PATH` |
//! | `CHROMEDRIVER`, `WEBKIT_WEBDRIVER` | these drivers | from `PATH` |
//! | `GECKODRIVER` | Firefox's driver | `target/tools/bin/geckodriver`, else from `PATH` |
//!
//! # Adding a test
//!
//! 1. Choose the file in `tests/` that has the subject of the test, or add a file and its line in `tests/main.rs`.
//! 2. Write an async function that takes a [`Page`]. Name it for the condition and the expected result. It fails by
//!    panicking, so use `assert!` and `assert_eq!`.
//! 3. List the function in [`in_every_engine!`]. Use [`in_chromium!`] instead if the test needs Chromium's developer
//!    tools, or if the engines cannot differ in what it checks. The test is then named `subject::engine::function`.
//!
//! ```no_run
//! use browser_tests::{HostPage, Page, in_every_engine};
//!
//! async fn pressing_find_my_stage_shows_one_question(page: &Page) {
//!     page.visit(HostPage::with_snippet()).await;
//!     page.wait_ready().await;
//!     page.button("Find my stage").click().await;
//!     page.radiogroup().wait_visible().await;
//!     assert_eq!(page.radiogroup().count().await, 1);
//! }
//!
//! in_every_engine!(pressing_find_my_stage_shows_one_question);
//! # fn main() {}
//! ```
//!
//! The parts of a test, in the order in which most tests use them:
//! * **A host page.** [`Page::open_post`] opens the usual one. For others, describe a [`HostPage`] with its [`Embed`]s
//!   and open it with [`Page::visit`].
//! * **Faults and delays.** [`Page::site`] counts requests, and can hold responses back or make them faulty ([`Site`]).
//! * **Locators.** [`Page::button`], [`Page::radios`] and the like return a [`Locator`], which finds visible elements by
//!   role and accessible name. Its methods wait, click, count, or return an [`ElementHandle`].
//! * **The quiz.** [`Page::start_quiz`], [`Page::answer`] and [`Page::answer_to_outcome`] go through it by mouse;
//!   [`Page::press_key`] presses keys.
//! * **Scripts.** [`Page::execute`] runs JavaScript in the page. The functions of `src/web/find.js` are in scope.
//! * **Expectations.** [`product`] and [`bundled`] are the ladders as their authors wrote them. [`Page::errors`] and
//!   [`Page::events`] return the errors of the page and the events of its widgets.
//!
//! # Rules
//!
//! * **Find elements by role and name.** A test that passes then works for readers with assistive technology too. A
//!   few tests of drawing need a class of the widget, since what is only drawn has no role.
//! * **Click and press keys by the driver.** A click of the driver fails on a covered element; a script's does not.
//! * **Wait for a condition, never for a time.** Use [`Locator::wait_visible`], [`Page::wait_for`] and the like.
//! * **Use [`Page::settle`] only where no condition can be named**, mostly before asserting that nothing happened. It
//!   waits for ten frames.
//! * **Load the widget from another origin than the page's**, as [`Page::visit`] does and most real pages do.
//!
//! # When a test fails
//!
//! The panic message says which condition did not come. Below it are the elements that were visible (role, name, state),
//! the page's errors and events, and the requests. To see the page as well, write [`Page::screenshot`] into a file before
//! the failing line.
//!
//! # How tests run
//!
//! The runner starts at most one browser for each core. A passed test leaves its browser to the next test, which gets
//! new origins and so empty storage. A failed test ends its browser. All browsers end with the test process, even if
//! that is killed (`supervise.sh`). A driver that stops answering says nothing about the widget, so its test runs once
//! more in a new browser; `cargo xtask test` prints how often that happened.
//!
//! # Modules
//!
//! The modules below stand in layers, and each uses only modules of the layers above it. The test in `module_order.rs`
//! checks that. All modules are private: the list at the end of this file has everything that tests use.

// Files, waiting, processes, records.
mod page_log;
mod paths;
mod supervised_process;
mod wait;

// Ladders, host pages of others, and how browsers are started.
mod catalog_fixture;
mod display;
mod engine;
mod host_folder;
mod ladder_fixture;

// The web server, and the driver of a browser.
mod driver;
mod site;

// Host pages of our own, and sessions of a driver.
mod host_page;
mod session;

// Commands of chromedriver alone.
mod chromium;

// A session that visits a site.
mod page;

// Means to act on a page and to look at it.
mod axe;
mod devtools;
mod element;
mod keyboard;

// Finding elements.
mod locator;

// Going through the widget by mouse, or to one of its later screens at once.
mod answers;
mod mouse;
mod quiz;

// Comparing appearances, with the mouse out of the way.
mod appearance;

// Running tests.
mod runner;

#[cfg(test)]
mod module_order;

pub use answers::MAX_ASKED;
pub use appearance::Appearance;
pub use axe::AxeViolation;
pub use catalog_fixture::{CatalogFixture, languages};
pub use devtools::{AccessibilityNode, MemoryUsage};
pub use element::{ElementHandle, Rect};
pub use engine::{BrowserEngine, TypeSettings};
pub use host_folder::HostFolder;
pub use host_page::{Embed, HostPage};
pub use keyboard::Key;
pub use ladder_fixture::{
    AnswerFixture, DimensionFixture, LadderFixture, NOT_APPLICABLE, QuestionFixture, RungFixture, RungIds,
    StageFixture, TrackFixture, bundled, product, product_title,
};
pub use locator::Locator;
pub use page::Page;
pub use page_log::{LadderEvent, PageError, PageErrorKind};
pub use paths::{dist, node_modules, workspace};
pub use quiz::QuizScreen;
pub use runner::with_page;
pub use site::{Origin, Request, ResponseFault, Site};
