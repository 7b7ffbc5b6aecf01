//! The plan as a checklist in Markdown (CommonMark, with the check boxes of GitHub).

use super::{Initiative, Plan};
use crate::ladder::Ladder;

/// The words of the interface that a checklist needs.
#[derive(Debug, Clone, Copy)]
pub struct Headings<'w> {
    /// Over all.
    pub objective: &'w str,
    /// Over what to attend to now.
    pub focus: &'w str,
    /// Over each gap, in their order.
    pub gaps: &'w [String],
}

impl Plan {
    /// The plan as Markdown. What the ladder says stays text, whatever signs are in it.
    #[must_use]
    pub fn markdown(&self, ladder: &Ladder, headings: Headings<'_>, done: &[Initiative]) -> String {
        let mut text = String::new();
        line(&mut text, "# ", headings.objective);
        let focus = self.focus(ladder);
        if !focus.is_empty() {
            line(&mut text, "\n## ", headings.focus);
            text.push('\n');
            for item in focus {
                line(&mut text, "- ", item);
            }
        }
        for (gap, heading) in self.gaps.iter().zip(headings.gaps) {
            line(&mut text, "\n## ", heading);
            text.push('\n');
            for initiative in &gap.initiatives {
                let skill = initiative.skill(ladder);
                text.push_str(if done.contains(initiative) { "- [x] **" } else { "- [ ] **" });
                say(&mut text, &skill.name);
                text.push_str("**\n");
                line(&mut text, "  ", &skill.how);
                for link in &skill.links {
                    text.push_str("  - [");
                    say(&mut text, &link.title);
                    text.push_str("](");
                    lead(&mut text, &link.url);
                    text.push_str(")\n");
                }
            }
        }
        text
    }
}

fn line(text: &mut String, begin: &str, words: &str) {
    text.push_str(begin);
    say(text, words);
    text.push('\n');
}

/// Adds words on one line, with a backslash before all that would be markup.
fn say(text: &mut String, words: &str) {
    let begin = text.len();
    let (mut begins, mut apart) = (true, false);
    for sign in words.chars() {
        if sign <= ' ' {
            apart = text.len() > begin;
            continue;
        }
        if apart {
            text.push(' ');
            (begins, apart) = (false, false);
        }
        let marks = match sign {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '~' | '|' | '#' | '$' => true,
            // A quotation, a list, or the line under the head of a table.
            '>' | '+' | '-' | '=' | ':' | '.' | ')' => begins,
            _ => false,
        };
        if marks {
            text.push('\\');
        }
        text.push(sign);
        begins &= sign.is_ascii_digit();
    }
}

/// Adds an address, without what would end it.
fn lead(text: &mut String, url: &str) {
    for sign in url.chars() {
        match sign {
            '(' => text.push_str("%28"),
            ')' => text.push_str("%29"),
            '\\' => text.push_str("%5C"),
            '\0'..=' ' => text.push_str("%20"),
            sign => text.push(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ladder, outcome};
    use super::*;
    use crate::quiz::ItemBank;

    #[test]
    fn a_plan_is_a_checklist() {
        let ladder = ladder();
        let plan = Plan::new(&ladder, &ItemBank::new(&ladder), &outcome(0, &[0.0, 0.0]), None).expect("a plan");
        let headings = Headings {
            objective: "Towards Middle",
            focus: "Now",
            gaps: &["People: from Low to Middle".into(), "Craft: from Low to Middle".into()],
        };
        let done = [plan.gaps[1].initiatives[0]];
        let expected = "\
# Towards Middle

## Now

- Ship it.
- 1\\. Look at \\*data\\*.

## People: from Low to Middle

- [ ] **Listening**
  Ask, and wait.
  - [On \\[listening\\]](https://example.com/a_%28b%29)

## Craft: from Low to Middle

- [x] **Care**
  \\- Read twice.
";
        assert_eq!(plan.markdown(&ladder, headings, &done), expected);
    }

    #[test]
    fn words_are_no_markup() {
        fn case(words: &str, expected: &str) {
            let mut text = String::new();
            say(&mut text, words);
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
    fn an_address_ends_where_it_should() {
        let mut text = String::new();
        lead(&mut text, "https://example.com/?a=b&c=(d) e\\\n");
        assert_eq!(text, "https://example.com/?a=b&c=%28d%29%20e%5C%20");
    }
}
