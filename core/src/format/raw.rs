//! The file as written, format 1: every field with its type and what an author should know of it.
//!
//! The comments of fields are shown by editors, through the JSON Schema.

use super::decode::{Decode, Decoder, Field, List, field, fields, is_blank, records};
use super::found::shown;
use super::json::{Kind, Value};
#[cfg(feature = "schema")]
use super::schema::{Definitions, Json, json};
use crate::ladder::MAX_ANSWERS;

/// The format this version reads.
pub(super) const FORMAT: u16 = 1;
/// The most rungs of a ladder.
const MAX_RUNGS: usize = 256;
/// The most questions of a ladder.
const MAX_QUESTIONS: usize = 1_000;

records! {
    /// A career ladder with its quiz: format 1 of the career-ladder widget.
    Ladder {
        /// The JSON Schema that editors check and complete the file by.
        may _schema "$schema": Note<'a>,
        /// The format of the file: 1.
        must _format "format": Format,
        /// The id of the ladder, in kebab-case.
        must id: Id<'a>,
        /// The language of the content as a BCP 47 tag, such as `en` or `pt-BR`. Left out: `en`.
        may lang: Language<'a>,
        /// The name of the ladder.
        must title: Text<'a>,
        /// One line under the title.
        may summary: Note<'a>,
        /// Where the content comes from.
        may sources: List<Source<'a>>,
        /// The seasons of a career, laid over the rungs.
        may stages: List<Stage<'a>>,
        /// What the questions are about, each a side of the work.
        may dimensions: List<Dimension<'a>>,
        /// The ways up. The first starts at the ground, each other leaves from a rung. Left out: one way for all rungs.
        may tracks: List<Track<'a>>,
        /// The places to stand, on each track from the lowest up.
        must rungs: List<Rung<'a>, 2, MAX_RUNGS>,
        /// Roles beside the ladder.
        may moves: List<Move<'a>>,
        /// What the quiz asks. Left out: the ladder is only shown.
        may questions: List<Question<'a>, 0, MAX_QUESTIONS>,
        /// How to use the ladder, and what readers ask about it.
        may guide: Guide<'a>,
        /// A last thought.
        may closing: Note<'a>,
    }

    /// Something the content was drawn from.
    Source {
        /// Its title.
        must title: Text<'a>,
        /// What was taken from it.
        may note: Note<'a>,
    }

    /// A season of a career, such as "Iterative growth".
    Stage {
        /// Its id, by which rungs name it.
        must id: Id<'a>,
        /// Its name. The diagram has room for 28 characters.
        must name: Text<'a>,
        /// What it is about.
        may summary: Note<'a>,
        /// A line that carries the metaphor.
        may picture: Note<'a>,
        /// What to attend to in it.
        may focus: List<Text<'a>>,
        /// An example of goals at work in it.
        may okr: Option<Okr<'a>>,
    }

    /// An objective with the results that show it is reached.
    Okr {
        /// What is to be reached.
        must objective: Text<'a>,
        /// What shows that it is.
        may key_results "keyResults": List<KeyResult<'a>>,
    }

    /// A result, and what is done for it.
    KeyResult {
        /// The result.
        must say: Text<'a>,
        /// What is done for it.
        may initiatives: List<Text<'a>>,
    }

    /// A side of the work that the questions tell apart, such as "Discovery". The quiz needs three questions about each.
    Dimension {
        /// Its id, by which questions and skills name it.
        must id: Id<'a>,
        /// Its name.
        must name: Text<'a>,
        /// What it is about.
        may summary: Note<'a>,
    }

    /// A way up the ladder.
    Track {
        /// Its id, by which rungs name it.
        must id: Id<'a>,
        /// Its name. The diagram has room for 28 characters.
        must name: Text<'a>,
        /// The id of the rung it leaves from, on another track. The first track has none, every other one needs it.
        may from: Option<Reference<'a>>,
    }

    /// A place to stand.
    Rung {
        /// Its id, by which everything else names it.
        must id: Id<'a>,
        /// Its title. The diagram has room for 24 characters.
        must title: Text<'a>,
        /// Other titles for the same place.
        may also: List<Text<'a>>,
        /// How high it stands: a whole number that grows up the track. Rungs of the same level stand side by side.
        must level: Level,
        /// The id of its track. Left out: the first one.
        may track: Option<Reference<'a>>,
        /// The id of its stage.
        may stage: Option<Reference<'a>>,
        /// What one does there, in a few words. The diagram has room for 32 characters.
        may role: Note<'a>,
        /// What is new on this rung.
        may changes: List<Text<'a>>,
        /// What one answers for.
        may responsibilities: List<Text<'a>>,
        /// How one sees that it goes well.
        may success: List<Text<'a>>,
        /// An aside.
        may note: Note<'a>,
        /// What to grow on this rung, towards the next one.
        may skills: List<Skill<'a>>,
        /// For a side track: the id of the rung of the first track whose place it shares in every dimension.
        may like: Option<Reference<'a>>,
        /// Where that does not hold: ids of dimensions, each with the id of the rung whose place it has there.
        may except: Exceptions<'a>,
    }

    /// Something to grow.
    Skill {
        /// Its name.
        must name: Text<'a>,
        /// How to grow it.
        may how: Note<'a>,
        /// The id of the dimension it belongs to.
        may dimension: Option<Reference<'a>>,
        /// Where to read on.
        may links: List<Link<'a>>,
    }

    /// Something to read.
    Link {
        /// What it is.
        must title: Text<'a>,
        /// Where it is: an https, http or mailto address.
        must url: Address<'a>,
    }

    /// A role beside the ladder.
    Move {
        /// Its id.
        must id: Id<'a>,
        /// Its name. The diagram has room for 16 characters.
        must title: Text<'a>,
        /// Whom it suits.
        may suits: Note<'a>,
        /// The ids of the rungs it is open from. Left out: from any.
        may from: List<Reference<'a>>,
    }

    /// Something the quiz can ask. Ask what the reader did lately, not what they could do.
    Question {
        /// Its id.
        must id: Id<'a>,
        /// The id of the dimension it is about.
        must about: Reference<'a>,
        /// The question.
        must ask: Text<'a>,
        /// The answers, of similar length and without any title in them.
        must answers: List<Answer<'a>, 2, MAX_ANSWERS>,
    }

    /// An answer, and the rung it is typical of.
    Answer {
        /// Its id, once in the question.
        must id: Id<'a>,
        /// The id of the rung it is typical of, or a list of two for the middle between them.
        must is: Anchor<'a>,
        /// The answer.
        must say: Text<'a>,
    }

    /// How to use the ladder.
    Guide {
        /// What to do, step by step.
        may steps: List<Step<'a>>,
        /// What to avoid.
        may mistakes: List<Mistake<'a>>,
        /// What readers often ask.
        may faq: List<Faq<'a>>,
    }

    /// A step of the guide.
    Step {
        /// What to do.
        must name: Text<'a>,
        /// How to do it.
        must how: Text<'a>,
    }

    /// A mistake that is often made.
    Mistake {
        /// What it is.
        must name: Text<'a>,
        /// Why it is one.
        must why: Text<'a>,
    }

    /// A question that readers often ask.
    Faq {
        /// The question.
        must ask: Text<'a>,
        /// Its answer.
        must answer: Text<'a>,
    }
}

/// Kinds of text: each with what it is called, what it looks like, what is wrong with one, and what the schema says of it.
macro_rules! texts {
    ($($(#[doc = $doc:literal])+ $kind:ident $what:literal $form:literal, $wrong:expr, $schema:tt)+) => {$(
        $(#[doc = $doc])+
        #[derive(Default, Clone, Copy)]
        pub(super) struct $kind<'a> {
            /// Where it begins.
            #[allow(dead_code, reason = "only some kinds are checked against the rest of the file")]
            pub(super) at: usize,
            /// Empty where it is missing or wrong, which has been reported.
            pub(super) text: &'a str,
        }

        impl<'a> Decode<'a> for $kind<'a> {
            const FORM: &'static str = $form;

            fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
                let text = decoder.text(value, $what);
                let wrong: fn(&str) -> Option<&'static str> = $wrong;
                if let Some(wrong) = wrong(text).filter(|_| !text.is_empty()) {
                    decoder.found.error(value.at, format!("`{}` {wrong}", shown(text)));
                }
                Self { at: value.at, text }
            }

            #[cfg(feature = "schema")]
            fn schema(_: &mut Definitions) -> Json {
                json!($schema)
            }
        }
    )+};
}

texts! {
    /// Text for the reader.
    Text "text" "\"...\"", |_| None, { "type": "string", "pattern": "\\S" }

    /// An id.
    Id "an id" "\"...\"",
    |id| (!is_kebab(id)).then_some("is not an id; use small letters, digits and single hyphens, such as `senior-pm`"),
    { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }

    /// The id of something else in the file.
    Reference "an id" "\"...\"", |_| None, { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }

    /// A language tag.
    Language "a language tag" "\"en\"",
    |tag| (!is_tag(tag)).then_some("is not a language tag; write one such as `en` or `pt-BR`"),
    { "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" }

    /// An address that is safe to follow.
    Address "an address" "\"https://...\"",
    |url| (!is_safe(url)).then_some("is not an address that can be linked; write one that starts with https://, http:// or mailto:"),
    { "type": "string", "pattern": "^(https?://|mailto:)[^\\s]+$" }
}

fn is_kebab(id: &str) -> bool {
    id.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

fn is_tag(tag: &str) -> bool {
    tag.split('-').enumerate().all(|(place, part)| {
        let fits = |byte: u8| if place == 0 { byte.is_ascii_alphabetic() } else { byte.is_ascii_alphanumeric() };
        (if place == 0 { 2 } else { 1 }..=8).contains(&part.len()) && part.bytes().all(fits)
    })
}

fn is_safe(url: &str) -> bool {
    let rest = ["https://", "http://", "mailto:"].iter().find_map(|scheme| url.strip_prefix(scheme));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| is_blank(c) || c.is_control()))
}

/// Text that may be empty.
#[derive(Default, Clone, Copy)]
pub(super) struct Note<'a> {
    pub(super) at: usize,
    pub(super) text: &'a str,
}

impl<'a> Decode<'a> for Note<'a> {
    const FORM: &'static str = "\"...\"";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        let empty = matches!(&value.kind, Kind::Text(text) if text.chars().all(is_blank));
        Self { at: value.at, text: if empty { "" } else { decoder.text(value, "text") } }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "string" })
    }
}

/// Where the number of another format stands, and what to say: nothing else can be judged then.
pub(super) fn other_format(root: &Value<'_>) -> Option<(usize, String)> {
    let Kind::Object(members) = &root.kind else { return None };
    let format = &members.iter().find(|member| member.name == "format")?.value;
    let Kind::Number(number) = format.kind else { return None };
    let known = FORMAT.to_string();
    (number != known).then(|| (format.at, format!("is {}; this version reads format {known}", shown(number))))
}

/// The number of the format. Another one is reported by [`other_format`].
#[derive(Default, Clone, Copy)]
pub(super) struct Format;

impl<'a> Decode<'a> for Format {
    const FORM: &'static str = "1";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        if !matches!(value.kind, Kind::Number(_)) {
            decoder.wrong(value, "the number 1");
        }
        Self
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "const": FORMAT })
    }
}

/// A whole number that is no less than 0.
#[derive(Default, Clone, Copy)]
pub(super) struct Level {
    pub(super) at: usize,
    /// `None` where it is missing or wrong, which has been reported.
    pub(super) number: Option<u16>,
}

impl<'a> Decode<'a> for Level {
    const FORM: &'static str = "1";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        let number = match &value.kind {
            Kind::Number(number) => {
                let level = number.parse().ok();
                if level.is_none() {
                    let message = format!("is {}; write a whole number from 0 to {}", shown(number), u16::MAX);
                    decoder.found.error(value.at, message);
                }
                level
            }
            Kind::Text(text) if text.parse::<u16>().is_ok() => {
                decoder.wrong(value, &format!("the number without quotes: {text}"));
                None
            }
            _ => {
                decoder.wrong(value, "a whole number, such as 3");
                None
            }
        };
        Self { at: value.at, number }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        json!({ "type": "integer", "minimum": 0, "maximum": u16::MAX })
    }
}

/// One rung, or two for the middle between them.
#[derive(Default)]
pub(super) struct Anchor<'a> {
    pub(super) rungs: Vec<Reference<'a>>,
}

impl<'a> Decode<'a> for Anchor<'a> {
    const FORM: &'static str = "\"...\"";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        let rungs = match &value.kind {
            Kind::Text(_) => vec![Reference::decode(value, decoder)],
            Kind::List(_) => {
                let rungs = decoder.list(value, 1, 2).unwrap_or_default();
                rungs.iter().take(2).map(|rung| Reference::decode(rung, decoder)).collect()
            }
            _ => {
                decoder.wrong(value, "the id of a rung, or a list of two");
                Vec::new()
            }
        };
        Self { rungs }
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        let rung = Reference::schema(definitions);
        let rungs = super::schema::list(rung.clone(), 1, 2);
        json!({ "anyOf": [rung, rungs] })
    }
}

/// Dimensions, each with a rung.
#[derive(Default)]
pub(super) struct Exceptions<'a> {
    pub(super) list: Vec<Exception<'a>>,
}

/// A dimension with a rung.
pub(super) struct Exception<'a> {
    pub(super) dimension: Reference<'a>,
    pub(super) rung: Reference<'a>,
}

impl<'a> Decode<'a> for Exceptions<'a> {
    const FORM: &'static str = "{ ... }";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        let Kind::Object(members) = &value.kind else {
            decoder.wrong(value, "an object: { ... }");
            return Self::default();
        };
        let exceptions = members.iter().map(|member| Exception {
            dimension: Reference { at: member.at, text: &member.name },
            rung: Reference::decode(&member.value, decoder),
        });
        Self { list: exceptions.collect() }
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        let rung = Reference::schema(definitions);
        json!({ "type": "object", "propertyNames": rung, "additionalProperties": rung })
    }
}
