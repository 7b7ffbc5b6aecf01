#[cfg(debug_assertions)]
use std::panic::catch_unwind;

use super::*;

/// Four rungs on the first track, and two on a side track that forks off at the second rung.
fn forked() -> LadderParts {
    let rung = |level, track| Rung { level, track: TrackId::new(track), ..Rung::default() };
    LadderParts {
        stages: vec![Stage::default()],
        dimensions: vec![Dimension::default()],
        tracks: vec![Track::default(), Track { from: Some(RungId::new(1)), ..Track::default() }],
        rungs: vec![rung(1, 0), rung(2, 0), rung(3, 0), rung(4, 0), rung(3, 1), rung(4, 1)],
        moves: vec![Move::default()],
        questions: vec![Question { answers: vec![Answer::default()], ..Question::default() }],
        ..LadderParts::default()
    }
}

#[test]
fn a_track_has_its_rungs_from_low_to_high_in_any_order_of_the_file() {
    let mut parts = forked();
    parts.rungs.reverse();
    let ladder = Ladder::new(parts);
    let rungs = |track| ladder.rungs_of_track(TrackId::new(track)).iter().map(|rung| rung.index()).collect::<Vec<_>>();
    assert_eq!((rungs(0), rungs(1)), (vec![5, 4, 3, 2], vec![1, 0]));
}

#[test]
fn a_rung_has_at_most_one_stage() {
    let mut parts = forked();
    parts.stages.push(Stage { id: "late".into(), ..Stage::default() });
    parts.rungs[2].stage = Some(StageId::new(1));
    let ladder = Ladder::new(parts);
    assert_eq!(ladder.stage_of(RungId::new(2)).map(|stage| &*stage.id), Some("late"));
    assert_eq!(ladder.stage_of(RungId::new(1)), None);
}

#[test]
fn an_index_that_no_ladder_has_gives_the_highest_id() {
    assert_eq!(RungId::new(65_534).index(), 65_534);
    assert_eq!(RungId::new(1 << 16), RungId::new(65_535));
}

/// Expects that a ladder with this change cannot be built.
#[cfg(debug_assertions)]
#[track_caller]
fn refused(what: &str, change: impl FnOnce(&mut LadderParts) + std::panic::UnwindSafe) {
    let built = catch_unwind(|| {
        let mut parts = forked();
        change(&mut parts);
        Ladder::new(parts)
    });
    assert!(built.is_err(), "{what}");
}

#[cfg(debug_assertions)]
#[test]
fn a_ladder_of_the_wrong_structure_cannot_be_built() {
    assert!(catch_unwind(|| Ladder::new(forked())).is_ok());
    refused("nothing", |parts| *parts = LadderParts::default());
    refused("one rung", |parts| {
        parts.tracks.truncate(1);
        parts.rungs.truncate(1);
    });
    refused("first track forks off", |parts| parts.tracks[0].from = Some(RungId::new(4)));
    refused("track without rungs", |parts| parts.rungs.truncate(4));
    refused("level twice on a track", |parts| parts.rungs[5].level = 3);
    refused("unknown track", |parts| parts.rungs[5].track = TrackId::new(2));
    refused("too many stages", |parts| parts.stages = vec![Stage::default(); 65_536]);
    refused("too many dimensions", |parts| parts.dimensions = vec![Dimension::default(); 65_536]);
    refused("too many moves", |parts| parts.moves = vec![Move::default(); 65_536]);
    refused("too many questions", |parts| parts.questions = vec![Question::default(); 65_536]);
}

#[cfg(debug_assertions)]
#[test]
fn a_ladder_with_a_dangling_reference_cannot_be_built() {
    let rung = || RungId::new(6);
    let dimension = || DimensionId::new(1);
    refused("fork of a track", |parts| parts.tracks[1].from = Some(rung()));
    refused("start of a move", |parts| parts.moves[0].from = vec![RungId::new(0), rung()]);
    refused("stage of a rung", |parts| parts.rungs[0].stage = Some(StageId::new(1)));
    refused("like of a rung", |parts| parts.rungs[0].like = Some(rung()));
    let exception = |dimension, rung| vec![LevelException { dimension, rung }];
    refused("dimension of an exception", |parts| parts.rungs[4].except = exception(dimension(), RungId::new(0)));
    refused("rung of an exception", |parts| parts.rungs[4].except = exception(DimensionId::new(0), rung()));
    let skill = || Skill { dimension: Some(dimension()), ..Skill::default() };
    refused("dimension of a skill", |parts| parts.rungs[0].skills = vec![skill()]);
    refused("dimension of a move's skill", |parts| parts.moves[0].skills = vec![skill()]);
    refused("dimension of a question", |parts| parts.questions[0].about = dimension());
    refused("rung of an answer", |parts| parts.questions[0].answers[0].is = vec![RungId::new(0), rung()]);
}
