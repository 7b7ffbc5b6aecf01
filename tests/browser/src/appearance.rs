//! The appearance of a widget and of the page around it, to a fraction of a pixel.

use crate::page::Page;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The functions that measure boxes and styles.
const APPEARANCE: &str = include_str!("web/appearance.js");

/// The boxes and computed styles of a widget's elements: for each element its name and its recorded properties.
#[derive(Clone, Debug, PartialEq)]
pub struct Appearance(Vec<(String, Map<String, Value>)>);

impl Page {
    /// Records the first widget's appearance once its animations have ended, with the mouse elsewhere.
    pub async fn widget_appearance(&self) -> Appearance {
        self.execute::<()>("window.scrollTo({ top: 0, behavior: 'instant' });", &[]).await;
        self.move_mouse_away().await;
        self.wait_for("the widget to come to rest", &format!("{APPEARANCE} return isAtRest();"), &[]).await;
        Appearance(self.execute(&format!("{APPEARANCE} return widgetAppearance();"), &[]).await)
    }

    /// Records the host page's appearance and adds listeners to it, before the widget is there.
    pub async fn record_host_page(&self) {
        self.execute::<()>(&format!("{APPEARANCE} recordHostPage();"), &[]).await;
    }

    /// A line for each difference between the host page and its record.
    pub async fn host_page_changes(&self) -> Vec<String> {
        self.execute(&format!("{APPEARANCE} return hostPageChanges();"), &[]).await
    }
}

impl Appearance {
    /// A line for each difference from `expected`.
    pub fn differences(&self, expected: &Self) -> Vec<String> {
        if let Some(difference) = self.structure_difference(expected) {
            return vec![difference];
        }
        let mut differences = Vec::new();
        for ((name, actual), (_, expected)) in self.0.iter().zip(&expected.0) {
            let properties: BTreeSet<&String> = actual.keys().chain(expected.keys()).collect();
            for property in properties {
                let (actual, expected) = (actual.get(property), expected.get(property));
                if !is_similar(actual, expected) {
                    differences.push(format!("{name} {property}: {actual:?}, expected {expected:?}"));
                }
            }
        }
        differences
    }

    fn structure_difference(&self, expected: &Self) -> Option<String> {
        let names = |appearance: &Self| appearance.0.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let (actual, expected) = (names(self), names(expected));
        if actual == expected {
            return None;
        }
        let index = actual.iter().zip(&expected).take_while(|(a, b)| a == b).count();
        let (count, expected_count) = (actual.len(), expected.len());
        Some(format!("{count} elements, expected {expected_count}; the first difference is at {:?}", actual.get(index)))
    }
}

/// Whether two values are equal, up to the rounding that depends on a box's position on the page.
fn is_similar(a: Option<&Value>, b: Option<&Value>) -> bool {
    let (Some(Value::String(a)), Some(Value::String(b))) = (a, b) else { return a == b };
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let pixels = |word: &str| word.strip_suffix("px").and_then(|number| number.parse::<f64>().ok());
    let is_similar_word =
        |(a, b): (&&str, &&str)| a == b || matches!((pixels(a), pixels(b)), (Some(a), Some(b)) if (a - b).abs() < 0.2);
    a.len() == b.len() && a.iter().zip(&b).all(is_similar_word)
}
