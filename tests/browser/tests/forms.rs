//! Other ways to embed a widget than the snippet: a script alone, and a placeholder.

use browser_tests::{Embed, HostPage, Page, in_every_engine};

async fn a_script_alone_inserts_a_widget_after_itself(page: &Page) {
    let script = r#"<p id="above">Above.</p><script async src="{HOST}/career-ladder.js" data-ladder="product" data-seed="7"></script>"#;
    page.visit(HostPage::new([Embed::markup(script)])).await;
    page.wait_ready().await;
    let script = "const widget = document.querySelector('career-ladder');
        return [widget.previousElementSibling.localName, widget.getAttribute('ladder'), widget.getAttribute('seed')];";
    assert_eq!(page.execute::<Vec<String>>(script, &[]).await, ["script", "product", "7"]);
    page.start_quiz().await;
    assert_eq!(page.errors().await, []);
}

async fn a_placeholder_becomes_a_widget_and_keeps_its_children(page: &Page) {
    let markup = r#"<div class="career-ladder" data-ladder="product" data-seed="7"><a href="/product">Find your career stage</a></div>"#;
    page.visit(HostPage::new([Embed::markup(markup), Embed::loader()])).await;
    page.wait_ready().await;
    page.start_quiz().await;
    let has_child = "return !!document.querySelector('career-ladder a, .career-ladder a')?.isConnected;";
    assert!(page.execute::<bool>(has_child, &[]).await, "the children stay as the fallback");
    assert_eq!(page.errors().await, []);
}

async fn a_script_pasted_twice_makes_one_widget(page: &Page) {
    page.visit(HostPage::new([Embed::loader(), Embed::snippet(), Embed::loader()])).await;
    page.wait_ready().await;
    page.settle().await;
    assert_eq!(page.event_names().await, ["ladder-ready"]);
    assert_eq!(page.execute::<usize>("return document.querySelectorAll('career-ladder').length;", &[]).await, 1);
    assert_eq!(page.site.request_count(".wasm"), 1);
    assert_eq!(page.errors().await, []);
}

in_every_engine!(
    a_script_alone_inserts_a_widget_after_itself,
    a_placeholder_becomes_a_widget_and_keeps_its_children,
    a_script_pasted_twice_makes_one_widget,
);
