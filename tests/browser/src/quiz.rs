//! Steps through the quiz, by mouse.

use crate::locator::Locator;
use crate::page::Page;

/// More answers than any quiz takes. A quiz that still asks after them never ends.
const MAX_ANSWERS: usize = 15;

/// The screen that follows a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuizScreen {
    /// Another question, with its text.
    Question(String),
    /// The outcome, with its heading.
    Outcome(String),
}

impl QuizScreen {
    /// The question's text.
    ///
    /// # Panics
    /// When it is an outcome.
    pub fn expect_question(self) -> String {
        match self {
            Self::Question(text) => text,
            Self::Outcome(heading) => panic!("expected a question, not the outcome {heading:?}"),
        }
    }
}

impl Page {
    /// Goes from the first screen to the ladder's first question, skipping the title question; returns its text.
    pub async fn start_quiz(&self) -> String {
        self.open_title_question().await;
        self.skip_title_question().await
    }

    /// Goes from the first screen to the title question, which asks for the reader's current title.
    pub async fn open_title_question(&self) {
        self.button(&self.word("start")).click().await;
        self.button(&self.word("skip")).wait_visible().await;
    }

    /// Skips the title question; returns the text of the next question.
    pub async fn skip_title_question(&self) -> String {
        self.button(&self.word("skip")).click().await;
        self.button(&self.word("skip")).wait_hidden().await;
        self.question().await
    }

    /// Waits for a question; returns its text.
    pub async fn question(&self) -> String {
        let script = "const group = find({ role: 'radiogroup' })[0]; return group && [nameOf(group)];";
        let name = self.wait_for("a question", script, &[]).await;
        name[0].as_str().unwrap_or_default().to_owned()
    }

    /// Waits for the question with this text.
    pub async fn wait_for_question(&self, text: &str) {
        let script = "const group = find({ role: 'radiogroup' })[0]; return group && nameOf(group) === arguments[0];";
        self.wait_for(&format!("the question {text:?}"), script, &[text.into()]).await;
    }

    /// Selects an option of the current question by its zero-based index.
    pub async fn select_option(&self, index: usize) {
        self.radios().click_nth(index).await;
    }

    /// The zero-based indexes of the selected radios. Several widgets may have one each.
    pub async fn selected_options(&self) -> Vec<usize> {
        let script = "return find({ role: 'radio' }).flatMap((radio, index) => (radio.checked ? [index] : []));";
        self.execute(script, &[]).await
    }

    /// The button that submits an answer: "Next", or "See my stage" at the last question.
    pub fn next_button(&self) -> Locator<'_> {
        self.role("button").matching(&format!("^({}|{})$", self.word("next"), self.word("finish")))
    }

    /// A regular expression that matches the heading of every outcome, and no other heading.
    pub fn outcome_heading(&self) -> String {
        let forms =
            ["clear", "clearShared", "between"].map(|key| self.word(key).replace("{0}", ".+").replace("{1}", ".+"));
        format!("^({}|{}.*|{}.*)$", forms.join("|"), self.word("unclear"), self.word("unclearLevel"))
    }

    /// Selects an option and presses Next; returns the screen that follows.
    pub async fn answer(&self, index: usize) -> QuizScreen {
        let question = self.question().await;
        self.select_option(index).await;
        self.next_button().click().await;
        self.wait_for_screen_after(&question).await
    }

    /// Waits until the screen no longer shows `question`; returns the screen that follows.
    pub async fn wait_for_screen_after(&self, question: &str) -> QuizScreen {
        let script = "const [outcome, question] = arguments;
            const heading = find({ role: 'heading', name: outcome, match: 'pattern' })[0];
            if (heading) return ['outcome', nameOf(heading)];
            const group = find({ role: 'radiogroup' })[0];
            return group && nameOf(group) !== question && ['question', nameOf(group)];";
        let arguments = [self.outcome_heading().into(), question.into()];
        let screen = self.wait_for("the next question or the outcome", script, &arguments).await;
        let name = screen[1].as_str().unwrap_or_default().to_owned();
        if screen[0] == "outcome" { QuizScreen::Outcome(name) } else { QuizScreen::Question(name) }
    }

    /// Answers questions until the outcome comes; returns its heading.
    ///
    /// `choose` returns the index of an option, given the question's text, the options' names and the number of
    /// answers before.
    pub async fn answer_to_outcome(&self, choose: impl Fn(&str, &[String], usize) -> usize) -> String {
        let mut question = self.question().await;
        for answered in 0..MAX_ANSWERS {
            let options = self.radios().names().await;
            match self.answer(choose(&question, &options, answered)).await {
                QuizScreen::Question(next) => question = next,
                QuizScreen::Outcome(heading) => return heading,
            }
        }
        self.fail("the quiz does not end").await
    }

    /// Presses "Copy link"; returns the private link that the widget then shows in a field.
    pub async fn copy_link(&self) -> String {
        self.button("Copy link").click().await;
        let script = "return find({ role: 'textbox', name: 'Link' })[0]?.value;";
        let link = self.wait_for("the field with the link", script, &[]).await;
        link.as_str().unwrap_or_default().to_owned()
    }
}
