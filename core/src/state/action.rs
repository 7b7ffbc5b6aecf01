//! The reader's actions, named for the event in the screen.

use super::{Extra, ResultPart, Section, ShareChannel};
use crate::ladder::{MoveId, RungId};
use crate::plan::{Initiative, Target};

/// An action of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Starts the quiz, resumes it, or repeats it after an outcome.
    StartPressed,
    /// Moves the focus to a rung with the keys.
    RungReached(RungId),
    /// Shows all rungs of a long ladder.
    UnfoldPressed,
    /// Shows all moves off the ladder.
    MoreMovesPressed,
    /// Opens the details of a rung, or closes them if they are open.
    RungPressed(RungId),
    /// Opens the details of a rung from the outcome.
    AboutPressed(RungId),
    /// Opens the details of a move, or closes them if they are open.
    MovePressed(MoveId),
    /// Closes the details.
    DetailsClosed,
    /// Turns to a section of the details.
    SectionChosen(Section),
    /// Turns to a part of the outcome.
    ResultPartChosen(ResultPart),
    /// On small screens, shows the ladder in place of the outcome, or the outcome again.
    LadderToggled,
    /// Selects the reader's current title. It counts once it is submitted.
    TitleChosen(RungId),
    /// Skips the question about the title.
    SkipPressed,
    /// Selects an answer by its index, as in [`Response`](crate::quiz::Response). It counts once it is submitted.
    AnswerChosen(usize),
    /// Submits the selection and goes to the next question.
    NextPressed,
    /// Goes to the question before, or from the first one to the ladder.
    BackPressed,
    /// Chooses the target of the plan.
    TargetChosen(Target),
    /// Ticks an initiative of the plan off, or clears the tick.
    InitiativeTicked(Initiative),
    /// Asks for the private link to the outcome.
    LinkPressed(ShareChannel),
    /// Asks for the plan as a checklist.
    PlanPressed,
    /// Asks this browser to store the answers beyond the session.
    RememberPressed,
    /// Deletes all answers, here and in the storage of this browser, when it is pressed a second time.
    ForgetPressed,
    /// Opens one of the rarely used parts of the tab "Share".
    ExtraPressed(Extra),
    /// Returns to the ladder and drops all answers. The host page calls for it.
    ResetPressed,
}
