//! From async functions to tests.

use crate::command::Silent;
use crate::{Engine, Page};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread::available_parallelism;
use std::time::Duration;

/// A test that is still running after this long will not end by itself. The longest takes a minute and a half where
/// nothing else runs, and ten times as long on a machine that others use too.
const LIMIT: Duration = Duration::from_secs(1200);

/// Runs `case` in a browser that no other test is using, on a site of its own. Where the browser's driver stops
/// answering, which none may whatever the page does, it is run in a new one, once.
pub fn run(engine: Engine, case: impl AsyncFn(&Page)) {
    let _turn = Turn::wait();
    let attempt = || catch_unwind(AssertUnwindSafe(|| run_once(engine, &case)));
    let is_silent = |outcome: &Result<(), Box<dyn Any + Send>>| outcome.as_ref().is_err_and(|why| why.is::<Silent>());
    let mut outcome = attempt();
    if is_silent(&outcome) {
        outcome = attempt();
    }
    assert!(!is_silent(&outcome), "{engine:?}: two drivers in a row do not answer");
    if let Err(why) = outcome {
        resume_unwind(why);
    }
}

fn run_once(engine: Engine, case: impl AsyncFn(&Page)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    runtime.block_on(async {
        let page = Page::open(engine).await;
        if tokio::time::timeout(LIMIT, case(&page)).await.is_err() {
            page.fail("the test did not end").await;
        }
        page.close().await;
    });
}

/// Makes a test in Chromium of each named async function.
#[macro_export]
macro_rules! in_chromium {
    ($($case:ident),+ $(,)?) => {
        mod chromium_only {
            $(#[test]
            fn $case() {
                $crate::run($crate::Engine::Chromium, super::$case);
            })+
        }
    };
}

/// Makes a test in each engine of each named async function.
#[macro_export]
macro_rules! in_every_engine {
    ($($case:ident),+ $(,)?) => {
        mod chromium {
            $(#[test]
            fn $case() {
                $crate::run($crate::Engine::Chromium, super::$case);
            })+
        }
        mod firefox {
            $(#[test]
            fn $case() {
                $crate::run($crate::Engine::Firefox, super::$case);
            })+
        }
        mod webkit {
            $(#[test]
            fn $case() {
                $crate::run($crate::Engine::WebKit, super::$case);
            })+
        }
    };
}

/// Leave to run a browser: one for each core, whatever number of test threads was asked for.
struct Turn;

static RUNNING: Mutex<usize> = Mutex::new(0);
static ENDED: Condvar = Condvar::new();

impl Turn {
    fn wait() -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running =
            ENDED.wait_while(running, |running| *running >= cores).unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ENDED.notify_one();
    }
}
