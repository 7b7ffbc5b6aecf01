use super::*;
use crate::ladder::{Ladder, LadderParts, Rung, RungId, Stage, StageId, Track, TrackId};

/// A ladder from a text such as `1a 2b 3b, from 1: 3c`: tracks with their rungs, lowest first.
///
/// A rung is its level and the letter of its stage, if it has one. Rungs are numbered from 0 in the order of the text;
/// a side track leaves `from` one of them.
fn ladder(text: &str) -> Ladder {
    let mut parts = LadderParts { stages: vec![Stage::default(); 3], ..LadderParts::default() };
    for (index, text) in text.split(", ").enumerate() {
        let (from, rungs) = match text.strip_prefix("from ") {
            Some(side) => side.split_once(": ").map(|(from, rungs)| (from.parse().ok(), rungs)).expect("from N: rungs"),
            None => (None, text),
        };
        parts.tracks.push(Track { from: from.map(RungId::new), ..Track::default() });
        for rung in rungs.split(' ') {
            let level = rung.trim_end_matches(['a', 'b', 'c']);
            let stage = ["a", "b", "c"].iter().position(|letter| rung.ends_with(letter));
            parts.rungs.push(Rung {
                level: level.parse().expect("a level"),
                track: TrackId::new(index),
                stage: stage.map(StageId::new),
                ..Rung::default()
            });
        }
    }
    Ladder::new(parts)
}

/// Rails as text: `^` up, `v` down, `<` start, `>` end.
fn rails_text(rails: Rails) -> String {
    let sides = [(rails.up, '^'), (rails.down, 'v'), (rails.start, '<'), (rails.end, '>')];
    sides.into_iter().filter_map(|(is_there, sign)| is_there.then_some(sign)).collect()
}

/// The layout as text, one line a row. Headings show their stage, other rows their level. A cell is the number of its
/// rung, or `.`, followed by its rails.
fn layout_text(layout: &Layout) -> Vec<String> {
    let mut lines = Vec::new();
    for band in &layout.bands {
        let stage = band.stage.map_or("-", |stage| ["a", "b", "c"][stage.index()]);
        let cells = band.heading_rails.iter().map(|&rails| format!(" .{}", rails_text(rails)));
        lines.push(format!("[{stage}]{}", cells.collect::<String>()));
        for row in &band.rows {
            let cells = row.cells.iter().map(|cell| {
                let rung = cell.rung.map_or(".".to_owned(), |rung| rung.index().to_string());
                format!(" {rung}{}", rails_text(cell.rails))
            });
            lines.push(format!("{}:{}", row.level, cells.collect::<String>()));
        }
    }
    lines
}

#[track_caller]
fn check_layout(text: &str, expected: &[&str]) {
    let ladder = ladder(text);
    let layout = Layout::new(&ladder);
    assert_eq!(layout_text(&layout), expected, "{text}");
    assert_eq!(layout.lanes, ladder.tracks.len(), "{text}");
}

#[test]
fn one_track_has_one_lane() {
    check_layout("1 2 5", &["[-] .", "5: 2v", "2: 1^v", "1: 0^"]);
}

#[test]
fn a_side_track_leaves_its_rung_sideways_and_turns_up() {
    check_layout(
        "1a 2b 3c 4c, from 1: 4c",
        &["[c] . .", "4: 3v 4v", "3: 2^v .^v", "[b] .^v .^v", "2: 1^v> .^<", "[a] .^v .", "1: 0^ ."],
    );
}

#[test]
fn levels_of_a_side_track_get_rows_between_those_of_the_first() {
    check_layout("1 5, from 0: 3 7", &["[-] . .", "7: . 3v", "5: 1v .^v", "3: .^v 2^v", "1: 0^> .^<"]);
}

#[test]
fn a_rail_passes_the_lanes_between_a_fork_and_its_track() {
    check_layout("1 2, from 0: 2, from 0: 2", &["[-] . . .", "2: 1v 2v 3v", "1: 0^> .^<> .^<"]);
}

#[test]
fn a_track_may_leave_a_later_lane_towards_the_start() {
    check_layout("1 2, from 3: 3, from 0: 2", &["[-] . . .", "3: . 2v .", "2: 1v .^> 3v<", "1: 0^> .<> .^<"]);
}

#[test]
fn the_first_lane_names_the_stage_of_a_row() {
    check_layout("1a 2a, from 0: 2b", &["[a] . .", "2: 1v 2v", "1: 0^> .^<"]);
}

#[test]
fn rows_of_a_side_track_alone_join_the_band_below() {
    check_layout("1a 2b, from 0: 3c", &["[b] . .", "3: . 2v", "2: 1v .^v", "[a] .^v .^v", "1: 0^> .^<"]);
}

#[test]
fn a_side_track_names_the_lowest_band_if_it_is_alone_there() {
    check_layout("2b, from 0: 1a", &["[b] . .", "2: 0> .<", "[a] . .", "1: . 1"]);
}

#[test]
fn rungs_without_a_stage_form_a_band_without_a_name() {
    check_layout("1a 2 3a", &["[a] .", "3: 2v", "[-] .^v", "2: 1^v", "[a] .^v", "1: 0^"]);
}

#[test]
fn a_stage_that_comes_again_gets_another_band() {
    check_layout("1a 2b 3a", &["[a] .", "3: 2v", "[b] .^v", "2: 1^v", "[a] .^v", "1: 0^"]);
}

#[test]
fn rungs_are_listed_from_the_top_and_by_lane() {
    let layout = Layout::new(&ladder("1 2 3, from 0: 2 4"));
    let rungs: Vec<usize> = layout.rungs().into_iter().map(RungId::index).collect();
    assert_eq!(rungs, [4, 2, 1, 3, 0]);
}

#[test]
fn edges_follow_each_track_from_where_it_leaves() {
    let edges: Vec<_> =
        edges(&ladder("1 2 3, from 1: 3 4")).iter().map(|(low, high)| (low.index(), high.index())).collect();
    assert_eq!(edges, [(0, 1), (1, 2), (1, 3), (3, 4)]);
}

/// The visible rows as text. A heading is the index of its band in brackets, another row its level. A fold such as
/// `0+5:^v|` hides 5 rungs from band 0 on; the rails of its lanes follow the colon.
fn visible_text(text: &str, is_unfolded: bool, pinned: &[usize]) -> String {
    let layout = Layout::new(&ladder(text));
    let pinned: Vec<RungId> = pinned.iter().copied().map(RungId::new).collect();
    let mut heading = None;
    let rows = layout.visible_rows(is_unfolded, &pinned).into_iter().map(|row| match row {
        DiagramRow::Heading { band_index, band } => {
            assert_eq!(band, &layout.bands[band_index]);
            heading = Some(band_index);
            format!("[{band_index}]")
        }
        DiagramRow::Level { band_index, row } => {
            assert_eq!(Some(band_index), heading, "the row stands below the heading of its band");
            row.level.to_string()
        }
        DiagramRow::Fold { band_index, rungs, rails } => {
            let rails: Vec<String> = rails.into_iter().map(rails_text).collect();
            format!("{band_index}+{rungs}:{}", rails.join("|"))
        }
    });
    rows.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_ladder_of_eight_rows_is_shown_whole() {
    assert_eq!(visible_text("1 2 3 4 5 6 7 8", false, &[]), "[0] 8 7 6 5 4 3 2 1");
}

#[test]
fn a_ladder_of_nine_rows_shows_two_at_each_end() {
    assert_eq!(visible_text("1 2 3 4 5 6 7 8 9", false, &[]), "[0] 9 8 0+5:^v 2 1");
}

#[test]
fn an_unfolded_ladder_shows_every_row() {
    assert_eq!(visible_text("1 2 3 4 5 6 7 8 9", true, &[]), "[0] 9 8 7 6 5 4 3 2 1");
}

#[test]
fn rows_with_a_pinned_rung_stay_visible() {
    assert_eq!(visible_text("1 2 3 4 5 6 7 8 9", false, &[4]), "[0] 9 8 0+2:^v 5 0+2:^v 2 1");
    assert_eq!(visible_text("1 2 3 4 5 6 7 8 9", false, &[2, 6]), "[0] 9 8 7 0+3:^v 3 2 1");
}

#[test]
fn rows_where_a_track_forks_stay_visible() {
    assert_eq!(visible_text("1 2 3 4 5 6 7 8 9, from 3: 5", false, &[]), "[0] 9 8 0+4:^v|v 4 0+1:^v| 2 1");
}

#[test]
fn a_fold_counts_the_rungs_of_all_lanes() {
    assert_eq!(visible_text("1 2 3 4 5 6 7 8 9, from 1: 4 5", false, &[]), "[0] 9 8 0+7:^v|v 2 1");
}

#[test]
fn a_band_whose_rows_are_all_hidden_has_no_heading() {
    assert_eq!(visible_text("1a 2a 3b 4b 5b 6b 7b 8c 9c", false, &[]), "[0] 9 8 1+5:^v [2] 2 1");
}

#[test]
fn a_fold_across_bands_counts_for_the_upper_one() {
    assert_eq!(visible_text("1a 2a 3a 4a 5b 6b 7b 8b 9b", false, &[]), "[0] 9 8 0+5:^v [1] 2 1");
}

/// Checks the neighbors of a rung in the order up, down, start, end.
#[track_caller]
fn check_neighbors(text: &str, rung: usize, expected: [Option<usize>; 4]) {
    let ladder = ladder(text);
    let Neighbors { up, down, start, end } = Layout::new(&ladder).neighbors(&ladder, RungId::new(rung));
    assert_eq!([up, down, start, end].map(|rung| rung.map(RungId::index)), expected, "around {rung} of {text}");
}

#[test]
fn up_and_down_follow_the_track_and_its_fork() {
    let text = "1 2 3 4, from 1: 3 4";
    check_neighbors(text, 0, [Some(1), None, None, None]);
    check_neighbors(text, 1, [Some(2), Some(0), None, Some(4)]);
    check_neighbors(text, 3, [None, Some(2), None, Some(5)]);
    check_neighbors(text, 4, [Some(5), Some(1), Some(2), None]);
    check_neighbors(text, 5, [None, Some(4), Some(3), None]);
}

#[test]
fn start_and_end_lead_to_the_nearest_lane_with_a_rung_in_the_row() {
    let text = "1 2 3, from 0: 2 3, from 0: 3, from 0: 2 3";
    check_neighbors(text, 1, [Some(2), Some(0), None, Some(3)]);
    check_neighbors(text, 3, [Some(4), Some(0), Some(1), Some(6)]);
    check_neighbors(text, 6, [Some(7), Some(0), Some(3), None]);
    check_neighbors(text, 5, [None, Some(0), Some(4), Some(7)]);
}

#[test]
fn end_leads_to_the_first_track_that_leaves_where_the_row_has_no_other_rung() {
    check_neighbors("1 2, from 0: 2, from 0: 2", 0, [Some(1), None, None, Some(2)]);
    check_neighbors("1 2 3, from 1: 3, from 0: 2", 1, [Some(2), Some(0), None, Some(4)]);
}
