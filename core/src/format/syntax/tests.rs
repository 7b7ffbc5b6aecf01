use proptest::prelude::*;

use super::*;
use crate::format::diagnostics::Diagnostic;

/// The parsed value, and all errors with their positions.
fn parse_all(text: &str) -> (Option<Value<'_>>, Vec<(usize, String)>) {
    let mut diagnostics = Diagnostics::default();
    let root = parse(text, SourceFile::default(), 1, &mut diagnostics);
    let (listed, _) = diagnostics.finish();
    (root, listed.into_iter().map(|Diagnostic { span, message, .. }| (span.start, message)).collect())
}

/// Expects the structure of a text to be clear, and returns the positions and messages of its errors.
#[track_caller]
fn errors_in_clear(text: &str) -> Vec<(usize, String)> {
    let (root, errors) = parse_all(text);
    assert!(root.is_some(), "{text}: {errors:?}");
    errors
}

/// Parses `{"a": TEXT}` without errors and returns the value.
#[track_caller]
fn member_value(text: &str) -> ValueKind<'_> {
    let (root, errors) = parse_all(text);
    assert_eq!(errors, [], "{text}");
    let Some(Value { kind: ValueKind::Object(mut members), .. }) = root else { panic!("an object") };
    members.remove(0).value.kind
}

#[test]
fn values_and_names_have_the_spans_of_their_text() {
    let text = " {\"a\": [1, \"b\\n\"], \"c\": {}} ";
    let (root, _) = parse_all(text);
    let root = root.expect("an object");
    let in_text = |span: Span| &text[span.start..span.end];
    assert_eq!(in_text(root.span), text.trim());
    let ValueKind::Object(members) = &root.kind else { panic!("an object") };
    assert_eq!((in_text(members[0].span), &*members[0].name), ("\"a\"", "a"));
    let ValueKind::List(items) = &members[0].value.kind else { panic!("a list") };
    assert_eq!(in_text(items[1].span), "\"b\\n\"");
    assert!(matches!(&items[1].kind, ValueKind::String(text) if text == "b\n"));
    assert!(matches!(items[0].kind, ValueKind::Number("1")));
}

#[test]
fn strings_are_read_with_their_escapes() {
    fn case(string: &str, expected: &str) {
        let text = format!("{{\"a\": {string}}}");
        assert!(matches!(&member_value(&text), ValueKind::String(text) if text == expected), "{string}");
    }
    case(r#""""#, "");
    case(r#""é""#, "é");
    case(r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t");
    case(r#""a\u00e9\uD83D\ude00z""#, "aé\u{1f600}z");
    case(r#""\ud800\udc00\udbff\udfff""#, "\u{10000}\u{10ffff}");
    case(r#""\ud7ff\ue000\udabc\ude34""#, "\u{d7ff}\u{e000}\u{bf234}");
}

#[test]
fn wrong_escapes_are_read_without_the_character_that_is_wrong() {
    fn case(string: &str, expected: &str, errors: usize) {
        let text = format!("{{\"a\": {string}}}");
        let (root, found) = parse_all(&text);
        let Some(Value { kind: ValueKind::Object(members), .. }) = root else { panic!("an object") };
        assert!(matches!(&members[0].value.kind, ValueKind::String(text) if text == expected), "{string}");
        assert_eq!(found.len(), errors, "{string}: {found:?}");
    }
    case(r#""\é\'""#, "é'", 2);
    case(r#""\u00g0""#, "\u{fffd}00g0", 1);
    case(r#""\ud800x""#, "\u{fffd}x", 1);
    case(r#""\udc00\ud800""#, "\u{fffd}\u{fffd}", 2);
    case(r#""\ud800\u0041""#, "\u{fffd}A", 1);
    case(r#""\ud800\ue000""#, "\u{fffd}\u{e000}", 1);
    case(r#""\ud800\u12""#, "\u{fffd}\u{fffd}12", 2);
    case("\"a\u{1}b\tc\"", "a\u{1}b\tc", 2);
}

#[test]
fn words_are_booleans_or_null() {
    assert!(matches!(member_value("{\"a\": true}"), ValueKind::Bool));
    assert!(matches!(member_value("{\"a\": false}"), ValueKind::Bool));
    assert!(matches!(member_value("{\"a\": null}"), ValueKind::Null));
}

#[test]
fn numbers_follow_the_grammar() {
    for number in ["0", "-0", "10", "1.5", "-1.25e10", "1E+2", "0e-1"] {
        assert!(is_number(number), "{number}");
    }
    for number in ["", "-", "01", "00", "+1", ".5", "1.", "1e", "1e+", "0x1", "1_000", "--1", "1.e2", "NaN"] {
        assert!(!is_number(number), "{number}");
    }
}

#[test]
fn nesting_ends_at_the_limit() {
    let lists = |count: usize| format!("{{\"a\": {}{}}}", "[".repeat(count), "]".repeat(count));
    assert_eq!(errors_in_clear(&lists(MAX_DEPTH - 1)), []);
    let too_deep = lists(MAX_DEPTH);
    let (root, errors) = parse_all(&too_deep);
    assert!(root.is_none());
    assert_eq!(errors, [(5 + MAX_DEPTH, "is nested deeper than 100 levels".to_owned())]);
}

#[test]
fn siblings_do_not_count_as_nested() {
    assert_eq!(errors_in_clear(&format!("{{\"a\": [{}[]]}}", "[], ".repeat(2 * MAX_DEPTH))), []);
}

#[test]
fn unclear_structure_ends_parsing() {
    for text in ["{", "{\"a\": [}", "{\"a\": \"b", "{\"a\" ]", "{\"a\": 1 2}", "{\"a\": @}", "{\"a\": /*", "x"] {
        let (root, errors) = parse_all(text);
        assert!(root.is_none(), "{text}");
        assert_eq!(errors.len(), 1, "{text}: {errors:?}");
    }
}

#[test]
fn one_mistake_is_one_error_at_its_position() {
    fn case(text: &str, at: usize, message: &str) {
        assert_eq!(errors_in_clear(text), [(at, message.to_owned())], "{text}");
    }
    case("{\"a\": 1,}", 7, "trailing comma; remove it");
    case("{,}", 1, "extra comma; remove it");
    case("{\"a\" 1}", 4, "a colon is missing here, between name and value");
    case("{\"a\" {}}", 4, "a colon is missing here, between name and value");
    case("{\"a\" []}", 4, "a colon is missing here, between name and value");
    case("{\"a\" \"b\"}", 4, "a colon is missing here, between name and value");
    case("{\"a\": }", 1, "the name \"a\" has no value; write one after the colon");
    case("{\"a\"}", 1, "the name \"a\" has no value; add a colon and a value");
    case("{a: 1}", 1, "names need double quotes; write \"a\"");
    case("{\"a\": b}", 6, "strings need double quotes; write \"b\"");
    case("{'a': 1}", 1, "strings and names need straight double quotes: \"");
    case("{\"a\": 01}", 6, "01 is not a JSON number; write a whole number such as 3");
    case("{\"a\" => 1}", 5, "JSON uses colons, not equals signs; write a colon");
    case("{\"a\": 1; \"b\": 2}", 7, "JSON uses commas, not semicolons; write a comma");
    case("{\"a\": 1\n \"b\": 2}", 7, "a comma is missing here");
    case("{\"a\": [1\n2]}", 8, "a comma is missing here");
    case("{\"a\": [\"b\" {}]}", 10, "a comma is missing here");
    case("{\"a\": [\"b\"\n true]}", 10, "a comma is missing here");
    case("{\"a\" /**/: 1}", 5, "JSON has no comments; remove it");
    case("{} # x", 3, "JSON has no comments; remove it");
    case("{}\u{2028}", 2, "invisible character U+2028; delete it");
    case("{} x", 3, "the ladder ends before this; remove this, or the bracket that closes the ladder too early");
}

#[test]
fn the_error_that_ends_parsing_says_what_was_expected() {
    fn case(text: &str, at: usize, message: &str) {
        let (root, errors) = parse_all(text);
        assert!(root.is_none(), "{text}");
        assert_eq!(errors.last(), Some(&(at, message.to_owned())), "{text}");
    }
    case("", 0, "a ladder is an object, { \"format\": 1, ... }, but the file ends here");
    case("[]", 0, "a ladder is an object, { \"format\": 1, ... }, but something else begins here");
    case("{", 0, "this object is never closed: the file ends before its }");
    case("{\"a\": [", 6, "this list is never closed: the file ends before its ]");
    case("{]", 1, "unexpected ]; the object that is open here needs a } first");
    case("{\"a\": [}", 7, "unexpected }; the list that is open here needs a ] first");
    case("{\"a\": 1 2}", 8, "unexpected 2; expected a comma or }");
    case("{\"a\": [1 2]}", 9, "unexpected 2; expected a comma or ]");
    case("{\"a\": [\"b\"\n@]}", 11, "unexpected @; expected a comma or ]");
    case("{\"a\": @}", 6, "unexpected @; expected a value");
    case("{\"a\": \u{1}}", 6, "unexpected invisible character U+0001; expected a value");
    case("{\"a\" ]", 5, "unexpected ]; expected a colon");
    case("{@", 1, "unexpected @; expected a name in double quotes");
    case("{\"a\":", 5, "the file ends here, before the ladder is complete");
    case("{\"a\": \"b", 6, "this string is not closed on its line; close it with \", or write line breaks as \\n");
    case("{\"a\": \"b\\", 6, "this string is not closed on its line; close it with \", or write line breaks as \\n");
    case("{\"a\": \"b\\\r", 6, "this string is not closed on its line; close it with \", or write line breaks as \\n");
    case(
        "{\"a\": \"b\"c\"}",
        9,
        "unexpected c; a double quote is missing before it, or one inside the string needs a backslash: \\\"",
    );
    case("{} /*", 3, "this comment is never closed, and JSON has no comments; remove it");
}

#[test]
fn each_quote_closes_only_its_own_kind() {
    for text in ["{'a\"b': 1}", "{`a'b`: 1}", "{“a'b”: 1}", "{„a’b”: 1}", "{”a‘b”: 1}", "{‘a\"b’: 1}", "{’a`b’: 1}"]
    {
        assert_eq!(errors_in_clear(text).len(), 1, "{text}");
    }
}

#[test]
fn a_comment_after_a_name_without_value_is_reported_once() {
    let errors = errors_in_clear("{\"a\" /* b */ , \"c\": 1}");
    assert_eq!(errors.iter().map(|error| error.0).collect::<Vec<_>>(), [5, 1]);
}

/// Pieces of JSON, and of text that people write for it.
const PIECES: [&str; 33] = [
    "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\": ", "1", "-2.5e3", "true", "null", " ", "\n", "\t", "\"", "\\n",
    "\\u00e9", "\\ud83d", "\\ude00", "é", "'", "//", "/*", "*/", "#", "=", ";", "01", "x", "\u{a0}", "\u{1f}", "“",
];

proptest! {
    #[test]
    fn serde_accepts_the_same_texts(pieces in prop::collection::vec(prop::sample::select(&PIECES), 0..12)) {
        let text = format!("{{\"a\": {}}}", pieces.concat());
        let is_json = serde_json::from_str::<serde_json::Value>(&text).is_ok();
        let (_, errors) = parse_all(&text);
        prop_assert_eq!(is_json, errors.is_empty(), "{}: {:?}", text, errors);
        for (at, _) in errors {
            prop_assert!(text.is_char_boundary(at), "{} in {}", at, text);
        }
    }
}
