//! Private links to which a mail program or a chat added something.

use crate::support::SHARED_LINK;
use browser_tests::{HostPage, Origin, Page, in_every_engine};

/// The tails: ends of sentences and brackets, spaces, marks of the newsletter's provider, emphasis of chats, and what is
/// left of an encoding.
const TAILS: &[&str] = &[
    ".",
    ",",
    ")",
    ">",
    "\"",
    "%20",
    "&utm_source=x",
    "!",
    "?",
    ";",
    "'",
    "]",
    "*",
    "_",
    "**",
    "__",
    "-",
    "--",
    "…",
    "。",
    "”",
    "%22",
    "%3E",
    "%E2%80%8B",
    "=",
    "=3D",
    "\\",
    "|",
    "#after",
    "&fbclid=a_B-c&x=career-ladder",
    ").",
    ">,",
    "_)",
    "-1",
    "/",
    ":~:text=stage",
    " (see there)",
    "~",
];

async fn a_link_with_a_tail_opens(page: &Page) {
    let url = HostPage::with_seed("7").publish(&page.site, Origin::Assets);
    page.goto(&url).await;
    for (number, tail) in TAILS.iter().enumerate() {
        let address = format!("{url}?{number}{SHARED_LINK}{tail}");
        page.execute::<()>("location.href = arguments[0];", &[address.into()]).await;
        let is_open = "const heading = find({ role: 'heading', name: arguments[0], match: 'pattern' })[0];
            const says = find({ role: 'alert' }).map((region) => region.textContent).join();
            return location.search === arguments[1] && __recorder.events.length > 0 && (heading ? 'outcome' : says || 'none');";
        let arguments = [page.outcome_heading().into(), format!("?{number}").into()];
        let found = page.wait_for("the page of the link", is_open, &arguments).await;
        assert_eq!(found, "outcome", "with {tail:?}");
    }
}

in_every_engine!(a_link_with_a_tail_opens);
