use super::*;
use career_ladder_core::ladder::{DimensionId, LadderParts, Move, MoveId, Rung, RungId, Track};

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

fn gap(from: usize, to: usize) -> Gap {
    let (from, to) = (RungId::new(from), RungId::new(to));
    Gap { dimension: Some(DimensionGap { dimension: DimensionId::new(0), from, to }), initiatives: Vec::new() }
}

fn placement(verdict: Verdict, confidence: f64) -> Placement {
    Placement { rung: RungId::new(0), runner_up: RungId::new(1), verdict, confidence }
}

#[test]
fn every_template_has_a_gap_for_each_value() {
    let catalog = &ENGLISH;
    let (ladder, about, stage) = (ladder(), dimension(), Stage { name: "Growth".into(), ..Stage::default() });
    let names = ["Maker".to_owned(), "Doer".to_owned()];
    let cases: &[(String, &[&str])] = &[
        (catalog.more_rungs(7), &["7"]),
        (catalog.more_moves(7), &["7"]),
        (catalog.rung_context(7, Some(&stage)), &["7", "Growth"]),
        (catalog.also(&names), &["Maker, Doer"]),
        (catalog.role("Makes"), &["Makes"]),
        (catalog.join("A", "B"), &["A", "B"]),
        (catalog.questions_left(7), &["7"]),
        (catalog.question_reason(Some(&about)), &["Craft", "How it is made.", catalog.text(Text::QuestionReason)]),
        (catalog.notice(Notice::Lost(7)), &["7"]),
        (catalog.outcome_context(Some(&stage)), &[catalog.text(Text::Outcome), "Growth"]),
        (catalog.verdict(Verdict::Clear, "A", "B"), &["A"]),
        (catalog.verdict(Verdict::Between, "A", "B"), &["A", "B"]),
        (catalog.confidence(&placement(Verdict::Clear, 0.95), "A", "Bx"), &["Bx"]),
        (catalog.confidence(&placement(Verdict::Clear, 0.94), "A", "Bx"), &["Bx"]),
        (catalog.confidence(&placement(Verdict::Between, 0.5), "Ax", "Bx"), &["Ax", "Bx"]),
        (catalog.probability("A", 0.5), &["A", "50"]),
        (catalog.numbers_basis(7), &["7"]),
        (catalog.title_effect(Some("Otherwise")), &["Otherwise"]),
        (catalog.profile_level("Senior"), &["Senior"]),
        (catalog.profile_mark("Senior"), &["Senior"]),
        (catalog.evidence(Some(&about), "An answer.", "Ax", "Bx"), &["Craft", "“An answer”", "Ax", "Bx"]),
        (catalog.branch("Senior", "Lead", "Leads"), &["Senior", "Lead", "Leads"]),
        (catalog.branch("Senior", "Lead", ""), &["Senior", "Lead"]),
        (catalog.branch_differences(&names), &["Maker, Doer"]),
        (catalog.branch_asks_more("Craft", "Senior"), &["Craft", "Senior"]),
        (catalog.moves_from_here(&["A", "B"]), &["A, B"]),
        (catalog.about_rung("Senior"), &["Senior"]),
        (catalog.target(Target::Here, "Junior", &ladder), &["Junior"]),
        (catalog.target(Target::Rung(RungId::new(1)), "Junior", &ladder), &["Senior"]),
        (catalog.target(Target::Move(MoveId::new(0)), "Junior", &ladder), &["Founder"]),
        (catalog.gap(&gap(0, 1), &ladder), &["Craft", "Junior", "Senior"]),
        (catalog.gap(&gap(1, 1), &ladder), &["Craft", "Senior"]),
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
    assert_eq!(ENGLISH.questions_left(0), "Last question");
    assert_eq!(ENGLISH.questions_left(1), "At most 1 more");
    assert_eq!(ENGLISH.more_rungs(1), "Show one more level");
    assert!(ENGLISH.numbers_basis(1).starts_with("Based on your one answer, "));
    assert!(ENGLISH.notice(Notice::Lost(1)).contains("One of your answers no longer fits"));
}

#[test]
fn probabilities_are_never_called_certain() {
    for (probability, expected) in
        [(0.0, "under 1%"), (0.009, "under 1%"), (0.01, "1%"), (0.555, "56%"), (0.99, "99%"), (1.0, "over 99%")]
    {
        assert_eq!(ENGLISH.percent(probability), expected);
    }
}

#[test]
fn each_effect_reports_its_own_result() {
    for (kind, done, refused) in [
        (EffectKind::Copy, "Link copied.", "Your browser blocked copying. Copy the link yourself:"),
        (EffectKind::Share, "Link shared.", "Your browser blocked sharing. Copy the link yourself:"),
        (EffectKind::Plan, "Plan copied as Markdown.", "Your browser blocked copying. Copy the plan yourself:"),
        (EffectKind::Remember, "", "Your browser doesn't let this page save anything. Keep the link instead."),
    ] {
        assert_eq!(ENGLISH.effect_result(kind, true), done);
        assert_eq!(ENGLISH.effect_result(kind, false), refused);
    }
}

#[test]
fn each_section_has_its_own_tab() {
    let tabs = Section::ALL.map(|section| ENGLISH.section(section));
    assert_eq!(tabs, ["What changes", "Your job", "Signs of success", "Skills"]);
}

#[test]
fn each_key_has_its_own_text() {
    for &(key, english) in texts::KEYS_WITH_ENGLISH {
        assert_eq!(ENGLISH.text(key), english);
        assert!(!english.contains('\n'), "a text is one line: {english}");
    }
}

#[test]
fn comparisons_run_from_below_to_above() {
    let words = [Ordering::Less, Ordering::Equal, Ordering::Greater].map(|comparison| ENGLISH.comparison(comparison));
    assert_eq!(words, ["below", "at level", "above"]);
}
