//! How well the quiz places simulated readers: on ladders made for measuring, and on the bundled ones.

#[path = "../../core/tests/common/mod.rs"]
mod common;
mod synthetic;

use career_ladder_core::format;
use career_ladder_core::ladder::{Ladder, TrackId};
use career_ladder_simulate::{
    BASE, CLICKER, Finding, Measures, Method, SCENARIOS, Scenario, Titles, advise, measure, simulate,
};
use common::{bundled, read};
use synthetic::{Side, ladder};

const PEOPLE: usize = 3_000;

fn six() -> Ladder {
    read("six", include_str!("synthetic/six.json"))
}

fn forked() -> Ladder {
    read("forked", include_str!("synthetic/forked.json"))
}

fn selected_title(ladder: &Ladder, scenario: &Scenario, seed: u64) -> Measures {
    measure(ladder, scenario, Method::Titled, PEOPLE, seed).expect("questions")
}

fn scenario(name: &str) -> Scenario {
    SCENARIOS.into_iter().find(|scenario| scenario.name == name).expect("a scenario")
}

#[test]
fn the_committed_ladders_are_those_that_are_made() {
    let forked = ladder("forked", 6, Some(&Side { place: 3, below: 2 }));
    for (name, made) in [("six", ladder("six", 6, None)), ("forked", forked)] {
        let path = format!("{}/tests/synthetic/{name}.json", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &made).expect("a file to write");
        }
        assert!(std::fs::read_to_string(&path).expect("the file") == made, "{path} is old: UPDATE=1 writes it anew");
    }
}

#[test]
fn base_readers_are_placed_well_with_few_questions() {
    for seed in [11, 12] {
        let measures = selected_title(&six(), &BASE, seed);
        assert!(measures.exact >= 0.84 && measures.within_one >= 0.998 && measures.asked <= 7.5, "{measures:?}");
        assert!(measures.sureness.expect("a posterior").calibration <= 0.02, "{measures:?}");
    }
}

#[test]
fn careless_readers_are_still_placed_and_told_how_sure_it_is() {
    for seed in [11, 12] {
        let measures = selected_title(&six(), &scenario("misfit"), seed);
        assert!(measures.exact >= 0.79, "{measures:?}");
        assert!(measures.sureness.expect("a posterior").calibration <= 0.03, "{measures:?}");
    }
}

#[test]
fn it_holds_for_readers_on_whom_nothing_was_chosen() {
    let honest = Titles { right: 0.80, above: 0.10, below: 0.05 };
    let vague = Titles { right: 0.55, above: 0.25, below: 0.10 };
    for (changed, calibration) in [
        (Scenario { reading: 0.0, author: 0.0, ..BASE }, 0.03),
        (Scenario { reading: 0.5, author: 0.25, ..BASE }, 0.03),
        (Scenario { spread: 0.3, slip: 0.15, titles: honest, ..BASE }, 0.05),
        (Scenario { slip: 0.05, titles: vague, ..BASE }, 0.04),
    ] {
        let measures = measure(&six(), &changed, Method::Titled, 1_500, 21).expect("questions");
        assert!(measures.exact >= 0.84 && measures.within_one >= 0.99, "{changed:?} {measures:?}");
        assert!(measures.sureness.expect("a posterior").calibration <= calibration, "{changed:?} {measures:?}");
    }
}

#[test]
fn who_clicks_at_random_is_seldom_told_that_it_is_sure() {
    for method in [Method::Ours, Method::Titled] {
        let measures = measure(&six(), &CLICKER, method, PEOPLE, 11).expect("questions");
        assert!(measures.sureness.expect("a posterior").sure <= 0.05, "{method:?} {measures:?}");
    }
}

#[test]
fn a_side_track_that_differs_in_one_dimension_is_found() {
    let measures = selected_title(&forked(), &BASE, 11);
    let side = measures.side.expect("a side track");
    assert!(side.found >= 0.80 && side.falsely <= 0.03, "{side:?}");
}

#[test]
fn it_is_right_more_often_than_the_usual_quiz_and_asks_fewer() {
    for scenario in SCENARIOS.into_iter().filter(|&scenario| scenario != CLICKER) {
        let of = |method| measure(&six(), &scenario, method, 600, 11).expect("questions");
        let (usual, ours) = (of(Method::SumScore), of(Method::Titled));
        assert!(ours.exact > usual.exact + 0.03 && ours.error < usual.error, "{}: {usual:?} {ours:?}", scenario.name);
        assert!(ours.asked < usual.asked && usual.sureness.is_none(), "{}", scenario.name);
    }
}

#[test]
fn bundled_ladders_are_as_good_as_made_ones() {
    for bundled in bundled() {
        let name = bundled.id.clone();
        let main = bundled.rungs_of_track(TrackId::default()).len();
        let made = read("made", &ladder("made", main, None));
        for method in [Method::Ours, Method::Titled] {
            let of = |ladder| measure(ladder, &BASE, method, PEOPLE, 11).expect("questions");
            let (bundled, made) = (of(&bundled), of(&made));
            assert!(bundled.exact >= made.exact - 0.05, "{name} {method:?}: {bundled:?} {made:?}");
        }
    }
}

#[test]
fn a_seed_fixes_everything() {
    assert_eq!(simulate(&forked(), 40, 7), simulate(&forked(), 40, 7));
    assert_ne!(simulate(&forked(), 40, 7), simulate(&forked(), 40, 8));
    assert_eq!(simulate(&Ladder { questions: Vec::new(), ..forked() }, 40, 7), None);
}

#[test]
fn good_ladders_need_no_advice() {
    for ladder in bundled().into_iter().chain([six(), forked()]) {
        assert_eq!(advise(&ladder), [], "{}", ladder.id);
    }
}

/// The ladder in a text that may be warned about: advice is for those too.
fn warned(text: &str) -> Ladder {
    format::read(text).ladder.expect("a ladder")
}

/// What is said of the made ladder with a side track when it is changed.
fn said(below: usize, change: impl Fn(String) -> String) -> Vec<String> {
    let text = change(ladder("changed", 6, Some(&Side { place: 3, below })));
    advise(&warned(&text)).iter().map(ToString::to_string).collect()
}

#[test]
fn authors_are_told_which_rungs_are_mixed_up_and_what_would_help() {
    // A rung apart in one dimension, and one question about it left.
    let said = said(1, |text| {
        text.replace("\"about\": \"judgement\"", "\"about\": \"craft\"").replacen(
            "\"about\": \"craft\"",
            "\"about\": \"judgement\"",
            1,
        )
    });
    let [said] = &said[..] else { panic!("{said:#?}") };
    assert!(said.contains(" in 100 simulated readers on `four` and `side` are taken for the other's; "), "{said}");
    assert!(said.contains("they differ in `judgement` alone, with 1 question about it"), "{said}");
}

#[test]
fn authors_are_told_what_is_never_asked() {
    let dull = "\"id\": \"q7\", \"about\": \"scope\", \"ask\": \"What did you do last?\",\n      \"answers\": [{ \"id\": \"a\", \"is\": \"three\", \"say\": \"Answer a\" }, { \"id\": \"b\", \"is\": \"three\", \"say\": \"Answer b\" }] }";
    let said = said(2, |text| {
        let (before, rest) = text.split_once("\"id\": \"q7\"").expect("the question");
        let (_, after) = rest.split_once("] }").expect("its end");
        format!("{before}{dull}{after}")
    });
    let [said] = &said[..] else { panic!("{said:#?}") };
    assert!(said.starts_with("never asked: "), "{said}");
    assert!(matches!(&advise(&forked())[..], []));
}

#[test]
fn rungs_that_nothing_tells_apart_are_found_once() {
    let same = |text: String| text.replace(", \"except\": { \"judgement\": \"two\" }", "");
    let ladder = warned(&same(ladder("same", 6, Some(&Side { place: 3, below: 2 }))));
    let found = advise(&ladder);
    assert!(matches!(&found[..], [Finding::Alike { rung, .. }] if ladder.rung(*rung).id == "side"), "{found:?}");
}

#[test]
fn no_advice_is_given_where_it_would_take_long() {
    let mut ladder = six();
    let questions = ladder.questions.clone();
    (0..40).for_each(|_| ladder.questions.extend(questions.clone()));
    assert_eq!(advise(&ladder), []);
}
