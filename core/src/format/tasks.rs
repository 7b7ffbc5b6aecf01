//! Makes the tasks of plans for rungs that list no skills, from what is new on the next rung or from the signs of success.

use super::diagnostics::{Diagnostics, quoted};
use super::raw;
use crate::gather::Gather as _;
use crate::ladder::{LadderParts, RungId, Skill};

/// As many as a plan has.
const MAX_TASKS: usize = 3;
/// The most rungs that a warning names besides the first.
const MAX_NAMED: usize = 2;

/// Gives rungs without skills some from their other texts, and says so. Without questions there are no plans.
pub(super) fn add(parts: &mut LadderParts, raw: &raw::Ladder<'_>, diagnostics: &mut Diagnostics) {
    if parts.questions.is_empty() {
        return;
    }
    let mut made = Vec::new();
    for rung in 0..parts.rungs.len() {
        if parts.rungs[rung].skills.is_empty() {
            parts.rungs[rung].skills = tasks(parts, rung);
            if !parts.rungs[rung].skills.is_empty() {
                made.push(rung);
            }
        }
    }
    if let Some((first, others)) = made.split_first() {
        let message = format!(
            "no \"skills\" here{}, so plans list what is new on the next rung or the signs of success; write what to grow as \
             \"skills\"",
            named(parts, others)
        );
        diagnostics.warn(raw.rungs.items[*first].span, message);
    }
}

/// The tasks that follow from the texts of a rung and the next one. Where another track leaves, the next rung is only one of
/// the targets, so what shows success on the rung itself comes first.
fn tasks(parts: &LadderParts, index: usize) -> Vec<Skill> {
    let rung = &parts.rungs[index];
    let on_track = parts.rungs.iter().filter(|other| other.track == rung.track && other.level > rung.level);
    let of_next = on_track.min_by_key(|other| other.level).map_or([&[][..]; 2], |next| [&next.changes, &next.success]);
    let mut lists: [&[String]; 4] = [of_next[0], of_next[1], &rung.success, &rung.changes];
    if parts.tracks.iter().any(|track| track.from == Some(RungId::new(index))) {
        lists.rotate_left(2);
    }
    let texts = lists.iter().copied().find(|texts| !texts.is_empty()).unwrap_or_default();
    texts.iter().take(MAX_TASKS).map(|text| Skill { name: text.clone(), ..Skill::default() }).collect()
}

/// The other rungs of a warning.
fn named(parts: &LadderParts, rungs: &[usize]) -> String {
    let id = |rung: &usize| format!("`{}`", quoted(&parts.rungs[*rung].id));
    let ids = rungs.iter().take(MAX_NAMED).map(id).gather();
    match (ids.is_empty(), rungs.len().saturating_sub(MAX_NAMED)) {
        (true, _) => String::new(),
        (_, 0) => format!(" nor on {}", ids.join(" and ")),
        (_, more) => format!(" nor on {} and {more} more", ids.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use crate::format::read;

    /// Expects the tasks of each rung. The rungs are given by their fields; the last one is on a track that leaves from the
    /// first.
    #[track_caller]
    fn case(rungs: [&str; 3], questions: bool, expected: [&[&str]; 3]) {
        let rungs: Vec<String> = rungs
            .iter()
            .zip(["main", "main", "side"])
            .enumerate()
            .map(|(index, (fields, track))| {
                format!(r#"{{ "id": "r{index}", "title": "R", "track": "{track}"{fields} }}"#)
            })
            .collect();
        let question = r#"{ "id": "q", "about": "d", "ask": "?",
            "answers": [{ "id": "a", "is": "r0", "say": "A" }, { "id": "b", "is": "r1", "say": "B" }] }"#;
        let text = format!(
            r#"{{ "format": 1, "id": "t", "title": "T", "dimensions": [{{ "id": "d", "name": "D" }}], "rungs": [{}],
            "tracks": [{{ "id": "main", "name": "M" }}, {{ "id": "side", "name": "S", "from": "r0" }}], "questions": [{}] }}"#,
            rungs.join(", "),
            if questions { question } else { "" }
        );
        let ladder = read(&text).ladder.expect("no errors");
        for (rung, expected) in ladder.rungs.iter().zip(expected) {
            assert_eq!(rung.skills.iter().map(|skill| &*skill.name).collect::<Vec<_>>(), expected, "{}", rung.id);
        }
    }

    #[test]
    fn tasks_come_from_the_next_rung() {
        let next = r#", "changes": ["A", "B", "C", "D"], "success": ["E"]"#;
        case(["", next, ""], true, [&["A", "B", "C"], &["E"], &[]]);
        case(["", r#", "success": ["E"]"#, ""], true, [&["E"], &["E"], &[]]);
    }

    #[test]
    fn where_a_track_leaves_they_come_from_the_rung_itself() {
        case([r#", "success": ["S"], "changes": ["C"]"#, r#", "changes": ["A"]"#, ""], true, [&["S"], &["A"], &[]]);
        case([r#", "changes": ["C"]"#, "", ""], true, [&["C"], &[], &[]]);
    }

    #[test]
    fn skills_stay_and_without_questions_there_are_no_plans() {
        let skills = r#", "skills": [{ "name": "Skill" }], "changes": ["C"]"#;
        case([skills, skills, ""], true, [&["Skill"], &["Skill"], &[]]);
        case(["", r#", "changes": ["A"]"#, ""], false, [&[], &[], &[]]);
    }
}
