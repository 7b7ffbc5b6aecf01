//! Writes the page of a ladder: the widget, and below it the whole ladder to read, which is all of the page without scripts.
//!
//! The page obeys `script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'`. All its addresses are
//! relative, so the files of a build work in any folder.

use career_ladder_core::words::Text;
use maud::{DOCTYPE, Markup, html};

use crate::edition::Edition;
use crate::readable::readable;

/// The file of a page inside its folder.
pub(super) const FILE: &str = "index.html";

/// The anchor of the ladder to read.
const LADDER: &str = "ladder";

/// The outline of a globe, in a box of 16 by 16.
const GLOBE: &str = "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM1.5 8h13M8 1.5c-4.4 4-4.4 9 0 13c4.4-4 4.4-9 0-13z";

/// The page of an edition. `editions` has all editions of the same ladder.
pub(super) fn page(edition: &Edition<'_>, editions: &[&Edition<'_>]) -> String {
    let Edition { ladder, language, catalog, .. } = edition;
    let root = "../".repeat(edition.folder().matches('/').count());
    let page = html! {
        (DOCTYPE)
        html lang=(ladder.lang) dir=(language.direction()) {
            (head(edition, editions, &root))
            body {
                header {
                    (start_page(&root))
                    (languages(edition, editions, &root))
                }
                main {
                    h1 { (catalog.text(Text::FindStage)) }
                    career-ladder ladder=(ladder.id) lang=(ladder.lang) {
                        a href={ "#" (LADDER) } { (catalog.text(Text::AboutLadder)) }
                    }
                    script async src={ (root) "career-ladder.js" } {}
                    article id=(LADDER) { (readable(edition)) }
                }
                footer { (start_page(&root)) }
            }
        }
    };
    page.into_string() + "\n"
}

fn head(edition: &Edition<'_>, editions: &[&Edition<'_>], root: &str) -> Markup {
    let Edition { ladder, catalog, .. } = edition;
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (catalog.join(&ladder.title, catalog.text(Text::FindStage))) }
            meta name="description" content=(description(edition));
            link rel="icon" href={ (root) "favicon.svg" };
            link rel="stylesheet" href={ (root) "page.css" };
            @if editions.len() > 1 {
                @for other in editions {
                    link rel="alternate" hreflang=(other.ladder.lang) href=(address(other, root));
                    // Readers of all other languages get the original.
                    @if other.is_original() { link rel="alternate" hreflang="x-default" href=(address(other, root)); }
                }
            }
        }
    }
}

/// A sentence about the ladder, and the titles of its rungs.
fn description(edition: &Edition<'_>) -> String {
    let Edition { ladder, catalog, .. } = edition;
    let titles: Vec<&str> = ladder.rungs.iter().map(|rung| &*rung.title).collect();
    let titles = titles.join(catalog.text(Text::ListSeparator));
    let lead = if ladder.summary.is_empty() { &ladder.title } else { &ladder.summary };
    format!("{lead} {}", catalog.role(&titles))
}

/// A folded list of links to the other editions. Its button is the name of this one, so it needs no word of any language.
fn languages(edition: &Edition<'_>, editions: &[&Edition<'_>], root: &str) -> Markup {
    let others = editions.iter().filter(|other| other.name != edition.name);
    html! {
        @if editions.len() > 1 {
            nav {
                details {
                    summary {
                        svg viewBox="0 0 16 16" aria-hidden="true" { path d=(GLOBE) {} }
                        (edition.language.name())
                    }
                    ul {
                        @for other in others {
                            li {
                                a href=(address(other, root)) lang=(other.ladder.lang) dir=(other.language.direction())
                                    hreflang=(other.ladder.lang) { (other.language.name()) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A link to the start page, named like the program.
fn start_page(root: &str) -> Markup {
    html! { a href={ (root) "index.html" } lang="en" dir="ltr" translate="no" { "career-ladder" } }
}

/// The address of another edition, for a page that is this far from the start page.
fn address(edition: &Edition<'_>, root: &str) -> String {
    root.to_owned() + &edition.folder()
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::edition::{Edition, bundled};

    /// The page of an edition, given all editions of its ladder.
    fn page_of(name: &str) -> String {
        let all = bundled::editions();
        let edition = all.iter().find(|edition| edition.name == name).unwrap();
        let of_same_ladder: Vec<&Edition<'_>> =
            all.iter().filter(|other| other.ladder.id == edition.ladder.id).collect();
        page(edition, &of_same_ladder)
    }

    #[test]
    fn addresses_are_what_a_person_would_type() {
        for (name, folder) in
            [("product", "product/"), ("product.de", "de/product/"), ("product.pt-BR", "pt-br/product/")]
        {
            assert_eq!(bundled::edition(name).folder(), folder);
        }
    }

    #[test]
    fn a_page_says_what_it_is_to_browsers_and_search_engines() {
        let page = page_of("product.ar");
        for part in [
            r#"<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">"#,
            r#"<link rel="stylesheet" href="../../page.css">"#,
            r#"<link rel="alternate" hreflang="ar" href="../../ar/product/">"#,
            r#"<link rel="alternate" hreflang="pt-BR" href="../../pt-br/product/">"#,
            r#"<link rel="alternate" hreflang="en" href="../../product/">"#,
            r#"<link rel="alternate" hreflang="x-default" href="../../product/">"#,
            r#"<career-ladder ladder="product" lang="ar">"#,
            r#"<script async src="../../career-ladder.js"></script>"#,
            r#"<section class="career-ladder-text" lang="ar" dir="rtl">"#,
        ] {
            assert!(page.contains(part), "{part}\n{}", &page[..4000]);
        }
        assert_eq!(page.matches("rel=\"alternate\"").count(), 13, "twelve languages, and the original for all others");
        let description = page_of("product");
        let start = "One path of many, rarely a straight line. Associate PM, Product Manager, ";
        assert!(description.contains(&format!("<meta name=\"description\" content=\"{start}")));
    }

    #[test]
    fn a_page_links_to_all_other_languages_by_their_own_names() {
        let page = page_of("product.de");
        let navigation = page.split("<nav>").nth(1).and_then(|rest| rest.split("</nav>").next()).unwrap();
        assert_eq!(navigation.matches("<a ").count(), 11);
        let link = r#"<a href="../../pt-br/product/" lang="pt-BR" dir="ltr" hreflang="pt-BR">Português (Brasil)</a>"#;
        assert!(navigation.contains(link), "{navigation}");
        assert!(!page_of("engineering").contains("<nav>"), "a ladder in one language has no list");
    }

    #[test]
    fn a_strict_policy_refuses_nothing_of_a_page() {
        for edition in bundled::editions() {
            let page = page_of(&edition.name);
            assert!(!page.contains(" style=") && !page.contains("<style"), "{}", edition.name);
            assert_eq!(page.matches("<script").count(), 1, "{}", edition.name);
            assert!(!page.contains("src=\"http") && !page.contains("src=\"/"), "{}", edition.name);
        }
    }
}
