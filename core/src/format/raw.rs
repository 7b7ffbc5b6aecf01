//! The fields of a ladder file, format 1: each with its type and the help that authors see.
//!
//! Editors show the help texts, which reach them through the JSON Schema.

use super::decode::{Decode, Decoder, List, decode_field, match_fields, records};
use super::diagnostics::{Span, quoted};
use super::field_types::{
    Address, Anchor, Dimensions, DrawingName, Except, FileText, Format, Id, Language, OptionalText, Reference, Rungs,
    Stages, Text, Tracks, Translated, Whole, Words,
};
use super::shape::{FieldKey, Shape};
use super::syntax::{Value, ValueKind};
use super::table::{FORMAT, Field, FieldType, Record};
use crate::ladder::MAX_ANSWERS;

const MAX_RUNGS: usize = 256;
const MAX_QUESTIONS: usize = 1_000;

/// The field table: the fields of a ladder, which lead to all others.
pub static LADDER: Record = Ladder::RECORD;

records! {
    Ladder "A career ladder with its quiz: format 1 of the career-ladder widget." {
        optional _schema "$schema": FileText,
            "The JSON Schema that editors check and complete the file by.";
        required _format "format": Format,
            "The format of the file: 1.";
        optional _extends "extends": FileText,
            "For a file that says only what it changes: the id of a bundled ladder, or the address of another ladder file.";
        required id: Id<'a>,
            "The id of the ladder, in kebab-case. A translation has that of the ladder it translates.";
        optional lang: Language<'a>,
            "The language of the content as a BCP 47 tag, such as `en` or `pt-BR`. Left out: `en`.";
        required title: Text<'a>,
            "The name of the ladder.";
        optional summary: OptionalText<'a>,
            "One line under the title.";
        optional sources: List<Source<'a>>,
            "Where the content comes from.";
        optional stages: List<Stage<'a>>,
            "The stages of a career. Each rung can name its stage.";
        optional dimensions: List<Dimension<'a>>,
            "The areas of the work that the questions measure.";
        optional tracks: List<Track<'a>>,
            "The tracks up the ladder. The first starts at the bottom; every other track leaves from a rung. Left out: all rungs are on one track.";
        required rungs: List<Rung<'a>, 2, MAX_RUNGS>,
            "The rungs. List those of each track from lowest to highest.";
        optional moves: List<Move<'a>>,
            "Roles beside the ladder.";
        optional questions: List<Question<'a>, 0, MAX_QUESTIONS>,
            "What the quiz asks. Left out: the ladder is only shown.";
        optional readers: Option<Readers<'a>>,
            "What the quiz has learnt about the readers of this ladder.";
        optional guide: Guide<'a>,
            "How to use the ladder, and what readers ask about it.";
        optional words: Words<'a>,
            "Words of the interface to replace, such as `\"start\": \"Take the quiz\"`, in the language of the ladder.";
        optional closing: OptionalText<'a>,
            "The author's closing words.";
        optional _translated "translated": Translated<'a>,
            "In a translation: the path of each text, with the hash of the text that it was translated from. `career-ladder translate` keeps it.";
    }

    Source "Something the content was drawn from." {
        required title: Text<'a>,
            "Its title.";
        optional note: OptionalText<'a>,
            "What was taken from it.";
    }

    Stage "A stage of a career, such as \"Iterative growth\"." {
        required id: Id<'a>,
            "Its id, by which rungs name it.";
        required name: Text<'a, 28>,
            "Its name. The diagram has room for 28 characters.";
        optional summary: OptionalText<'a>,
            "What it is about.";
        optional picture: OptionalText<'a>,
            "A metaphor for the stage, in one line.";
        optional drawing: DrawingName,
            "A bundled drawing that goes with the metaphor. Left out: none.";
        optional focus: List<Text<'a>>,
            "What to attend to in it.";
        optional okr: Option<Okr<'a>>,
            "An example of goals at work in it.";
    }

    Okr "An objective with the results that show it is reached." {
        required objective: Text<'a>,
            "What is to be reached.";
        optional key_results "keyResults": List<KeyResult<'a>>,
            "What shows that it is.";
    }

    KeyResult "A result, and what is done for it." {
        required say: Text<'a>,
            "The result.";
        optional initiatives: List<Text<'a>>,
            "What is done for it.";
    }

    Dimension "An area of the work that the questions measure, such as \"Discovery\". The quiz needs at least three questions about each." {
        required id: Id<'a>,
            "Its id, by which questions and skills name it.";
        required name: Text<'a>,
            "Its name.";
        optional summary: OptionalText<'a>,
            "What it is about.";
    }

    Track "A way up the ladder." {
        required id: Id<'a>,
            "Its id, by which rungs name it.";
        required name: Text<'a, 28>,
            "Its name. The diagram has room for 28 characters.";
        optional from: Option<Reference<'a, Rungs>>,
            "The id of the rung it leaves from, on another track. The first track has none, every other one needs it.";
    }

    Rung "A rung of the ladder, which readers see as a level." {
        required id: Id<'a>,
            "Its id, by which everything else names it.";
        required title: Text<'a, 24>,
            "Its title. The diagram has room for 24 characters.";
        optional also: List<Text<'a>>,
            "Other titles for the same place.";
        optional level: Option<Whole<0, 65_535>>,
            "How high it stands: a whole number that grows up the track. Rungs of the same level stand side by side. Left out: one above the rung before it on its track, and what stands above moves up; on a side track the level of its `like`, else one above where the track leaves.";
        optional track: Option<Reference<'a, Tracks>>,
            "The id of its track. Left out: the first one.";
        optional stage: Option<Reference<'a, Stages>>,
            "The id of its stage.";
        optional role: OptionalText<'a, 32>,
            "What one does there, in a few words. The diagram has room for 32 characters.";
        optional changes: List<Text<'a>>,
            "What is new on this rung.";
        optional responsibilities: List<Text<'a>>,
            "The responsibilities on this rung.";
        optional success: List<Text<'a>>,
            "Signs of success on this rung.";
        optional note: OptionalText<'a>,
            "An aside.";
        optional skills: List<Skill<'a>>,
            "What to grow on this rung, towards the next one.";
        optional like: Option<Reference<'a, Rungs>>,
            "For a side track: the id of the rung on the first track that requires the same in every dimension.";
        optional except: Except<'a>,
            "Exceptions: ids of dimensions, each with the id of the rung whose requirements apply there instead.";
    }

    Skill "Something to grow." {
        optional id: Option<Id<'a>>,
            "Its id, once among the skills around it. Translations find the skill by it, and so do the ticks of readers.";
        required name: Text<'a>,
            "Its name.";
        optional how: OptionalText<'a>,
            "How to grow it.";
        optional dimension: Option<Reference<'a, Dimensions>>,
            "The id of the dimension it belongs to.";
        optional links: List<Link<'a>>,
            "Where to read on.";
    }

    Link "Something to read." {
        required title: Text<'a>,
            "What it is.";
        required url: Address<'a>,
            "Where it is: an https, http or mailto address.";
    }

    Move "A role beside the ladder." {
        required id: Id<'a>,
            "Its id.";
        required title: Text<'a, 16>,
            "Its name. The diagram has room for 16 characters.";
        optional suits: OptionalText<'a>,
            "Whom it suits.";
        optional from: List<Reference<'a, Rungs>>,
            "The ids of the rungs it is open from. Left out: from any.";
        optional skills: List<Skill<'a>>,
            "What to build or try, to prepare for the role.";
    }

    Question "Something the quiz can ask. Ask what the reader did lately, not what they could do." {
        required id: Id<'a>,
            "Its id.";
        required about: Reference<'a, Dimensions>,
            "The id of the dimension it is about.";
        required ask: Text<'a>,
            "The question.";
        required answers: List<Answer<'a>, 2, MAX_ANSWERS>,
            "The answers, of similar length and without any title in them.";
    }

    Answer "An answer, and the rung it is typical of." {
        required id: Id<'a>,
            "Its id, once in the question.";
        required is: Anchor<'a>,
            "The id of the rung it is typical of, or a list of two for the middle between them.";
        required say: Text<'a>,
            "The answer.";
        optional shift: Option<Whole<-900, 900>>,
            "How far above that rung the answer stands, in hundredths of a rung, for readers who rate themselves as those of this ladder do. `career-ladder calibrate` learns it from recorded answers; authors leave it out.";
    }

    Readers "How many of a hundred readers answer in which way. `career-ladder calibrate` learns it from recorded answers; authors leave it out." {
        optional even: Option<Whole<0, 100>>,
            "They have about the same level in every area.";
        optional generous: Option<Whole<0, 100>>,
            "They rate themselves high, and the more so the higher their title.";
        optional precise: Option<Whole<0, 100>>,
            "They choose the answer that fits exactly.";
        optional hasty: Option<Whole<0, 100>>,
            "They read carelessly.";
        optional uneven: Option<Whole<0, 100>>,
            "They have another level in one area than in the next, or are experts in one.";
        optional inattentive: Option<Whole<0, 100>>,
            "They do not read.";
    }

    Guide "How to use the ladder." {
        optional steps: List<Step<'a>>,
            "What to do, step by step.";
        optional mistakes: List<Mistake<'a>>,
            "What to avoid.";
        optional faq: List<Faq<'a>>,
            "What readers often ask.";
    }

    Step "A step of the guide." {
        required name: Text<'a>,
            "What to do.";
        required how: Text<'a>,
            "How to do it.";
    }

    Mistake "A mistake that is often made." {
        required name: Text<'a>,
            "What it is.";
        required why: Text<'a>,
            "Why it is one.";
    }

    Faq "A question that readers often ask." {
        required ask: Text<'a>,
            "The question.";
        required answer: Text<'a>,
            "Its answer.";
    }
}

/// The span of a `format` field with another number than [`FORMAT`], and the message about it. The fields of another
/// format have unknown meanings, so nothing else can be checked then.
pub(super) fn other_format(root: &Value<'_>) -> Option<(Span, String)> {
    let format = &root.member("format")?.value;
    let ValueKind::Number(number) = format.kind else { return None };
    let known = FORMAT.to_string();
    (number != known).then(|| (format.span, format!("is {}; this version reads format {known}", quoted(number))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The type of the field at a path of record fields; lists lead to their items.
    fn type_of(path: &[&str]) -> FieldType {
        path.iter().fold(FieldType::Record(&LADDER), |field_type, name| {
            let record = match field_type {
                FieldType::Record(record) | FieldType::List { items: &FieldType::Record(record), .. } => record,
                other => panic!("{other:?} has no field {name}"),
            };
            record.fields.iter().find(|field| field.name == *name).expect("the field").field_type
        })
    }

    #[test]
    fn the_table_has_the_limits_of_lists_and_texts() {
        let case = |path: &[&str], expected: &str| {
            let shown = match type_of(path) {
                FieldType::List { min, max, .. } => format!("{min} to {max:?}"),
                FieldType::OneOrList { min, max, .. } => format!("one, or {min} to {max}"),
                FieldType::Text { room, .. } => format!("room for {room:?}"),
                FieldType::Reference { list, .. } => format!("in {list}"),
                FieldType::OneOf(names) => format!("one of {names:?}"),
                other => panic!("{other:?}"),
            };
            assert_eq!(shown, expected, "{path:?}");
        };
        case(&["rungs"], "2 to Some(256)");
        case(&["sources"], "0 to None");
        case(&["questions", "answers"], "2 to Some(8)");
        case(&["questions", "answers", "is"], "one, or 1 to 2");
        case(&["rungs", "title"], "room for Some(24)");
        case(&["rungs", "role"], "room for Some(32)");
        case(&["rungs", "note"], "room for None");
        case(&["rungs", "track"], "in tracks");
        case(&["questions", "about"], "in dimensions");
        case(&["moves", "skills", "dimension"], "in dimensions");
        case(&["stages", "drawing"], r#"one of ["scribble", "plan", "easel", "room", "town", "summit"]"#);
    }

    #[test]
    fn help_names_the_room_of_every_text_that_has_a_limit() {
        fn check(record: &Record) {
            for field in record.fields {
                match field.field_type {
                    FieldType::Text { room: Some(room), .. } => {
                        assert!(field.help.contains(&format!("room for {room} characters")), "{}", field.help);
                    }
                    FieldType::Record(inner) | FieldType::List { items: &FieldType::Record(inner), .. } => check(inner),
                    _ => assert!(!field.help.contains("room for"), "{}", field.help),
                }
            }
        }
        check(&LADDER);
    }
}
