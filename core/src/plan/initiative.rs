//! What can be done for a plan, and ticked off.

use crate::decimal::decimal;
use crate::hash::{BASIS, fnv};
use crate::ladder::{Ladder, RungId, Skill};

/// A skill of a rung, as something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Initiative {
    /// The rung.
    pub rung: RungId,
    /// The skill's place in the file's order.
    pub skill: usize,
}

impl Initiative {
    /// The skill.
    #[must_use]
    pub fn skill(self, ladder: &Ladder) -> &Skill {
        &ladder.rung(self.rung).skills[self.skill]
    }

    /// What it can be kept by: the rung's id and a hash of the skill's name, as skills have no ids.
    /// So it survives all changes of the ladder but those of what it means. Has no white space.
    #[must_use]
    pub fn name(self, ladder: &Ladder) -> String {
        let hash = fnv(BASIS, self.skill(ladder).name.as_bytes()) as usize;
        [&ladder.rung(self.rung).id, "/", &decimal(hash)].concat()
    }

    /// The one with this name; `None` where the ladder no longer has it.
    #[must_use]
    pub fn named(ladder: &Ladder, name: &str) -> Option<Self> {
        for rung in ladder.rung_ids() {
            for skill in 0..ladder.rung(rung).skills.len() {
                let initiative = Self { rung, skill };
                if initiative.name(ladder) == name {
                    return Some(initiative);
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::ladder;
    use super::*;

    #[test]
    fn a_name_outlives_what_changes_around_it() {
        let kept = ladder();
        let initiative = Initiative { rung: RungId::new(1), skill: 2 };
        let name = initiative.name(&kept);
        assert_eq!(Initiative::named(&kept, &name), Some(initiative));

        let mut changed = kept.clone();
        changed.rungs[1].skills.remove(0);
        changed.rungs[1].skills[1].how = "Otherwise".into();
        changed.rungs.swap(1, 2);
        let now = Initiative { rung: RungId::new(2), skill: 1 };
        assert_eq!(Initiative::named(&changed, &name), Some(now));
        changed.rungs[2].skills[1].name = "Something else".into();
        assert_eq!(Initiative::named(&changed, &name), None);
        assert_eq!(Initiative::named(&kept, ""), None);
    }
}
