//! Builds the validated ladder from the decoded fields.
//!
//! The parts are always built, so that all problems are found. They become a ladder only if there is no error.

use super::decode::{Decoder, List};
use super::diagnostics::quoted;
use super::field_types::{ExceptEntry, Text, Whole};
use super::levels::{self, RungsByTrack};
use super::names::NameMap;
use super::resolve::{Ids, Validator};
use super::{counts, languages, lints, raw, tracks, words};
use crate::gather::Gather as _;
use crate::ladder::{
    Answer, Dimension, Faq, Guide, GuideStep, KeyResult, Ladder, LadderParts, LevelException, Link, Mistake, Move, Okr,
    Question, Rung, RungId, Skill, SkillKey, Source, Stage, Track,
};

/// Builds a ladder, and checks everything that single fields do not show; `None` if the decoder has any error.
pub(super) fn build(raw: &raw::Ladder<'_>, decoder: &mut Decoder) -> Option<Ladder> {
    let mut validator = Validator::new(raw, decoder);
    let tracks = RungsByTrack::new(raw, &validator.tracks);
    let levels = levels::levels(raw, &tracks, &validator.rungs);
    let parts = validator.parts(raw, &levels);
    tracks::check_tracks(raw, &tracks, &levels, &mut validator);
    validator.report_unknown();
    languages::check(raw.lang, raw.words.value.is_some(), &mut decoder.diagnostics);
    if decoder.diagnostics.has_errors() {
        return None;
    }
    lints::check_skills(&parts, raw, &mut decoder.diagnostics);
    let ladder = Ladder::new(parts);
    lints::check_demands(&ladder, raw, &mut decoder.diagnostics);
    counts::check(raw, &ladder, &mut decoder.diagnostics);
    Some(ladder)
}

impl Validator<'_> {
    fn parts(&mut self, raw: &raw::Ladder<'_>, levels: &[Option<u16>]) -> LadderParts {
        LadderParts {
            id: raw.id.text.to_owned(),
            lang: lang(raw).to_owned(),
            title: raw.title.text.to_owned(),
            summary: raw.summary.text.to_owned(),
            sources: raw.sources.items.iter().map(source).collect(),
            stages: raw.stages.items.iter().map(|stage| self.build_stage(stage)).collect(),
            dimensions: raw.dimensions.items.iter().map(dimension).collect(),
            tracks: self.build_tracks(raw),
            rungs: raw.rungs.items.iter().zip(levels).map(|(rung, &level)| self.build_rung(rung, level)).collect(),
            moves: raw.moves.items.iter().map(|item| self.build_move(item)).collect(),
            questions: self.build_questions(raw),
            readers: self.build_readers(raw),
            words: self.build_words(raw),
            closing: raw.closing.text.to_owned(),
            guide: guide(&raw.guide),
        }
    }

    fn build_readers(&mut self, raw: &raw::Ladder<'_>) -> Vec<u16> {
        let Some(readers) = &raw.readers else { return Vec::new() };
        let raw::Readers { even, generous, precise, hasty, uneven, inattentive, .. } = *readers;
        let shares = [even, generous, precise, hasty, uneven, inattentive];
        let is_wrong = shares.iter().flatten().any(|share| share.number.is_none());
        let shares = shares.map(learnt);
        if !is_wrong && shares.iter().all(|share| *share == 0) {
            self.error(readers.span, "has no number above 0; leave \"readers\" out".to_owned());
        }
        shares.into()
    }

    fn build_words(&mut self, raw: &raw::Ladder<'_>) -> String {
        raw.words.value.map_or_else(String::new, |value| words::ladder_words(value, lang(raw), self.decoder))
    }

    fn build_stage(&mut self, stage: &raw::Stage<'_>) -> Stage {
        lints::check_room(stage.name, &mut self.decoder.diagnostics);
        Stage {
            id: stage.id.text.to_owned(),
            name: stage.name.text.to_owned(),
            summary: stage.summary.text.to_owned(),
            picture: stage.picture.text.to_owned(),
            drawing: stage.drawing.drawing,
            focus: texts(&stage.focus),
            okr: stage.okr.as_ref().map(okr),
        }
    }

    /// The tracks of the ladder. One that lists none has a single track with all its rungs.
    fn build_tracks(&mut self, raw: &raw::Ladder<'_>) -> Vec<Track> {
        if raw.tracks.items.is_empty() {
            return vec![Track { id: "main".to_owned(), name: raw.title.text.to_owned(), from: None }];
        }
        let tracks = raw.tracks.items.iter().map(|track| {
            lints::check_room(track.name, &mut self.decoder.diagnostics);
            let from = track.from.and_then(|from| self.rung(from));
            Track { id: track.id.text.to_owned(), name: track.name.text.to_owned(), from }
        });
        tracks.collect()
    }

    fn build_rung(&mut self, rung: &raw::Rung<'_>, level: Option<u16>) -> Rung {
        lints::check_room(rung.title, &mut self.decoder.diagnostics);
        lints::check_also(rung, &mut self.decoder.diagnostics);
        lints::check_optional_room(rung.role, &mut self.decoder.diagnostics);
        Rung {
            id: rung.id.text.to_owned(),
            title: rung.title.text.to_owned(),
            also: texts(&rung.also),
            level: level.unwrap_or_default(),
            track: rung.track.and_then(|track| self.track(track)).unwrap_or_default(),
            stage: rung.stage.and_then(|stage| self.stage(stage)),
            role: rung.role.text.to_owned(),
            changes: texts(&rung.changes),
            responsibilities: texts(&rung.responsibilities),
            success: texts(&rung.success),
            note: rung.note.text.to_owned(),
            skills: self.build_skills(&rung.skills),
            like: self.build_like(rung),
            except: self.build_except(rung),
        }
    }

    fn build_like(&mut self, rung: &raw::Rung<'_>) -> Option<RungId> {
        let like = rung.like?;
        if !like.text.is_empty() && like.text == rung.id.text {
            let id = quoted(like.text);
            self.error(like.span, format!("`{id}` is this rung itself; name another one, or leave \"like\" out"));
            return None;
        }
        self.rung(like)
    }

    fn build_except(&mut self, rung: &raw::Rung<'_>) -> Vec<LevelException> {
        let mut exceptions = Vec::new();
        let mut seen = NameMap::default();
        for ExceptEntry { dimension, rung } in &rung.except.entries {
            let dimension_id = self.dimension_or_blank(*dimension);
            let rung = self.rung(*rung).unwrap_or_default();
            let Some(dimension_id) = dimension_id else { continue };
            if !seen.insert(dimension.text, ()) {
                let name = quoted(dimension.text);
                self.error(dimension.span, format!("\"{name}\" appears twice in this object; keep one"));
            }
            exceptions.push(LevelException { dimension: dimension_id, rung });
        }
        exceptions
    }

    fn build_skills(&mut self, skills: &List<raw::Skill<'_>>) -> Vec<Skill> {
        Ids::collect("skill", skills, |skill| skill.id.unwrap_or_default(), &mut self.decoder.diagnostics);
        let mut built: Vec<Skill> = Vec::new();
        for skill in &skills.items {
            let mut skill = self.build_skill(skill);
            // Once in some thousand rungs two ids have the same key; ticks of the second skill then go by its name.
            skill.key = skill.key.filter(|key| built.iter().all(|before| before.key != Some(*key)));
            built.push(skill);
        }
        built
    }

    fn build_skill(&mut self, skill: &raw::Skill<'_>) -> Skill {
        let links = skill.links.items.iter();
        Skill {
            key: skill.id.map(|id| SkillKey::new(id.text)),
            name: skill.name.text.to_owned(),
            how: skill.how.text.to_owned(),
            dimension: skill.dimension.and_then(|dimension| self.dimension(dimension)),
            links: links.map(|link| Link { title: link.title.text.into(), url: link.url.text.into() }).collect(),
        }
    }

    fn build_move(&mut self, item: &raw::Move<'_>) -> Move {
        lints::check_room(item.title, &mut self.decoder.diagnostics);
        Move {
            id: item.id.text.to_owned(),
            title: item.title.text.to_owned(),
            suits: item.suits.text.to_owned(),
            from: item.from.items.iter().filter_map(|&from| self.rung(from)).gather(),
            skills: self.build_skills(&item.skills),
        }
    }

    fn build_questions(&mut self, raw: &raw::Ladder<'_>) -> Vec<Question> {
        let titles = lints::Titles::new(raw);
        let mut counts = vec![0; raw.dimensions.items.len()];
        let mut counts_known = !raw.questions.items.is_empty();
        let questions = raw.questions.items.iter().map(|question| {
            let about = self.dimension(question.about);
            match about {
                Some(about) => counts[about.index()] += 1,
                None => counts_known = false,
            }
            lints::check_answers(question, &titles, &mut self.decoder.diagnostics);
            Question {
                id: question.id.text.to_owned(),
                about: about.unwrap_or_default(),
                ask: question.ask.text.to_owned(),
                answers: self.build_answers(question),
            }
        });
        let questions = questions.collect();
        if counts_known {
            lints::check_question_counts(raw, &counts, &mut self.decoder.diagnostics);
        }
        questions
    }

    fn build_answers(&mut self, question: &raw::Question<'_>) -> Vec<Answer> {
        Ids::collect("answer", &question.answers, |answer| answer.id, &mut self.decoder.diagnostics);
        let answers = question.answers.items.iter().map(|answer| {
            let is = answer.is.rungs.iter().filter_map(|&rung| self.rung(rung)).gather();
            if let [one, two] = answer.is.rungs[..]
                && one.text == two.text
                && !one.text.is_empty()
            {
                let id = quoted(two.text);
                self.error(two.span, format!("`{id}` is named twice; name it once, or name two different rungs"));
            }
            Answer { id: answer.id.text.to_owned(), is, say: answer.say.text.to_owned(), shift: learnt(answer.shift) }
        });
        answers.collect()
    }
}

/// A number that may be missing; 0 then.
fn learnt<const MIN: i32, const MAX: i32, N: TryFrom<i32> + Default>(number: Option<Whole<MIN, MAX>>) -> N {
    let number = number.and_then(|number| number.number?.try_into().ok());
    number.unwrap_or_default()
}

/// The language of the content.
fn lang<'a>(raw: &raw::Ladder<'a>) -> &'a str {
    if raw.lang.text.is_empty() { "en" } else { raw.lang.text }
}

fn texts(texts: &List<Text<'_>>) -> Vec<String> {
    texts.items.iter().map(|text| text.text.to_owned()).collect()
}

fn source(source: &raw::Source<'_>) -> Source {
    Source { title: source.title.text.to_owned(), note: source.note.text.to_owned() }
}

fn dimension(dimension: &raw::Dimension<'_>) -> Dimension {
    Dimension {
        id: dimension.id.text.to_owned(),
        name: dimension.name.text.to_owned(),
        summary: dimension.summary.text.to_owned(),
    }
}

fn okr(okr: &raw::Okr<'_>) -> Okr {
    let results = okr.key_results.items.iter();
    let results =
        results.map(|result| KeyResult { say: result.say.text.into(), initiatives: texts(&result.initiatives) });
    Okr { objective: okr.objective.text.to_owned(), key_results: results.collect() }
}

fn guide(guide: &raw::Guide<'_>) -> Guide {
    let steps = guide.steps.items.iter();
    let mistakes = guide.mistakes.items.iter();
    let faq = guide.faq.items.iter();
    Guide {
        steps: steps.map(|step| GuideStep { name: step.name.text.into(), how: step.how.text.into() }).collect(),
        mistakes: mistakes.map(|item| Mistake { name: item.name.text.into(), why: item.why.text.into() }).collect(),
        faq: faq.map(|item| Faq { ask: item.ask.text.into(), answer: item.answer.text.into() }).collect(),
    }
}
