//! The plan as a checklist in Markdown (CommonMark, with GitHub's task lists).

use super::{Initiative, Plan};
use crate::ladder::{Ladder, Skill};

/// The headings of a checklist, in the language of the interface.
#[derive(Debug, Clone, Copy)]
pub struct Headings<'w> {
    /// The title of the whole checklist.
    pub objective: &'w str,
    /// The heading above the stage's current focus.
    pub focus: &'w str,
    /// The heading above the initiatives.
    pub initiatives: &'w str,
}

impl Plan {
    /// The plan as Markdown. Text of the ladder is escaped, so none of it acts as markup.
    #[must_use]
    pub fn markdown(&self, ladder: &Ladder, headings: Headings<'_>, done: &[Initiative]) -> String {
        let mut text = String::new();
        push_line(&mut text, "# ", headings.objective);
        let focus = self.focus(ladder);
        if !focus.is_empty() {
            push_line(&mut text, "\n## ", headings.focus);
            text.push('\n');
            for item in focus {
                push_line(&mut text, "- ", item);
            }
        }
        if !self.initiatives.is_empty() {
            push_line(&mut text, "\n## ", headings.initiatives);
            text.push('\n');
        }
        for initiative in &self.initiatives {
            push_initiative(&mut text, ladder, initiative.skill(ladder), done.contains(initiative));
        }
        text
    }
}

fn push_initiative(text: &mut String, ladder: &Ladder, skill: &Skill, is_done: bool) {
    text.push_str(if is_done { "- [x] **" } else { "- [ ] **" });
    push_escaped(text, &skill.name);
    text.push_str("**");
    if let Some(dimension) = skill.dimension {
        text.push_str(" (");
        push_escaped(text, &ladder.dimensions[dimension.index()].name);
        text.push(')');
    }
    text.push('\n');
    push_line(text, "  ", &skill.how);
    for link in &skill.links {
        text.push_str("  - [");
        push_escaped(text, &link.title);
        text.push_str("](");
        push_address(text, &link.url);
        text.push_str(")\n");
    }
}

fn push_line(text: &mut String, markup: &str, words: &str) {
    text.push_str(markup);
    push_escaped(text, words);
    text.push('\n');
}

/// Adds words on one line, with a backslash before every character that would be markup there.
fn push_escaped(text: &mut String, words: &str) {
    let begin = text.len();
    // Whether only digits have been added so far, as in "12." at the start of a numbered list.
    let mut is_at_start = true;
    let mut needs_space = false;
    for character in words.chars() {
        if character <= ' ' {
            needs_space = text.len() > begin;
            continue;
        }
        if needs_space {
            text.push(' ');
            (is_at_start, needs_space) = (false, false);
        }
        if is_markup(character, is_at_start) {
            text.push('\\');
        }
        text.push(character);
        is_at_start &= character.is_ascii_digit();
    }
}

fn is_markup(character: char, is_at_start: bool) -> bool {
    match character {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '~' | '|' | '#' | '$' => true,
        // A quotation, a list, or the line under the head of a table.
        '>' | '+' | '-' | '=' | ':' | '.' | ')' => is_at_start,
        _ => false,
    }
}

/// Adds the address of a link, with every character encoded that would end it.
fn push_address(text: &mut String, url: &str) {
    for character in url.chars() {
        match character {
            '(' => text.push_str("%28"),
            ')' => text.push_str("%29"),
            '\\' => text.push_str("%5C"),
            '\0'..=' ' => text.push_str("%20"),
            other => text.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ladder, outcome};
    use super::*;
    use crate::quiz::Quiz;

    #[test]
    fn a_plan_becomes_a_checklist() {
        let ladder = ladder();
        let plan = Plan::new(&ladder, &Quiz::new(&ladder), &outcome(0, &[0.0, 0.0]), None).expect("a plan");
        let headings = Headings { objective: "Towards Middle", focus: "Now", initiatives: "Next" };
        let done = [plan.initiatives[1]];
        let expected = "\
# Towards Middle

## Now

- Ship it.
- 1\\. Look at \\*data\\*.

## Next

- [ ] **Listening** (People)
  Ask, and wait.
  - [On \\[listening\\]](https://example.com/a_%28b%29)
- [x] **Care** (Craft)
  \\- Read twice.
";
        assert_eq!(plan.markdown(&ladder, headings, &done), expected);
    }

    #[test]
    fn words_are_escaped() {
        fn case(words: &str, expected: &str) {
            let mut text = String::new();
            push_escaped(&mut text, words);
            assert_eq!(text, expected);
        }
        case("Plain, and so - it + stays. 3.5 (or 4)!", "Plain, and so - it + stays. 3.5 (or 4)!");
        case("# no heading #", "\\# no heading \\#");
        case("12. no list", "12\\. no list");
        case("1) no list", "1\\) no list");
        case("- [x] no task", "\\- \\[x\\] no task");
        case("--- === ~~~ ```", "\\--- === \\~\\~\\~ \\`\\`\\`");
        case("> no quotation", "\\> no quotation");
        case(":-: | no table", "\\:-: \\| no table");
        case("<b onclick=x> &amp; ![a](b)", "\\<b onclick=x> \\&amp; !\\[a\\](b)");
        case("  lines\n\n    that\tbreak\r\n# in ", "lines that break \\# in");
        case("\\", "\\\\");
        case("", "");
    }

    #[test]
    fn an_address_is_encoded_up_to_its_end() {
        let mut text = String::new();
        push_address(&mut text, "https://example.com/?a=b&c=(d) e\\\n");
        assert_eq!(text, "https://example.com/?a=b&c=%28d%29%20e%5C%20");
    }
}
