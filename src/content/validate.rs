//! From the raw file to the validated ladder, with every problem found on the way.

use super::locate::Path;
use super::raw;
use crate::ladder::{
    Answer, Dimension, DimensionId, Exception, KeyResult, Ladder, Link, Move, Okr, Question, Rung, RungId, Skill,
    Source, Stage, StageId, Track, TrackId,
};

const MAX_RUNGS: usize = 256;
const MAX_RUNGS_PER_TRACK: usize = 64;
const MAX_QUESTIONS: usize = 1_000;
const ANSWERS: std::ops::RangeInclusive<usize> = 2..=8;

type Found = Vec<(Path, String)>;

pub(super) fn validate(raw: raw::Ladder) -> Result<Ladder, Found> {
    let mut check = Check { found: Found::new() };
    let ladder = check.ladder(raw);
    if check.found.is_empty() { Ok(ladder) } else { Err(check.found) }
}

/// What the references of a list may point at.
struct Ids<'a> {
    what: &'static str,
    ids: Vec<&'a str>,
}

impl<'a> Ids<'a> {
    fn of<T>(what: &'static str, list: &'a [T], id: impl Fn(&'a T) -> &'a String) -> Self {
        Self { what, ids: list.iter().map(|item| id(item).as_str()).collect() }
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.ids.iter().position(|&known| known == id)
    }

    fn unknown(&self, id: &str) -> String {
        let what = self.what;
        let near = self.ids.iter().map(|&known| (distance(id, known), known)).min();
        match near {
            Some((steps, known)) if steps * 2 <= known.len().max(id.len()) => {
                format!("unknown {what} `{id}`; did you mean `{known}`?")
            }
            Some(_) => {
                let mut all: Vec<String> = self.ids.iter().map(|known| format!("`{known}`")).collect();
                all.dedup();
                all.truncate(8);
                format!("unknown {what} `{id}`; there is {}", all.join(", "))
            }
            None => format!("unknown {what} `{id}`; the ladder has none"),
        }
    }
}

/// Levenshtein's edit distance, with a swap of neighbours counted as one step (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().take(64).collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

struct Check {
    found: Found,
}

impl Check {
    fn report(&mut self, path: Path, message: impl Into<String>) {
        self.found.push((path, message.into()));
    }

    fn text(&mut self, path: Path, text: String) -> String {
        if text.trim().is_empty() {
            self.report(path, "is empty; write some text");
        }
        text
    }

    fn texts(&mut self, path: &Path, texts: Vec<String>) -> Vec<String> {
        texts.into_iter().enumerate().map(|(place, text)| self.text(path.item(place), text)).collect()
    }

    /// An id: kebab-case, and no other item's.
    fn id(&mut self, list: &Path, place: usize, ids: &Ids<'_>) {
        let id = ids.ids[place];
        let path = list.item(place).key("id");
        if !is_kebab(id) {
            self.report(
                path,
                format!("`{id}` is not an id; use small letters, digits and hyphens, such as `senior-pm`"),
            );
        } else if let Some(first) = ids.find(id).filter(|&first| first < place) {
            self.report(path, format!("`{id}` is already the id of {}; give each its own", list.item(first)));
        }
    }

    fn reference(&mut self, path: Path, id: &str, ids: &Ids<'_>) -> Option<usize> {
        let place = ids.find(id);
        if place.is_none() {
            self.report(path, ids.unknown(id));
        }
        place
    }

    fn at_most(&mut self, path: Path, count: usize, most: usize, what: &str) {
        if count > most {
            self.report(path, format!("has {count} {what}; at most {most} are possible"));
        }
    }

    fn ladder(&mut self, mut raw: raw::Ladder) -> Ladder {
        let root = Path::default();
        if raw.format != 1 {
            self.report(root.key("format"), format!("is {}; this version reads format 1", raw.format));
        }
        if !is_kebab(&raw.id) {
            let message =
                format!("`{}` is not an id; use small letters, digits and hyphens, such as `product`", raw.id);
            self.report(root.key("id"), message);
        }
        if raw.tracks.is_empty() {
            raw.tracks.push(raw::Track { id: "main".into(), name: raw.title.clone(), from: None });
        }
        let stage_ids: Vec<String> = raw.stages.iter().map(|stage| stage.id.clone()).collect();
        let stage_ids = Ids::of("stage", &stage_ids, |id| id);
        let dimension_ids: Vec<String> = raw.dimensions.iter().map(|dimension| dimension.id.clone()).collect();
        let dimension_ids = Ids::of("dimension", &dimension_ids, |id| id);
        let track_ids: Vec<String> = raw.tracks.iter().map(|track| track.id.clone()).collect();
        let track_ids = Ids::of("track", &track_ids, |id| id);
        let rung_ids: Vec<String> = raw.rungs.iter().map(|rung| rung.id.clone()).collect();
        let rung_ids = Ids::of("rung", &rung_ids, |id| id);

        let ladder = Ladder {
            id: raw.id,
            lang: raw.lang.unwrap_or_else(|| "en".into()),
            title: self.text(root.key("title"), raw.title),
            summary: raw.summary,
            sources: raw.sources.into_iter().map(|source| Source { title: source.title, note: source.note }).collect(),
            stages: self.stages(&root.key("stages"), raw.stages, &stage_ids),
            dimensions: self.dimensions(&root.key("dimensions"), raw.dimensions, &dimension_ids),
            tracks: self.tracks(&root.key("tracks"), raw.tracks, &track_ids, &rung_ids),
            rungs: self.rungs(&root.key("rungs"), raw.rungs, &rung_ids, &track_ids, &stage_ids, &dimension_ids),
            moves: self.moves(&root.key("moves"), raw.moves, &rung_ids),
            questions: self.questions(&root.key("questions"), raw.questions, &dimension_ids, &rung_ids),
            closing: raw.closing,
        };
        if self.found.is_empty() {
            self.shape(&root, &ladder);
        }
        ladder
    }

    fn stages(&mut self, list: &Path, stages: Vec<raw::Stage>, ids: &Ids<'_>) -> Vec<Stage> {
        let stages = stages.into_iter().enumerate();
        stages
            .map(|(place, stage)| {
                let path = list.item(place);
                self.id(list, place, ids);
                Stage {
                    id: stage.id,
                    name: self.text(path.key("name"), stage.name),
                    summary: stage.summary,
                    picture: stage.picture,
                    focus: self.texts(&path.key("focus"), stage.focus),
                    okr: stage.okr.map(|okr| self.okr(&path.key("okr"), okr)),
                }
            })
            .collect()
    }

    fn okr(&mut self, path: &Path, okr: raw::Okr) -> Okr {
        let list = path.key("keyResults");
        let results = okr.key_results.into_iter().enumerate();
        Okr {
            objective: self.text(path.key("objective"), okr.objective),
            key_results: results
                .map(|(place, result)| KeyResult {
                    say: self.text(list.item(place).key("say"), result.say),
                    initiatives: self.texts(&list.item(place).key("initiatives"), result.initiatives),
                })
                .collect(),
        }
    }

    fn dimensions(&mut self, list: &Path, dimensions: Vec<raw::Dimension>, ids: &Ids<'_>) -> Vec<Dimension> {
        let dimensions = dimensions.into_iter().enumerate();
        dimensions
            .map(|(place, dimension)| {
                self.id(list, place, ids);
                let name = self.text(list.item(place).key("name"), dimension.name);
                Dimension { id: dimension.id, name, summary: dimension.summary }
            })
            .collect()
    }

    fn tracks(&mut self, list: &Path, tracks: Vec<raw::Track>, ids: &Ids<'_>, rungs: &Ids<'_>) -> Vec<Track> {
        let tracks = tracks.into_iter().enumerate();
        tracks
            .map(|(place, track)| {
                let path = list.item(place);
                self.id(list, place, ids);
                let from = track.from.and_then(|from| self.reference(path.key("from"), &from, rungs)).map(RungId::new);
                Track { id: track.id, name: self.text(path.key("name"), track.name), from }
            })
            .collect()
    }

    fn rungs(
        &mut self,
        list: &Path,
        rungs: Vec<raw::Rung>,
        ids: &Ids<'_>,
        tracks: &Ids<'_>,
        stages: &Ids<'_>,
        dimensions: &Ids<'_>,
    ) -> Vec<Rung> {
        if rungs.len() < 2 {
            self.report(list.clone(), "a ladder needs at least two rungs");
        }
        self.at_most(list.clone(), rungs.len(), MAX_RUNGS, "rungs");
        let rungs = rungs.into_iter().enumerate();
        rungs
            .map(|(place, rung)| {
                let path = list.item(place);
                self.id(list, place, ids);
                let title = self.text(path.key("title"), rung.title);
                let track = rung.track.and_then(|track| self.reference(path.key("track"), &track, tracks)).unwrap_or(0);
                let stage = rung.stage.and_then(|stage| self.reference(path.key("stage"), &stage, stages));
                let like = rung.like.and_then(|like| self.reference(path.key("like"), &like, ids));
                let except = rung.except.into_iter().filter_map(|(dimension, rung)| {
                    let path = path.key("except").key(&dimension);
                    let dimension = self.reference(path.clone(), &dimension, dimensions);
                    let rung = self.reference(path, &rung, ids);
                    Some(Exception { dimension: DimensionId::new(dimension?), rung: RungId::new(rung?) })
                });
                Rung {
                    except: except.collect(),
                    id: rung.id,
                    title,
                    also: self.texts(&path.key("also"), rung.also),
                    level: rung.level,
                    track: TrackId::new(track),
                    stage: stage.map(StageId::new),
                    role: rung.role,
                    changes: self.texts(&path.key("changes"), rung.changes),
                    responsibilities: self.texts(&path.key("responsibilities"), rung.responsibilities),
                    success: self.texts(&path.key("success"), rung.success),
                    note: rung.note,
                    skills: self.skills(&path.key("skills"), rung.skills, dimensions),
                    like: like.map(RungId::new),
                }
            })
            .collect()
    }

    fn skills(&mut self, list: &Path, skills: Vec<raw::Skill>, dimensions: &Ids<'_>) -> Vec<Skill> {
        let skills = skills.into_iter().enumerate();
        skills
            .map(|(place, skill)| {
                let path = list.item(place);
                let dimension = skill.dimension.and_then(|id| self.reference(path.key("dimension"), &id, dimensions));
                Skill {
                    name: self.text(path.key("name"), skill.name),
                    how: skill.how,
                    dimension: dimension.map(DimensionId::new),
                    links: self.links(&path.key("links"), skill.links),
                }
            })
            .collect()
    }

    fn links(&mut self, list: &Path, links: Vec<raw::Link>) -> Vec<Link> {
        let links = links.into_iter().enumerate();
        links
            .map(|(place, link)| {
                let path = list.item(place);
                if !is_safe(&link.url) {
                    let message = format!("`{}` is not an https, http or mailto address", link.url);
                    self.report(path.key("url"), message);
                }
                Link { title: self.text(path.key("title"), link.title), url: link.url }
            })
            .collect()
    }

    fn moves(&mut self, list: &Path, moves: Vec<raw::Move>, rungs: &Ids<'_>) -> Vec<Move> {
        let ids: Vec<String> = moves.iter().map(|item| item.id.clone()).collect();
        let ids = Ids::of("move", &ids, |id| id);
        let moves = moves.into_iter().enumerate();
        moves
            .map(|(place, item)| {
                let path = list.item(place);
                self.id(list, place, &ids);
                let from = item.from.iter().enumerate();
                let from = from.filter_map(|(i, id)| self.reference(path.key("from").item(i), id, rungs));
                let from = from.map(RungId::new).collect();
                Move { id: item.id, title: self.text(path.key("title"), item.title), suits: item.suits, from }
            })
            .collect()
    }

    fn questions(
        &mut self,
        list: &Path,
        questions: Vec<raw::Question>,
        dimensions: &Ids<'_>,
        rungs: &Ids<'_>,
    ) -> Vec<Question> {
        self.at_most(list.clone(), questions.len(), MAX_QUESTIONS, "questions");
        let ids: Vec<String> = questions.iter().map(|question| question.id.clone()).collect();
        let ids = Ids::of("question", &ids, |id| id);
        let questions = questions.into_iter().enumerate();
        questions
            .map(|(place, question)| {
                let path = list.item(place);
                self.id(list, place, &ids);
                let about = self.reference(path.key("about"), &question.about, dimensions).unwrap_or(0);
                let ask = self.text(path.key("ask"), question.ask);
                let answers = self.answers(&path.key("answers"), question.answers, rungs);
                Question { id: question.id, about: DimensionId::new(about), ask, answers }
            })
            .collect()
    }

    fn answers(&mut self, list: &Path, answers: Vec<raw::Answer>, rungs: &Ids<'_>) -> Vec<Answer> {
        if !ANSWERS.contains(&answers.len()) {
            let message = format!("has {} answers; write {} to {}", answers.len(), ANSWERS.start(), ANSWERS.end());
            self.report(list.clone(), message);
        }
        let ids: Vec<String> = answers.iter().map(|answer| answer.id.clone()).collect();
        let ids = Ids::of("answer", &ids, |id| id);
        let answers = answers.into_iter().enumerate();
        answers
            .map(|(place, answer)| {
                let path = list.item(place);
                self.id(list, place, &ids);
                let is: Vec<Option<usize>> = match &answer.is {
                    raw::Anchor::One(id) => vec![self.reference(path.key("is"), id, rungs)],
                    raw::Anchor::Two(two) => {
                        let two = two.iter().enumerate();
                        two.map(|(i, id)| self.reference(path.key("is").item(i), id, rungs)).collect()
                    }
                };
                let is = is.into_iter().flatten().map(RungId::new).collect();
                Answer { id: answer.id, is, say: self.text(path.key("say"), answer.say) }
            })
            .collect()
    }

    /// What only holds or fails for the ladder as a whole. Every reference is right by now.
    fn shape(&mut self, root: &Path, ladder: &Ladder) {
        let rungs = root.key("rungs");
        for (place, track) in ladder.tracks.iter().enumerate() {
            let path = root.key("tracks").item(place);
            let climb = ladder.climb(TrackId::new(place));
            self.at_most(path.clone(), climb.len(), MAX_RUNGS_PER_TRACK, "rungs");
            for pair in climb.windows(2) {
                if ladder.rung(pair[0]).level == ladder.rung(pair[1]).level {
                    let message = format!(
                        "{} is on level {} of the same track already; each rung of a track needs its own",
                        rungs.item(pair[0].index()),
                        ladder.rung(pair[0]).level
                    );
                    self.report(rungs.item(pair[1].index()).key("level"), message);
                }
            }
            let Some(&lowest) = climb.first() else {
                self.report(path, format!("no rung is on track `{}`; add one or take the track out", track.id));
                continue;
            };
            match track.from {
                None if place > 0 => {
                    let message =
                        format!("track `{}` leaves from nowhere; add \"from\" with the rung it forks at", track.id);
                    self.report(path, message);
                }
                Some(from) if place == 0 => {
                    let message = format!(
                        "the first track starts at the ground; take out \"from\": \"{}\"",
                        ladder.rung(from).id
                    );
                    self.report(path.key("from"), message);
                }
                Some(from) if ladder.rung(from).track.index() == place => {
                    let message =
                        format!("`{}` is on this very track; name a rung of another one", ladder.rung(from).id);
                    self.report(path.key("from"), message);
                }
                Some(from) if ladder.rung(from).level >= ladder.rung(lowest).level => {
                    let Rung { level, id, .. } = ladder.rung(from);
                    let message = format!("must be above level {level} of `{id}`, from which the track leaves");
                    self.report(rungs.item(lowest.index()).key("level"), message);
                }
                _ => {}
            }
        }
    }
}

fn is_kebab(id: &str) -> bool {
    id.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

fn is_safe(url: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}
