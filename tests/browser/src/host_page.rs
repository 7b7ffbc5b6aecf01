//! Host pages that tests write: a blog post with the widget in it.

use crate::site::{Origin, Site};

/// A blog post with embeds between its paragraphs.
#[derive(Clone, Debug)]
pub struct HostPage {
    column_width: u32,
    direction: &'static str,
    language: String,
    markup_before: &'static str,
    embeds: Vec<Embed>,
    headers: Vec<(String, String)>,
}

/// Markup that the site owner pastes into a page. `{HOST}` stands for the URL of the widget's files.
#[derive(Clone, Debug)]
pub struct Embed(String);

/// The snippet of the README.
const SNIPPET: &str = concat!(
    r#"<career-ladder ladder="product" style="display:block;min-height:560px">"#,
    r#"<a href="{HOST}/product">Find your career stage</a></career-ladder>"#,
    r#"<script async="async" crossorigin="anonymous" src="{HOST}/career-ladder.js"></script>"#,
);

/// The snippet's script, without its element.
const LOADER: &str = r#"<script async="async" crossorigin="anonymous" src="{HOST}/career-ladder.js"></script>"#;

impl Embed {
    /// The snippet, exactly as the README tells to paste it.
    pub fn snippet() -> Self {
        Self(SNIPPET.into())
    }

    /// The snippet with more attributes on its element, such as `seed="7"`.
    pub fn snippet_with(attributes: &str) -> Self {
        Self(SNIPPET.replacen("<career-ladder ", &format!("<career-ladder {attributes} "), 1))
    }

    /// The snippet's script, without its element.
    pub fn loader() -> Self {
        Self(LOADER.into())
    }

    /// Any markup.
    pub fn markup(markup: &str) -> Self {
        Self(markup.into())
    }
}

impl HostPage {
    /// A post with these embeds, one after the other.
    pub fn new(embeds: impl IntoIterator<Item = Embed>) -> Self {
        let embeds = embeds.into_iter().collect();
        Self {
            column_width: 800,
            direction: "ltr",
            language: "en".into(),
            markup_before: "",
            embeds,
            headers: Vec::new(),
        }
    }

    /// A post with the snippet.
    pub fn with_snippet() -> Self {
        Self::new([Embed::snippet()])
    }

    /// A post whose widget has the id `widget` and a fixed seed, which decides the order of options.
    pub fn with_seed(seed: &str) -> Self {
        Self::new([Embed::snippet_with(&format!(r#"id="widget" seed="{seed}""#))])
    }

    /// Sets the width of the text column in CSS pixels. `web/post.css` has a class for each possible width.
    #[must_use]
    pub fn width(mut self, width: u32) -> Self {
        self.column_width = width;
        self
    }

    /// Makes the page run from right to left.
    #[must_use]
    pub fn right_to_left(mut self) -> Self {
        self.direction = "rtl";
        self
    }

    /// Puts the page in a language. Arabic runs from right to left.
    #[must_use]
    pub fn language(mut self, tag: &str) -> Self {
        tag.clone_into(&mut self.language);
        if tag == "ar" { self.right_to_left() } else { self }
    }

    /// Adds markup before the text column.
    #[must_use]
    pub fn markup_before(mut self, markup: &'static str) -> Self {
        self.markup_before = markup;
        self
    }

    /// Adds a response header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Publishes the page, with the widget's files taken from `origin`; returns its URL.
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
        let Self { column_width, direction, language, markup_before, .. } = self;
        format!(
            r#"<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A post</title>
<link rel="stylesheet" href="/post.css">
<script src="/recorder.js"></script>
</head>
<body>
{markup_before}
<article class="w{column_width}">
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
