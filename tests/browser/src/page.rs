//! A page: a browser session and the site it visits.

use crate::catalog_fixture::CatalogFixture;
use crate::engine::{BrowserEngine, TypeSettings};
use crate::host_page::HostPage;
use crate::page_log::{LadderEvent, PageError};
use crate::session::Session;
use crate::site::{Origin, Site};
use crate::wait::poll;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::fmt::Display;

/// Functions that find elements by role and name, put before every script.
const FIND: &str = include_str!("web/find.js");

/// A page in a browser of its own, with a site of its own: the fixture that each test is given.
pub struct Page {
    /// The web server that the browser visits.
    pub site: Site,
    session: Session,
    catalog: RefCell<CatalogFixture>,
}

/// Opening and closing.
impl Page {
    /// Starts a site, and a browser unless an idle one is left.
    pub async fn open(engine: BrowserEngine) -> Self {
        Self::open_with_type(engine, TypeSettings::default()).await
    }

    /// Does the same with the browser of a reader who has set other sizes of type.
    pub async fn open_with_type(engine: BrowserEngine, type_settings: TypeSettings) -> Self {
        let site = Site::start().await;
        let session = Session::start(engine, type_settings).await;
        let page = Self { site, session, catalog: CatalogFixture::of("en").into() };
        let reset = page.session.reset_emulation().await;
        page.ok_or_fail(reset, "the browser cannot be reset").await;
        page
    }

    /// Leaves the browser to the next test. Dropping the page instead ends its browser.
    pub async fn close(self) {
        self.session.release().await;
    }

    /// The engine that shows the page.
    pub fn engine(&self) -> BrowserEngine {
        self.session.engine
    }

    /// Expects the widget in this language from now on, in place of English.
    pub fn expect_language(&self, lang: &str) {
        self.catalog.replace(CatalogFixture::of(lang));
    }

    /// A text of the interface in the language that is expected.
    pub fn word(&self, key: &str) -> String {
        self.catalog.borrow().word(key).to_owned()
    }

    /// The language in which the widget is expected.
    pub fn language(&self) -> String {
        self.catalog.borrow().lang.clone()
    }
}

/// Navigation.
impl Page {
    /// Publishes a host page that loads the widget from the other origin, and opens it.
    pub async fn visit(&self, host_page: HostPage) {
        self.goto(&host_page.publish(&self.site, Origin::Assets)).await;
    }

    /// Publishes a host page that loads the widget from its own origin, and opens it.
    pub async fn visit_self_hosted(&self, host_page: HostPage) {
        self.goto(&host_page.publish(&self.site, Origin::Host)).await;
    }

    /// Opens the default host page, with the widget `#widget` and a fixed seed, and waits until the widget is ready.
    pub async fn open_post(&self) {
        self.visit(HostPage::with_seed("7")).await;
        self.wait_ready().await;
    }

    /// Opens a URL, and waits until the document has been parsed.
    pub async fn goto(&self, url: &str) {
        let opened = self.session.send(self.session.client.goto(url)).await;
        self.ok_or_fail(opened, &format!("{url} does not open")).await;
        let script = "return location.href === arguments[0] && document.readyState !== 'loading';";
        self.wait_for("the page to be parsed", script, &[url.into()]).await;
    }

    /// Presses the browser's Back button. A script would not do: it may never hear that it has ended.
    pub async fn go_back(&self) {
        let result = self.session.send(self.session.client.back()).await;
        self.ok_or_fail(result, "the browser cannot go back").await;
    }

    /// Reloads the page, and waits until a widget of the new document is ready.
    pub async fn reload(&self) {
        self.start_reload().await;
        let is_ready = "return globalThis.__recorder?.events.some((event) => event.name === 'ladder-ready');";
        self.wait_for_after_reload("a widget to be ready after the reload", is_ready, &[]).await;
    }

    /// Reloads the page without waiting.
    pub async fn start_reload(&self) {
        self.execute::<()>("window.isBeforeReload = true; location.reload();", &[]).await;
    }

    /// Like [`Self::wait_for`], for a condition that the document before [`Self::start_reload`] must not fulfil.
    pub async fn wait_for_after_reload(&self, what: &str, script: &str, arguments: &[Value]) -> Value {
        self.wait_for(what, &format!("if (window.isBeforeReload) return false; {script}"), arguments).await
    }

    /// Sends all that follows to the frame that a CSS selector finds.
    pub async fn enter_frame(&self, selector: &str) {
        // A frame may be replaced when its document arrives, and the driver would hold on to the first one. WebKit's driver
        // also loses a frame that it entered before the page had loaded.
        let has_arrived = "const frame = document.querySelector(arguments[0]);
            return frame && performance.getEntriesByType('navigation')[0].loadEventEnd > 0
                && performance.getEntriesByName(frame.src).some((entry) => entry.responseEnd > 0);";
        self.wait_for("the frame to arrive", has_arrived, &[selector.into()]).await;
        let entered = match self.session.send(self.session.client.find(Locator::Css(selector))).await {
            Ok(frame) => self.session.send(frame.enter_frame()).await,
            Err(error) => Err(error),
        };
        self.ok_or_fail(entered, &format!("the frame {selector} cannot be entered")).await;
    }

    /// Sends all that follows to the page around the frame.
    pub async fn leave_frame(&self) {
        let left = self.session.send(self.session.client.clone().enter_parent_frame()).await;
        self.ok_or_fail(left, "the frame cannot be left").await;
    }
}

/// Printing.
impl Page {
    /// The document as a PDF on pages of the driver's usual size, which is a letter. WebKit's driver has no such command.
    pub async fn pdf(&self) -> Vec<u8> {
        let printed = self.session.post("print", json!({})).await;
        let printed = self.ok_or_fail(printed, "the page cannot be printed").await;
        BASE64_STANDARD.decode(printed.as_str().unwrap_or_default()).expect("the driver encodes files in Base64")
    }
}

/// Scripts.
impl Page {
    /// Runs a script, the body of a function, and returns its value. The functions of `web/find.js` are in scope.
    pub async fn execute<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let value = deserialized(self.try_execute(script, arguments).await);
        self.ok_or_fail(value, &format!("this script failed:\n{script}\n")).await
    }

    /// Runs a script that calls its last argument with its value. The functions of `web/find.js` are not in scope.
    pub async fn execute_async<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let result = self.session.send(self.session.client.execute_async(script, arguments.to_vec())).await;
        self.ok_or_fail(deserialized(result), "an asynchronous script failed").await
    }

    /// Like [`Self::execute`], but leaves errors to the caller.
    pub(crate) async fn try_execute(&self, script: &str, arguments: &[Value]) -> Result<Value, CmdError> {
        self.session.send(self.session.client.execute(&format!("{FIND}\n{script}"), arguments.to_vec())).await
    }
}

/// Waiting.
impl Page {
    /// Runs a script until it returns neither `null` nor `false`; returns that value. `what` completes the failure
    /// message "timed out waiting for …".
    pub async fn wait_for(&self, what: &str, script: &str, arguments: &[Value]) -> Value {
        // Errors count as "not yet": the document may just be replaced.
        let condition = async || match self.try_execute(script, arguments).await {
            Ok(Value::Null | Value::Bool(false)) | Err(_) => None,
            Ok(value) => Some(value),
        };
        match poll(condition).await {
            Some(value) => value,
            None => self.fail(&format!("timed out waiting for {what}")).await,
        }
    }

    /// The layout shifts that the browser has reported; only Chromium reports any.
    pub async fn layout_shifts(&self) -> Vec<Value> {
        self.execute("__recorder.flushLayoutShifts(); return __recorder.layoutShifts;", &[]).await
    }

    /// Waits until a widget of the page has fired this event.
    pub async fn wait_for_event(&self, name: &str) {
        let script = "return __recorder.events.some((event) => event.name === arguments[0]);";
        self.wait_for(name, script, &[name.into()]).await;
    }

    /// Waits until there are as many `ladder-ready` events as widgets.
    pub async fn wait_ready(&self) {
        let script =
            "const widgets = [...everyElement(document)].filter((element) => element.localName === 'career-ladder');
            return widgets.length > 0
                && widgets.length === __recorder.events.filter((event) => event.name === 'ladder-ready').length;";
        self.wait_for("every widget to be ready", script, &[]).await;
    }

    /// Lets the page finish its pending work: waits for ten animation frames, each with a turn of the event loop.
    pub async fn settle(&self) {
        let script = "const done = arguments[0];
            let frames = 10;
            const step = () => (frames-- ? requestAnimationFrame(() => setTimeout(step)) : done(null));
            step();";
        self.execute_async::<()>(script, &[]).await;
    }
}

/// Observation.
impl Page {
    /// All errors and warnings of this document so far.
    pub async fn errors(&self) -> Vec<PageError> {
        let mut errors: Vec<PageError> = self.execute("return __recorder.errors;", &[]).await;
        let log = self.session.browser_log().await;
        errors.extend(self.ok_or_fail(log, "the browser's log cannot be read").await);
        errors
    }

    /// Fails if an exception was not caught, or the rejection of a promise not handled.
    pub async fn assert_nothing_uncaught(&self) {
        let uncaught: Vec<_> = self.errors().await.into_iter().filter(|error| error.kind.is_uncaught()).collect();
        assert!(uncaught.is_empty(), "{:?}: uncaught: {uncaught:#?}", self.engine());
    }

    /// All events of the widgets of this document so far.
    pub async fn events(&self) -> Vec<LadderEvent> {
        self.execute("return __recorder.events;", &[]).await
    }

    /// The names of [`Self::events`].
    pub async fn event_names(&self) -> Vec<String> {
        self.events().await.into_iter().map(|event| event.name).collect()
    }

    /// The text that a reader can see in the first widget, its fallback included.
    pub async fn widget_text(&self) -> String {
        self.execute("return visibleText(document.querySelector('career-ladder'));", &[]).await
    }

    /// The `result` property of the element `#widget`.
    pub async fn widget_result(&self) -> Value {
        self.execute("return document.querySelector('#widget').result;", &[]).await
    }

    /// Prints the page into a PDF without backgrounds, in Base64. WebKit's driver cannot print.
    pub async fn print(&self) -> String {
        let printed = self.session.post("print", json!({ "background": false })).await;
        let pdf = self.ok_or_fail(printed, "the page cannot be printed").await;
        pdf.as_str().unwrap_or_default().to_owned()
    }

    /// A picture of the viewport, as PNG.
    pub async fn screenshot(&self) -> Vec<u8> {
        let picture = self.session.send(self.session.client.screenshot()).await;
        self.ok_or_fail(picture, "no screenshot").await
    }
}

/// Failing.
impl Page {
    /// Ends the test with a description of the page: its visible elements, records and requests.
    pub async fn fail(&self, reason: &str) -> ! {
        let inspect = async |script: &str| match self.try_execute(script, &[]).await {
            Ok(Value::String(text)) => text,
            Ok(value) => format!("{value:#}"),
            Err(error) => format!("({error:?})"),
        };
        let outline = inspect("return outline();").await;
        let records = "return { url: location.href, errors: __recorder.errors, events: __recorder.events };";
        let records = inspect(records).await;
        let requests: Vec<String> = self.site.requests().into_iter().map(|request| request.path).collect();
        panic!(
            "{:?}: {reason}\n--- visible\n{outline}\n--- recorded\n{records}\n--- requested\n{requests:#?}",
            self.engine()
        );
    }

    /// The value of a result, or the end of the test.
    pub(crate) async fn ok_or_fail<T, E: Display>(&self, result: Result<T, E>, failure: &str) -> T {
        match result {
            Ok(value) => value,
            Err(error) => self.fail(&format!("{failure}: {error}")).await,
        }
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    pub(crate) fn client(&self) -> &Client {
        &self.session.client
    }
}

fn deserialized<T: DeserializeOwned>(result: Result<Value, CmdError>) -> Result<T, String> {
    let value = result.map_err(|error| error.to_string())?;
    serde_json::from_value(value).map_err(|error| error.to_string())
}
