//! Whether a widget looks here as it looks elsewhere.

use crate::page::Page;
use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The functions that look at a widget closely.
const PROBE: &str = include_str!("web/probe.js");

/// A widget's look: the name of each part, and every length and style noted of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Probe(Vec<(String, Map<String, Value>)>);

impl Page {
    /// The look of the first widget, at rest and with the mouse somewhere else.
    pub async fn probe(&self) -> Probe {
        self.run::<()>("window.scrollTo({ top: 0, behavior: 'instant' });", &[]).await;
        self.move_mouse_away().await;
        self.until("the widget to come to rest", &format!("{PROBE} return isStill();"), &[]).await;
        Probe(self.run(&format!("{PROBE} return probe();"), &[]).await)
    }

    /// Notes what the page around the widget looks like before that comes.
    pub async fn note_host(&self) {
        self.run::<()>(&format!("{PROBE} noteHost();"), &[]).await;
    }

    /// What of the page around the widget is not as it was noted.
    pub async fn host_changes(&self) -> Vec<String> {
        self.run(&format!("{PROBE} return hostChanges();"), &[]).await
    }

    async fn move_mouse_away(&self) {
        // Clicks move another mouse than this one, which may be there already; then nothing would move.
        let to = |x, y| PointerAction::MoveTo { duration: None, x, y };
        let moves = MouseActions::new("mouse".into()).then(to(3.0, 3.0)).then(to(1.0, 1.0));
        if let Err(error) = self.drive(self.client().perform_actions(moves)).await {
            self.fail(&format!("the mouse does not move: {error}")).await;
        }
    }
}

impl Probe {
    /// What is other than in `expected`, a line each.
    pub fn differences(&self, expected: &Self) -> Vec<String> {
        let names = |probe: &Self| probe.0.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let (here, there) = (names(self), names(expected));
        if here != there {
            let place = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
            return vec![format!("{} parts and not {}, from {:?} on", here.len(), there.len(), here.get(place))];
        }
        let mut found = Vec::new();
        for ((name, here), (_, there)) in self.0.iter().zip(&expected.0) {
            let keys: BTreeSet<&String> = here.keys().chain(there.keys()).collect();
            let other = keys.into_iter().filter(|key| !alike(here.get(*key), there.get(*key)));
            found.extend(other.map(|key| format!("{name} {key}: {:?} and not {:?}", here.get(key), there.get(key))));
        }
        found
    }
}

/// Whether two values are the same, but for the fractions of a pixel that depend on where on the page a box lies.
fn alike(here: Option<&Value>, there: Option<&Value>) -> bool {
    let (Some(Value::String(here)), Some(Value::String(there))) = (here, there) else { return here == there };
    let (here, there): (Vec<&str>, Vec<&str>) = (here.split(' ').collect(), there.split(' ').collect());
    let length = |word: &str| word.strip_suffix("px").and_then(|number| number.parse::<f64>().ok());
    let same = |(here, there): (&&str, &&str)| {
        here == there || matches!((length(here), length(there)), (Some(a), Some(b)) if (a - b).abs() < 0.2)
    };
    here.len() == there.len() && here.iter().zip(&there).all(same)
}
