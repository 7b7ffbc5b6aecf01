//! The demo page and the variants that are shipped beside the widget.

use browser_tests::{Origin, Page, dist, in_every_engine};

/// An expression for the list of all widgets.
const WIDGETS: &str = "[...everyElement(document)].filter((element) => element.localName === 'career-ladder')";

async fn on_every_shipped_page_all_widgets_become_ready(page: &Page) {
    let paths = page_paths();
    assert!(paths.iter().any(|path| path.starts_with("/variants/")), "there are variants: {paths:?}");
    for path in paths {
        page.goto(&(page.site.origin(Origin::Assets) + &path)).await;
        page.wait_for(&format!("a widget on {path}"), &format!("return {WIDGETS}.length > 0;"), &[]).await;
        for index in 0..page.execute::<usize>(&format!("return {WIDGETS}.length;"), &[]).await {
            // Widgets load when they come near the viewport.
            page.execute::<()>(&format!("{WIDGETS}[arguments[0]]?.scrollIntoView();"), &[index.into()]).await;
            page.settle().await;
        }
        page.wait_ready().await;
        assert_eq!(page.errors().await, [], "{path}");
    }
}

in_every_engine!(on_every_shipped_page_all_widgets_become_ready);

/// The paths of the demo page and of all variants.
fn page_paths() -> Vec<String> {
    let files = std::fs::read_dir(dist().join("variants")).into_iter().flatten().flatten();
    let names = files.filter_map(|file| file.file_name().into_string().ok());
    let mut paths: Vec<String> =
        names.filter(|name| name.ends_with("html")).map(|name| format!("/variants/{name}")).collect();
    paths.sort();
    paths.insert(0, "/index.html".into());
    paths
}
