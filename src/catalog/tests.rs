use super::*;
use career_ladder_core::ladder::{LadderParts, Move, MoveId, Rung, RungId, Track};
use career_ladder_core::words::{Part, WordList};

fn english() -> Catalog {
    beside("en", "")
}

/// English words beside a ladder in this language with these words of its own.
fn beside(lang: &str, words: &str) -> Catalog {
    Catalog::new(
        String::new(),
        &Ladder::new(LadderParts { lang: lang.into(), words: words.into(), ..ladder().into_parts() }),
    )
}

fn ladder() -> Ladder {
    let rung = |title: &str, level| Rung { title: title.into(), level, ..Rung::default() };
    Ladder::new(LadderParts {
        dimensions: vec![dimension()],
        tracks: vec![Track::default()],
        rungs: vec![rung("Junior", 1), rung("Senior", 2)],
        moves: vec![Move { title: "Founder".into(), ..Move::default() }],
        ..LadderParts::default()
    })
}

fn dimension() -> Dimension {
    Dimension { name: "Craft".into(), summary: "How it is made.".into(), ..Dimension::default() }
}

#[test]
fn every_template_has_a_gap_for_each_value() {
    let catalog = english();
    let (ladder, about, stage) = (ladder(), dimension(), Stage { name: "Growth".into(), ..Stage::default() });
    let names = ["Maker".to_owned(), "Doer".to_owned()];
    let cases: &[(String, &[&str])] = &[
        (catalog.more_rungs(7), &["7"]),
        (catalog.more_moves(7), &["7"]),
        (catalog.rung_context(7, Some(&stage)), &["7", "Growth"]),
        (catalog.also(&names), &["Maker, Doer"]),
        (catalog.role("Makes"), &["Makes"]),
        (catalog.join("A", "B"), &["A", "B"]),
        (catalog.question_number(7, 12), &["7", "12"]),
        (catalog.question_reason(Some(&about)), &["Craft", "How it is made.", catalog.text(Text::QuestionReason)]),
        (catalog.notice(Notice::Lost(7)), &["7"]),
        (catalog.outcome_context(false, Some(&stage)), &[catalog.text(Text::Outcome), "Growth"]),
        (catalog.outcome_context(true, Some(&stage)), &[catalog.text(Text::OutcomeShared), "Growth"]),
        (catalog.verdict(Verdict::Clear, "A", "B", true), &["A"]),
        (catalog.verdict(Verdict::Between, "A", "B", false), &["A", "B"]),
        (catalog.shared_match("Senior"), &["Senior"]),
        (catalog.asks_more("Senior", &["A", "B"]), &["Senior", "A, B"]),
        (catalog.chances([("Ax", 0.5), ("Bx", 0.25)]), &["Ax", "50%", "Bx", "25%"]),
        (catalog.basis(7), &["7"]),
        (catalog.title_effect("Otherwise"), &["Otherwise"]),
        (catalog.profile_level("Senior"), &["Senior"]),
        (catalog.profile_legend("Senior"), &["Senior"]),
        (catalog.evidence(Some(&about), "An answer.", "Ax", "Bx"), &["Craft", "“An answer”", "Ax", "Bx"]),
        (catalog.about_rung("Senior"), &["Senior"]),
        (catalog.target(Target::Here, "Junior", &ladder), &["Junior"]),
        (catalog.target(Target::Rung(RungId::new(1)), "Junior", &ladder), &["Senior"]),
        (catalog.target(Target::Move(MoveId::new(0)), "Junior", &ladder), &["Founder"]),
        (catalog.aim("Senior"), &["Senior"]),
    ];
    for (text, values) in cases {
        assert!(!text.contains(['{', '}']), "{text}");
        for value in *values {
            assert!(text.contains(value), "{value} is missing: {text}");
        }
    }
}

#[test]
fn a_count_of_none_or_one_has_words_of_its_own() {
    assert_eq!(english().question_number(12, 12), "Last question");
    assert_eq!(english().question_number(2, 12), "Question 2 of up to 12");
    assert_eq!(english().more_rungs(1), "Show one more level");
    assert!(english().basis(1).starts_with("Based on your one answer, "));
    assert!(english().notice(Notice::Lost(1)).contains("One of your answers no longer fits"));
}

#[test]
fn probabilities_are_never_called_certain() {
    for (probability, expected) in
        [(0.0, "under 1%"), (0.009, "under 1%"), (0.01, "1%"), (0.555, "56%"), (0.99, "99%"), (1.0, "over 99%")]
    {
        assert_eq!(english().percent(probability), expected);
    }
}

#[test]
fn each_effect_reports_its_own_result() {
    for (kind, done, refused) in [
        (EffectKind::Copy, "Link copied.", "Your browser blocked copying. Copy the link yourself:"),
        (EffectKind::Share, "Link shared.", "Your browser blocked sharing. Copy the link yourself:"),
        (EffectKind::Plan, "Plan copied as Markdown.", "Your browser blocked copying. Copy the plan yourself:"),
        (EffectKind::Extra, "", "This part hasn't loaded. Are you online? Press the button again."),
        (
            EffectKind::Remember,
            english().text(Text::RememberDone),
            "Your browser doesn't let this page save anything. Keep the link instead.",
        ),
    ] {
        assert_eq!(english().effect_result(kind, true), done);
        assert_eq!(english().effect_result(kind, false), refused);
    }
}

#[test]
fn an_unclear_outcome_speaks_of_stages_only_where_the_ladder_has_some() {
    let heading = |has_stages| english().verdict(Verdict::Unclear, "A", "B", has_stages);
    assert_eq!(heading(true), "Your answers don't point to one stage");
    assert_eq!(heading(false), "Your answers don't point to one level");
}

#[test]
fn each_section_has_its_own_tab() {
    let tabs = Section::ALL.map(|section| english().section(section));
    assert_eq!(tabs, ["What changes", "Your job", "Signs of success", "Skills"]);
}

#[test]
fn each_part_of_the_outcome_has_its_own_tab() {
    let tabs = ResultPart::ALL.map(|part| english().result_part(part));
    assert_eq!(tabs, ["Plan", "Profile", "Why", "Share"]);
}

#[test]
fn a_ladder_in_another_language_marks_the_interface() {
    assert!(!english().is_foreign);
    assert!(!beside("en-GB", "").is_foreign);
    assert!(beside("eng", "").is_foreign);
    assert!(beside("sv", "").is_foreign);
}

#[test]
fn a_ladder_replaces_words() {
    let mut words = WordList::empty("");
    words.texts[Text::Start as usize] = vec!["Take the quiz".to_owned()];
    let catalog = beside("en", &words.pack("en", Part::Extras));
    assert_eq!(catalog.text(Text::Start), "Take the quiz");
    assert_eq!(catalog.text(Text::Next), "Next");
    assert_eq!(catalog.more_rungs(2), "Show 2 more levels");
    assert!(beside("sv", &words.pack("sv", Part::Extras)).is_foreign);
    words.lang = "sv".to_owned();
    assert!(!beside("sv", &words.pack("sv", Part::Extras)).is_foreign);
}

#[test]
fn english_counts_beside_partial_words_in_another_language_have_a_form() {
    let catalog = beside("ar", &WordList::empty("").pack("ar", Part::Extras));
    assert_eq!(catalog.more_rungs(3), "Show 3 more levels");
}

#[test]
fn counts_have_the_digits_and_the_plural_form_of_their_language() {
    let mut words = WordList::empty("ar");
    words.zero = Some('\u{660}');
    words.texts[Text::MoreRungs as usize] =
        ["none", "one", "two", "{0} few", "{0} many", "{0} other"].map(str::to_owned).into();
    let catalog = Catalog::new(words.pack("ar", Part::Program), &ladder());
    let shown = [0, 1, 2, 3, 11, 100, 203].map(|count| catalog.more_rungs(count));
    assert_eq!(shown, ["none", "one", "two", "٣ few", "١١ many", "١٠٠ other", "٢٠٣ few"]);
}

#[test]
fn comparisons_run_from_below_to_above() {
    let words = [Ordering::Less, Ordering::Equal, Ordering::Greater].map(|comparison| english().comparison(comparison));
    assert_eq!(words, ["below", "at level", "above"]);
}
