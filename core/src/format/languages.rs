//! Checks that a ladder's language is one, and that the interface speaks it.

use super::diagnostics::{Diagnostics, quoted};
use super::field_types::{Language, is_language_tag, not_a_tag};
use super::words::has_interface;

/// What authors write in place of a tag, with the tag.
const NAMES: &str = "arabic=ar chinese=zh cn=zh cz=cs czech=cs danish=da deutsch=de dk=da dutch=nl english=en espanol=es finnish=fi \
     francais=fr french=fr german=de greek=el hebrew=he hindi=hi hungarian=hu italian=it italiano=it japanese=ja \
     jp=ja korean=ko nederlands=nl norwegian=nb persian=fa polish=pl polski=pl portuguese=pt romanian=ro russian=ru \
     spanish=es swedish=sv turkish=tr ua=uk ukrainian=uk vietnamese=vi";
/// The longest language of a tag that is in use. BCP 47 allows more, but has none.
const MAX_LETTERS: usize = 3;

/// Warns of a language that is none, or that has no interface. `has_words` says that the ladder replaces words of it, of which
/// those that are missing are reported elsewhere.
pub(super) fn check(lang: Language<'_>, has_words: bool, diagnostics: &mut Diagnostics) {
    if !is_language_tag(lang.text) {
        return;
    }
    if let Some(message) = not_in_use(lang.text) {
        diagnostics.warn(lang.span, message);
    } else if !has_words && !has_interface(lang.text) {
        let message = format!(
            "there is no interface in `{}` yet, so the words around the ladder stay English; \"words\" can replace them",
            quoted(lang.text)
        );
        diagnostics.warn(lang.span, message);
    }
}

/// The message about a tag that is of no language; `None` for one that may be of one.
fn not_in_use(tag: &str) -> Option<String> {
    let primary = tag.split('-').next().unwrap_or_default();
    let name = quoted(tag);
    let mut names = NAMES.split(' ').filter_map(|entry| entry.split_once('='));
    if let Some((_, tag)) = names.find(|(name, _)| primary.eq_ignore_ascii_case(name)) {
        return Some(format!("`{name}` is no language tag (BCP 47); write `{tag}`"));
    }
    (primary.len() > MAX_LETTERS)
        .then(|| format!("`{name}` is no language tag that is known (BCP 47); write one such as `en` or `pt-BR`"))
}

/// What is wrong with the tag of a language (BCP 47), and what would be right; `None` for one that may be of a language.
#[must_use]
pub fn language_problem(tag: &str) -> Option<String> {
    if is_language_tag(tag) { not_in_use(tag) } else { Some(not_a_tag(tag)) }
}
