//! The quality of the quiz on simulated readers: on synthetic ladders, and on the bundled ones.

#[path = "../../core/tests/common/mod.rs"]
mod common;
mod synthetic;

use career_ladder_core::format;
use career_ladder_core::ladder::{Ladder, LadderParts, TrackId};
use career_ladder_simulate::{
    Advice, BASE, CLICKER, Calibration, Choice, Measures, Method, SCENARIOS, Scenario, Skills, TitleRates, advise,
    measure, simulate,
};
use common::{bundled, read};
use synthetic::{SideRung, ladder};

const PEOPLE: usize = 3_000;

fn six() -> Ladder {
    read("six", include_str!("synthetic/six.json"))
}

fn forked() -> Ladder {
    read("forked", include_str!("synthetic/forked.json"))
}

fn with_title(ladder: &Ladder, scenario: &Scenario, seed: u64) -> Measures {
    measure(ladder, scenario, Method::Titled, PEOPLE, seed).expect("questions")
}

fn calibration(measures: &Measures) -> Calibration {
    measures.calibration.expect("a method with probabilities")
}

/// Readers are here as an author hopes. The quiz cannot know that, so it claims less than it keeps, though not much less.
#[track_caller]
fn is_careful(measures: &Measures) {
    let Calibration { error, overconfidence, .. } = calibration(measures);
    assert!((-0.10..=0.01).contains(&overconfidence) && error <= 0.10, "{measures:?}");
}

fn scenario(name: &str) -> Scenario {
    SCENARIOS.into_iter().find(|scenario| scenario.name == name).expect("a scenario")
}

#[test]
fn the_committed_ladders_are_up_to_date() {
    let forked = ladder("forked", 6, Some(&SideRung { index: 3, below: 2 }));
    for (name, made) in [("six", ladder("six", 6, None)), ("forked", forked)] {
        let path = format!("{}/tests/synthetic/{name}.json", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &made).expect("a file to write");
        }
        assert!(
            std::fs::read_to_string(&path).expect("the file") == made,
            "{path} is out of date; run this test with UPDATE=1"
        );
    }
}

#[test]
fn base_readers_are_placed_well_with_few_questions() {
    for seed in [11, 12] {
        let measures = with_title(&six(), &BASE, seed);
        assert!(measures.exact >= 0.88 && measures.within_one >= 0.998 && measures.asked <= 7.8, "{measures:?}");
        is_careful(&measures);
    }
}

#[test]
fn careless_readers_are_placed_with_calibrated_confidence() {
    for seed in [11, 12] {
        let measures = with_title(&six(), &scenario("misfit"), seed);
        assert!(measures.exact >= 0.82, "{measures:?}");
        is_careful(&measures);
    }
}

#[test]
fn readers_that_did_not_tune_the_engine_are_placed_well() {
    let honest = TitleRates { right: 0.80, above: 0.10, below: 0.05, two_above: 0.0 };
    let vague = TitleRates { right: 0.55, above: 0.25, below: 0.10, two_above: 0.0 };
    for changed in [
        Scenario { choice: Choice::Nearest(0.0), author: 0.0, ..BASE },
        Scenario { choice: Choice::Nearest(0.5), author: 0.25, ..BASE },
        Scenario { skills: Skills::Normal(0.3), slip: 0.15, titles: honest, ..BASE },
        Scenario { slip: 0.05, titles: vague, ..BASE },
    ] {
        let measures = measure(&six(), &changed, Method::Titled, 1_500, 21).expect("questions");
        assert!(measures.exact >= 0.84 && measures.within_one >= 0.99, "{changed:?} {measures:?}");
        is_careful(&measures);
    }
}

#[test]
fn random_clickers_seldom_get_a_clear_outcome() {
    for method in [Method::Ours, Method::Titled] {
        let measures = measure(&six(), &CLICKER, method, PEOPLE, 11).expect("questions");
        assert!(calibration(&measures).confident <= 0.06, "{method:?} {measures:?}");
    }
}

#[test]
fn a_side_track_that_differs_in_one_dimension_is_recognised() {
    let measures = with_title(&forked(), &BASE, 11);
    let side = measures.side.expect("a side track");
    assert!(side.found >= 0.80 && side.false_alarms <= 0.03, "{side:?}");
}

#[test]
fn our_quiz_is_right_more_often_than_the_usual_one_with_fewer_questions() {
    for scenario in SCENARIOS.into_iter().filter(|&scenario| scenario != CLICKER) {
        let of = |method| measure(&six(), &scenario, method, 600, 11).expect("questions");
        let (usual, ours) = (of(Method::SumScore), of(Method::Titled));
        assert!(ours.exact > usual.exact + 0.02 && ours.error < usual.error, "{}: {usual:?} {ours:?}", scenario.name);
        assert!(ours.asked < usual.asked && usual.calibration.is_none(), "{}", scenario.name);
    }
}

#[test]
fn bundled_ladders_are_as_good_as_synthetic_ones() {
    for bundled in bundled() {
        let name = bundled.id.clone();
        let main = bundled.rungs_of_track(TrackId::default()).len();
        let synthetic = read("made", &ladder("made", main, None));
        for method in [Method::Ours, Method::Titled] {
            let of = |ladder| measure(ladder, &BASE, method, PEOPLE, 11).expect("questions");
            let (bundled, synthetic) = (of(&bundled), of(&synthetic));
            assert!(bundled.exact >= synthetic.exact - 0.05, "{name} {method:?}: {bundled:?} {synthetic:?}");
        }
    }
}

#[test]
fn individual_contributors_are_found_on_the_bundled_ladders() {
    for ladder in bundled().into_iter().filter(|ladder| ladder.tracks.len() > 1) {
        for seed in [11, 12] {
            let side = with_title(&ladder, &BASE, seed).side.expect("a side track");
            assert!(side.found >= 0.75 && side.false_alarms <= 0.03, "{}: {side:?}", ladder.id);
        }
    }
}

#[test]
fn where_one_question_in_eight_does_not_apply_the_quiz_stays_calibrated() {
    for ladder in bundled() {
        let of = |scenario: &Scenario| with_title(&ladder, scenario, 11);
        let (base, measures) = (of(&BASE), of(&scenario("doesn't apply")));
        assert!(measures.exact >= base.exact - 0.03, "{}: {base:?} {measures:?}", ladder.id);
        is_careful(&measures);
        assert!(measures.asked > base.asked, "{}: {base:?} {measures:?}", ladder.id);
    }
}

#[test]
fn the_same_seed_gives_the_same_report() {
    let play = |ladder: &Ladder, seed| simulate(ladder, 40, seed, &|_| {});
    assert_eq!(play(&forked(), 7), play(&forked(), 7));
    assert_ne!(play(&forked(), 7), play(&forked(), 8));
    assert_eq!(play(&Ladder::new(LadderParts { questions: Vec::new(), ..forked().into_parts() }), 7), None);
}

#[test]
fn good_ladders_get_no_advice() {
    for ladder in bundled().into_iter().chain([six(), forked()]) {
        assert_eq!(advise(&ladder), [], "{}", ladder.id);
    }
}

/// The ladder in a text that may have warnings.
fn read_with_warnings(text: &str) -> Ladder {
    format::read(text).ladder.expect("a ladder")
}

/// The advice about a synthetic ladder with a side track, after a change of its text.
fn messages(below: usize, change: impl Fn(String) -> String) -> Vec<String> {
    let text = change(ladder("changed", 6, Some(&SideRung { index: 3, below })));
    advise(&read_with_warnings(&text)).iter().map(ToString::to_string).collect()
}

#[test]
fn rungs_that_are_confused_get_advice_with_a_remedy() {
    // The rungs differ by one in a single dimension, and only one question is about it.
    let messages = messages(1, |text| {
        text.replace("\"about\": \"judgement\"", "\"about\": \"craft\"").replacen(
            "\"about\": \"craft\"",
            "\"about\": \"judgement\"",
            1,
        )
    });
    let [message] = &messages[..] else { panic!("{messages:#?}") };
    assert!(
        message.contains(" in 100 simulated readers on `four` and `side` are placed on the other rung; "),
        "{message}"
    );
    assert!(message.contains("they differ in `judgement` alone, with 1 question about it"), "{message}");
}

#[test]
fn questions_that_are_never_asked_get_advice() {
    let dull = "\"id\": \"q7\", \"about\": \"scope\", \"ask\": \"What did you do last?\",\n      \"answers\": [{ \"id\": \"a\", \"is\": \"three\", \"say\": \"Answer a\" }, { \"id\": \"b\", \"is\": \"three\", \"say\": \"Answer b\" }] }";
    let messages = messages(2, |text| {
        let (before, rest) = text.split_once("\"id\": \"q7\"").expect("the question");
        let (_, after) = rest.split_once("] }").expect("its end");
        format!("{before}{dull}{after}")
    });
    let [message] = &messages[..] else { panic!("{messages:#?}") };
    assert!(message.starts_with("never asked: "), "{message}");
    assert!(matches!(&advise(&forked())[..], []));
}

#[test]
fn rungs_that_no_question_tells_apart_get_advice_once() {
    let same = |text: String| text.replace(", \"except\": { \"judgement\": \"two\" }", "");
    let ladder = read_with_warnings(&same(ladder("same", 6, Some(&SideRung { index: 3, below: 2 }))));
    let advice = advise(&ladder);
    assert!(matches!(&advice[..], [Advice::Alike { rung, .. }] if ladder.rung(*rung).id == "side"), "{advice:?}");
}

#[test]
fn no_advice_is_given_where_it_would_take_long() {
    let mut parts = six().into_parts();
    let questions = parts.questions.clone();
    (0..40).for_each(|_| parts.questions.extend(questions.clone()));
    assert_eq!(advise(&Ladder::new(parts)), []);
}
