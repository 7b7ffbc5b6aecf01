//! Weighs the files that a reader downloads, and compares them with the budgets.

mod budget;
mod pages;
mod weight;

use crate::{
    build::{Built, LOADER, PACKED},
    console::{complain, say, step},
    project::{DEFAULT_LADDER, Project},
};
use anyhow::{Context as _, Result, bail};
use budget::Budgets;
use pages::{MAX_PAGES, initial_pages};
use std::fs;
use weight::{Scales, Weight};

/// One line of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    name: String,
    weight: Weight,
}

/// Prints the size of every file and set of files. Fails if one is over its budget.
pub(crate) fn report(project: &Project, built: &Built) -> Result<()> {
    let budgets =
        fs::read_to_string(project.root().join("size-budget.toml")).context("cannot read size-budget.toml")?;
    let budgets = Budgets::read(&budgets)?;
    let (files, sets) = step("sizes", |_| {
        let mut scales = Scales::open(project);
        let files: Vec<Row> = built
            .dist
            .files()
            .map(|(name, bytes)| Row { name: name.to_owned(), weight: scales.weigh(bytes) })
            .collect();
        let sets = sets(built, &mut scales)?;
        scales.close()?;
        Ok((files, sets))
    })?;

    say(&format!("\n{:<44} {:>9} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli", "budget"));
    for row in &files {
        say(&line(row, None));
    }
    say("");
    for row in &sets {
        say(&line(row, budgets.of(&row.name)));
    }
    let weights = sets.iter().map(|row| (row.name.as_str(), row.weight.brotli));
    let mut problems = budgets.problems(&weights.collect::<Vec<_>>());
    problems.extend(memory(built)?);
    for problem in &problems {
        complain(problem);
    }
    if problems.is_empty() {
        return Ok(());
    }
    if let Some(misfit) = &built.misfit {
        complain(misfit);
    }
    bail!("the build does not meet size-budget.toml; the lines above say where")
}

/// Prints the memory that each program starts with, and gives those that start with too much.
fn memory(built: &Built) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for name in [&built.widget.wasm, &built.reader.wasm, &built.extras.wasm] {
        let pages = initial_pages(built.file(name)?)?;
        say(&format!("{name} starts with {pages} pages of memory (of {MAX_PAGES} that it may have)"));
        if pages > MAX_PAGES {
            problems.push(format!("{name} starts with {pages} pages of memory, more than {MAX_PAGES}: see STACK in xtask/src/build/wasm.rs"));
        }
    }
    Ok(problems)
}

/// The sets that have budgets. A set of several files weighs their sum, since each is compressed by itself.
fn sets(built: &Built, scales: &mut Scales) -> Result<Vec<Row>> {
    let mut file = |name: &str| -> Result<Weight> { Ok(scales.weigh(built.file(name)?)) };
    let whole_loader = file(LOADER)?;
    let glue = file(&built.widget.glue)?;
    let wasm = file(&built.widget.wasm)?;
    let mut ladders = Vec::new();
    for (name, stem) in &built.ladders {
        ladders.push(Row { name: format!("{name}.ladder"), weight: file(&format!("{stem}.{PACKED}"))? });
        let screens = ["ladder", "quiz"].map(|kind| format!("{stem}.{kind}.txt"));
        let screens = screens.iter().filter(|name| built.dist.get(name).is_some());
        if let Some(screen) =
            screens.map(|name| file(name)).collect::<Result<Vec<_>>>()?.into_iter().reduce(|a, b| a + b)
        {
            ladders.push(Row { name: format!("{name}.screens"), weight: screen });
        }
    }
    for (lang, name) in &built.words {
        ladders.push(Row { name: format!("{lang}.words"), weight: file(name)? });
    }
    let default = format!("{DEFAULT_LADDER}.ladder");
    let default = ladders.iter().find(|row| row.name == default).context("the default ladder is not in dist/")?.weight;
    let reader = file(&built.reader.glue)? + file(&built.reader.wasm)?;
    let extras = file(&built.extras.glue)? + file(&built.extras.wasm)?;
    let (loader, styles) = (scales.weigh(&built.bare_loader), scales.weigh(built.styles.as_bytes()));

    let mut rows: Vec<Row> = [
        ("loader", loader),
        ("styles", styles),
        ("screens", scales.weigh(&built.screens)),
        ("glue", glue),
        ("wasm", wasm),
        ("code", loader + glue + wasm + styles),
    ]
    .map(|(name, weight)| Row { name: name.to_owned(), weight })
    .into();
    rows.extend(ladders);
    rows.push(Row { name: "first use".to_owned(), weight: whole_loader + glue + wasm + default });
    // Fetched only by pages with a ladder of their own.
    rows.push(Row { name: "reader".to_owned(), weight: reader });
    // Fetched when a reader compares, prints or draws an outcome for the first time.
    rows.push(Row { name: "extras".to_owned(), weight: extras });
    Ok(rows)
}

fn line(row: &Row, budget: Option<usize>) -> String {
    let Weight { raw, gzip, brotli } = row.weight;
    let budget = budget.map_or(String::new(), |budget| budget.to_string());
    let mark = if budget.parse().is_ok_and(|budget: usize| brotli > budget) { "  OVER" } else { "" };
    format!("{:<44} {raw:>9} {gzip:>9} {brotli:>9} {budget:>9}{mark}", row.name).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{
        Row, line, sets,
        weight::{Scales, Weight},
    };
    use crate::build::{Built, Dist, Parts, ProgramFiles};

    fn built() -> Built {
        let mut dist = Dist::default();
        dist.add("career-ladder.js".into(), vec![1; 1000]);
        dist.add("product-1.bin".into(), vec![4; 400]);
        dist.add("product.de-1.bin".into(), vec![4; 500]);
        dist.add("product.de-1.quiz.txt".into(), vec![4; 80]);
        Built {
            widget: ProgramFiles {
                glue: dist.add("g.js".into(), vec![2; 200]),
                wasm: dist.add("w.wasm".into(), vec![3; 3000]),
            },
            reader: ProgramFiles {
                glue: dist.add("rg.js".into(), vec![8; 10]),
                wasm: dist.add("r.wasm".into(), vec![9; 50]),
            },
            extras: ProgramFiles {
                glue: dist.add("eg.js".into(), vec![10; 20]),
                wasm: dist.add("e.wasm".into(), vec![11; 70]),
            },
            ladders: vec![("product".into(), "product-1".into()), ("product.de".into(), "product.de-1".into())],
            words: vec![("de".into(), dist.add("words-de.txt".into(), vec![12; 30]))],
            dist,
            bare_loader: vec![5; 600],
            styles: "x".repeat(300),
            screens: vec![7; 70],
            readable: Vec::new(),
            parts: Parts::default(),
            misfit: None,
        }
    }

    #[test]
    fn sets_are_sums() {
        let rows = sets(&built(), &mut Scales::default()).unwrap();
        let raw: Vec<(&str, usize)> = rows.iter().map(|row| (row.name.as_str(), row.weight.raw)).collect();
        assert_eq!(
            raw,
            [
                ("loader", 600),
                ("styles", 300),
                ("screens", 70),
                ("glue", 200),
                ("wasm", 3000),
                ("code", 600 + 200 + 3000 + 300),
                ("product.ladder", 400),
                ("product.de.ladder", 500),
                ("product.de.screens", 80),
                ("de.words", 30),
                ("first use", 1000 + 200 + 3000 + 400),
                ("reader", 10 + 50),
                ("extras", 20 + 70),
            ]
        );
    }

    #[test]
    fn a_row_over_its_budget_is_marked() {
        let row = Row { name: "wasm".into(), weight: Weight { raw: 30, gzip: 20, brotli: 10 } };
        assert!(line(&row, Some(9)).ends_with(" 9  OVER"));
        assert!(line(&row, Some(10)).ends_with(" 10"));
        assert!(line(&row, None).ends_with(" 10"));
    }
}
