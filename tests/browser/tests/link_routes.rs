//! Private links on pages whose router lives in the fragment of the address, as in `#/post`.

use crate::support::{FAKE_MAIL, SHARED_LINK, open_outcome, open_result_tab, shared_heading};
use browser_tests::{Embed, HostPage, Origin, Page, in_chromium, in_every_engine};

/// A page with a router in its fragment: each route has its own content, and the route `/post` has the widget.
const HASH_ROUTER: &str = r#"<main></main><script>
    const render = () => {
        const [route] = location.hash.slice(1).split('?');
        const content = route === '/post' ? '<career-ladder id="widget" storage="none"></career-ladder>' : 'another page';
        document.querySelector('main').innerHTML = content;
    };
    addEventListener('hashchange', render);
    render();
</script>"#;

/// A share dialog of the device and a clipboard that accept everything.
const SHARING_ALLOWED: &str = "<script>
    Object.defineProperty(navigator, 'clipboard', { value: { async writeText() {} } });
    Object.defineProperty(navigator, 'share', { value: async () => {} });
</script>";

async fn a_link_made_on_a_route_keeps_the_route(page: &Page) {
    open_outcome(page).await;
    let old = &SHARED_LINK[1..];
    for (fragment, expected) in [
        ("#/post", "#/post?LINK"),
        ("#/post?tab=2", "#/post?tab=2&LINK"),
        ("#!/post", "#!/post?LINK"),
        ("#!/a/b?x=%20y", "#!/a/b?x=%20y&LINK"),
        // A link in the address is replaced.
        (&format!("#/post?{old}"), "#/post?LINK"),
        (&format!("#/post?{old}&tab=2"), "#/post?LINK&tab=2"),
        (&format!("#/post?tab=2&{old}."), "#/post?tab=2&LINK"),
        // No routes.
        ("", "#LINK"),
        ("#after", "#LINK"),
        (&format!("#{old}"), "#LINK"),
    ] {
        page.execute::<()>("history.replaceState(null, '', location.pathname + arguments[0]);", &[fragment.into()])
            .await;
        assert_eq!(around_new_link(&copy_link(page).await, old), expected, "from {fragment:?}");
    }
    assert_eq!(page.errors().await, []);
}

async fn the_fragment_of_share_url_is_kept(page: &Page) {
    open_outcome(page).await;
    let origin = page.site.origin(Origin::Host);
    page.execute::<()>("history.replaceState(null, '', location.pathname + '#/post');", &[]).await;
    for (share_url, before_link) in [
        ("/app#/result", "/app#/result?"),
        ("/app?a=1#/result?b=2", "/app?a=1#/result?b=2&"),
        ("/app#result", "/app#result?"),
        (&format!("/app#/result?{}", &SHARED_LINK[1..]), "/app#/result?"),
        // The route of the page is no route of the other page.
        ("/app", "/app#"),
    ] {
        let set = "document.querySelector('#widget').setAttribute('share-url', arguments[0]);";
        page.execute::<()>(set, &[share_url.into()]).await;
        let link = copy_link(page).await;
        let rest = link.strip_prefix(&origin).expect("a link to the same origin");
        assert_eq!(rest.split("career-ladder-").next(), Some(before_link), "{link}");
    }
}

async fn every_way_to_share_keeps_the_route(page: &Page) {
    let widget = Embed::snippet_with(r#"id="widget" seed="7""#);
    page.visit(HostPage::new([Embed::markup(FAKE_MAIL), Embed::markup(SHARING_ALLOWED), widget])).await;
    crate::support::take_quiz_as_senior(page).await;
    page.execute::<()>("history.replaceState(null, '', '#/post');", &[]).await;
    let copied = copy_link(page).await;
    assert!(copied.contains("#/post?career-ladder-product_"), "{copied}");
    open_result_tab(page, "Share").await;
    page.button("Share").click().await;
    page.button("Send by e-mail").click().await;
    page.wait_for(
        "three events",
        "return __recorder.events.filter(({ name }) => name === 'ladder-share').length === 3;",
        &[],
    )
    .await;
    let events = page.events().await;
    let shares = events.iter().filter(|event| event.name == "ladder-share");
    let shares: Vec<_> = shares.map(|event| (event.detail["method"].clone(), event.detail["url"].clone())).collect();
    assert_eq!(shares, ["copy", "share", "email"].map(|method| (method.into(), copied.as_str().into())));
    let mail: String = page.execute("return window.mail[0];", &[]).await;
    assert!(mail.contains("%23%2Fpost%3Fcareer-ladder-product_"), "{mail}");
}

async fn a_link_on_a_route_opens(page: &Page) {
    let link = &SHARED_LINK[1..];
    for fragment in [
        format!("#/post?{link}"),
        format!("#!/post?tab=2&{link}"),
        format!("#/post?{link}&tab=2"),
        // As routers write a parameter without a value.
        format!("#/post?{link}="),
        format!("#post&{link}"),
    ] {
        let url = HostPage::with_seed("7").publish(&page.site, Origin::Assets) + &fragment;
        page.goto(&url).await;
        page.heading_matching(&page.outcome_heading()).wait_visible().await;
        assert_eq!(
            page.execute::<String>("return location.hash;", &[]).await,
            fragment,
            "the address is the page's own"
        );
    }
    assert_eq!(page.errors().await, []);
}

async fn a_link_made_in_a_hash_router_leads_to_its_route_and_not_to_the_next(page: &Page) {
    let url = HostPage::new([Embed::markup(HASH_ROUTER), Embed::loader()]).publish(&page.site, Origin::Assets);
    page.goto(&(url + "#/post")).await;
    page.wait_ready().await;
    page.start_quiz().await;
    let heading = page.answer_to_outcome(|_, _, _| 1).await;
    let link = copy_link(page).await;
    page.execute::<()>("location.href = arguments[0];", &[link.into()]).await;
    // The router has inserted another element.
    page.heading(&shared_heading(&heading)).wait_visible().await;
    page.button("Find my stage").wait_visible().await;
    page.execute::<()>("location.hash = '#/about';", &[]).await;
    page.wait_for("the other route", "return !document.querySelector('#widget');", &[]).await;
    page.execute::<()>("location.hash = '#/post';", &[]).await;
    // The reader's own outcome.
    page.button("Copy link").wait_visible().await;
    assert_eq!(page.button("Find my stage").count().await, 0, "the link is no longer in the address");
    assert_eq!(page.errors().await, []);
}

/// The route of an article whose name begins like a link.
async fn a_route_with_the_words_of_a_link_is_none(page: &Page) {
    let url = HostPage::with_seed("7").publish(&page.site, Origin::Assets) + "#/posts/career-ladder-for_pms";
    page.goto(&url).await;
    page.wait_ready().await;
    page.settle().await;
    let says_damaged = "return find({ role: 'alert' }).some((alert) => alert.textContent.includes('damaged'));";
    assert!(!page.execute::<bool>(says_damaged, &[]).await);
}

in_every_engine!(
    a_link_made_on_a_route_keeps_the_route,
    a_link_on_a_route_opens,
    a_link_made_in_a_hash_router_leads_to_its_route_and_not_to_the_next,
);
in_chromium!(
    the_fragment_of_share_url_is_kept,
    every_way_to_share_keeps_the_route,
    a_route_with_the_words_of_a_link_is_none,
);

/// Presses "Copy link"; returns the link of the event.
async fn copy_link(page: &Page) -> String {
    page.execute::<()>("addEventListener('ladder-share', ({ detail }) => (window.link = detail.url));", &[]).await;
    page.execute::<()>("window.link = null;", &[]).await;
    page.button("Copy link").click().await;
    let link = page.wait_for("the link", "return window.link;", &[]).await;
    link.as_str().unwrap_or_default().to_owned()
}

/// The fragment of an address with `LINK` in the place of the reader's own link. There is no other.
fn around_new_link(url: &str, old: &str) -> String {
    let fragment = &url[url.find('#').expect("a fragment")..];
    let (before, link) = fragment.split_once("career-ladder-product_").expect("a link");
    let after = link.trim_start_matches(|digit: char| digit.is_ascii_alphanumeric() || "-_".contains(digit));
    assert!(!url.contains(old), "{url}");
    format!("{before}LINK{after}")
}
