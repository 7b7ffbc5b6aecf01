//! Finding things as a reader does who is told of them: by what they are and what they are called.

use crate::page::{Node, Page};
use crate::wait::poll;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::{Value, json};
use std::fmt;

/// A description of things in the page; it looks only when asked to.
#[derive(Clone)]
pub struct Query<'a> {
    page: &'a Page,
    role: &'static str,
    name: Option<(How, String)>,
    inside: Option<String>,
}

#[derive(Clone, Copy)]
enum How {
    Is,
    Contains,
    Matches,
}

impl Page {
    /// Everything with this role.
    pub fn role(&self, role: &'static str) -> Query<'_> {
        Query { page: self, role, name: None, inside: None }
    }

    /// The button of this name.
    pub fn button(&self, name: &str) -> Query<'_> {
        self.role("button").named(name)
    }

    /// The tab of this name.
    pub fn tab(&self, name: &str) -> Query<'_> {
        self.role("tab").named(name)
    }

    /// The shown panel of a set of tabs.
    pub fn tabpanel(&self) -> Query<'_> {
        self.role("tabpanel")
    }

    /// The region of this name.
    pub fn region(&self, name: &str) -> Query<'_> {
        self.role("region").named(name)
    }

    /// All radios.
    pub fn radios(&self) -> Query<'_> {
        self.role("radio")
    }

    /// The question.
    pub fn radiogroup(&self) -> Query<'_> {
        self.role("radiogroup")
    }

    /// The heading of this name.
    pub fn heading(&self, name: &str) -> Query<'_> {
        self.role("heading").named(name)
    }

    /// The headings whose name contains this.
    pub fn heading_containing(&self, part: &str) -> Query<'_> {
        self.role("heading").containing(part)
    }

    /// The headings whose name matches this regular expression (JavaScript's).
    pub fn heading_matching(&self, pattern: &str) -> Query<'_> {
        self.role("heading").matching(pattern)
    }

    /// The buttons that open rungs: those in the group named by the ladder.
    pub fn rungs(&self, ladder: &str) -> Query<'_> {
        self.role("button").inside(ladder)
    }

    /// The element that has the focus, however deep in shadow roots.
    pub async fn focus(&self) -> Option<Node<'_>> {
        let found = self.elements("return [focused()].filter((element) => element !== document.body);", &[]).await;
        found.ok()?.pop().map(|element| Node { page: self, element })
    }
}

impl<'a> Query<'a> {
    /// Only those of this name.
    #[must_use]
    pub fn named(self, name: &str) -> Self {
        self.naming(How::Is, name)
    }

    /// Only those whose name contains this.
    #[must_use]
    pub fn containing(self, part: &str) -> Self {
        self.naming(How::Contains, part)
    }

    /// Only those whose name matches this regular expression (JavaScript's).
    #[must_use]
    pub fn matching(self, pattern: &str) -> Self {
        self.naming(How::Matches, pattern)
    }

    /// Only those in a group, list, region or panel of this name.
    #[must_use]
    pub fn inside(mut self, name: &str) -> Self {
        self.inside = Some(name.into());
        self
    }

    /// Those that are shown at this moment, in the order of the document.
    pub async fn all(&self) -> Vec<Node<'a>> {
        match self.look("return find(arguments[0]);").await {
            Ok(found) => found.into_iter().map(|element| Node { page: self.page, element }).collect(),
            Err(error) => self.page.fail(&format!("looking for {self}: {error}")).await,
        }
    }

    /// How many are shown at this moment.
    pub async fn count(&self) -> usize {
        self.all().await.len()
    }

    /// The names of all that are shown at this moment.
    pub async fn names(&self) -> Vec<String> {
        self.page.run("return find(arguments[0]).map(nameOf);", &[self.description()]).await
    }

    /// Where all that are shown at this moment are: name, x, y, width and height of each.
    pub async fn places(&self) -> Vec<(String, f64, f64, f64, f64)> {
        let script = "return find(arguments[0]).map((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return [nameOf(element), x + scrollX, y + scrollY, width, height];
        });";
        self.page.run(script, &[self.description()]).await
    }

    /// Waits for the first one.
    pub async fn shown(&self) -> Node<'a> {
        let look = async || self.look("return find(arguments[0]).slice(0, 1);").await.ok()?.pop();
        match poll(look).await {
            Some(element) => Node { page: self.page, element },
            None => self.page.fail(&format!("no {self}")).await,
        }
    }

    /// Waits until there is none.
    pub async fn gone(&self) {
        let script = "return find(arguments[0]).length === 0;";
        self.page.until(&format!("{self} to go"), script, &[self.description()]).await;
    }

    /// Clicks the first one, by mouse; a radio by its label.
    pub async fn click(&self) {
        self.click_nth(0).await;
    }

    /// Clicks the one at this place, by mouse; a radio by its label.
    ///
    /// Tries again while it is covered, moving or being replaced, as a reader would.
    pub async fn click_nth(&self, place: usize) {
        let script = "return find(arguments[0]).slice(arguments[1], arguments[1] + 1).map(aim);";
        let mut failure = "it is not there".to_owned();
        let press = async || {
            let before = self.clicks().await;
            let arguments = [self.description(), json!(place)];
            let found = self.page.elements(script, &arguments).await;
            let clicked = match found.map(|mut found| found.pop()) {
                Ok(None) => return None,
                Ok(Some(element)) => self.page.drive(element.click()).await,
                Err(error) => Err(error),
            };
            if let Err(error) = &clicked {
                failure = error.to_string();
                // A driver may have clicked before it failed, and twice is too often for what opens and closes.
                return (before.is_some() && self.clicks().await > before).then_some(());
            }
            clicked.ok()
        };
        if poll(press).await.is_none() {
            self.page.fail(&format!("{self} (number {place}) cannot be clicked: {failure}")).await;
        }
    }

    /// How many clicks the page heard since it was first asked, if it can be asked.
    async fn clicks(&self) -> Option<u64> {
        let script = "const watch = (globalThis.__watch ??= {});
            if (watch.clicks === undefined) {
                watch.clicks = 0;
                addEventListener('click', () => watch.clicks++, true);
            }
            return watch.clicks;";
        self.page.try_run(script, &[]).await.ok()?.as_u64()
    }

    pub(crate) fn page(&self) -> &'a Page {
        self.page
    }

    fn naming(mut self, how: How, name: &str) -> Self {
        self.name = Some((how, name.into()));
        self
    }

    async fn look(&self, script: &str) -> Result<Vec<Element>, CmdError> {
        self.page.elements(script, &[self.description()]).await
    }

    /// The argument of `find` in `web/find.js`.
    fn description(&self) -> Value {
        let (how, name) = match &self.name {
            None => (Value::Null, Value::Null),
            Some((How::Is, name)) => (json!("is"), json!(name)),
            Some((How::Contains, name)) => (json!("contains"), json!(name)),
            Some((How::Matches, name)) => (json!("matches"), json!(name)),
        };
        json!({ "role": self.role, "how": how, "name": name, "inside": self.inside })
    }
}

impl fmt::Display for Query<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.role)?;
        match &self.name {
            None => Ok(()),
            Some((How::Is, name)) => write!(f, " named {name:?}"),
            Some((How::Contains, name)) => write!(f, " whose name contains {name:?}"),
            Some((How::Matches, name)) => write!(f, " whose name matches {name:?}"),
        }?;
        match &self.inside {
            None => Ok(()),
            Some(name) => write!(f, " inside {name:?}"),
        }
    }
}
