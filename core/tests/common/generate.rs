//! Random ladders for property tests.

use career_ladder_core::ladder::Drawing;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// Any text that is not blank.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Za-z][a-z ]{0,20}",
        1 => prop::collection::vec(any::<char>(), 1..12).prop_map(String::from_iter),
    ]
    .prop_filter("blank", |text| text.chars().any(|c| !c.is_whitespace() && c != '\u{feff}'))
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 0..3)
}

/// Random numbers and texts for a ladder.
#[derive(Debug)]
pub(crate) struct Dice {
    numbers: Vec<Index>,
    texts: Vec<String>,
    lists: Vec<Vec<String>>,
}

pub(crate) fn dice() -> impl Strategy<Value = Dice> {
    let numbers = prop::collection::vec(any::<Index>(), 16..200);
    let lists = prop::collection::vec(texts(), 1..8);
    let texts = prop::collection::vec(text(), 1..20);
    (numbers, texts, lists).prop_map(|(numbers, texts, lists)| Dice { numbers, texts, lists })
}

/// Makes choices from the numbers of the dice, again and again in the same order.
pub(crate) struct Roll<'a> {
    dice: &'a Dice,
    count: usize,
}

impl<'a> Roll<'a> {
    pub(crate) fn new(dice: &'a Dice) -> Self {
        Self { dice, count: 0 }
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.count += 1;
        self.dice.numbers[self.count % self.dice.numbers.len()].index(limit)
    }

    pub(crate) fn chance(&mut self) -> bool {
        self.below(2) == 1
    }

    pub(crate) fn text(&mut self) -> String {
        let index = self.below(self.dice.texts.len());
        self.dice.texts[index].clone()
    }

    fn texts(&mut self) -> Vec<String> {
        let index = self.below(self.dice.lists.len());
        self.dice.lists[index].clone()
    }

    pub(crate) fn of<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }
}

/// A rung by its id and level.
type RungLevel = (String, usize);

/// A track, with its rungs from the lowest to the highest.
struct TrackPlan {
    id: String,
    from: Option<RungLevel>,
    rungs: Vec<RungLevel>,
}

/// The ids that the parts of a ladder refer to.
struct Plan {
    stages: Vec<String>,
    dimensions: Vec<String>,
    tracks: Vec<TrackPlan>,
    rungs: Vec<String>,
}

fn ids(what: &str, count: usize) -> Vec<String> {
    (0..count).map(|index| format!("{what}-{index}")).collect()
}

impl Plan {
    fn new(roll: &mut Roll<'_>) -> Self {
        let stages = ids("stage", 1 + roll.below(3));
        let dimensions = ids("dimension", 1 + roll.below(3));
        let mut tracks = Vec::new();
        for id in ids("track", 1 + roll.below(3)) {
            tracks.push(Self::track(roll, id, &tracks));
        }
        let rungs = tracks.iter().flat_map(|track| &track.rungs).map(|(id, _)| id.clone()).collect();
        Self { stages, dimensions, tracks, rungs }
    }

    /// A track that leaves from one of the tracks before it, if there are any.
    fn track(roll: &mut Roll<'_>, id: String, before: &[TrackPlan]) -> TrackPlan {
        let from = (!before.is_empty()).then(|| {
            let track = &before[roll.below(before.len())];
            roll.of(&track.rungs)
        });
        let mut level = from.as_ref().map_or(0, |from| from.1);
        let count = 1 + usize::from(before.is_empty()) + roll.below(4);
        let rungs = (0..count).map(|rung| {
            level += 1 + roll.below(3);
            (format!("{id}-rung-{rung}"), level)
        });
        TrackPlan { from, rungs: rungs.collect(), id }
    }

    /// The rungs: each track from the lowest to the highest, but the tracks in any mixture.
    fn rungs(&self, roll: &mut Roll<'_>) -> Vec<Value> {
        let mut left: Vec<(&str, std::slice::Iter<'_, RungLevel>)> =
            self.tracks.iter().map(|track| (&*track.id, track.rungs.iter())).collect();
        let mut rungs = Vec::new();
        while !left.is_empty() {
            let index = roll.below(left.len());
            match left[index].1.next() {
                Some((id, level)) => rungs.push(self.rung(roll, left[index].0, id, *level)),
                None => drop(left.remove(index)),
            }
        }
        rungs
    }

    fn rung(&self, roll: &mut Roll<'_>, track: &str, id: &str, level: usize) -> Value {
        let mut rung = json!({
            "id": id, "title": roll.text(), "also": roll.texts(), "level": level, "track": track,
            "role": roll.text(), "changes": roll.texts(), "responsibilities": roll.texts(), "success": roll.texts(),
            "note": roll.text(), "skills": [self.skill(roll)],
        });
        if roll.chance() {
            rung["stage"] = json!(roll.of(&self.stages));
        }
        let like = roll.of(&self.rungs);
        if roll.chance() && like != id {
            rung["like"] = json!(like);
            rung["except"] = json!({ roll.of(&self.dimensions): roll.of(&self.rungs) });
        }
        rung
    }

    fn skill(&self, roll: &mut Roll<'_>) -> Value {
        let links = [("https://example.org/", roll.text()), ("mailto:a@b", roll.text())];
        let links = links.map(|(url, title)| json!({ "title": title, "url": url }));
        let id = format!("skill-{}", roll.below(99));
        json!({ "id": id, "name": roll.text(), "how": roll.text(), "dimension": roll.of(&self.dimensions), "links": links })
    }

    fn question(&self, roll: &mut Roll<'_>, id: &str) -> Value {
        let answers = ids("answer", 2 + roll.below(7)).into_iter().map(|id| {
            let (one, two) = (roll.of(&self.rungs), roll.of(&self.rungs));
            let is = if roll.chance() && one != two { json!([one, two]) } else { json!(one) };
            json!({ "id": id, "is": is, "say": roll.text() })
        });
        let answers: Vec<Value> = answers.collect();
        json!({ "id": id, "about": roll.of(&self.dimensions), "ask": roll.text(), "answers": answers })
    }

    fn stage(roll: &mut Roll<'_>, id: &str) -> Value {
        let mut stage = json!({
            "id": id, "name": roll.text(), "summary": roll.text(), "picture": roll.text(), "focus": roll.texts(),
            "okr": { "objective": roll.text(), "keyResults": [{ "say": roll.text(), "initiatives": roll.texts() }] },
        });
        if roll.chance() {
            stage["drawing"] = json!(roll.of(&Drawing::NAMES));
        }
        stage
    }
}

/// A valid ladder as JSON. Nothing in it is empty or null.
pub(crate) fn ladder(dice: &Dice) -> Value {
    let roll = &mut Roll::new(dice);
    let plan = Plan::new(roll);
    let tracks = plan.tracks.iter().map(|track| match &track.from {
        Some((from, _)) => json!({ "id": track.id, "name": roll.text(), "from": from }),
        None => json!({ "id": track.id, "name": roll.text() }),
    });
    let tracks: Vec<Value> = tracks.collect();
    let stages: Vec<Value> = plan.stages.iter().map(|id| Plan::stage(roll, id)).collect();
    let dimensions = plan.dimensions.iter().map(|id| json!({ "id": id, "name": roll.text(), "summary": roll.text() }));
    let dimensions: Vec<Value> = dimensions.collect();
    let rungs = plan.rungs(roll);
    let questions: Vec<Value> = ids("question", roll.below(5)).iter().map(|id| plan.question(roll, id)).collect();
    json!({
        "format": 1, "id": "a-ladder", "lang": if roll.chance() { "en" } else { "pt-BR" },
        "title": roll.text(), "summary": roll.text(), "closing": roll.text(),
        "sources": [{ "title": roll.text(), "note": roll.text() }],
        "stages": stages, "dimensions": dimensions, "tracks": tracks, "rungs": rungs, "questions": questions,
        "moves": [
            { "id": "m", "title": roll.text(), "suits": roll.text(), "from": [roll.of(&plan.rungs)], "skills": [plan.skill(roll)] },
        ],
        "guide": {
            "steps": [{ "name": roll.text(), "how": roll.text() }],
            "mistakes": [{ "name": roll.text(), "why": roll.text() }],
            "faq": [{ "ask": roll.text(), "answer": roll.text() }],
        },
    })
}
