//! Runs async functions as tests, each in a browser of its own.

use crate::engine::BrowserEngine;
use crate::page::Page;
use crate::session::LostBrowser;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread::available_parallelism;
use std::time::Duration;

/// A test that runs longer than this fails. The longest takes a minute and a half on an idle machine with two cores,
/// and ten times as long on one that others use too.
const TEST_TIMEOUT: Duration = Duration::from_secs(1200);

/// Runs `test` in a browser that no other test is using. If the browser is lost, which says nothing about the page,
/// the test runs once more in a new one.
pub fn with_page(engine: BrowserEngine, test: impl AsyncFn(&Page)) {
    let _permit = BrowserPermit::acquire();
    let attempt = || catch_unwind(AssertUnwindSafe(|| run_once(engine, &test)));
    let is_lost =
        |result: &Result<(), Box<dyn Any + Send>>| result.as_ref().is_err_and(|payload| payload.is::<LostBrowser>());
    let mut result = attempt();
    if is_lost(&result) {
        result = attempt();
    }
    assert!(!is_lost(&result), "{engine:?}: two browsers in a row are lost");
    if let Err(payload) = result {
        resume_unwind(payload);
    }
}

fn run_once(engine: BrowserEngine, test: impl AsyncFn(&Page)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    runtime.block_on(async {
        let page = Page::open(engine).await;
        if tokio::time::timeout(TEST_TIMEOUT, test(&page)).await.is_err() {
            page.fail("the test did not end in time").await;
        }
        page.close().await;
    });
}

/// Makes a test in Chromium of each named async function.
#[macro_export]
macro_rules! in_chromium {
    ($($test:ident),+ $(,)?) => {
        mod chromium_only {
            $(#[test]
            fn $test() {
                $crate::with_page($crate::BrowserEngine::Chromium, super::$test);
            })+
        }
    };
}

/// Makes a test in each engine of each named async function.
#[macro_export]
macro_rules! in_every_engine {
    ($($test:ident),+ $(,)?) => {
        mod chromium {
            $(#[test]
            fn $test() {
                $crate::with_page($crate::BrowserEngine::Chromium, super::$test);
            })+
        }
        mod firefox {
            $(#[test]
            fn $test() {
                $crate::with_page($crate::BrowserEngine::Firefox, super::$test);
            })+
        }
        mod webkit {
            $(#[test]
            fn $test() {
                $crate::with_page($crate::BrowserEngine::WebKit, super::$test);
            })+
        }
    };
}

/// Permission to run a browser. There is one for each core, however many threads the test program has.
struct BrowserPermit;

static PERMITS_IN_USE: Mutex<usize> = Mutex::new(0);
static PERMIT_RETURNED: Condvar = Condvar::new();

impl BrowserPermit {
    fn acquire() -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        let in_use = PERMITS_IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut in_use =
            PERMIT_RETURNED.wait_while(in_use, |in_use| *in_use >= cores).unwrap_or_else(PoisonError::into_inner);
        *in_use += 1;
        Self
    }
}

impl Drop for BrowserPermit {
    fn drop(&mut self) {
        *PERMITS_IN_USE.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        PERMIT_RETURNED.notify_one();
    }
}
