//! Pages that forbid most things.

use browser_tests::{Embed, HostPage, Page, in_every_engine, product};

/// What the README tells the owner of a strict site to allow, and nothing more.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    require-trusted-types-for 'script'";

const SELF_HOSTED: &str = r#"<career-ladder id="widget" ladder="product" class="reserved" seed="7"><a href="/product">Find your career stage</a></career-ladder><script async="async" src="{HOST}/career-ladder.js"></script>"#;

async fn the_strictest_policy_allows_everything(page: &Page) {
    let post = HostPage::new([Embed::markup(SELF_HOSTED)]).header("content-security-policy", STRICT);
    page.visit_self_hosted(post).await;
    page.ready().await;
    let rung = product().rungs[0].title.clone();
    page.button(&rung).click().await;
    page.region(&rung).shown().await;
    page.button("Close").click().await;
    page.begin().await;
    page.finish(|_, _, _| 0).await;
    page.button("Start again").click().await;
    page.radiogroup().shown().await;
    assert_eq!(page.trouble().await, []);
}

async fn styles_come_through_the_strictest_policy(page: &Page) {
    let post = HostPage::new([Embed::markup(SELF_HOSTED)]).width(1000);
    page.visit_self_hosted(post.clone()).await;
    page.ready().await;
    let free = page.role("button").places().await;
    page.visit_self_hosted(post.header("content-security-policy", STRICT)).await;
    page.ready().await;
    assert_eq!(page.role("button").places().await, free);
}

async fn a_nonce_is_enough(page: &Page) {
    let policy = "script-src 'nonce-n1' 'wasm-unsafe-eval'";
    let markup = r#"<script nonce="n1" src="/watch.js"></script><career-ladder id="widget" seed="7"></career-ladder>
        <script nonce="n1" async="async" crossorigin="anonymous" src="{HOST}/career-ladder.js"></script>"#;
    page.visit(HostPage::new([Embed::markup(markup)]).header("content-security-policy", policy)).await;
    page.ready().await;
    page.begin().await;
}

in_every_engine!(a_nonce_is_enough, the_strictest_policy_allows_everything, styles_come_through_the_strictest_policy);
