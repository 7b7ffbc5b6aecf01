//! The pages that the widget is embedded in.

use crate::site::{Origin, Site};

/// A blog post with the widget between its paragraphs.
#[derive(Clone, Debug)]
pub struct HostPage {
    width: u32,
    language: &'static str,
    direction: &'static str,
    before: &'static str,
    embeds: Vec<Embed>,
    headers: Vec<(String, String)>,
}

/// What the site's owner pasted. `{HOST}` stands for where the widget's files are.
#[derive(Clone, Debug)]
pub struct Embed(String);

/// The one line that the README tells to paste.
const SNIPPET: &str = concat!(
    r#"<career-ladder ladder="product" style="display:block;min-height:560px">"#,
    r#"<a href="{HOST}/product">Find your career stage</a></career-ladder>"#,
    r#"<script async="async" crossorigin="anonymous" src="{HOST}/career-ladder.js"></script>"#,
);

/// The script of the snippet alone.
const LOADER: &str = r#"<script async="async" crossorigin="anonymous" src="{HOST}/career-ladder.js"></script>"#;

impl Embed {
    /// The one-line snippet, exactly as it is pasted.
    pub fn snippet() -> Self {
        Self(SNIPPET.into())
    }

    /// The snippet with more attributes on the element, such as `seed="7"`.
    pub fn with(attributes: &str) -> Self {
        Self(SNIPPET.replacen("<career-ladder ", &format!("<career-ladder {attributes} "), 1))
    }

    /// The script of the snippet, without an element.
    pub fn loader() -> Self {
        Self(LOADER.into())
    }

    /// Any markup.
    pub fn markup(markup: &str) -> Self {
        Self(markup.into())
    }
}

impl HostPage {
    /// A post with these things pasted into it, one after the other.
    pub fn new(embeds: impl IntoIterator<Item = Embed>) -> Self {
        let embeds = embeds.into_iter().collect();
        Self { width: 800, language: "en", direction: "ltr", before: "", embeds, headers: Vec::new() }
    }

    /// A post with the one-line snippet in it.
    pub fn with_snippet() -> Self {
        Self::new([Embed::snippet()])
    }

    /// A post whose widget always shuffles its answers in the same way.
    pub fn with_seed(seed: &str) -> Self {
        Self::new([Embed::with(&format!(r#"id="widget" seed="{seed}""#))])
    }

    /// The width of the text column, in CSS pixels: one of those in `web/post.css`.
    #[must_use]
    pub fn width(mut self, width: u32) -> Self {
        self.width = width;
        self
    }

    /// Written from right to left.
    #[must_use]
    pub fn right_to_left(mut self) -> Self {
        self.direction = "rtl";
        self
    }

    /// With markup before the text column.
    #[must_use]
    pub fn before(mut self, markup: &'static str) -> Self {
        self.before = markup;
        self
    }

    /// With a response header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Puts the page on a site, with the widget's files taken from `origin`, and returns its address.
    pub fn publish(&self, site: &Site, origin: Origin) -> String {
        let files = match origin {
            Origin::Assets => site.origin(Origin::Assets),
            Origin::Host => site.origin(Origin::Host) + "/widget",
        };
        let embeds: String = self.embeds.iter().map(|Embed(markup)| markup.replace("{HOST}", &files)).collect();
        let headers = self.headers.iter().map(|(name, value)| (name.clone(), value.replace("{HOST}", &files)));
        site.publish(self.html(&embeds), headers.collect())
    }

    fn html(&self, embeds: &str) -> String {
        let Self { width, language, direction, before, .. } = self;
        format!(
            r#"<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A post</title>
<link rel="stylesheet" href="/post.css">
<script src="/watch.js"></script>
</head>
<body>
{before}
<article class="w{width}">
<h1>What product people do all day</h1>
<p>Titles differ from company to company, and the work differs less.</p>
{embeds}
<p id="after">The paragraph after it stays where it is.</p>
<p>And so does <a href="/">the last one</a>.</p>
</article>
<div id="elsewhere"></div>
</body>
</html>
"#
        )
    }
}
