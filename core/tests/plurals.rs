//! Compares the plural rules with those of Unicode CLDR, as a browser's `Intl.PluralRules` gives them.

use career_ladder_core::words::plural::{Category, PERIODIC_FROM, categories, category, unused_category};

#[test]
fn every_language_of_cldr_has_its_plural_categories() {
    let mut languages = 0;
    for line in include_str!("fixtures/plurals.txt").lines().filter(|line| !line.starts_with('#')) {
        let (names, expected) = line.split_once(": ").expect("languages, then categories");
        for lang in names.split(' ') {
            let letter = |count| match category(lang, count) {
                Category::Zero => 'z',
                Category::One => '1',
                Category::Two => '2',
                Category::Few => 'f',
                Category::Many => 'm',
                Category::Other => 'o',
            };
            assert_eq!((0..PERIODIC_FROM).map(letter).collect::<String>(), expected, "{lang}");
            assert!((PERIODIC_FROM..1_000).all(|n| category(lang, n) == category(lang, 100 + n % 100)), "{lang}");
            languages += 1;
        }
    }
    assert!(languages > 200, "{languages} languages");
}

#[test]
fn the_region_of_a_tag_does_not_count() {
    assert_eq!(categories("pt-BR"), [Category::One, Category::Other]);
    assert_eq!(categories("PL"), [Category::One, Category::Few, Category::Many]);
    assert_eq!(categories("ar-EG").len(), 6);
    assert_eq!(unused_category("pt-BR"), Some(Category::Many));
    assert_eq!(unused_category("de"), None);
}
