//! What many widgets, one after the other or side by side, leave in memory.

use browser_tests::{Memory, Page, in_chromium};

/// Mounts and takes down a widget so many times, each time waiting until it is there.
const MOUNTS: &str = "const [times, done] = arguments;
    (async () => {
        for (let time = 0; time < times; time++) {
            const widget = document.createElement('career-ladder');
            widget.setAttribute('loading', 'eager');
            const ready = new Promise((resolve) => widget.addEventListener('ladder-ready', resolve, { once: true }));
            document.querySelector('#elsewhere').append(widget);
            await ready;
            widget.remove();
            await new Promise((resolve) => setTimeout(resolve));
        }
        // The notes of the tests hold on to what they noted.
        __watch.events.length = 0;
        done(null);
    })();";

async fn five_hundred_widgets_leave_nothing(page: &Page) {
    page.open_post().await;
    // The first few hundred make the browser compile and optimise what they run, which is kept for good.
    after_mounts(page, 600).await;
    let after_100 = after_mounts(page, 100).await;
    let after_500 = after_mounts(page, 400).await;
    let growth = after_500.bytes / after_100.bytes - 1.0;
    eprintln!("memory after 100 and after 500 mounts: {after_100:?}, {after_500:?}, {:.2} %", growth * 100.0);
    assert!(growth < 0.01, "{:.2} % from {after_100:?} to {after_500:?}", growth * 100.0);
    assert!(after_500.nodes <= after_100.nodes + 20, "{after_100:?}, {after_500:?}");
    assert!(after_500.listeners <= after_100.listeners + 10, "{after_100:?}, {after_500:?}");
}

async fn twenty_widgets_take_at_most_twice_what_one_takes(page: &Page) {
    page.open_post().await;
    let one = page.memory().await;
    let nineteen = "const done = arguments[arguments.length - 1];
        Promise.all(Array.from({ length: 19 }, () => {
            const widget = document.createElement('career-ladder');
            widget.setAttribute('loading', 'eager');
            const ready = new Promise((resolve) => widget.addEventListener('ladder-ready', resolve, { once: true }));
            document.querySelector('#elsewhere').append(widget);
            return ready;
        })).then(() => done(null));";
    page.run_async::<serde_json::Value>(nineteen, &[]).await;
    let twenty = page.memory().await;
    eprintln!("memory of one widget and of twenty: {one:?}, {twenty:?}");
    assert_eq!(page.site.count(".wasm"), 1, "they share one instance");
    assert!(twenty.bytes <= 2.0 * one.bytes, "{one:?}, {twenty:?}");
}

in_chromium!(five_hundred_widgets_leave_nothing, twenty_widgets_take_at_most_twice_what_one_takes);

async fn after_mounts(page: &Page, times: u32) -> Memory {
    for _ in 0..times / 50 {
        page.run_async::<serde_json::Value>(MOUNTS, &[50.into()]).await;
    }
    page.memory().await
}
