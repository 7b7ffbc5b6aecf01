//! Translators: they go into open shadow roots and wrap every text in elements of theirs.

use browser_tests::{Embed, HostPage, Page, QuizScreen, in_every_engine};

/// Wraps every text of the widget in two elements, as Google Translate does. Its first argument tells whether the widget's
/// own text stays on the page, inside of them; its second one is put before each text.
const TRANSLATE: &str = "const [keepsText, mark] = arguments;
    const walker = document.createTreeWalker(document.querySelector('#widget').shadowRoot, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        if (text.parentNode.localName === 'font') continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        outer.append(inner);
        text.replaceWith(outer);
        if (keepsText) text.data = mark + text.data;
        inner.append(keepsText ? text : mark + text.data);
    }";

/// A translator's changes to the widget's texts.
#[derive(Clone, Copy)]
enum Translator {
    /// It puts its own in their place.
    Replaces,
    /// It moves them into elements of its own.
    Moves,
}

/// The words stay as they are here, so that both walks can be compared.
async fn with_every_text_replaced_each_screen_shows_what_it_shows_without(page: &Page) {
    let expected = walk(page, None).await;
    assert_eq!(walk(page, Some(Translator::Replaces)).await, expected);
}

async fn with_every_text_moved_each_screen_shows_what_it_shows_without(page: &Page) {
    let expected = walk(page, None).await;
    assert_eq!(walk(page, Some(Translator::Moves)).await, expected);
}

async fn a_choice_on_a_translated_prerendered_question_is_kept(page: &Page) {
    page.site.hold(".wasm");
    let widget = Embed::snippet_with(r#"id="widget" seed="7" start="quiz""#);
    page.visit(HostPage::new([widget])).await;
    page.radiogroup().wait_visible().await;
    translate(page, Translator::Replaces, "¤").await;
    page.select_option(1).await;
    page.site.release(".wasm");
    page.wait_ready().await;
    assert_eq!(page.selected_options().await, [1]);
    page.next_button().click().await;
    page.button("Skip").wait_hidden().await;
    page.question().await;
    assert_eq!(page.errors().await, []);
}

async fn a_press_on_a_translated_prerendered_button_is_kept(page: &Page) {
    page.site.hold(".wasm");
    page.visit(HostPage::with_seed("7")).await;
    page.button("Find my stage").wait_visible().await;
    translate(page, Translator::Moves, "¤").await;
    page.button("¤Find my stage").click().await;
    page.site.release(".wasm");
    page.wait_ready().await;
    page.radiogroup().wait_visible().await;
    assert_eq!(page.errors().await, []);
}

in_every_engine!(
    with_every_text_replaced_each_screen_shows_what_it_shows_without,
    with_every_text_moved_each_screen_shows_what_it_shows_without,
    a_choice_on_a_translated_prerendered_question_is_kept,
    a_press_on_a_translated_prerendered_button_is_kept,
);

async fn translate(page: &Page, translator: Translator, mark: &str) {
    let keeps_text = matches!(translator, Translator::Moves);
    page.execute::<()>(TRANSLATE, &[keeps_text.into(), mark.into()]).await;
}

/// Goes from the prerendered screen to the plan and back to the first question; returns the text of each screen. A
/// translator works on each screen before the reader goes on.
async fn walk(page: &Page, translator: Option<Translator>) -> Vec<String> {
    let mut texts = Vec::new();
    page.site.hold(".wasm");
    page.visit(HostPage::with_seed("7")).await;
    page.button("Find my stage").wait_visible().await;
    look(page, translator, &mut texts).await;
    page.site.release(".wasm");
    page.wait_ready().await;
    look(page, translator, &mut texts).await;
    page.open_title_question().await;
    look(page, translator, &mut texts).await;
    let mut question = page.skip_title_question().await;
    while let QuizScreen::Question(next) = answer(page, &question, translator, &mut texts).await {
        question = next;
    }
    look(page, translator, &mut texts).await;
    look_at_targets(page, translator, &mut texts).await;
    for tab in ["Profile", "Why", "Share", "Plan"] {
        page.tab(tab).click().await;
        page.tabpanel().named(tab).wait_visible().await;
        look(page, translator, &mut texts).await;
    }
    page.button("Start again").click().await;
    page.radiogroup().wait_visible().await;
    look(page, translator, &mut texts).await;
    page.button("Back").click().await;
    page.radiogroup().wait_hidden().await;
    look(page, translator, &mut texts).await;
    assert_eq!(page.errors().await, []);
    page.execute::<()>("sessionStorage.clear();", &[]).await;
    texts
}

/// Notes the text of the screen, and has the translator work on it.
async fn look(page: &Page, translator: Option<Translator>, texts: &mut Vec<String>) {
    // At the next question the rest of the screen follows a frame later.
    let is_whole = "return !document.querySelector('#widget').shadowRoot.querySelector('[data-ahead=true]');";
    page.wait_for("the whole screen", is_whole, &[]).await;
    texts.push(page.widget_text().await);
    if let Some(translator) = translator {
        translate(page, translator, "").await;
    }
}

/// Looks at a question, before and after an answer is selected, and goes on.
async fn answer(page: &Page, question: &str, translator: Option<Translator>, texts: &mut Vec<String>) -> QuizScreen {
    look(page, translator, texts).await;
    page.select_option(1).await;
    let is_enabled = "return find({ role: 'button', name: '^(Next|See my stage)$', match: 'pattern' })[0]
        ?.getAttribute('aria-disabled') === 'false';";
    page.wait_for("the answer to be taken", is_enabled, &[]).await;
    look(page, translator, texts).await;
    page.next_button().click().await;
    page.wait_for_screen_after(question).await
}

/// Looks at the plans for the first three targets.
async fn look_at_targets(page: &Page, translator: Option<Translator>, texts: &mut Vec<String>) {
    for index in [1, 2, 0] {
        let choose = "const list = find({ role: 'combobox' })[0];
            list.selectedIndex = arguments[0];
            list.dispatchEvent(new Event('change', { bubbles: true }));
            return new Promise((resolve) => setTimeout(resolve));";
        page.execute::<()>(choose, &[index.into()]).await;
        look(page, translator, texts).await;
    }
}
