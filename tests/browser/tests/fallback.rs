//! Whatever fails, the page stays readable and is told.

use browser_tests::{Embed, Fault, HostPage, Origin, Page, bundled, in_every_engine, product};

async fn without_glue(page: &Page) {
    page.site.spoil(".glue.js", Fault::NotFound);
    page.visit(HostPage::with_snippet()).await;
    fails_gracefully(page).await;
}

async fn without_wasm(page: &Page) {
    page.site.spoil(".wasm", Fault::NotFound);
    page.visit(HostPage::with_snippet()).await;
    fails_gracefully(page).await;
}

async fn without_the_ladder_file(page: &Page) {
    page.site.spoil(".ladder", Fault::NotFound);
    page.visit(HostPage::with_snippet()).await;
    fails_gracefully(page).await;
}

async fn with_glue_of_the_wrong_media_type(page: &Page) {
    page.site.spoil(".glue.js", Fault::PlainText);
    page.visit(HostPage::with_snippet()).await;
    fails_gracefully(page).await;
}

async fn where_a_policy_refuses_wasm(page: &Page) {
    let policy = "script-src 'self'; connect-src 'self'";
    let post = HostPage::with_snippet().header("content-security-policy", policy);
    page.visit_self_hosted(post).await;
    fails_gracefully(page).await;
}

async fn where_a_policy_refuses_wasm_every_rung_speaks_for_itself(page: &Page) {
    let ladder = product();
    for width in [280, 320, 480, 800, 1000] {
        let post = HostPage::with_snippet().width(width).header("content-security-policy", "script-src 'self'");
        page.visit_self_hosted(post).await;
        fails_gracefully(page).await;
        let text = page.widget_text().await;
        for rung in &ladder.rungs {
            for said in [&*rung.title, &rung.role, ladder.stage_of(rung)] {
                assert!(text.contains(said), "{said:?} is not shown at {width} px: {text:?}");
            }
        }
        page.role("link").named("Find your career stage").shown().await;
        let inside = "const { right } = document.querySelector('career-ladder').getBoundingClientRect();
            return find({ role: 'button' }).every((button) => button.getBoundingClientRect().right <= right);";
        assert!(page.run::<bool>(inside, &[]).await, "nothing stands out at {width} px");
    }
}

async fn where_a_policy_refuses_wasm_other_ladders_speak_too(page: &Page) {
    for (id, start) in
        [("product-stages", "ladder"), ("product-six", "ladder"), ("engineering", "quiz"), ("product", "quiz")]
    {
        let attributes = format!(r#"id="widget" ladder="{id}" start="{start}""#);
        let post = HostPage::new([Embed::with(&attributes)]).width(320);
        page.visit_self_hosted(post.header("content-security-policy", "script-src 'self'")).await;
        fails_gracefully(page).await;
        let ladder = bundled(id);
        let text = page.widget_text().await;
        for rung in &ladder.rungs {
            for said in [&*rung.title, &rung.role, ladder.stage_of(rung)] {
                assert!(text.contains(said), "{said:?} is not shown of {id}: {text:?}");
            }
        }
        assert_eq!(page.radiogroup().count().await, 0, "no question can be answered");
        page.role("link").named("Find your career stage").shown().await;
        let enabled =
            "return find({ role: 'button' }).filter((button) => button.matches('button:enabled')).map(nameOf);";
        assert_eq!(page.run::<Vec<String>>(enabled, &[]).await, Vec::<String>::new());
    }
}

async fn without_any_file_but_the_loader_the_link_is_there(page: &Page) {
    for ending in [".glue.js", ".wasm", ".ladder", ".json"] {
        page.site.spoil(ending, Fault::NotFound);
    }
    page.visit(HostPage::new([Embed::with(r#"id="widget" ladder="engineering""#)])).await;
    fails_gracefully(page).await;
    page.role("link").named("Find your career stage").shown().await;
}

async fn without_a_link_of_the_page_there_is_ours(page: &Page) {
    page.site.spoil(".wasm", Fault::NotFound);
    let script = r#"<script async src="{HOST}/career-ladder.js" data-ladder="product"></script>"#;
    page.visit(HostPage::new([Embed::markup(script)])).await;
    fails_gracefully(page).await;
    let link = page.role("link").named("Find your career stage").shown().await.attribute("href").await;
    assert_eq!(link, Some(page.site.origin(Origin::Assets) + "/index.html"));
}

async fn with_an_unknown_ladder(page: &Page) {
    let markup =
        r#"<career-ladder ladder="no-such-thing"><a href="/product">Find your career stage</a></career-ladder>"#;
    page.visit(HostPage::new([Embed::markup(markup), Embed::loader()])).await;
    fails_gracefully(page).await;
}

/// Servers that do not know the type are common. The bytes are right, so running them is as good as refusing them.
async fn with_wasm_of_the_wrong_media_type(page: &Page) {
    page.site.spoil(".wasm", Fault::PlainText);
    page.visit(HostPage::with_snippet()).await;
    let settled = "return __watch.events.map((event) => event.name).find((name) => /-(ready|error)$/.test(name));";
    if page.until("the widget to come up or to give up", settled, &[]).await == "ladder-ready" {
        page.begin().await;
    } else {
        fails_gracefully(page).await;
    }
}

async fn without_the_loader_the_link_is_there(page: &Page) {
    page.site.spoil("career-ladder.js", Fault::NotFound);
    page.visit(HostPage::with_snippet()).await;
    page.role("link").named("Find your career stage").shown().await;
}

in_every_engine!(
    without_glue,
    without_wasm,
    without_the_ladder_file,
    with_glue_of_the_wrong_media_type,
    where_a_policy_refuses_wasm,
    where_a_policy_refuses_wasm_every_rung_speaks_for_itself,
    where_a_policy_refuses_wasm_other_ladders_speak_too,
    without_any_file_but_the_loader_the_link_is_there,
    without_a_link_of_the_page_there_is_ours,
    with_an_unknown_ladder,
    with_wasm_of_the_wrong_media_type,
    without_the_loader_the_link_is_there,
);

/// The widget says that it failed and leaves something to read: the rungs, or the owner's own link.
async fn fails_gracefully(page: &Page) {
    let failed = "return __watch.events.some((event) => event.name === 'ladder-error');";
    page.until("ladder-error", failed, &[]).await;
    page.settle().await;

    let events = page.events().await;
    let errors: Vec<_> = events.iter().filter(|event| event.name == "ladder-error").collect();
    assert_eq!(errors.len(), 1, "one failure is told once: {events:#?}");
    for field in ["code", "message"] {
        let text = errors[0].detail[field].as_str().unwrap_or_default();
        assert!(!text.is_empty(), "the {field} says something: {errors:#?}");
    }
    assert!(events.iter().all(|event| event.name != "ladder-ready"), "{events:#?}");

    let text = page.widget_text().await;
    let ladder = product();
    let rungs = ladder.rungs.iter().all(|rung| text.contains(&rung.title));
    let link = page.role("link").named("Find your career stage").count().await == 1;
    assert!(rungs || link, "there is nothing to read: {text:?}");

    let uncaught: Vec<_> = page.trouble().await.into_iter().filter(|trouble| trouble.kind.is_uncaught()).collect();
    assert!(uncaught.is_empty(), "{uncaught:#?}");
}
