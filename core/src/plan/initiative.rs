//! The steps of a plan, which the reader can tick off.

use crate::decimal::decimal;
use crate::hash::{BASIS, fnv};
use crate::ladder::{Ladder, RungId, Skill};

/// A skill of a rung, as something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Initiative {
    /// The rung that lists the skill: the one that the reader was placed on.
    pub rung: RungId,
    /// Index into the rung's skills, in the order of the file.
    pub skill: usize,
}

impl Initiative {
    /// The content of the ladder for this step.
    #[must_use]
    pub fn skill(self, ladder: &Ladder) -> &Skill {
        &ladder.rung(self.rung).skills[self.skill]
    }

    /// The name under which a snapshot stores the initiative, without white space.
    ///
    /// Skills have no ids, so it is the rung's id with a hash of the skill's name. Other changes of the ladder leave it
    /// valid.
    #[must_use]
    pub fn name(self, ladder: &Ladder) -> String {
        let hash = fnv(BASIS, self.skill(ladder).name.as_bytes()) as usize;
        [&ladder.rung(self.rung).id, "/", &decimal(hash)].concat()
    }

    /// The initiative with this name; `None` if the ladder has none.
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
    fn a_name_stays_valid_while_only_the_rest_of_the_ladder_changes() {
        let before = ladder();
        let initiative = Initiative { rung: RungId::new(1), skill: 2 };
        let name = initiative.name(&before);
        assert_eq!(Initiative::named(&before, &name), Some(initiative));

        let mut changed = before.clone().into_parts();
        changed.rungs[1].skills.remove(0);
        changed.rungs[1].skills[1].how = "Otherwise".into();
        changed.rungs.swap(1, 2);
        let now = Initiative { rung: RungId::new(2), skill: 1 };
        assert_eq!(Initiative::named(&Ladder::new(changed.clone()), &name), Some(now));
        changed.rungs[2].skills[1].name = "Something else".into();
        assert_eq!(Initiative::named(&Ladder::new(changed), &name), None);
        assert_eq!(Initiative::named(&before, ""), None);
    }
}
