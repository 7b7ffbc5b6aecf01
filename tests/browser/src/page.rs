//! A browser and the page it shows.

use crate::driver::Driver;
use crate::engine::Engine;
use crate::host_page::HostPage;
use crate::site::{Origin, Site};
use crate::wait::poll;
use crate::watch::{Event, Trouble};
use fantoccini::Client;
use fantoccini::Locator;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The functions that find things in a page.
const FIND: &str = include_str!("web/find.js");

/// The key under which WebDriver writes an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser of its own with a site of its own.
pub struct Page {
    /// Which browser it is.
    pub engine: Engine,
    /// What it can visit.
    pub site: Site,
    client: Client,
    // Ends the browser when the page is dropped.
    driver: Driver,
}

/// Where something is, in CSS pixels from the top left corner of the page.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Rect {
    /// The left edge.
    pub x: f64,
    /// The top edge.
    pub y: f64,
    /// From the left to the right edge.
    pub width: f64,
    /// From the top to the bottom edge.
    pub height: f64,
}

impl Page {
    /// Starts a browser and a site.
    pub async fn open(engine: Engine) -> Self {
        let site = Site::start().await;
        let (driver, client) = Driver::take(engine).await;
        let page = Self { engine, site, client, driver };
        page.forget_emulation().await;
        page
    }

    /// Leaves the browser to the next test. A page that is merely dropped takes its browser with it.
    pub async fn close(self) {
        self.driver.give_back(self.client).await;
    }

    /// Publishes a page whose widget comes from the other origin, and goes there.
    pub async fn visit(&self, page: HostPage) {
        self.go(&page.publish(&self.site, Origin::Assets)).await;
    }

    /// Publishes a page that has the widget's files on its own origin, and goes there.
    pub async fn visit_self_hosted(&self, page: HostPage) {
        self.go(&page.publish(&self.site, Origin::Host)).await;
    }

    /// Goes to an address.
    pub async fn go(&self, address: &str) {
        if let Err(error) = self.drive(self.client.goto(address)).await {
            self.fail(&format!("{address} does not open: {error}")).await;
        }
        let script = "return location.href === arguments[0] && document.readyState !== 'loading';";
        self.until("the page to be there", script, &[address.into()]).await;
    }

    /// Looks into the frame that this selector finds; the page around it is out of sight then.
    pub async fn enter_frame(&self, selector: &str) {
        // A frame that has not arrived may be another one once it has: the driver would hold on to the first.
        let arrived = "const frame = document.querySelector(arguments[0]);
            return frame && performance.getEntriesByName(frame.src).some((entry) => entry.responseEnd > 0);";
        self.until("the frame to be there", arrived, &[selector.into()]).await;
        let entered = match self.drive(self.client.find(Locator::Css(selector))).await {
            Ok(frame) => self.drive(frame.enter_frame()).await,
            Err(error) => Err(error),
        };
        if let Err(error) = entered {
            self.fail(&format!("the frame {selector} cannot be entered: {error}")).await;
        }
    }

    /// Looks at the page again.
    pub async fn leave_frame(&self) {
        if let Err(error) = self.drive(self.client.clone().enter_parent_frame()).await {
            self.fail(&format!("the frame cannot be left: {error}")).await;
        }
    }

    /// Goes back in the browser's history, as with its button. A script that does so may never hear that it ended.
    pub async fn back(&self) {
        if let Err(error) = self.drive(self.client.back()).await {
            self.fail(&format!("no way back: {error}")).await;
        }
    }

    /// Waits until every widget of the page said `ladder-ready`, and that for each once.
    pub async fn ready(&self) {
        let script =
            "const widgets = [...everyElement(document)].filter((element) => element.localName === 'career-ladder');
            return widgets.length > 0
                && widgets.length === __watch.events.filter((event) => event.name === 'ladder-ready').length;";
        self.until("every widget to say that it is ready", script, &[]).await;
    }

    /// Opens the usual post, whose widget shuffles its answers always alike, and waits until it is ready.
    pub async fn open_post(&self) {
        self.visit(HostPage::with_seed("7")).await;
        self.ready().await;
    }

    /// Loads the page again, and waits until a widget is ready.
    pub async fn reload(&self) {
        self.run::<()>("window.old = true; location.reload();", &[]).await;
        let ready = "return !window.old && globalThis.__watch?.events.some((event) => event.name === 'ladder-ready');";
        self.until("the page to be loaded again", ready, &[]).await;
    }

    /// Runs the body of a function in the page; the functions of `web/find.js` are there too.
    pub async fn run<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let result = match self.try_run(script, arguments).await {
            Ok(value) => serde_json::from_value(value).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        match result {
            Ok(value) => value,
            Err(error) => self.fail(&format!("{error} in the script\n{script}")).await,
        }
    }

    /// Runs the body of a function that calls its last argument when it is done.
    pub async fn run_async<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let result = match self.drive(self.client.execute_async(script, arguments.to_vec())).await {
            Ok(value) => serde_json::from_value(value).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        match result {
            Ok(value) => value,
            Err(error) => self.fail(&format!("{error} in a script")).await,
        }
    }

    /// Waits until a script returns something true, and returns that.
    pub async fn until(&self, what: &str, script: &str, arguments: &[Value]) -> Value {
        // An error may be that of a page which is just being replaced.
        let look = async || match self.try_run(script, arguments).await {
            Ok(Value::Null | Value::Bool(false)) | Err(_) => None,
            Ok(value) => Some(value),
        };
        match poll(look).await {
            Some(value) => value,
            None => self.fail(&format!("waited in vain for {what}")).await,
        }
    }

    /// Lets the page do everything it has at hand: a number of frames with a turn of the event loop after each.
    pub async fn settle(&self) {
        let script = "const done = arguments[0];
            let frames = 10;
            const step = () => (frames-- ? requestAnimationFrame(() => setTimeout(step)) : done(null));
            step();";
        self.run_async::<()>(script, &[]).await;
    }

    /// Everything that went wrong in this page so far.
    pub async fn trouble(&self) -> Vec<Trouble> {
        let mut trouble: Vec<Trouble> = self.run("return __watch.trouble;", &[]).await;
        trouble.extend(self.browser_log().await);
        trouble
    }

    /// Every event of the widgets in this page so far.
    pub async fn events(&self) -> Vec<Event> {
        self.run("return __watch.events;", &[]).await
    }

    /// The names of the events so far.
    pub async fn event_names(&self) -> Vec<String> {
        self.events().await.into_iter().map(|event| event.name).collect()
    }

    /// The text that a reader can see in the first widget, its fallback included.
    pub async fn widget_text(&self) -> String {
        self.run("return shownText(document.querySelector('career-ladder'));", &[]).await
    }

    /// The elements that a script returns.
    pub(crate) async fn elements(&self, script: &str, arguments: &[Value]) -> Result<Vec<Element>, CmdError> {
        let found = self.try_run(script, arguments).await?;
        let references = found.as_array().into_iter().flatten().filter_map(|element| element[ELEMENT].as_str());
        Ok(references
            .map(|id| Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned())))
            .collect())
    }

    pub(crate) async fn try_run(&self, script: &str, arguments: &[Value]) -> Result<Value, CmdError> {
        self.drive(self.client.execute(&format!("{FIND}\n{script}"), arguments.to_vec())).await
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Ends the test, showing what the page shows.
    pub async fn fail(&self, reason: &str) -> ! {
        let ask = async |script: &str| match self.try_run(script, &[]).await {
            Ok(Value::String(text)) => text,
            Ok(value) => format!("{value:#}"),
            Err(error) => format!("({error})"),
        };
        let outline = ask("return outline();").await;
        let noted = ask("return { url: location.href, trouble: __watch.trouble, events: __watch.events };").await;
        let requests: Vec<String> = self.site.requests().into_iter().map(|request| request.path).collect();
        panic!("{:?}: {reason}\n--- shown\n{outline}\n--- noted\n{noted}\n--- requested\n{requests:#?}", self.engine);
    }
}

/// An element of the page.
pub struct Node<'a> {
    pub(crate) page: &'a Page,
    pub(crate) element: Element,
}

impl Node<'_> {
    /// Its accessible name.
    pub async fn name(&self) -> String {
        self.run("return nameOf(arguments[0]);").await
    }

    /// The role and the name that the browser itself tells assistive technology.
    pub async fn as_told(&self) -> (String, String) {
        let mut told = Vec::new();
        for question in ["computedrole", "computedlabel"] {
            match self.page.ask(&format!("element/{}/{question}", self.element.element_id())).await {
                Ok(answer) => told.push(answer.as_str().unwrap_or_default().to_owned()),
                Err(error) => self.page.fail(&format!("{question}: {error}")).await,
            }
        }
        let name = told.pop().unwrap_or_default();
        let mut role = told.pop().unwrap_or_default();
        // A summary has no role of ARIA: Chromium says its own word for it, the others nothing.
        if ["", "DisclosureTriangle"].contains(&&*role)
            && self.run("return arguments[0].localName === 'summary';").await
        {
            role = "button".to_owned();
        }
        (role, name)
    }

    /// An attribute's value.
    pub async fn attribute(&self, name: &str) -> Option<String> {
        self.run(&format!("return arguments[0].getAttribute({});", json!(name))).await
    }

    /// The value of a property as the style sheets end up giving it.
    pub async fn style(&self, property: &str) -> String {
        self.run(&format!("return getComputedStyle(arguments[0]).getPropertyValue({});", json!(property))).await
    }

    /// Whether a radio is chosen.
    pub async fn is_checked(&self) -> bool {
        self.run("return arguments[0].checked;").await
    }

    /// Whether it has the focus.
    pub async fn is_focused(&self) -> bool {
        self.run("return focused() === arguments[0];").await
    }

    /// All text a reader can see in it.
    pub async fn text(&self) -> String {
        self.run("return shownText(arguments[0]);").await
    }

    /// Where it is in the page.
    pub async fn rect(&self) -> Rect {
        let script = "const { x, y, width, height } = arguments[0].getBoundingClientRect();
            return { x: x + scrollX, y: y + scrollY, width, height };";
        self.run(script).await
    }

    async fn run<T: DeserializeOwned>(&self, script: &str) -> T {
        self.page.run(script, &[self.reference()]).await
    }

    fn reference(&self) -> Value {
        json!({ ELEMENT: self.element.element_id().as_ref() })
    }
}
