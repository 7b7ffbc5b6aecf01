//! The pages that are shipped beside the widget.

use browser_tests::{Origin, Page, dist, in_every_engine};

async fn every_page_of_the_site_works(page: &Page) {
    let pages = pages();
    assert!(pages.iter().any(|path| path.starts_with("/variants/")), "there are variants: {pages:?}");
    for path in pages {
        page.go(&(page.site.origin(Origin::Assets) + &path)).await;
        let widgets =
            "return [...everyElement(document)].filter((element) => element.localName === 'career-ladder').length;";
        page.until(&format!("a widget on {path}"), widgets, &[]).await;
        for place in 0..page.run::<usize>(widgets, &[]).await {
            let look =
                "[...everyElement(document)].filter((element) => element.localName === 'career-ladder')[arguments[0]]
                ?.scrollIntoView();";
            page.run::<()>(look, &[place.into()]).await;
            page.settle().await;
        }
        page.ready().await;
        assert_eq!(page.trouble().await, [], "{path}");
    }
}

in_every_engine!(every_page_of_the_site_works);

/// Paths of the main page and of all variants.
fn pages() -> Vec<String> {
    let files = std::fs::read_dir(dist().join("variants")).into_iter().flatten().flatten();
    let names = files.filter_map(|file| file.file_name().into_string().ok());
    let mut pages: Vec<String> =
        names.filter(|name| name.ends_with("html")).map(|name| format!("/variants/{name}")).collect();
    pages.sort();
    pages.insert(0, "/index.html".into());
    pages
}
