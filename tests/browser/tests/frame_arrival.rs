//! Frames that come late, or whose address is not the one in their `src`.

use browser_tests::{Embed, HostPage, Page, in_every_engine};

/// The frame's element as the page writes it, without an address. `{frame}` stands for the rest of its attributes.
const FRAME: &str = r#"<iframe id="frame" title="Find your career stage" width="100%" height="560" {frame}></iframe>"#;

/// Makes the frame of a script, without adding it to the page.
const MAKE_FRAME: &str = "const frame = document.createElement('iframe');
    frame.id = 'frame';
    frame.width = '100%';
    frame.height = 560;
    const address = document.querySelector('script[src*=career-ladder]').src.replace('career-ladder.js', 'embed.html?start=quiz&seed=7');";

/// Defines `frames`: the page's frames, also those in open shadow roots, whose documents the test can see.
const FRAMES: &str = "const frames = [...everyElement(document)].filter((element) => element.localName === 'iframe');";

async fn a_frame_whose_address_is_set_on_scroll_grows_and_tells_events(page: &Page) {
    page.visit_self_hosted(post(&[r#"data-src="{HOST}/embed.html?start=quiz&seed=7""#])).await;
    wait_for_loader(page).await;
    let show = "const frame = document.querySelector('#frame');
        const observer = new IntersectionObserver(() => (frame.src = frame.dataset.src, observer.disconnect()));
        observer.observe(frame);
        frame.scrollIntoView();";
    page.execute::<()>(show, &[]).await;
    assert_frames_grow(page, 1).await;
}

async fn a_frame_that_navigates_by_location_replace_grows_and_tells_events(page: &Page) {
    page.visit_self_hosted(post(&[r#"src="about:blank""#])).await;
    wait_for_loader(page).await;
    let navigate = format!("{MAKE_FRAME} document.querySelector('#frame').contentWindow.location.replace(address);");
    page.execute::<()>(&navigate, &[]).await;
    assert_frames_grow(page, 1).await;
}

async fn a_frame_that_a_script_appends_after_load_grows_and_tells_events(page: &Page) {
    page.visit_self_hosted(post(&[])).await;
    wait_for_loader(page).await;
    let append = format!(
        "{MAKE_FRAME} frame.loading = 'lazy'; frame.src = address;
        document.querySelector('#elsewhere').append(frame); frame.scrollIntoView();"
    );
    page.execute::<()>(&append, &[]).await;
    assert_frames_grow(page, 1).await;
}

async fn a_frame_in_an_open_shadow_root_grows_and_tells_events(page: &Page) {
    page.visit_self_hosted(post(&[])).await;
    wait_for_loader(page).await;
    let append = format!(
        "{MAKE_FRAME} frame.src = address;
        document.querySelector('#elsewhere').attachShadow({{ mode: 'open' }}).append(frame); frame.scrollIntoView();"
    );
    page.execute::<()>(&append, &[]).await;
    assert_frames_grow(page, 1).await;
}

async fn a_frame_that_is_moved_and_so_loads_again_grows_again(page: &Page) {
    page.visit_self_hosted(post(&[r#"src="{HOST}/embed.html?start=quiz&seed=7""#])).await;
    assert_frames_grow(page, 1).await;
    let move_frame = "const frame = document.querySelector('#frame');
        frame.style.height = '';
        document.querySelector('#elsewhere').append(frame); frame.scrollIntoView();";
    page.execute::<()>(move_frame, &[]).await;
    assert_frames_grow(page, 1).await;
    let ready = "return __recorder.events.filter((event) => event.name === 'ladder-ready').length === 2;";
    page.wait_for("the frame to be ready twice", ready, &[]).await;
}

async fn of_two_frames_each_gets_its_own_height_and_events(page: &Page) {
    let address = r#"src="{HOST}/embed.html?start=quiz&seed=7""#;
    let other = r#"name="other" src="{HOST}/embed.html?start=quiz&ladder=engineering""#;
    page.visit_self_hosted(post(&[address, other])).await;
    assert_frames_grow(page, 2).await;
    let ladders = "return __recorder.events.filter(({ name }) => name === 'ladder-ready').map(({ detail }) => detail.ladder).sort();";
    assert_eq!(page.execute::<Vec<String>>(ladders, &[]).await, ["engineering", "product"]);
}

async fn a_frame_that_came_before_the_loader_grows_at_the_readers_touch(page: &Page) {
    let navigate = r#"<script>document.querySelector('#frame').contentWindow.location.replace("{HOST}/embed.html?start=quiz&seed=7")</script>"#;
    let frame = FRAME.replace("{frame}", "");
    page.visit_self_hosted(HostPage::new([Embed::markup(&frame), Embed::markup(navigate)])).await;
    let is_shown = "return frames[0].contentDocument.querySelector('career-ladder')?.shadowRoot?.querySelector('.app h3') != null;";
    page.wait_for("the question", &format!("{FRAMES} {is_shown}"), &[]).await;
    page.settle().await;
    let load = "const script = document.createElement('script');
        script.src = '/widget/career-ladder.js';
        document.body.append(script);";
    page.execute::<()>(load, &[]).await;
    wait_for_loader(page).await;
    let touch = "frames[0].contentDocument.querySelector('career-ladder').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));";
    page.execute::<()>(&format!("{FRAMES} {touch}"), &[]).await;
    assert_frames_grow(page, 1).await;
}

in_every_engine!(
    a_frame_whose_address_is_set_on_scroll_grows_and_tells_events,
    a_frame_that_navigates_by_location_replace_grows_and_tells_events,
    a_frame_that_a_script_appends_after_load_grows_and_tells_events,
    a_frame_in_an_open_shadow_root_grows_and_tells_events,
    a_frame_that_is_moved_and_so_loads_again_grows_again,
    of_two_frames_each_gets_its_own_height_and_events,
    a_frame_that_came_before_the_loader_grows_at_the_readers_touch,
);

/// A post with a frame for each list of attributes, and the loader.
fn post(frames: &[&str]) -> HostPage {
    let frames = frames.iter().map(|attributes| Embed::markup(&FRAME.replace("{frame}", attributes)));
    HostPage::new(frames.chain([Embed::loader()]))
}

/// Waits until the loader has run, and listens.
async fn wait_for_loader(page: &Page) {
    page.wait_for("the loader", "return !!customElements.get('career-ladder');", &[]).await;
}

/// Waits until this many frames are as high as their widgets, and each has told that it is ready.
async fn assert_frames_grow(page: &Page, count: usize) {
    let fit = "return frames.length === arguments[0] && frames.every((frame) => {
        const { innerHeight, document } = frame.contentWindow;
        const height = document.querySelector('career-ladder')?.getBoundingClientRect().height;
        return height > 0 && innerHeight !== 560 && innerHeight === Math.ceil(height) && document.documentElement.scrollHeight === innerHeight;
    });";
    page.wait_for("the frames to fit", &format!("{FRAMES} {fit}"), &[count.into()]).await;
    let ready = "return new Set(__recorder.events.filter(({ name }) => name === 'ladder-ready').map(({ detail }) => detail.ladder)).size === arguments[0];";
    page.wait_for("ladder-ready", ready, &[count.into()]).await;
    // To the page, an event in a shadow root comes from its host.
    let targets: Vec<String> = page.events().await.into_iter().map(|event| event.target).collect();
    assert!(targets.iter().all(|target| target == "frame" || target == "elsewhere"), "{targets:?}");
    assert_eq!(page.errors().await, []);
}
