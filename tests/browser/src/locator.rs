//! Locators: elements described by role and accessible name, as assistive technology presents them.

use crate::element::{ElementHandle, Rect};
use crate::engine::BrowserEngine;
use crate::page::Page;
use crate::wait::poll;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::{Value, json};
use std::fmt;

/// A description of elements. Each method searches the page anew, so a locator never becomes stale.
///
/// It finds only visible elements, also in open shadow roots, in the order of the document.
#[derive(Clone)]
pub struct Locator<'a> {
    page: &'a Page,
    role: &'static str,
    name: Option<(NameMatch, String)>,
    container: Option<String>,
}

#[derive(Clone, Copy)]
enum NameMatch {
    Exact,
    Contains,
    /// A regular expression of JavaScript.
    Pattern,
}

/// Locators of the roles that tests need often.
impl Page {
    /// All elements with this ARIA role.
    pub fn role(&self, role: &'static str) -> Locator<'_> {
        Locator { page: self, role, name: None, container: None }
    }

    /// Buttons with this name.
    pub fn button(&self, name: &str) -> Locator<'_> {
        self.role("button").named(name)
    }

    /// Tabs with this name.
    pub fn tab(&self, name: &str) -> Locator<'_> {
        self.role("tab").named(name)
    }

    /// The panel of the selected tab.
    pub fn tabpanel(&self) -> Locator<'_> {
        self.role("tabpanel")
    }

    /// Regions with this name.
    pub fn region(&self, name: &str) -> Locator<'_> {
        self.role("region").named(name)
    }

    /// All radios: the options of a question.
    pub fn radios(&self) -> Locator<'_> {
        self.role("radio")
    }

    /// The group of radios, which is named by its question.
    pub fn radiogroup(&self) -> Locator<'_> {
        self.role("radiogroup")
    }

    /// Headings with this name.
    pub fn heading(&self, name: &str) -> Locator<'_> {
        self.role("heading").named(name)
    }

    /// Headings whose name matches this regular expression of JavaScript.
    pub fn heading_matching(&self, pattern: &str) -> Locator<'_> {
        self.role("heading").matching(pattern)
    }

    /// The diagram's buttons, one a rung: those in the group named by the ladder's title.
    pub fn rung_buttons(&self, ladder_title: &str) -> Locator<'_> {
        self.role("button").within(ladder_title)
    }
}

/// Narrower locators.
impl<'a> Locator<'a> {
    /// Only elements with exactly this name.
    #[must_use]
    pub fn named(self, name: &str) -> Self {
        self.with_name(NameMatch::Exact, name)
    }

    /// Only elements whose name contains this text.
    #[must_use]
    pub fn containing(self, text: &str) -> Self {
        self.with_name(NameMatch::Contains, text)
    }

    /// Only elements whose name matches this regular expression of JavaScript.
    #[must_use]
    pub fn matching(self, pattern: &str) -> Self {
        self.with_name(NameMatch::Pattern, pattern)
    }

    /// Only elements inside a group, list, list of tabs, region or panel with this name.
    #[must_use]
    pub fn within(mut self, container: &str) -> Self {
        self.container = Some(container.into());
        self
    }

    fn with_name(mut self, name_match: NameMatch, name: &str) -> Self {
        self.name = Some((name_match, name.into()));
        self
    }
}

/// The state of this moment, without waiting.
impl<'a> Locator<'a> {
    /// All elements that are found.
    pub async fn all(&self) -> Vec<ElementHandle<'a>> {
        let found = self.try_find("return find(arguments[0]);").await;
        self.page.ok_or_fail(found, &format!("searching for {self}")).await
    }

    /// How many elements are found.
    pub async fn count(&self) -> usize {
        self.all().await.len()
    }

    /// The accessible names of all elements that are found.
    pub async fn names(&self) -> Vec<String> {
        self.page.execute("return find(arguments[0]).map(nameOf);", &[self.query()]).await
    }

    /// The name and the border box of all elements that are found.
    pub async fn named_rects(&self) -> Vec<(String, Rect)> {
        let script = "return find(arguments[0]).map((element) => [nameOf(element), rectOf(element)]);";
        self.page.execute(script, &[self.query()]).await
    }
}

/// Waiting and acting.
impl<'a> Locator<'a> {
    /// Waits until an element is found; returns the first.
    pub async fn wait_visible(&self) -> ElementHandle<'a> {
        let first = async || self.try_find("return find(arguments[0]).slice(0, 1);").await.ok()?.pop();
        match poll(first).await {
            Some(element) => element,
            None => self.page.fail(&format!("timed out waiting for {self}")).await,
        }
    }

    /// Waits until no element is found.
    pub async fn wait_hidden(&self) {
        let script = "return find(arguments[0]).length === 0;";
        self.page.wait_for(&format!("{self} to disappear"), script, &[self.query()]).await;
    }

    /// Clicks the first element that is found, as [`Self::click_nth`] does.
    pub async fn click(&self) {
        self.click_nth(0).await;
    }

    /// Clicks the element at this zero-based index; a radio or a checkbox by its label.
    ///
    /// Retries while the element is covered, moves or is being replaced, as a reader would.
    pub async fn click_nth(&self, index: usize) {
        let mut failure = "it is not there".to_owned();
        let attempt = async || match self.try_click(index).await {
            Ok(was_clicked) => was_clicked.then_some(()),
            Err(error) => {
                failure = format!("{error:?}");
                None
            }
        };
        if poll(attempt).await.is_none() {
            self.page.fail(&format!("{self} (index {index}) cannot be clicked: {failure}")).await;
        }
    }

    /// Whether there is such an element and no other one was clicked in its place.
    async fn try_click(&self, index: usize) -> Result<bool, CmdError> {
        let script = "const element = find(arguments[0])[arguments[1]];
            if (!element) return null;
            const target = clickTarget(element);
            const isWatched = arguments[2] && window === top && bringIntoReach(target);
            if (isWatched) watchClick(arguments[0], arguments[1]);
            return [countClicks(), target, isWatched];";
        // Chromium's driver takes 50 ms longer to click an element. Inside a frame, only that click finds the right place.
        let is_chromium = self.page.engine() == BrowserEngine::Chromium;
        let found = self.page.try_execute(script, &[self.query(), json!(index), is_chromium.into()]).await?;
        let Some(target) = self.page.element_in(&found[1]) else { return Ok(false) };
        if found[2] == true {
            return self.try_click_at(target.element).await;
        }
        match self.page.session().send(target.element.click()).await {
            Ok(()) => Ok(true),
            // The driver may have clicked before it failed. A second click would undo the first on a toggle.
            Err(error) => match self.page.try_execute("return countClicks();", &[]).await {
                Ok(clicks) if clicks.as_u64() > found[0].as_u64() => Ok(true),
                _ => Err(error),
            },
        }
    }

    /// Clicks at the middle of an element. The page may move it away between the driver's measurement and its click; then
    /// nothing is clicked, and this returns `false`.
    async fn try_click_at(&self, element: Element) -> Result<bool, CmdError> {
        self.page.click_at(element).await?;
        // A click that leads to another page hit its target.
        let hit = self.page.try_execute("return clickHit();", &[]).await;
        Ok(hit.ok() != Some(Value::Bool(false)))
    }

    pub(crate) fn page(&self) -> &'a Page {
        self.page
    }

    async fn try_find(&self, script: &str) -> Result<Vec<ElementHandle<'a>>, CmdError> {
        self.page.try_elements(script, &[self.query()]).await
    }

    /// The argument of `find` in `web/find.js`.
    fn query(&self) -> Value {
        let mut query = json!({ "role": self.role });
        if let Some((name_match, name)) = &self.name {
            query["name"] = json!(name);
            query["match"] = match name_match {
                NameMatch::Exact => "exact",
                NameMatch::Contains => "contains",
                NameMatch::Pattern => "pattern",
            }
            .into();
        }
        if let Some(container) = &self.container {
            query["within"] = json!(container);
        }
        query
    }
}

impl fmt::Display for Locator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.role)?;
        match &self.name {
            None => Ok(()),
            Some((NameMatch::Exact, name)) => write!(f, " named {name:?}"),
            Some((NameMatch::Contains, text)) => write!(f, " whose name contains {text:?}"),
            Some((NameMatch::Pattern, pattern)) => write!(f, " whose name matches {pattern:?}"),
        }?;
        match &self.container {
            None => Ok(()),
            Some(container) => write!(f, " within {container:?}"),
        }
    }
}
