//! The ladder as simulated readers stand on it, read from the file apart from the engine.

use career_ladder_core::ladder::{Ladder, Rung, RungId, TrackId};

/// Where rungs stand, and how far they are from each other. Positions are in rungs of the first track, 0 for its lowest.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Terrain {
    /// Per rung and dimension: what is asked there.
    pub(super) asks: Vec<Vec<f64>>,
    /// Per question: its dimension, and where its answers are meant to stand.
    pub(super) questions: Vec<(usize, Vec<f64>)>,
    /// Per rung: those it leads to.
    pub(super) ups: Vec<Vec<usize>>,
    /// Per rung: those that lead to it.
    pub(super) downs: Vec<Vec<usize>>,
    /// Per rung: whether it is on a side track.
    pub(super) is_side: Vec<bool>,
    /// The rungs of the first track, from the lowest.
    pub(super) main: Vec<usize>,
    heights: Vec<f64>,
}

impl Terrain {
    pub(super) fn new(ladder: &Ladder) -> Self {
        let main = ladder.rungs_of_track(TrackId::default());
        let levels: Vec<f64> = main.iter().map(|&rung| f64::from(ladder.rung(rung).level)).collect();
        let heights: Vec<f64> = ladder.rungs.iter().map(|rung| height(&levels, f64::from(rung.level))).collect();
        let asks: Vec<Vec<f64>> = ladder.rung_ids().map(|rung| asks(ladder, &heights, rung)).collect();
        let questions = ladder.questions.iter().map(|question| {
            let about = question.about.index();
            let anchor = |is: &[RungId]| is.iter().map(|is| asks[is.index()][about]).sum::<f64>() / is.len() as f64;
            (about, question.answers.iter().map(|answer| anchor(&answer.is)).collect())
        });
        let questions = questions.collect();
        let mut ups = vec![Vec::new(); heights.len()];
        let mut downs = vec![Vec::new(); heights.len()];
        for (track, from) in ladder.tracks.iter().map(|track| track.from).enumerate() {
            let way: Vec<RungId> = from.into_iter().chain(ladder.rungs_of_track(TrackId::new(track))).collect();
            for pair in way.windows(2) {
                ups[pair[0].index()].push(pair[1].index());
                downs[pair[1].index()].push(pair[0].index());
            }
        }
        let is_side = ladder.rungs.iter().map(|rung| rung.track != TrackId::default()).collect();
        let main = main.into_iter().map(RungId::index).collect();
        Self { asks, questions, ups, downs, is_side, main, heights }
    }

    /// How many steps apart two rungs are: their difference in height, and one more where neither
    /// is on the way to the other, for the way over.
    pub(super) fn steps(&self, a: usize, b: usize) -> f64 {
        let over = if self.leads(a, b) || self.leads(b, a) { 0.0 } else { 1.0 };
        (self.heights[a] - self.heights[b]).abs() + over
    }

    /// Whether one climbs over `low` on the way to `high`, or both are the same.
    fn leads(&self, low: usize, high: usize) -> bool {
        // A rung has one way down at most, so this climbs down without branching, and ends.
        low == high || self.downs[high].first().is_some_and(|&below| self.leads(low, below))
    }

    /// In which of the dimensions that are asked about two rungs ask for different things.
    pub(super) fn differences(&self, a: usize, b: usize) -> Vec<usize> {
        let is_asked = |about: usize| self.questions.iter().any(|question| question.0 == about);
        let differs = |&about: &usize| (self.asks[a][about] - self.asks[b][about]).abs() > 1e-9 && is_asked(about);
        (0..self.asks[a].len()).filter(differs).collect()
    }
}

/// What a rung asks in each dimension: what its height says, or that of the rung it is like, with its exceptions.
fn asks(ladder: &Ladder, heights: &[f64], rung: RungId) -> Vec<f64> {
    let Rung { like, except, .. } = ladder.rung(rung);
    let mut asks = vec![heights[like.unwrap_or(rung).index()]; ladder.dimensions.len()];
    for exception in except {
        asks[exception.dimension.index()] = heights[exception.rung.index()];
    }
    asks
}

/// How high a level is, between the levels of the first track.
fn height(levels: &[f64], level: f64) -> f64 {
    let Some(above) = levels.iter().position(|&other| other >= level) else { return levels.len() as f64 - 1.0 };
    let Some(below) = above.checked_sub(1) else { return 0.0 };
    below as f64 + (level - levels[below]) / (levels[above] - levels[below])
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The ladder of a file in `tests/synthetic`.
    pub(crate) fn ladder(text: &str) -> Ladder {
        career_ladder_core::format::read(text).ladder.expect("a ladder")
    }

    #[test]
    fn steps_are_rungs_and_the_way_over() {
        let ladder = ladder(include_str!("../tests/synthetic/forked.json"));
        let terrain = Terrain::new(&ladder);
        let place = |id: &str| ladder.rungs.iter().position(|rung| rung.id == id).expect("a rung");
        let case = |a: &str, b: &str, expected: f64| {
            assert_eq!(terrain.steps(place(a), place(b)), expected, "{a} to {b}");
            assert_eq!(terrain.steps(place(b), place(a)), expected, "{b} to {a}");
        };
        case("two", "two", 0.0);
        case("one", "two", 1.0);
        case("one", "six", 5.0);
        case("three", "side", 1.0);
        case("four", "side", 1.0);
        case("two", "side", 2.0);
        case("five", "side", 2.0);
        assert_eq!(terrain.ups[place("three")], [place("four"), place("side")]);
        assert_eq!(terrain.differences(place("four"), place("side")).len(), 1);
    }

    #[test]
    fn it_stands_where_the_engine_stands() {
        let ladder = ladder(include_str!("../../ladders/engineering.json"));
        let (terrain, bank) = (Terrain::new(&ladder), career_ladder_core::quiz::ItemBank::new(&ladder));
        for rung in ladder.rung_ids() {
            for dimension in 0..ladder.dimensions.len() {
                let expected = bank.stand(rung, career_ladder_core::ladder::DimensionId::new(dimension));
                assert_eq!(terrain.asks[rung.index()][dimension], expected);
            }
        }
    }

    #[test]
    fn levels_lie_between_those_of_the_first_track() {
        let levels = [1.0, 2.0, 4.0];
        for (level, expected) in [(0.0, 0.0), (1.0, 0.0), (2.0, 1.0), (3.0, 1.5), (4.0, 2.0), (9.0, 2.0)] {
            assert_eq!(height(&levels, level), expected, "level {level}");
        }
    }
}
