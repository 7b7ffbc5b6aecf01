//! The widget's appearance on a host page, compared with that on an empty page.

use super::embedding::{wait_for_widget, widget_errors};
use browser_tests::{Appearance, BrowserEngine, HostFolder, Origin, Page, product, product_title};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The appearance of several screens, each with its name.
type Screens = Vec<(&'static str, Appearance)>;

/// The room that a page gives to the widget, and the settings that are the page's to make.
#[derive(Deserialize)]
struct WidgetSlot {
    /// In CSS pixels.
    width: f64,
    /// The text direction, `ltr` or `rtl`.
    direction: String,
    /// CSS declarations: the element's sizing, border and padding, and the documented custom properties.
    declarations: String,
}

/// Uses the widget on a host page, then on an empty page with a slot of the same kind. Fails if a screen looks different,
/// or if the use causes errors.
pub(super) async fn assert_looks_as_on_empty_page(page: &Page, hosts: &HostFolder, path: &str) {
    let slot = widget_slot(page).await;
    let screens = use_widget(page).await;
    let errors = widget_errors(page, hosts, path).await;
    assert!(errors.is_empty(), "{:?} {path}: {errors:#?}", page.engine());
    let expected = screens_on_empty_page(page, &slot).await;
    for ((name, actual), (_, expected)) in screens.iter().zip(&expected) {
        let differences = actual.differences(expected);
        let first: Vec<_> = differences.iter().take(12).collect();
        assert!(first.is_empty(), "{:?} {path}, {name}, {} differences: {first:#?}", page.engine(), differences.len());
    }
}

async fn widget_slot(page: &Page) -> WidgetSlot {
    let script = "const widget = document.querySelector('career-ladder');
        const style = getComputedStyle(widget);
        const { direction, boxSizing, borderWidth, padding } = style;
        const properties = ['accent', 'font', 'radius', 'surface', 'text'].map((name) => `--ladder-${name}`)
            .filter((name) => style.getPropertyValue(name))
            .map((name) => `;${name}:${style.getPropertyValue(name)}`);
        const box = `box-sizing:${boxSizing};border:0 solid;border-width:${borderWidth};padding:${padding}`;
        return { width: widget.getBoundingClientRect().width, direction, declarations: box + properties.join('') };";
    let slot: WidgetSlot = page.execute(script, &[]).await;
    assert!(slot.width >= 270.0, "the widget is {} px wide", slot.width);
    slot
}

/// Uses the widget and records its screens. Goes to the outcome in Chromium; in the slower engines, to the first answer.
async fn use_widget(page: &Page) -> Screens {
    let is_chromium = page.engine() == BrowserEngine::Chromium;
    let mut screens = vec![("the first screen", page.widget_appearance().await)];
    if is_chromium {
        let rung = product_title(&page.language(), &product().rungs[1]);
        page.button(&rung).click().await;
        page.region(&rung).wait_visible().await;
        screens.push(("an open rung", page.widget_appearance().await));
        page.button(&page.word("close")).click().await;
        page.region(&rung).wait_hidden().await;
    }
    page.start_quiz().await;
    screens.push(("a question", page.widget_appearance().await));
    if is_chromium {
        page.answer_to_outcome(|_, _, answered| answered % 2).await;
        screens.push(("the outcome", page.widget_appearance().await));
    } else {
        page.answer(1).await;
    }
    screens
}

/// The screens on an empty page. Many host pages have the same slot, so the screens of each are recorded only once.
async fn screens_on_empty_page(page: &Page, slot: &WidgetSlot) -> Screens {
    static RECORDED: Mutex<Option<HashMap<String, Screens>>> = Mutex::new(None);
    let recorded = || RECORDED.lock().unwrap_or_else(PoisonError::into_inner);
    let WidgetSlot { width, direction, declarations } = slot;
    let key = format!("{:?} {} {width} {direction} {declarations}", page.engine(), page.language());
    let known = recorded().get_or_insert_default().get(&key).cloned();
    if let Some(screens) = known {
        return screens;
    }
    let html = empty_page(&page.site.origin(Origin::Assets), slot, &page.language());
    page.goto(&page.site.publish(html, Vec::new())).await;
    wait_for_widget(page).await;
    let screens = use_widget(page).await;
    assert_eq!(page.errors().await, []);
    recorded().get_or_insert_default().insert(key, screens.clone());
    screens
}

fn empty_page(files: &str, slot: &WidgetSlot, lang: &str) -> String {
    let WidgetSlot { width, direction, declarations } = slot;
    format!(
        r#"<!doctype html><html lang="{lang}" dir="{direction}"><head><meta charset="utf-8"><title>Empty</title>
        <script src="/recorder.js"></script></head><body style="margin:0;background:#fff"><h1>Empty</h1><div style="width:{width}px">
        <career-ladder id="widget" ladder="product" seed="7" theme="light" style="display:block;min-height:560px;{declarations}"></career-ladder>
        <script async="async" src="{files}/career-ladder.js"></script></div></body></html>"#
    )
}
