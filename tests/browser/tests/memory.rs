//! Memory of many widgets, mounted one after the other or side by side.

use browser_tests::{MemoryUsage, Page, in_chromium};
use serde_json::Value;

/// Mounts and removes a widget this many times, each time waiting until it is ready.
const MOUNT_AND_REMOVE: &str = "const [times, done] = arguments;
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
        // The recorder would keep the events in memory.
        __recorder.events.length = 0;
        done(null);
    })();";

/// Mounts 19 widgets and waits until all are ready.
const MOUNT_NINETEEN: &str = "const done = arguments[arguments.length - 1];
    Promise.all(Array.from({ length: 19 }, () => {
        const widget = document.createElement('career-ladder');
        widget.setAttribute('loading', 'eager');
        const ready = new Promise((resolve) => widget.addEventListener('ladder-ready', resolve, { once: true }));
        document.querySelector('#elsewhere').append(widget);
        return ready;
    })).then(() => done(null));";

async fn five_hundred_mounted_and_removed_widgets_leave_nothing_in_memory(page: &Page) {
    page.open_post().await;
    // During the first few hundred the browser compiles and optimises code, which it keeps for good.
    memory_after_mounts(page, 600).await;
    let after_100 = memory_after_mounts(page, 100).await;
    let after_500 = memory_after_mounts(page, 400).await;
    let growth = after_500.bytes / after_100.bytes - 1.0;
    eprintln!("memory after 100 and after 500 mounts: {after_100:?}, {after_500:?}, {:.2} %", growth * 100.0);
    assert!(growth < 0.01, "{:.2} % from {after_100:?} to {after_500:?}", growth * 100.0);
    assert!(after_500.nodes <= after_100.nodes + 20, "{after_100:?}, {after_500:?}");
    assert!(after_500.listeners <= after_100.listeners + 10, "{after_100:?}, {after_500:?}");
}

async fn twenty_widgets_take_at_most_twice_the_memory_of_one(page: &Page) {
    page.open_post().await;
    let one = page.memory_usage().await;
    page.execute_async::<Value>(MOUNT_NINETEEN, &[]).await;
    let twenty = page.memory_usage().await;
    eprintln!("memory of one widget and of twenty: {one:?}, {twenty:?}");
    assert_eq!(page.site.request_count(".wasm"), 1, "all widgets share one instance");
    assert!(twenty.bytes <= 2.0 * one.bytes, "{one:?}, {twenty:?}");
}

in_chromium!(
    five_hundred_mounted_and_removed_widgets_leave_nothing_in_memory,
    twenty_widgets_take_at_most_twice_the_memory_of_one,
);

/// Mounts and removes widgets, 50 with each script so that none exceeds its time limit.
async fn memory_after_mounts(page: &Page, times: u32) -> MemoryUsage {
    for _ in 0..times / 50 {
        page.execute_async::<Value>(MOUNT_AND_REMOVE, &[50.into()]).await;
    }
    page.memory_usage().await
}
