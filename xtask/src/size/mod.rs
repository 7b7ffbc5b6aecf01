//! What a reader downloads, and the budgets that it has to stay within.

mod budget;
mod weight;

use crate::{
    build::{Built, LOADER},
    console::{complain, say, step},
    project::{DEFAULT_LADDER, Project},
};
use anyhow::{Context as _, Result, bail};
use budget::Budgets;
use std::fs;
use weight::{Scales, Weight};

/// One line of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    name: String,
    weight: Weight,
}

/// Prints what every file and every set of files weighs. Fails where one is over its budget.
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
    let problems = budgets.problems(&weights.collect::<Vec<_>>());
    for problem in &problems {
        complain(problem);
    }
    if problems.is_empty() { Ok(()) } else { bail!("the sizes do not keep to size-budget.toml") }
}

/// The sets that the budgets speak of. Where one has several files, their weights are summed, since each is
/// compressed by itself on its way.
fn sets(built: &Built, scales: &mut Scales) -> Result<Vec<Row>> {
    let mut file = |name: &str| -> Result<Weight> {
        Ok(scales.weigh(built.dist.get(name).with_context(|| format!("{name} is not in dist/"))?))
    };
    let whole_loader = file(LOADER)?;
    let glue = file(&built.glue)?;
    let wasm = file(&built.wasm)?;
    let mut ladders = Vec::new();
    for (id, name) in &built.ladders {
        ladders.push(Row { name: format!("{id}.ladder"), weight: file(name)? });
    }
    let default = format!("{DEFAULT_LADDER}.ladder");
    let default = ladders.iter().find(|row| row.name == default).context("the default ladder is not in dist/")?.weight;
    let reader = file(&built.reader[0])? + file(&built.reader[1])?;
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
    // Fetched only by pages that bring a ladder of their own.
    rows.push(Row { name: "reader".to_owned(), weight: reader });
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
    use crate::build::{Built, Dist};

    fn built() -> Built {
        let mut dist = Dist::default();
        dist.add("career-ladder.js".into(), vec![1; 1000]);
        Built {
            glue: dist.add("g.js".into(), vec![2; 200]),
            wasm: dist.add("w.wasm".into(), vec![3; 3000]),
            reader: [dist.add("rg.js".into(), vec![8; 10]), dist.add("r.wasm".into(), vec![9; 50])],
            ladders: vec![("product".into(), dist.add("product-1.ladder".into(), vec![4; 400]))],
            dist,
            bare_loader: vec![5; 600],
            styles: "x".repeat(300),
            screens: vec![7; 70],
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
                ("first use", 1000 + 200 + 3000 + 400),
                ("reader", 10 + 50),
            ]
        );
    }

    #[test]
    fn what_is_over_is_marked() {
        let row = Row { name: "wasm".into(), weight: Weight { raw: 30, gzip: 20, brotli: 10 } };
        assert!(line(&row, Some(9)).ends_with(" 9  OVER"));
        assert!(line(&row, Some(10)).ends_with(" 10"));
        assert!(line(&row, None).ends_with(" 10"));
    }
}
