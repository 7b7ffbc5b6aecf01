//! The other ways to put a widget into a page.

use browser_tests::{Embed, HostPage, Page, in_every_engine};

async fn a_script_alone_is_enough(page: &Page) {
    let script = r#"<p id="above">Above.</p><script async src="{HOST}/career-ladder.js" data-ladder="product" data-seed="7"></script>"#;
    page.visit(HostPage::new([Embed::markup(script)])).await;
    page.ready().await;
    let neighbours = "const widget = document.querySelector('career-ladder');
        return [widget.previousElementSibling.localName, widget.getAttribute('ladder'), widget.getAttribute('seed')];";
    assert_eq!(page.run::<Vec<String>>(neighbours, &[]).await, ["script", "product", "7"]);
    page.begin().await;
    assert_eq!(page.trouble().await, []);
}

async fn a_placeholder_becomes_a_widget(page: &Page) {
    let markup = r#"<div class="career-ladder" data-ladder="product" data-seed="7"><a href="/product">Find your career stage</a></div>"#;
    page.visit(HostPage::new([Embed::markup(markup), Embed::loader()])).await;
    page.ready().await;
    page.begin().await;
    let kept: bool =
        page.run("return !!document.querySelector('career-ladder a, .career-ladder a')?.isConnected;", &[]).await;
    assert!(kept, "the children stay as the fallback");
    assert_eq!(page.trouble().await, []);
}

async fn a_script_pasted_twice_is_harmless(page: &Page) {
    page.visit(HostPage::new([Embed::loader(), Embed::snippet(), Embed::loader()])).await;
    page.ready().await;
    page.settle().await;
    assert_eq!(page.event_names().await, ["ladder-ready"]);
    assert_eq!(page.run::<usize>("return document.querySelectorAll('career-ladder').length;", &[]).await, 1);
    assert_eq!(page.site.count(".wasm"), 1);
    assert_eq!(page.trouble().await, []);
}

in_every_engine!(a_script_alone_is_enough, a_placeholder_becomes_a_widget, a_script_pasted_twice_is_harmless);
