//! Pages with a strict content security policy.

use crate::support::visit_every_screen;
use browser_tests::{Embed, HostPage, Page, in_every_engine};

/// The policy that the README tells the owner of a strict site to set.
const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    require-trusted-types-for 'script'";

/// The snippet without an inline style, which the policy refuses.
const SELF_HOSTED: &str = r#"<career-ladder id="widget" ladder="product" class="reserved" seed="7"><a href="/product">Find your career stage</a></career-ladder><script async="async" src="{HOST}/career-ladder.js"></script>"#;

async fn under_the_strictest_policy_every_screen_works(page: &Page) {
    let post = HostPage::new([Embed::markup(SELF_HOSTED)]).header("content-security-policy", STRICT_POLICY);
    page.visit_self_hosted(post).await;
    page.wait_ready().await;
    visit_every_screen(page).await;
    assert_eq!(page.errors().await, []);
}

async fn under_the_strictest_policy_the_layout_is_the_same(page: &Page) {
    let post = HostPage::new([Embed::markup(SELF_HOSTED)]).width(1000);
    page.visit_self_hosted(post.clone()).await;
    page.wait_ready().await;
    let without_policy = page.role("button").named_rects().await;
    page.visit_self_hosted(post.header("content-security-policy", STRICT_POLICY)).await;
    page.wait_ready().await;
    assert_eq!(page.role("button").named_rects().await, without_policy);
}

async fn a_script_allowed_by_its_nonce_loads_all_files(page: &Page) {
    let policy = "script-src 'nonce-n1' 'wasm-unsafe-eval'";
    let markup = r#"<script nonce="n1" src="/recorder.js"></script><career-ladder id="widget" seed="7"></career-ladder>
        <script nonce="n1" async="async" crossorigin="anonymous" src="{HOST}/career-ladder.js"></script>"#;
    page.visit(HostPage::new([Embed::markup(markup)]).header("content-security-policy", policy)).await;
    page.wait_ready().await;
    page.start_quiz().await;
}

in_every_engine!(
    under_the_strictest_policy_every_screen_works,
    under_the_strictest_policy_the_layout_is_the_same,
    a_script_allowed_by_its_nonce_loads_all_files,
);
