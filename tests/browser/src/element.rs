//! Handles to single elements of a page.

use crate::page::Page;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The property that marks an element in WebDriver's JSON.
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A reference to one element. It becomes stale when the page removes the element.
pub struct ElementHandle<'a> {
    page: &'a Page,
    pub(crate) element: Element,
}

/// A border box in CSS pixels, measured from the top left corner of the document.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Rect {
    /// The left edge.
    pub x: f64,
    /// The top edge.
    pub y: f64,
    /// The distance from the left edge to the right edge.
    pub width: f64,
    /// The distance from the top edge to the bottom edge.
    pub height: f64,
}

impl Page {
    /// The element that has the focus, also inside shadow roots; `None` if it is the body.
    pub async fn focused(&self) -> Option<ElementHandle<'_>> {
        let script = "return [focusedElement()].filter((element) => element !== document.body);";
        self.try_elements(script, &[]).await.ok()?.pop()
    }

    /// The elements in the list that a script returns.
    pub(crate) async fn try_elements(
        &self,
        script: &str,
        arguments: &[Value],
    ) -> Result<Vec<ElementHandle<'_>>, CmdError> {
        let found = self.try_execute(script, arguments).await?;
        Ok(found.as_array().into_iter().flatten().filter_map(|element| self.element_in(element)).collect())
    }

    /// The element that a script has returned; `None` for another value.
    pub(crate) fn element_in(&self, value: &Value) -> Option<ElementHandle<'_>> {
        let id = ElementRef::from(value[ELEMENT_KEY].as_str()?.to_owned());
        Some(ElementHandle { page: self, element: Element::from_element_id(self.client().clone(), id) })
    }
}

impl ElementHandle<'_> {
    /// The accessible name, as `web/find.js` computes it.
    pub async fn name(&self) -> String {
        self.execute("return nameOf(arguments[0]);").await
    }

    /// The role and the name that the browser itself computes for assistive technology.
    pub async fn computed_role_and_name(&self) -> (String, String) {
        let mut role = self.computed("computedrole").await;
        let name = self.computed("computedlabel").await;
        // ARIA has no role for a summary: Chromium answers with a word of its own, the others with nothing.
        if ["", "DisclosureTriangle"].contains(&&*role)
            && self.execute("return arguments[0].localName === 'summary';").await
        {
            role = "button".to_owned();
        }
        // WebKit calls a list that opens on request by the name of what opens it.
        if role == "button" && self.execute("return arguments[0].localName === 'select';").await {
            role = "combobox".to_owned();
        }
        (role, name)
    }

    /// The value of an attribute; `None` where the element lacks it.
    pub async fn attribute(&self, name: &str) -> Option<String> {
        self.execute(&format!("return arguments[0].getAttribute({});", json!(name))).await
    }

    /// The computed value of a CSS property.
    pub async fn computed_style(&self, property: &str) -> String {
        self.execute(&format!("return getComputedStyle(arguments[0]).getPropertyValue({});", json!(property))).await
    }

    /// Whether a radio or a checkbox is checked.
    pub async fn is_checked(&self) -> bool {
        self.execute("return arguments[0].checked;").await
    }

    /// Whether it has the focus.
    pub async fn is_focused(&self) -> bool {
        self.execute("return focusedElement() === arguments[0];").await
    }

    /// The text that a reader can see in it.
    pub async fn text(&self) -> String {
        self.execute("return visibleText(arguments[0]);").await
    }

    /// The border box.
    pub async fn rect(&self) -> Rect {
        self.execute("return rectOf(arguments[0]);").await
    }

    async fn computed(&self, property: &str) -> String {
        let answer = self.page.session().get(&format!("element/{}/{property}", self.element.element_id())).await;
        let answer = self.page.ok_or_fail(answer, property).await;
        answer.as_str().unwrap_or_default().to_owned()
    }

    async fn execute<T: DeserializeOwned>(&self, script: &str) -> T {
        let reference = json!({ ELEMENT_KEY: self.element.element_id().as_ref() });
        self.page.execute(script, &[reference]).await
    }
}
