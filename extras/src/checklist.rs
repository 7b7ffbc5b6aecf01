//! The plan of a reader as a checklist.

use career_ladder_core::fill::fill;
use career_ladder_core::ladder::Ladder;
use career_ladder_core::plan::{Headings, Plan, Target};
use career_ladder_core::state::{LoadedLadder, State};

/// The answer of [`checklist`](crate::checklist()).
pub(crate) fn markdown(ladder: Ladder, snapshot: &str, words: &str) -> Option<String> {
    let loaded = LoadedLadder::new(ladder);
    let state = State::from_snapshot(&loaded, snapshot)?;
    let (outcome, choices) = (state.outcome()?, state.plan()?);
    let LoadedLadder { ladder, quiz, .. } = &loaded;
    let plan = Plan::new(ladder, quiz, outcome, choices.target)?;
    let mut words = words.lines();
    let (title, stay) = (words.next()?, words.next()?);
    let target = match plan.target {
        Target::Here => fill(stay, &[&ladder.rung(plan.from).title]),
        Target::Rung(id) => ladder.rung(id).title.clone(),
        Target::Move(id) => ladder.moves[id.index()].title.clone(),
    };
    let headings = Headings { objective: &fill(title, &[&target]), focus: words.next()?, initiatives: words.next()? };
    Some(plan.markdown(ladder, headings, &choices.done))
}

#[cfg(test)]
mod tests {
    use career_ladder_core::format;
    use career_ladder_core::ladder::Ladder;
    use career_ladder_core::state::{Action, LoadedLadder, Phase, State};

    use super::markdown;

    const WORDS: &str = "Aim for: {0}\nGrow as {0}\nNow\nNext";

    fn ladder() -> Ladder {
        format::read(include_str!("../../ladders/product.json")).ladder.expect("a correct file")
    }

    /// The snapshot of a reader with the title of a rung, who gives the same answer to all questions.
    fn snapshot(title: usize, answer: usize) -> String {
        let loaded = LoadedLadder::new(ladder());
        let mut state = State::new(&loaded, true);
        let title = loaded.ladder.rung_ids().nth(title).expect("a rung");
        state.update(&loaded, Action::TitleChosen(title));
        state.update(&loaded, Action::NextPressed);
        while let Phase::Quiz(_) = state.phase {
            state.update(&loaded, Action::AnswerChosen(answer));
            state.update(&loaded, Action::NextPressed);
        }
        state.snapshot(&loaded)
    }

    #[test]
    fn the_checklist_has_the_target_and_its_tasks() {
        let checklist = markdown(ladder(), &snapshot(0, 0), WORDS).expect("a plan");
        assert!(checklist.starts_with("# Aim for: "), "{checklist}");
        assert!(checklist.contains("\n## Next\n\n- [ ] **"), "{checklist}");
    }

    #[test]
    fn a_tick_and_a_target_of_the_snapshot_count() {
        let plain = markdown(ladder(), &snapshot(0, 0), WORDS).expect("a plan");
        let loaded = LoadedLadder::new(ladder());
        let mut state = State::from_snapshot(&loaded, &snapshot(0, 0)).expect("a snapshot");
        let plan = {
            let outcome = state.outcome().expect("an outcome");
            career_ladder_core::plan::Plan::new(&loaded.ladder, &loaded.quiz, outcome, None).expect("a plan")
        };
        state.update(&loaded, Action::InitiativeTicked(plan.initiatives[0]));
        let ticked = markdown(ladder(), &state.snapshot(&loaded), WORDS).expect("a plan");
        assert_eq!(ticked, plain.replacen("- [ ]", "- [x]", 1));
        let other = *career_ladder_core::plan::targets(&loaded.ladder, plan.from).last().expect("a target");
        state.update(&loaded, Action::TargetChosen(other));
        let moved = markdown(ladder(), &state.snapshot(&loaded), WORDS).expect("a plan");
        assert_ne!(moved.lines().next(), plain.lines().next());
    }

    #[test]
    fn without_an_outcome_or_words_there_is_no_checklist() {
        assert_eq!(markdown(ladder(), "", WORDS), None);
        assert_eq!(markdown(ladder(), &snapshot(0, 0), "Aim for: {0}\nGrow as {0}"), None);
        let begun = snapshot(0, 0).replacen("end", "0", 1);
        assert_eq!(markdown(ladder(), &begun, WORDS), None);
    }
}
