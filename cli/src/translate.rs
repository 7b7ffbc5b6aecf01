//! `career-ladder translate`: writes or updates the translation of a ladder.
//!
//! A translation is an overlay of texts. Its field `translated` has a mark for the path of each text: the hash of the text
//! that was translated; `missing` and that hash, where the text of the base still stands; or `changed`, where the text of the
//! base has changed since. A translator replaces a missing text, or deletes a mark, and runs the command again.
//!
//! What an overlay leaves as it is in a bundled ladder needs no translator where that ladder comes in the language.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use career_ladder_core::format::{self, CHANGED, Extends, FORMAT, MISSING, Source};
use pico_args::Arguments;
use serde_json::{Map, Value, json};

use super::chain::{self, Chain};
use super::{bundled, counted, file};

/// The fields that say what a translation is, in their order. All others hold texts.
const HEAD: [&str; 6] = ["$schema", "format", "extends", "id", "lang", "translated"];

pub(super) fn run(mut arguments: Arguments) -> ExitCode {
    let prunes = arguments.contains("--prune");
    let options = file::out(&mut arguments).and_then(|out| Ok((out, arguments.value_from_str::<_, String>("--to")?)));
    let (out, lang) = match options {
        Ok(options) => options,
        Err(error) => return super::misuse(&error.to_string()),
    };
    // The tag becomes a part of the file's name.
    if let Some(message) = format::language_problem(&lang) {
        return super::misuse(&format!("--to: {message}"));
    }
    let files = arguments.finish();
    if let Some(option) = file::option(&files) {
        return super::misuse(&format!("`translate` has no option `{option}`"));
    }
    let [ladder] = &files[..] else {
        return super::misuse("`translate` needs one ladder");
    };
    let Some((read, chain)) = chain::ladder_with_bases(ladder) else { return ExitCode::FAILURE };
    let out = out.map_or_else(|| Path::new(ladder).with_file_name(format!("{}.{lang}.json", read.id)), PathBuf::from);
    match Translation::open(&chain, Path::new(ladder), &read.id, &out, lang) {
        Ok(translation) => translation.update(&chain, &out, prunes),
        Err(message) => {
            print_error!("{}: {message}", out.display());
            ExitCode::FAILURE
        }
    }
}

/// The field `extends` of a translation, which may have one already. One that names another file than the ladder gives way:
/// the translation of a calibrated ladder starts from that.
fn extends(old: Option<Value>, chain: &Chain, ladder: &Path, id: &str, out: &Path) -> Value {
    let new = chain.extends(ladder, id, out);
    let Some(old) = old else { return new };
    let names_ladder = |name: &str| file::is_same(&out.with_file_name(name), ladder);
    if old == new || old.as_str().is_some_and(|name| name.contains("://") || names_ladder(name)) {
        return old;
    }
    print_error!("{}: extends {new} now, and no longer {old}", out.display());
    new
}

/// A text of the base.
struct Text {
    steps: Vec<String>,
    path: String,
    hash: String,
    json: String,
}

impl Text {
    fn value(&self) -> Value {
        serde_json::from_str(&self.json).unwrap_or_default()
    }
}

/// The texts of a ladder, in the order of the format.
fn texts(sources: &[Source<'_>]) -> Vec<Text> {
    let texts = format::with_texts(sources, |units| {
        let text = |unit: &format::TextUnit<'_>| Text {
            steps: unit.steps().to_vec(),
            path: unit.path(),
            hash: unit.hash(),
            json: unit.json(),
        };
        units.iter().map(text).collect()
    });
    texts.unwrap_or_default()
}

/// A translation as it stands in its file, or a new one.
struct Translation {
    /// The fields of [`HEAD`].
    head: Map<String, Value>,
    texts: Value,
    marks: Map<String, Value>,
    /// The hash of each text of the translation, by its path.
    hashes: HashMap<String, String>,
}

impl Translation {
    /// Reads the translation in `out`, which may not exist yet.
    fn open(chain: &Chain, ladder: &Path, id: &str, out: &Path, lang: String) -> Result<Self, String> {
        let mut old = Map::new();
        let mut hashes = HashMap::new();
        if out.exists() {
            if file::is_same(ladder, out) {
                return Err("is the ladder itself; name its base, or another file with --out".to_owned());
            }
            let text = file::text(out.as_os_str()).map_err(|problem| problem.message)?;
            // Of a name that appears twice, for example, one value would be lost.
            if !chain.takes(&text, out) {
                return Err("is left as it is; correct these errors first".to_owned());
            }
            // Some editors begin a file with a byte order mark.
            old = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default();
            if let Some(Value::String(other)) = old.get("lang").filter(|found| **found != *lang) {
                return Err(format!("is in `{other}`, not in `{lang}`; name another file with --out"));
            }
            let mut sources = chain.sources();
            sources.push(Source { name: "", text: &text });
            hashes = texts(&sources).into_iter().map(|text| (text.path, text.hash)).collect();
        }
        let mut head = Map::new();
        for name in HEAD {
            head.extend(old.shift_remove(name).map(|value| (name.to_owned(), value)));
        }
        let marks = match head.shift_remove("translated") {
            Some(Value::Object(marks)) => marks,
            _ => Map::new(),
        };
        let mut new_head = Map::new();
        new_head.extend(head.shift_remove("$schema").map(|schema| ("$schema".to_owned(), schema)));
        new_head.insert("format".to_owned(), json!(FORMAT));
        new_head.insert("extends".to_owned(), extends(head.shift_remove("extends"), chain, ladder, id, out));
        new_head.extend(head.shift_remove("id").map(|id| ("id".to_owned(), id)));
        new_head.insert("lang".to_owned(), json!(lang));
        Ok(Self { head: new_head, texts: Value::Object(old), marks, hashes })
    }

    fn lang(&self) -> &str {
        self.head.get("lang").and_then(Value::as_str).unwrap_or_default()
    }

    /// Brings the translation up to date, writes it, and prints what is left to do.
    fn update(mut self, chain: &Chain, out: &Path, prunes: bool) -> ExitCode {
        let texts = texts(&chain.sources());
        let mut bundled = bundled_texts(chain, self.lang());
        let mut new = Value::Object(std::mem::take(&mut self.head));
        let mut marks = Map::new();
        let (mut missing, mut changed) = (0, 0);
        let mut report = String::new();
        for text in &texts {
            let old = take(&mut self.texts, &text.steps);
            let mark = self.marks.shift_remove(&text.path);
            let mut mark = self.mark(text, old.is_some(), mark.as_ref().and_then(Value::as_str));
            // A missing text is the base's, so it changes with the base.
            let mut value = old.filter(|_| !mark.starts_with(MISSING));
            if value.is_none()
                && let Some((_, translated)) = bundled.remove(&text.path).filter(|(hash, _)| *hash == text.hash)
            {
                mark.clone_from(&text.hash);
                value = Some(translated);
            }
            if mark.starts_with(MISSING) {
                missing += 1;
                report += &format!("missing: {}\n", text.path);
            } else if mark == CHANGED {
                changed += 1;
                report += &format!("changed: {}\n", text.path);
            }
            let value = value.unwrap_or_else(|| text.value());
            put(&mut new, &text.steps, value);
            marks.insert(text.path.clone(), mark.into());
        }
        let gone = leaves(&self.texts);
        for steps in &gone {
            report += &format!("{}: {}\n", if prunes { "removed" } else { "not in the base" }, steps.join("."));
            if !prunes && let Some(value) = take(&mut self.texts, steps) {
                put(&mut new, steps, value);
            }
        }
        if !prunes {
            marks.extend(self.marks);
        }
        new["translated"] = Value::Object(marks);
        let new = format!("{new:#}\n");
        if !chain.takes(&new, out) {
            return ExitCode::FAILURE;
        }
        let written = file::write(Some(out.as_os_str()), &new);
        super::print(&report);
        print_error!(
            "{}: {}, {missing} missing, {changed} changed, {} not in the base",
            out.display(),
            counted(texts.len(), "text"),
            gone.len()
        );
        written
    }

    /// The mark of a text from now on.
    fn mark(&self, text: &Text, is_there: bool, old: Option<&str>) -> String {
        let Text { path, hash, .. } = text;
        let missing = format!("{MISSING} {hash}");
        match old {
            _ if !is_there => missing,
            None => hash.clone(),
            Some(mark) => match mark.strip_prefix(MISSING) {
                // The text of the base still stands there, perhaps that of earlier.
                Some(of) => {
                    let of = if of.trim().is_empty() { hash } else { of.trim() };
                    if self.hashes.get(path).is_some_and(|now| now == of) { missing } else { hash.clone() }
                }
                None if mark == hash => hash.clone(),
                None => CHANGED.to_owned(),
            },
        }
    }
}

/// The texts of the bundled ladder that a chain of files begins with, if it comes in this language or a near one: by path,
/// the hash of the English text and the translation.
fn bundled_texts(chain: &Chain, lang: &str) -> HashMap<String, (String, Value)> {
    let sources = chain.sources();
    let base = sources.first().map_or("", |base| base.text);
    let names = bundled::names();
    let name = names.iter().copied().find(|name| bundled::text(name) == Some(base)).unwrap_or_default();
    let found = Extends { base: name.to_owned(), lang: Some(lang.to_owned()) }.bundled(&names);
    let Some(translation) = found.ok().filter(|found| *found != name).and_then(bundled::text) else {
        return HashMap::new();
    };
    let base = Source { name: "", text: base };
    let translated = texts(&[base, Source { name: "", text: translation }]);
    let mut translated: HashMap<String, Value> =
        translated.into_iter().map(|text| (text.path.clone(), text.value())).collect();
    let texts = texts(&[base]).into_iter();
    texts.filter_map(|Text { path, hash, .. }| translated.remove(&path).map(|value| (path, (hash, value)))).collect()
}

/// Takes the value at a path out of an object, and what is empty then.
fn take(object: &mut Value, steps: &[String]) -> Option<Value> {
    let (step, rest) = steps.split_first()?;
    let fields = object.as_object_mut()?;
    if rest.is_empty() {
        return fields.shift_remove(step);
    }
    let inner = fields.get_mut(step)?;
    let value = take(inner, rest);
    if inner.as_object().is_some_and(Map::is_empty) {
        fields.shift_remove(step);
    }
    value
}

/// Puts a value at a path of an object.
fn put(object: &mut Value, steps: &[String], value: Value) {
    let mut place = object;
    for step in steps {
        place = &mut place[step];
    }
    *place = value;
}

/// The paths of all values that are no objects.
fn leaves(value: &Value) -> Vec<Vec<String>> {
    let Value::Object(fields) = value else { return vec![Vec::new()] };
    let paths = fields.iter().flat_map(|(name, value)| {
        leaves(value).into_iter().map(move |mut path| {
            path.insert(0, name.clone());
            path
        })
    });
    paths.collect()
}
