//! The page's theme and direction: the widget follows every change that leaves a trace.

use browser_tests::{Embed, HostPage, Page, in_chromium, in_every_engine};

/// A widget in a page of its own colours: light, and dark inside anything of the class `dark`.
const THEMED: &str = r#"<style id="themes">
    body { background: #fff }
    body.dark, .dark body, body:has(.dark), body:has(:checked), body:has(#night:target) { background: #111 }
    body.fading { transition: background-color .1s }
    body.moving { animation: darken .1s forwards }
    @keyframes darken { to { background: #111 } }
</style>
<div id="outer"><div id="inner"><career-ladder id="widget" seed="7"></career-ladder></div></div>
<label>Dark <input id="toggle" type="checkbox"></label><i id="cousin"></i><a id="night"></a>
<script async="async" crossorigin="anonymous" src="{HOST}/career-ladder.js"></script>"#;

/// A widget on a page that says nothing about its colours. `post.css`, which does, is taken away first.
const UNCOLOURED: &str = r#"<script>document.querySelector("link").remove();</script>
<div id="outer"><career-ladder id="widget" seed="7"></career-ladder></div>
<script async="async" crossorigin="anonymous" src="{HOST}/career-ladder.js"></script>"#;

/// Changes to a dark page, each with one that takes it back.
const SWITCHES: [(&str, &str); 11] = [
    // Attributes of the root, of an ancestor, and of an element elsewhere.
    ("document.documentElement.className = 'dark'", "document.documentElement.className = ''"),
    ("outer.style.background = '#111'", "outer.style.background = ''"),
    ("inner.setAttribute('style', 'background: rgb(0 0 0 / .9)')", "inner.removeAttribute('style')"),
    ("cousin.className = 'dark'", "cousin.className = ''"),
    // A background that fades, by a transition and by an animation.
    ("document.body.classList.add('fading', 'dark')", "document.body.classList.remove('dark')"),
    ("document.body.className = 'moving'", "document.body.className = ''"),
    // Style sheets that come, go, and are switched.
    (
        "document.head.insertAdjacentHTML('beforeend', '<style id=more>body { background: #111 !important }</style>')",
        "more.remove()",
    ),
    (
        "document.body.insertAdjacentHTML('beforeend', '<link id=more rel=stylesheet href=\"data:text/css,body{background:%23111 !important}\">')",
        "more.disabled = true",
    ),
    ("themes.append('body { background: #111 !important }')", "themes.lastChild.remove()"),
    (
        "document.head.insertAdjacentHTML('beforeend', '<style id=print media=print>body { background: #111 !important }</style>'); print.media = 'all'",
        "print.media = 'print'",
    ),
    // An address that a style rule knows.
    ("location.hash = 'night'", "location.hash = ''"),
];

async fn the_theme_follows_every_change_of_the_page(page: &Page) {
    open(page, THEMED).await;
    wait_for_theme(page, "light", "the page's background").await;
    for (darken, lighten) in SWITCHES {
        page.execute::<()>(&elements(darken), &[]).await;
        wait_for_theme(page, "dark", darken).await;
        page.execute::<()>(&elements(lighten), &[]).await;
        wait_for_theme(page, "light", lighten).await;
    }
}

async fn the_theme_follows_a_control_that_only_a_style_rule_knows(page: &Page) {
    open(page, THEMED).await;
    page.role("checkbox").named("Dark").click().await;
    wait_for_theme(page, "dark", "the checked box").await;
    page.role("checkbox").named("Dark").click().await;
    wait_for_theme(page, "light", "the box that is no longer checked").await;
}

async fn the_theme_follows_a_fade_inside_a_shadow_tree_around_the_widget(page: &Page) {
    open(page, THEMED).await;
    // The widget is moved into a tree of which the document hears no events and sees no changes.
    let script = "const root = document.querySelector('#outer').attachShadow({ mode: 'open' });
        root.innerHTML = '<style>.card { transition: background-color .1s } .dark { background: #111 }</style>'
            + '<div class=card><slot></slot></div>';
        window.card = root.querySelector('div');";
    page.execute::<()>(script, &[]).await;
    // The widget stays where it is, in an element that is now shown in a slot.
    page.settle().await;
    page.execute::<()>("const widget = document.querySelector('#widget'); widget.parentElement.append(widget);", &[])
        .await;
    page.execute::<()>("card.classList.add('dark');", &[]).await;
    wait_for_theme(page, "dark", "a card that fades").await;
    page.execute::<()>("card.classList.remove('dark');", &[]).await;
    wait_for_theme(page, "light", "a card that fades back").await;
}

async fn the_theme_is_that_of_the_place_to_which_the_widget_is_moved(page: &Page) {
    open(page, THEMED).await;
    let dark_box = "const box = document.createElement('div');
        box.style.background = '#111';
        document.body.append(box);
        box.append(document.querySelector('#outer'));";
    page.execute::<()>(dark_box, &[]).await;
    wait_for_theme(page, "dark", "a dark box").await;
    // As libraries do that go to another page without loading it.
    let swap = "const body = document.createElement('body');
        body.append(document.querySelector('#outer'));
        document.body.replaceWith(body);";
    page.execute::<()>(swap, &[]).await;
    wait_for_theme(page, "light", "another body").await;
    page.execute::<()>("document.body.style.background = '#111';", &[]).await;
    wait_for_theme(page, "dark", "the other body's background").await;
}

async fn without_a_background_the_used_color_scheme_counts(page: &Page) {
    open(page, UNCOLOURED).await;
    wait_for_theme(page, "light", "the browser's own background").await;
    let meta = "document.head.insertAdjacentHTML('beforeend', '<meta name=color-scheme content=dark>');";
    for (name, darken, lighten) in [
        ("the root's property", "root.style.colorScheme = 'dark'", "root.style.colorScheme = ''"),
        ("an ancestor's property", "outer.style.colorScheme = 'only dark'", "outer.style.colorScheme = 'light'"),
        (
            "the page's meta",
            "outer.style.colorScheme = 'normal'; META",
            "document.querySelector('[name=color-scheme]').content = 'light'",
        ),
    ] {
        let prelude = "const root = document.documentElement;";
        page.execute::<()>(&elements(&(prelude.to_owned() + &darken.replace("META", meta))), &[]).await;
        wait_for_theme(page, "dark", name).await;
        page.execute::<()>(&elements(&(prelude.to_owned() + lighten)), &[]).await;
        wait_for_theme(page, "light", name).await;
    }
}

async fn the_direction_follows_an_ancestor(page: &Page) {
    open(page, THEMED).await;
    for (script, expected) in [
        ("inner.dir = 'rtl'", "rtl"),
        ("inner.dir = ''", "ltr"),
        ("outer.style.direction = 'rtl'", "rtl"),
        ("themes.append('#inner { direction: ltr }')", "ltr"),
    ] {
        page.execute::<()>(&elements(script), &[]).await;
        let has_direction = "const frame = document.querySelector('#widget').shadowRoot.querySelector('[part=frame]');
            return getComputedStyle(frame).direction === arguments[0];";
        page.wait_for(&format!("{expected} after {script}"), has_direction, &[expected.into()]).await;
    }
}

async fn the_theme_follows_media_queries_of_the_page(page: &Page) {
    page.emulate_viewport(1000, 800).await;
    open(page, THEMED).await;
    let rule = "themes.append('@media (max-width: 700px), (prefers-color-scheme: dark) { body { background: #111 !important } }')";
    page.execute::<()>(&elements(rule), &[]).await;
    page.settle().await;
    wait_for_theme(page, "light", "a wide window").await;
    page.emulate_viewport(600, 800).await;
    wait_for_theme(page, "dark", "a narrow window").await;
    page.emulate_viewport(1000, 800).await;
    wait_for_theme(page, "light", "a wide window again").await;
    page.emulate_media(&[("prefers-color-scheme", "dark")]).await;
    wait_for_theme(page, "dark", "the reader's preference").await;
}

async fn without_a_background_a_preference_counts_only_where_the_page_knows_both_schemes(page: &Page) {
    page.emulate_media(&[("prefers-color-scheme", "dark")]).await;
    open(page, UNCOLOURED).await;
    page.settle().await;
    wait_for_theme(page, "light", "a page that has no dark scheme").await;
    page.execute::<()>("document.documentElement.style.colorScheme = 'light dark';", &[]).await;
    wait_for_theme(page, "dark", "a page that has both").await;
    page.emulate_media(&[("prefers-color-scheme", "light")]).await;
    wait_for_theme(page, "light", "the other preference").await;
}

async fn a_page_that_changes_all_the_time_is_looked_at_once_a_frame(page: &Page) {
    open(page, THEMED).await;
    let script = "const done = arguments[0];
        const original = window.getComputedStyle;
        let looks = 0;
        window.getComputedStyle = function (element) {
            looks += element.id === 'widget';
            return original.apply(window, arguments);
        };
        const cousin = document.querySelector('#cousin');
        let turns = 0;
        const step = () => {
            cousin.dataset.turn = turns;
            if (++turns < 1000) return Promise.resolve().then(step);
            requestAnimationFrame(() => requestAnimationFrame(() => done(looks)));
        };
        step();";
    let looks: u32 = page.execute_async(script, &[]).await;
    assert!((1..=6).contains(&looks), "the widget's styles were read {looks} times for 1000 changes in one frame");
}

in_every_engine!(
    the_theme_follows_every_change_of_the_page,
    the_theme_follows_a_control_that_only_a_style_rule_knows,
    the_theme_follows_a_fade_inside_a_shadow_tree_around_the_widget,
    the_theme_is_that_of_the_place_to_which_the_widget_is_moved,
    without_a_background_the_used_color_scheme_counts,
    the_direction_follows_an_ancestor,
);
in_chromium!(
    the_theme_follows_media_queries_of_the_page,
    without_a_background_a_preference_counts_only_where_the_page_knows_both_schemes,
    a_page_that_changes_all_the_time_is_looked_at_once_a_frame,
);

/// Opens a page with this embed, and waits for its widget.
async fn open(page: &Page, embed: &str) {
    page.visit(HostPage::new([Embed::markup(embed)])).await;
    page.wait_ready().await;
}

/// A script in which the elements of [`THEMED`] have names.
fn elements(script: &str) -> String {
    let names = ["outer", "inner", "cousin", "themes", "more", "print"];
    let constants: String =
        names.iter().map(|name| format!("let {name} = document.querySelector('#{name}');")).collect();
    // A script that adds an element uses it in the same breath.
    let script = script.replace("; print.", "; document.querySelector('#print').");
    format!("{constants}{script};")
}

/// Waits until the widget's own background is `light` or `dark`.
async fn wait_for_theme(page: &Page, theme: &str, reason: &str) {
    let has_theme = "const frame = document.querySelector('#widget').shadowRoot.querySelector('[part=frame]');
        const [red] = getComputedStyle(frame).backgroundColor.match(/\\d+/);
        return (red > 127 ? 'light' : 'dark') === arguments[0];";
    page.wait_for(&format!("the widget to be {theme}: {reason}"), has_theme, &[theme.into()]).await;
}
