//! Walking through the quiz by mouse.

use crate::page::Page;

/// What the heading of an outcome looks like, as a regular expression.
pub const OUTCOME: &str = "^(You stand at .+|Between .+ and .+|Your answers don.t point to one stage.*)$";

/// More questions than any quiz asks.
const TOO_MANY: usize = 15;

/// Where the reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Before this question.
    Question(String),
    /// At the end, under this heading.
    Outcome(String),
}

impl Page {
    /// Goes from the first screen past the question for the title to the first one of the ladder, and returns its text.
    pub async fn begin(&self) -> String {
        self.begin_with_title().await;
        self.skip().await
    }

    /// Goes from the first screen to the question for the title.
    pub async fn begin_with_title(&self) {
        self.button("Find my stage").click().await;
        self.button("Skip").shown().await;
    }

    /// Passes over the question for the title, and returns the text of the one behind it.
    pub async fn skip(&self) -> String {
        self.button("Skip").click().await;
        self.button("Skip").gone().await;
        self.question().await
    }

    /// The text of the question that is shown.
    pub async fn question(&self) -> String {
        self.radiogroup().shown().await.name().await
    }

    /// Chooses the answer at this place and goes on.
    pub async fn answer(&self, place: usize) -> Step {
        let before = self.question().await;
        self.choose(place).await;
        self.next().await;
        self.step_after(&before).await
    }

    /// Chooses the answer at this place.
    pub async fn choose(&self, place: usize) {
        self.radios().click_nth(place).await;
    }

    /// Presses the button that leads on, whatever it is called now.
    pub async fn next(&self) {
        self.role("button").matching("^(Next|See my stage)$").click().await;
    }

    /// Waits for what comes after a question.
    pub async fn step_after(&self, question: &str) -> Step {
        let script = "const [outcome, before] = arguments;
            const heading = find({ role: 'heading', how: 'matches', name: outcome })[0];
            if (heading) return ['outcome', nameOf(heading)];
            const group = find({ role: 'radiogroup' })[0];
            return group && nameOf(group) !== before && ['question', nameOf(group)];";
        let arguments = [OUTCOME.into(), question.into()];
        let step = self.until("the next question or the outcome", script, &arguments).await;
        let name = step[1].as_str().unwrap_or_default().to_owned();
        if step[0] == "outcome" { Step::Outcome(name) } else { Step::Question(name) }
    }

    /// Has the link to the outcome made; its address, as the field shows it.
    pub async fn copy_link(&self) -> String {
        self.button("Copy link").click().await;
        let field = "return find({ role: 'textbox', how: 'is', name: 'Link' })[0]?.value;";
        let address = self.until("the field with the link", field, &[]).await;
        address.as_str().unwrap_or_default().to_owned()
    }

    /// Answers every question and returns the outcome's heading.
    ///
    /// `pick` is given the question, the names of its answers and the number of questions answered before.
    pub async fn finish(&self, pick: impl Fn(&str, &[String], usize) -> usize) -> String {
        let mut question = self.question().await;
        for asked in 0..TOO_MANY {
            let answers = self.radios().names().await;
            match self.answer(pick(&question, &answers, asked)).await {
                Step::Question(next) => question = next,
                Step::Outcome(heading) => return heading,
            }
        }
        self.fail("the quiz does not end").await
    }
}
