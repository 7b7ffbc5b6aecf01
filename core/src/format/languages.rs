//! Checks that a ladder's language is one, and that the interface speaks it.

use super::diagnostics::{Diagnostics, quoted};
use super::field_types::{Language, is_language_tag};
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
    let primary = lang.text.split('-').next().unwrap_or_default();
    if !is_language_tag(lang.text) {
        return;
    }
    let name = quoted(lang.text);
    let mut names = NAMES.split(' ').filter_map(|entry| entry.split_once('='));
    if let Some((_, tag)) = names.find(|(name, _)| primary.eq_ignore_ascii_case(name)) {
        diagnostics.warn(lang.span, format!("`{name}` is no language tag (BCP 47); write `{tag}`"));
    } else if primary.len() > MAX_LETTERS {
        let message = format!("`{name}` is no language tag that is known (BCP 47); write one such as `en` or `pt-BR`");
        diagnostics.warn(lang.span, message);
    } else if !has_words && !has_interface(lang.text) {
        let message = format!(
            "there is no interface in `{name}` yet, so the words around the ladder stay English; \"words\" can replace them"
        );
        diagnostics.warn(lang.span, message);
    }
}
