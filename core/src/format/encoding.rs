//! Decodes the bytes of a ladder file, and names the encoding of a file that is not in UTF-8.

use super::diagnostics::Problem;
use super::positions::line_and_column;

/// How zip files begin: Word's .docx, LibreOffice's .odt and Pages's .pages are such.
const ZIP: &[u8] = b"PK\x03\x04";

/// How Word's .doc begins.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0";

/// The text of a file.
///
/// # Errors
/// If the file is a word processor's, or is not in UTF-8. Then the problem has the position of the first byte that is wrong,
/// and names the encoding that the file probably has: editors on Windows save Windows-1252 and UTF-16.
pub fn decode(bytes: &[u8]) -> Result<&str, Problem> {
    let problem = |line, column, encoding: &str| {
        let message = format!("the file is not in UTF-8 but in {encoding}; save it as UTF-8");
        Problem { line, column, ..Problem::of_file(message) }
    };
    if bytes.starts_with(ZIP) || bytes.starts_with(OLE) {
        let message = "this is a document of a word processor, or a zip file; save the ladder as plain text";
        return Err(Problem::of_file(message.to_owned()));
    }
    if is_utf16(bytes) {
        return Err(problem(1, 1, "UTF-16"));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let valid = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        let (line, column) = line_and_column(valid, valid.len());
        problem(line, column, "another encoding, probably Windows-1252, from here on")
    })
}

/// Whether the bytes begin with UTF-16's mark, or with a character of ASCII in two bytes.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, ..])
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[track_caller]
    fn refuses(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes).map_err(|problem| problem.to_string()), Err(expected.to_owned()));
    }

    #[test]
    fn utf_8_is_decoded() {
        assert_eq!(decode("{\"é\": 1}".as_bytes()), Ok("{\"é\": 1}"));
        assert_eq!(decode("\u{feff}{}".as_bytes()), Ok("\u{feff}{}"));
        assert_eq!(decode(b""), Ok(""));
    }

    #[test]
    fn windows_1252_is_named_at_the_first_letter_beyond_ascii() {
        refuses(
            b"{\n\"title\": \"\xe9\" }",
            "2:11: error: the file is not in UTF-8 but in another encoding, probably Windows-1252, from here on; save it as UTF-8",
        );
        assert_eq!(
            decode(b"{ \"\xc3\xa9\xe9\" }").map_err(|problem| problem.column),
            Err(5),
            "the column counts characters"
        );
    }

    #[test]
    fn documents_of_word_processors_are_named() {
        let expected =
            "1:1: error: this is a document of a word processor, or a zip file; save the ladder as plain text";
        refuses(b"PK\x03\x04\x14\0\x06\0\x08\0", expected);
        refuses(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", expected);
    }

    #[test]
    fn utf_16_is_named_with_and_without_its_mark() {
        let expected = "1:1: error: the file is not in UTF-8 but in UTF-16; save it as UTF-8";
        refuses(b"\xff\xfe{\0}\0", expected);
        refuses(b"\xfe\xff\0{\0}", expected);
        refuses(b"{\0}\0", expected);
        refuses(b"\0{\0}", expected);
    }
}
