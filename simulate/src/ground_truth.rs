//! The ladder as simulated readers experience it, computed without the engine.
//!
//! Levels are in rungs of the first track: 0 is its lowest rung, 1 the next.

use career_ladder_core::ladder::{Answer, Ladder, Question, Rung, RungId, TrackId};

/// The true levels of rungs and answers, and the distances between rungs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GroundTruth {
    /// Per rung and dimension: the level that the rung requires.
    pub(super) required: Vec<Vec<f64>>,
    /// Per question: its dimension, and the levels that its author meant the answers for.
    pub(super) questions: Vec<(usize, Vec<f64>)>,
    /// Per rung: the rungs that come next above it, on all tracks.
    pub(super) ups: Vec<Vec<usize>>,
    /// Per rung: the rung that comes next below it, if there is one.
    pub(super) downs: Vec<Vec<usize>>,
    /// Per rung: whether it is on a side track.
    pub(super) is_side: Vec<bool>,
    /// The rungs of the first track, from the lowest.
    pub(super) main: Vec<usize>,
    /// Per rung: its level on the first track's scale.
    heights: Vec<f64>,
}

impl GroundTruth {
    pub(super) fn new(ladder: &Ladder) -> Self {
        let main = ladder.rungs_of_track(TrackId::default());
        let levels: Vec<f64> = main.iter().map(|&rung| f64::from(ladder.rung(rung).level)).collect();
        let heights: Vec<f64> = ladder.rungs.iter().map(|rung| height(&levels, f64::from(rung.level))).collect();
        let required: Vec<Vec<f64>> = ladder.rung_ids().map(|rung| required_levels(ladder, &heights, rung)).collect();
        let (ups, downs) = neighbors(ladder);
        Self {
            questions: ladder.questions.iter().map(|question| anchors(question, &required)).collect(),
            is_side: ladder.rungs.iter().map(|rung| rung.track != TrackId::default()).collect(),
            main: main.iter().map(|rung| rung.index()).collect(),
            required,
            ups,
            downs,
            heights,
        }
    }

    /// The distance between two rungs: their difference in height, plus one if the way to neither leads over the other.
    pub(super) fn steps(&self, a: usize, b: usize) -> f64 {
        let change_of_track = if self.leads_to(a, b) || self.leads_to(b, a) { 0.0 } else { 1.0 };
        (self.heights[a] - self.heights[b]).abs() + change_of_track
    }

    /// Whether the way up to `high` leads over `low`, or both are the same rung.
    fn leads_to(&self, low: usize, high: usize) -> bool {
        // Each rung has at most one rung below it, so the recursion does not branch, and it ends at the ground.
        low == high || self.downs[high].first().is_some_and(|&below| self.leads_to(low, below))
    }

    /// The dimensions in which two rungs require different levels, out of those with questions.
    pub(super) fn differences(&self, a: usize, b: usize) -> Vec<usize> {
        let is_asked = |about: usize| self.questions.iter().any(|question| question.0 == about);
        let differs =
            |&about: &usize| (self.required[a][about] - self.required[b][about]).abs() > 1e-9 && is_asked(about);
        (0..self.required[a].len()).filter(differs).collect()
    }
}

/// Per rung: the rungs that come next above it, and those that come next below.
fn neighbors(ladder: &Ladder) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut ups = vec![Vec::new(); ladder.rungs.len()];
    let mut downs = ups.clone();
    for (index, track) in ladder.tracks.iter().enumerate() {
        let way: Vec<RungId> =
            track.from.into_iter().chain(ladder.rungs_of_track(TrackId::new(index)).iter().copied()).collect();
        for pair in way.windows(2) {
            ups[pair[0].index()].push(pair[1].index());
            downs[pair[1].index()].push(pair[0].index());
        }
    }
    (ups, downs)
}

/// A question's dimension, and the level of each answer: the mean over the rungs it is typical of, or where a calibration put
/// it.
fn anchors(question: &Question, required: &[Vec<f64>]) -> (usize, Vec<f64>) {
    let about = question.about.index();
    let anchor = |answer: &Answer| {
        let is = &answer.is;
        is.iter().map(|is| required[is.index()][about]).sum::<f64>() / is.len() as f64 + f64::from(answer.shift) / 100.0
    };
    (about, question.answers.iter().map(anchor).collect())
}

/// The level that a rung requires in each dimension: its height or that of the rung it is like, with its exceptions.
fn required_levels(ladder: &Ladder, heights: &[f64], rung: RungId) -> Vec<f64> {
    let Rung { like, except, .. } = ladder.rung(rung);
    let mut required = vec![heights[like.unwrap_or(rung).index()]; ladder.dimensions.len()];
    for exception in except {
        required[exception.dimension.index()] = heights[exception.rung.index()];
    }
    required
}

/// The height of a level of the file, interpolated between the first track's `levels`.
fn height(levels: &[f64], level: f64) -> f64 {
    let Some(above) = levels.iter().position(|&other| other >= level) else { return levels.len() as f64 - 1.0 };
    let Some(below) = above.checked_sub(1) else { return 0.0 };
    below as f64 + (level - levels[below]) / (levels[above] - levels[below])
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use career_ladder_core::ladder::DimensionId;
    use career_ladder_core::quiz::Quiz;

    /// The ladder of a file in `tests/synthetic`.
    pub(crate) fn ladder(text: &str) -> Ladder {
        career_ladder_core::format::read(text).ladder.expect("a ladder")
    }

    #[test]
    fn steps_count_rungs_and_the_change_of_track() {
        let ladder = ladder(include_str!("../tests/synthetic/forked.json"));
        let truth = GroundTruth::new(&ladder);
        let index = |id: &str| ladder.rungs.iter().position(|rung| rung.id == id).expect("a rung");
        let case = |a: &str, b: &str, expected: f64| {
            assert_eq!(truth.steps(index(a), index(b)), expected, "{a} to {b}");
            assert_eq!(truth.steps(index(b), index(a)), expected, "{b} to {a}");
        };
        case("two", "two", 0.0);
        case("one", "two", 1.0);
        case("one", "six", 5.0);
        case("three", "side", 1.0);
        case("four", "side", 1.0);
        case("two", "side", 2.0);
        case("five", "side", 2.0);
        assert_eq!(truth.ups[index("three")], [index("four"), index("side")]);
        assert_eq!(truth.differences(index("four"), index("side")).len(), 1);
    }

    #[test]
    fn required_levels_agree_with_the_engine() {
        let ladder = ladder(include_str!("../../ladders/engineering.json"));
        let (truth, quiz) = (GroundTruth::new(&ladder), Quiz::new(&ladder));
        for rung in ladder.rung_ids() {
            for dimension in 0..ladder.dimensions.len() {
                let expected = quiz.required_level(rung, DimensionId::new(dimension));
                assert_eq!(truth.required[rung.index()][dimension], expected);
            }
        }
    }

    #[test]
    fn levels_between_rungs_of_the_first_track_are_interpolated() {
        let levels = [1.0, 2.0, 4.0];
        for (level, expected) in [(0.0, 0.0), (1.0, 0.0), (2.0, 1.0), (3.0, 1.5), (4.0, 2.0), (9.0, 2.0)] {
            assert_eq!(height(&levels, level), expected, "level {level}");
        }
    }
}
