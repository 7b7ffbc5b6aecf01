//! Where the loader lies: moved, merged with other scripts, imported, or older than the files on the server.

use crate::support::{assert_every_rung_is_readable, fallback_link, wait_for_error_message};
use browser_tests::{Embed, HostPage, Origin, Page, ResponseFault, dist, in_every_engine, product};
use serde_json::Value;

/// Where an optimiser of WordPress puts the script.
const MOVED: &str = "/wp-content/cache/min/1/w/career-ladder.js";

/// The version of the product, which all its crates share.
const VERSION: &str = env!("CARGO_PKG_VERSION");

const ELEMENT: &str =
    r#"<career-ladder id="widget" loading="eager"><a href="{HOST}/product">Find your career stage</a></career-ladder>"#;

async fn a_moved_loader_finds_its_files_by_the_elements_assets(page: &Page) {
    move_loader(page, "");
    let element = ELEMENT.replace("id=", r#"assets="{HOST}" id="#);
    open(page, &[&element, &script(&format!("{MOVED}?ver=1"), "")]).await;
    page.start_quiz().await;
}

async fn a_moved_loader_finds_its_files_by_the_scripts_data_assets(page: &Page) {
    move_loader(page, "");
    open(page, &[ELEMENT, &script(&format!("{MOVED}?ver=1"), r#"data-assets="{HOST}/""#)]).await;
    page.start_quiz().await;
}

async fn a_loader_in_a_bundle_finds_its_files_by_the_pages_meta(page: &Page) {
    page.site.replace_file("/js/all.js", [b"var other = 1;\n", &loader()[..], b"\n;var more = 2;"].concat());
    let meta = r#"<meta name="career-ladder-assets" content="{HOST}">"#;
    open(page, &[meta, ELEMENT, &script("/js/all.js", "")]).await;
    page.start_quiz().await;
}

async fn a_moved_script_with_data_ladder_finds_its_files_by_its_data_assets(page: &Page) {
    move_loader(page, "");
    open(page, &[&script(MOVED, r#"data-ladder="engineering" data-assets="{HOST}""#)]).await;
    page.start_quiz().await;
}

async fn the_fallback_link_of_a_moved_loader_leads_to_the_assets(page: &Page) {
    move_loader(page, "");
    page.site.inject_fault(".wasm", ResponseFault::NotFound);
    let element = r#"<career-ladder assets="{HOST}" loading="eager"></career-ladder>"#;
    open(page, &[element, &script(MOVED, "")]).await;
    page.wait_for_event("ladder-error").await;
    let url = fallback_link(page).wait_visible().await.attribute("href").await;
    assert_eq!(url, Some(page.site.origin(Origin::Assets) + "/product/"));
}

async fn without_any_hint_the_error_of_a_moved_loader_says_what_to_set(page: &Page) {
    move_loader(page, "");
    open(page, &[ELEMENT, &script(MOVED, "")]).await;
    let message = wait_for_error_message(page).await;
    assert!(message.contains("assets"), "{message}");
    assert_every_rung_is_readable(page, &product(), "the static ladder").await;
    fallback_link(page).wait_visible().await;
}

async fn without_any_hint_the_other_forms_of_a_moved_loader_say_what_to_set_too(page: &Page) {
    let placeholder = r#"<div class="career-ladder" data-ladder="product"></div>"#;
    let frame = r#"<iframe title="Ladder" src="{HOST}/embed.html?ladder=product"></iframe>"#;
    for (embeds, file) in [
        (vec![script(MOVED, r#"data-ladder="product""#)], "forms.js"),
        (vec![placeholder.into(), script(MOVED, "")], "forms.js"),
        (vec![frame.into(), script(MOVED, "")], "frames.js"),
    ] {
        move_loader(page, "");
        open(page, &embeds.iter().map(|embed| &**embed).collect::<Vec<_>>()).await;
        let is_said = "return __recorder.errors.some(({ kind, text }) =>
            kind === 'console-error' && text.includes(arguments[0]) && text.includes('data-assets'));";
        page.wait_for(file, is_said, &[file.into()]).await;
        page.assert_nothing_uncaught().await;
    }
}

async fn an_imported_loader_finds_its_files(page: &Page) {
    let import = r#"<script type="module">import("{HOST}/career-ladder.js");</script>"#;
    open(page, &[ELEMENT, import]).await;
    page.start_quiz().await;
    assert_eq!(page.errors().await, []);
}

async fn a_loader_imported_by_a_module_of_the_page_finds_its_files(page: &Page) {
    let import = r#"<script type="module">import "{HOST}/career-ladder.js?v=2";</script>"#;
    open(page, &[ELEMENT, import]).await;
    page.start_quiz().await;
}

async fn a_loader_that_an_optimiser_runs_from_a_data_address_finds_its_files_by_the_elements_assets(page: &Page) {
    open(page, &[&ELEMENT.replace("id=", r#"assets="{HOST}" id="#)]).await;
    let text = String::from_utf8(loader()).expect("UTF-8");
    page.execute::<()>(
        "const script = document.createElement('script');
        script.src = 'data:text/javascript,' + encodeURIComponent(arguments[0]);
        document.body.append(script);",
        &[text.into()],
    )
    .await;
    page.start_quiz().await;
    page.assert_nothing_uncaught().await;
}

async fn an_old_loader_from_the_cache_gives_way_to_the_newest(page: &Page) {
    page.site.replace_file("/career-ladder.js", old_loader());
    open(page, &[ELEMENT, &script("/career-ladder.js", "")]).await;
    page.wait_ready().await;
    page.start_quiz().await;
    page.answer(1).await;
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start", "ladder-answer"]);
    page.assert_nothing_uncaught().await;
    page.execute::<()>(
        "const widget = document.querySelector('#widget'); widget.remove();
        document.querySelector('article').append(widget);",
        &[],
    )
    .await;
    page.radiogroup().wait_visible().await;
}

async fn a_press_on_the_screen_of_an_old_loader_is_kept(page: &Page) {
    page.site.replace_file("/career-ladder.js", old_loader());
    page.site.hold(".wasm");
    let element = ELEMENT.replace(r#" loading="eager""#, "");
    open(page, &[&element, &script("/career-ladder.js", "")]).await;
    page.button("Find my stage").click().await;
    page.site.release(".wasm");
    page.wait_ready().await;
    page.radiogroup().wait_visible().await;
}

async fn begin_on_an_old_loader_is_kept(page: &Page) {
    page.site.replace_file("/career-ladder.js", old_loader());
    let element = ELEMENT.replace(r#" loading="eager""#, "");
    open(page, &[&element, &script("/career-ladder.js", "")]).await;
    page.button("Find my stage").wait_visible().await;
    page.execute::<()>("document.querySelector('#widget').begin();", &[]).await;
    page.radiogroup().wait_visible().await;
}

async fn with_an_old_loader_every_widget_runs_and_the_newest_is_fetched_once(page: &Page) {
    page.site.replace_file("/career-ladder.js", old_loader());
    let other = r#"<career-ladder ladder="engineering" loading="eager"></career-ladder>"#;
    open(page, &[ELEMENT, other, &script("/career-ladder.js", "")]).await;
    page.wait_ready().await;
    assert_eq!(page.site.request_count("/career-ladder.js"), 2);
    page.execute::<()>(
        "const added = document.createElement('career-ladder');
        added.setAttribute('loading', 'eager'); added.setAttribute('ladder', 'product-six');
        document.querySelector('article').append(added);",
        &[],
    )
    .await;
    page.wait_ready().await;
    assert_eq!(page.site.request_count("/career-ladder.js"), 2);
}

async fn where_a_page_stands_in_for_missing_files_an_old_loader_gives_way_too(page: &Page) {
    page.site.answer_missing_files_with_a_page();
    page.site.replace_file("/career-ladder.js", old_loader());
    let placeholder = r#"<div class="career-ladder" data-ladder="engineering"></div>"#;
    open(page, &[ELEMENT, placeholder, &script("/career-ladder.js", "")]).await;
    page.wait_ready().await;
    page.heading("The engineering ladder").wait_visible().await;
    page.start_quiz().await;
}

async fn an_old_loader_beside_another_has_its_widget(page: &Page) {
    page.site.serve_files_in("/old");
    page.site.replace_file("/old/career-ladder.js", old_loader());
    let old = script("/old/career-ladder.js", r#"data-ladder="product""#);
    open(page, &[&script("/career-ladder.js", ""), &old]).await;
    page.start_quiz().await;
}

async fn an_old_loader_in_a_folder_with_other_numbers_gives_way_too(page: &Page) {
    page.site.serve_files_in("/blog-2.0/v2");
    page.site.replace_file("/blog-2.0/v2/career-ladder.js", old_loader());
    open(page, &[ELEMENT, &script("/blog-2.0/v2/career-ladder.js", "")]).await;
    page.start_quiz().await;
}

async fn the_other_forms_of_an_old_loader_come_from_the_newest(page: &Page) {
    let placeholder = r#"<div class="career-ladder" data-ladder="product"></div>"#;
    let frame = r#"<iframe title="Ladder" src="{HOST}/embed.html?ladder=product"></iframe>"#;
    let loader = script("/career-ladder.js", "");
    page.site.replace_file("/career-ladder.js", old_loader());
    for embeds in [vec![placeholder, &loader], vec![&*script("/career-ladder.js", r#"data-ladder="product""#)]] {
        open(page, &embeds).await;
        page.start_quiz().await;
        assert_eq!(page.site.request_count("/career-ladder.js"), 2);
        page.assert_nothing_uncaught().await;
        page.site.forget_requests();
    }
    open(page, &[frame, &loader]).await;
    let has_height = "return document.querySelector('iframe').getBoundingClientRect().height > 400;";
    page.wait_for("the height of the frame", has_height, &[]).await;
}

async fn a_pinned_old_loader_keeps_the_static_ladder(page: &Page) {
    let old = old_loader();
    let digest: Value = {
        page.visit(HostPage::new([])).await;
        page.execute_async(
            "const [bytes, done] = arguments; crypto.subtle.digest('SHA-384', new Uint8Array(bytes)).then((hash) =>
                done(btoa(String.fromCharCode(...new Uint8Array(hash)))));",
            &[old.clone().into()],
        )
        .await
    };
    page.site.replace_file("/career-ladder.js", old);
    let integrity = format!(r#"integrity="sha384-{}""#, digest.as_str().unwrap_or_default());
    open(page, &[ELEMENT, &script("/career-ladder.js", &integrity)]).await;
    assert_static_ladder(page, "/career-ladder.js").await;
}

async fn an_old_loader_in_a_versioned_folder_keeps_the_static_ladder(page: &Page) {
    for folder in ["/{}", "/npm/career-ladder@{}", "/w/v{}"].map(|folder| folder.replace("{}", VERSION)) {
        let path = format!("{folder}/career-ladder.js");
        page.site.forget_requests();
        page.site.serve_files_in(&folder);
        page.site.replace_file(&path, old_loader());
        open(page, &[ELEMENT, &script(&path, "")]).await;
        assert_static_ladder(page, &path).await;
    }
}

in_every_engine!(
    a_moved_loader_finds_its_files_by_the_elements_assets,
    a_moved_loader_finds_its_files_by_the_scripts_data_assets,
    a_loader_in_a_bundle_finds_its_files_by_the_pages_meta,
    a_moved_script_with_data_ladder_finds_its_files_by_its_data_assets,
    the_fallback_link_of_a_moved_loader_leads_to_the_assets,
    without_any_hint_the_error_of_a_moved_loader_says_what_to_set,
    without_any_hint_the_other_forms_of_a_moved_loader_say_what_to_set_too,
    an_imported_loader_finds_its_files,
    a_loader_that_an_optimiser_runs_from_a_data_address_finds_its_files_by_the_elements_assets,
    a_loader_imported_by_a_module_of_the_page_finds_its_files,
    an_old_loader_from_the_cache_gives_way_to_the_newest,
    a_press_on_the_screen_of_an_old_loader_is_kept,
    begin_on_an_old_loader_is_kept,
    with_an_old_loader_every_widget_runs_and_the_newest_is_fetched_once,
    an_old_loader_in_a_folder_with_other_numbers_gives_way_too,
    where_a_page_stands_in_for_missing_files_an_old_loader_gives_way_too,
    an_old_loader_beside_another_has_its_widget,
    the_other_forms_of_an_old_loader_come_from_the_newest,
    a_pinned_old_loader_keeps_the_static_ladder,
    an_old_loader_in_a_versioned_folder_keeps_the_static_ladder,
);

async fn open(page: &Page, embeds: &[&str]) {
    page.visit(HostPage::new(embeds.iter().map(|embed| Embed::markup(embed)))).await;
}

/// The script of the snippet, at this path.
fn script(path: &str, attributes: &str) -> String {
    format!(r#"<script async crossorigin="anonymous" src="{{HOST}}{path}" {attributes}></script>"#)
}

fn loader() -> Vec<u8> {
    std::fs::read(dist().join("career-ladder.js")).expect("the build has a loader")
}

fn move_loader(page: &Page, before: &str) {
    page.site.replace_file(MOVED, [before.as_bytes(), &loader()].concat());
}

/// The loader of an earlier build: it names files that are no longer there.
fn old_loader() -> Vec<u8> {
    let text = String::from_utf8(loader()).expect("a script is text");
    let mut old = text.clone();
    for form in ["forms.js", "frames.js", "mistakes.js"] {
        old = old.replace(form, &format!("0/{form}"));
    }
    for ending in [".glue.js", ".wasm"] {
        let (before, _) = text.split_once(&format!("{ending}\"")).expect("the loader names its files");
        let hash = &before[before.len() - 8..];
        old = old.replace(hash, "00000000");
    }
    assert_ne!(old, text);
    old.into_bytes()
}

/// Fails unless the widget shows the static ladder, says why, and has asked for no other loader.
async fn assert_static_ladder(page: &Page, path: &str) {
    page.wait_for_event("ladder-error").await;
    assert_every_rung_is_readable(page, &product(), "the static ladder").await;
    fallback_link(page).wait_visible().await;
    assert_eq!(page.site.request_count(path), 1, "no other loader is fetched");
}
