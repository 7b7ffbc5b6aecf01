//! Consequences of an action outside of the state.

use crate::ladder::QuestionId;
use crate::quiz::Outcome;

/// A consequence of an action outside of the state, for the app to forward to the host page.
///
/// Effects carry no interface words, since the core knows none. The app adds the text that the page needs: the title line
/// of a link.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// The reader starts or resumes the quiz.
    QuizStarted,
    /// The reader submits an answer, or changes a submitted one.
    QuestionAnswered {
        /// The question that the answer belongs to.
        question: QuestionId,
        /// The index of the answer, as in [`Response`](crate::quiz::Response).
        answer: usize,
        /// The number of questions asked before, without the one about the title.
        index: usize,
    },
    /// The quiz ends with this outcome.
    QuizFinished(Outcome),
    /// The private link is to be shared.
    ShareLink {
        /// The means of sharing.
        channel: ShareChannel,
        /// The fragment of the link's address, with its `#`.
        fragment: String,
    },
    /// The plan is to be copied to the clipboard, as a checklist that the page makes of the last snapshot.
    CopyPlan,
    /// The answers are to be stored beyond the session, with a dated copy of the outcome.
    RememberAnswers {
        /// The private link to the outcome, as the fragment of an address.
        fragment: String,
    },
    /// All stored answers are to be deleted.
    ForgetAnswers,
    /// A part of the tab "Share" is to be fetched and shown.
    OpenExtra {
        /// The part.
        extra: Extra,
        /// The private link to the reader's own outcome, as the fragment of an address; empty if they have none.
        own: String,
    },
    /// The page is to store this snapshot instead of the last one. It is empty if there is nothing to store.
    SnapshotChanged(String),
}

/// The means by which a reader shares a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareChannel {
    /// Through the clipboard.
    Copy,
    /// Through the share sheet of the device.
    Share,
    /// Through the reader's e-mail program.
    Mail,
}

/// A part of the tab "Share" that few readers open. The page fetches its code when it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extra {
    /// A picture of the outcome on its ladder.
    Picture,
    /// The outcome on paper.
    Print,
    /// The outcome beside another one.
    Compare,
}

/// The kind of an effect that the browser may refuse, so that the page reports its result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EffectKind {
    /// Copying the link.
    Copy,
    /// Passing the link to the share sheet.
    Share,
    /// Copying the plan.
    Plan,
    /// Storing the answers beyond the session.
    Remember,
    /// Fetching the code of an [`Extra`].
    Extra,
}
