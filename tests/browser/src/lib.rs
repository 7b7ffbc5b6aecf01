//! The harness of the browser tests: a site of our own, three engines, and a reader's way of finding things.
//!
//! ```text
//! cargo xtask build                              # the tests look at the shipped files in dist/
//! cargo test -p browser-tests                    # all engines
//! cargo test -p browser-tests firefox            # one engine
//! cargo test -p browser-tests mouse::            # one subject
//! cargo run  -p browser-tests --bin screenshots  # pictures into target/screenshots
//! ```
//!
//! A test is an async function that is given a [`Page`]: a browser to itself, with a site of its own.
//! [`in_every_engine!`] and [`in_chromium!`] turn a list of such functions into tests, named
//! `subject::engine::what_is_so`.
//!
//! ```no_run
//! use browser_tests::{HostPage, Page, in_every_engine};
//!
//! async fn the_quiz_starts(page: &Page) {
//!     page.visit(HostPage::with_snippet()).await;
//!     page.ready().await;
//!     page.button("Find my stage").click().await;
//!     assert_eq!(page.radiogroup().count().await, 1);
//! }
//!
//! in_every_engine!(the_quiz_starts);
//! # fn main() {}
//! ```
//!
//! What holds for every test:
//! - Things are found by role and accessible name ([`Query`]), through open shadow roots, and only if they are
//!   rendered. Nothing knows the widget's classes or tags but `<career-ladder>` itself.
//! - Clicks and keys are the driver's own, so a covered button cannot be pressed.
//! - Waiting is for a condition; when it does not come, the panic shows what the page did show.
//! - The widget comes from another origin than the page ([`Site`]), as it does in real posts.
//! - Browsers are handed from a test that passed to the next one, on new origins; one that failed is ended at once, and
//!   the rest end when the test process does, however it ends (`keep.sh`).
//! - A driver that stops answering says nothing of the widget: its test runs once more, in a new browser. `cargo xtask
//!   test` prints how often that was.
//!
//! Surroundings, all optional: `CAREER_LADDER_DIST` (the built files, default `dist/`),
//! `CAREER_LADDER_HOSTS` (pages to put the widget into, default `www/variants/`),
//! `CAREER_LADDER_NODE_MODULES` (where axe-core is, default `node_modules/`), `GECKODRIVER`, `CHROMIUM`, `FIREFOX`.

mod audit;
mod chromium;
mod command;
mod display;
mod driver;
mod engine;
mod host_page;
mod hosts;
mod kept;
mod keys;
mod ladder;
mod page;
mod paths;
mod pointer;
mod probe;
mod query;
mod quiz;
mod run;
mod site;
mod wait;
mod watch;

pub use audit::Violation;
pub use chromium::Memory;
pub use engine::Engine;
pub use host_page::{Embed, HostPage};
pub use hosts::Hosts;
pub use keys::Key;
pub use ladder::{Answer, Ladder, Question, Rung, bundled, product};
pub use page::{Node, Page, Rect};
pub use paths::{dist, node_modules, workspace};
pub use probe::Probe;
pub use query::Query;
pub use quiz::{OUTCOME, Step};
pub use run::run;
pub use site::{Fault, Origin, Request, Site};
pub use watch::{Event, Trouble, TroubleKind};
