//! The steps of a plan, which the reader can tick off.

use crate::decimal::decimal;
use crate::hash::{BASIS, fnv};
use crate::ladder::{Ladder, MoveId, RungId, Skill};

/// The part of a ladder that lists a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkillOwner {
    /// A rung.
    Rung(RungId),
    /// An adjacent role.
    Move(MoveId),
}

impl SkillOwner {
    /// The skills, in the order of the file.
    #[must_use]
    pub fn skills(self, ladder: &Ladder) -> &[Skill] {
        match self {
            Self::Rung(id) => &ladder.rung(id).skills,
            Self::Move(id) => &ladder.moves[id.index()].skills,
        }
    }
}

/// A skill as something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Initiative {
    /// The rung or the adjacent role that lists the skill.
    pub owner: SkillOwner,
    /// Index into the owner's skills, in the order of the file.
    pub skill: usize,
}

impl Initiative {
    /// The content of the ladder for this step.
    #[must_use]
    pub fn skill(self, ladder: &Ladder) -> &Skill {
        &self.owner.skills(ladder)[self.skill]
    }

    /// The name under which a snapshot stores the initiative, without white space.
    ///
    /// It is the owner's id, a `#` and the key of the skill's id, which is the same in every language of the ladder. For a
    /// skill without id it is the owner's id, a `/` and a hash of the skill's name. Other changes of the ladder leave it
    /// valid. The id of an adjacent role has a `^` before it, since a rung may have the same id.
    #[must_use]
    pub fn name(self, ladder: &Ladder) -> String {
        match self.skill(ladder).key {
            Some(key) => self.name_with(ladder, "#", key.number().into()),
            None => self.name_by_text(ladder),
        }
    }

    /// The name that builds stored before skills had ids.
    fn name_by_text(self, ladder: &Ladder) -> String {
        self.name_with(ladder, "/", fnv(BASIS, self.skill(ladder).name.as_bytes()) as usize)
    }

    fn name_with(self, ladder: &Ladder, separator: &str, hash: usize) -> String {
        let (sign, id) = match self.owner {
            SkillOwner::Rung(id) => ("", &*ladder.rung(id).id),
            SkillOwner::Move(id) => ("^", &*ladder.moves[id.index()].id),
        };
        [sign, id, separator, &decimal(hash)].concat()
    }

    /// The initiative with this name, also with that of an earlier build; `None` if the ladder has none.
    #[must_use]
    pub fn named(ladder: &Ladder, name: &str) -> Option<Self> {
        let of = |owner| {
            super::of_owner(ladder, owner)
                .find(|initiative| initiative.name(ladder) == name || initiative.name_by_text(ladder) == name)
        };
        let of_rung = ladder.rung_ids().find_map(|id| of(SkillOwner::Rung(id)));
        of_rung.or_else(|| (0..ladder.moves.len()).find_map(|index| of(SkillOwner::Move(MoveId::new(index)))))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::ladder;
    use super::*;
    use crate::ladder::SkillKey;

    #[test]
    fn a_name_stays_valid_while_only_the_rest_of_the_ladder_changes() {
        let before = ladder();
        let initiative = Initiative { owner: SkillOwner::Rung(RungId::new(1)), skill: 2 };
        let name = initiative.name(&before);
        assert_eq!(Initiative::named(&before, &name), Some(initiative));

        let mut changed = before.clone().into_parts();
        changed.rungs[1].skills.remove(0);
        changed.rungs[1].skills[1].how = "Otherwise".into();
        changed.rungs.swap(1, 2);
        let now = Initiative { owner: SkillOwner::Rung(RungId::new(2)), skill: 1 };
        assert_eq!(Initiative::named(&Ladder::new(changed.clone()), &name), Some(now));
        changed.rungs[2].skills[1].name = "Something else".into();
        assert_eq!(Initiative::named(&Ladder::new(changed), &name), None);
        assert_eq!(Initiative::named(&before, ""), None);
    }

    #[test]
    fn a_skill_with_an_id_goes_by_it_in_every_language_and_still_by_its_name() {
        let skill = Initiative { owner: SkillOwner::Rung(RungId::new(1)), skill: 2 };
        let by_text = skill.name(&ladder());
        let mut parts = ladder().into_parts();
        parts.rungs[1].skills[2].key = Some(SkillKey::new("mentoring"));
        let english = Ladder::new(parts.clone());
        let name = skill.name(&english);
        assert_eq!(name, format!("middle#{}", SkillKey::new("mentoring").number()));
        assert_eq!(Initiative::named(&english, &by_text), Some(skill));
        parts.rungs[1].skills[2].name = "Begleiten".into();
        parts.rungs[1].skills.swap(1, 2);
        let german = Ladder::new(parts);
        assert_eq!(Initiative::named(&german, &name), Some(Initiative { skill: 1, ..skill }));
    }

    #[test]
    fn a_rung_and_an_adjacent_role_may_have_the_same_id_and_skill() {
        let mut parts = ladder().into_parts();
        parts.moves[1].id = "low".into();
        parts.moves[1].skills[0].name = "Listening".into();
        let ladder = Ladder::new(parts);
        let owners = [SkillOwner::Rung(RungId::new(0)), SkillOwner::Move(MoveId::new(1))];
        for owner in owners {
            let initiative = Initiative { owner, skill: 0 };
            assert_eq!(Initiative::named(&ladder, &initiative.name(&ladder)), Some(initiative));
        }
    }
}
