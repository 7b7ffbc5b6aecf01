//! The texts of the interface: their keys, their places on the screen, and English.

use super::Catalog;

/// Declares the keys and the English catalog from one list, so that their order is the same.
macro_rules! texts {
    ($($(#[doc = $doc:literal])* $key:ident = $english:literal;)*) => {
        /// The key of a text. Its doc says where the text stands and which values fill the gaps; a text without a gap
        /// needs none. Keys that end in `One` and `Other` are the forms for a count.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Text {
            $($(#[doc = $doc])* $key,)*
        }

        /// The interface in English.
        pub static ENGLISH: Catalog = Catalog { foreign: None, texts: TEXTS };

        /// The same for a ladder in another language.
        pub(super) static FOREIGN_ENGLISH: Catalog = Catalog { foreign: Some("en"), texts: TEXTS };

        const TEXTS: &str = concat!($($english, "\n"),*);

        #[cfg(test)]
        pub(super) const KEYS_WITH_ENGLISH: &[(Text, &str)] = &[$((Text::$key, $english),)*];
    };
}

/// English texts that the loader shows before the program is there; they travel with prerendered screens. Beside a pressed
/// button that waits; the same when it takes long, or nothing arrived; and the button that tries again.
pub static ENGLISH_LOADER: [&str; 3] = ["Loading…", "This hasn't loaded yet. Are you online?", "Try again"];

texts! {
    /// Button that starts the quiz.
    Start = "Find my stage";
    /// Beside that button: how long the quiz takes, and where answers go.
    StartHint = "About 3 minutes. Your answers stay on this page.";
    /// Heading of the invitation to the quiz.
    Invitation = "Where do you stand?";
    /// Below that heading.
    InvitationText =
        "A few questions about your recent work. You'll see your level, how sure that is, and what to work on next.";
    /// Below the invitation.
    Explore = "Or choose a level to see what it asks of you.";
    /// In place of the invitation, beside a ladder without questions.
    ExploreOnly = "Choose a level to see what it asks of you.";
    /// Two short texts in one line: {0} and {1}.
    Joined = "{0} · {1}";
    /// Between the items of a list inside a sentence.
    ListSeparator = ", ";
    /// Button that unfolds a long ladder.
    MoreRungsOne = "Show one more level";
    /// The same for any other count {0}.
    MoreRungsOther = "Show {0} more levels";

    /// Heading of the adjacent roles.
    Moves = "Adjacent roles";
    /// Button that shows the other adjacent roles.
    MoreMovesOne = "{0} more";
    /// The same for any other count {0}.
    MoreMovesOther = "{0} more";

    /// Above a rung's details: {0} is its level.
    Level = "Level {0}";
    /// Other names of a rung: {0} lists them.
    Also = "Also: {0}";
    /// A rung's role {0} as a sentence; authors write it without a full stop.
    Role = "{0}.";
    /// Name of the button that closes the details.
    Close = "Close";
    /// Tab with the new duties on a rung.
    SectionChanges = "What changes";
    /// Tab with its responsibilities.
    SectionResponsibilities = "Your job";
    /// Tab with the signs of success.
    SectionSuccess = "Signs of success";
    /// Tab with the skills to grow.
    SectionSkills = "Skills";

    /// Question for the reader's title.
    TitleQuestion = "What's your current job title?";
    /// In a long list of titles, before one is chosen.
    ChooseTitle = "Choose a title";
    /// Below that question.
    TitleHint = "Optional, and only a hint. Skip it if none fits.";
    /// Reason for that question, shown on request.
    TitleReason =
        "It gives the quiz a starting point. Your answers can overrule it, and the result says whether your title \
        changed it.";
    /// Button that skips the question for the title.
    Skip = "Skip";
    /// Below each other question.
    QuestionHint = "Choose what comes closest.";
    /// The last option of every question.
    NotApplicable = "Doesn't apply to me";
    /// Summary that opens the reason for a question.
    WhyAsked = "Why are you asking this?";
    /// Reason for a question, shown on request.
    QuestionReason = "Given your answers so far, this one should tell a lot about your level.";
    /// The same with its dimension: {0} is the dimension's name, {1} its summary, {2} the reason above.
    QuestionReasonAbout = "It's about {0}: {1} {2}";
    /// Above a question: its number {0}, and the highest number {1} of questions.
    QuestionNumber = "Question {0} of up to {1}";
    /// Above a question after which none can follow.
    NoQuestionLeft = "Last question";
    /// Button to the next question.
    Next = "Next";
    /// Beside that button, when it is pressed without an answer.
    Unanswered = "Pick an answer first.";
    /// Button from the last question to the outcome.
    Finish = "See my stage";
    /// Button to the previous question, and from the outcome back to the last one.
    Back = "Back";
    /// Button that starts the quiz once more.
    StartAgain = "Start again";

    /// Heading of the guide's steps.
    Steps = "Steps";
    /// Heading of the guide's mistakes.
    Mistakes = "Common mistakes";
    /// Heading of the guide's frequent questions.
    Faq = "FAQ";
    /// Summary of the author's closing words and the sources.
    AboutLadder = "About this ladder";
    /// Heading of the sources.
    Sources = "Sources";

    /// Above the heading of an outcome, and the name of its tabs.
    Outcome = "Your result";
    /// The same for an outcome from a link.
    OutcomeShared = "Shared result";
    /// Heading of a clear outcome: {0} is the rung.
    Clear = "Your closest match: {0}";
    /// The same for an outcome from a link.
    ClearShared = "Closest match: {0}";
    /// Heading of an outcome between two rungs: {0} is the likelier one.
    Between = "Between {0} and {1}";
    /// Heading of an outcome without a rung.
    Unclear = "Your answers don't point to one stage";
    /// Below a heading with two rungs.
    BetweenBoth = "Open both: which sounds more like your week?";
    /// The same with the areas in which a rung asks more than the other: {0} is the text so far, {1} the rung, {2} lists
    /// the areas.
    AsksMore = "{0} {1} asks more in: {2}.";
    /// Below a heading without a rung.
    Unsure =
        "They fit several levels about equally, so naming one would be a guess. Try again with one recent month in \
        mind, or compare the levels yourself.";
    /// Announced to screen readers: the rung {0} with its probability {1}, and the runner-up {2} with {3}.
    Chances = "{0}: {1}. Next most likely: {2}, {3}.";
    /// A probability: {0} is the whole per cent.
    Percent = "{0}%";
    /// A probability below 1 %.
    PercentLowest = "under 1%";
    /// A probability above 99 %. No outcome is called certain.
    PercentHighest = "over 99%";

    /// Button on small screens that shows the ladder.
    ShowLadder = "Show the ladder";
    /// Button that shows the outcome again.
    HideLadder = "Back to the result";
    /// Tab with the plan.
    Plan = "Plan";
    /// Tab with the profile.
    Profile = "Profile";
    /// Tab with the reasons.
    Why = "Why";
    /// Tab with the ways to keep and share the outcome.
    ShareTab = "Share";

    /// Label of the list of targets.
    Targets = "Aim for";
    /// The only target {0}.
    Target = "Aim for: {0}";
    /// Target of a plan that stays on the rung {0}.
    TargetHere = "Grow as {0}";
    /// Button that copies the plan.
    CopyPlan = "Copy as checklist";
    /// Summary that opens the focus of the stage and an example of goals.
    AboutStage = "About this stage";
    /// Heading of a stage's focus.
    Focus = "What to focus on now";
    /// Heading of the example of goals at work in a stage.
    Goals = "Goals at this stage: an example";
    /// Button beside a bar that opens the details of its rung {0}.
    AboutRung = "About {0}";

    /// Column with the dimensions, for screen readers.
    ProfileDimensions = "Area";
    /// Column with the bars, for screen readers.
    ProfileLevels = "Your level";
    /// Column with the comparisons, for screen readers.
    ProfileComparisons = "Compared with this level";
    /// Name of a bar in the profile: {0} is the nearest rung of the first track.
    ProfileLevel = "near {0}";
    /// Legend of the profile: {0} is the placed rung.
    ProfileLegend = "The band is what {0} asks for, the dot is you.";
    /// A dimension whose level is below the placed rung.
    Below = "below";
    /// A dimension at the level of the placed rung.
    AtLevel = "at level";
    /// A dimension whose level is above the placed rung.
    Above = "above";

    /// One of the answers that moved the outcome most: {0} is the answer, {1} the rung it supports, {2} the rung it speaks
    /// against.
    EvidenceAnswer = "“{0}” is typical of {1}, less so of {2}.";
    /// The same with its dimension: {0} is the dimension's name, {1} the text above.
    EvidenceAbout = "{0}. {1}";
    /// Below the reasons: the number of answers behind the outcome.
    BasisOne = "Based on your one answer, if it really is typical of the level its author gave it.";
    /// The same for any other count {0}.
    BasisOther = "Based on your {0} answers, if each really is typical of the level its author gave it.";
    /// Says that the title changed the outcome: {0} is the heading without it.
    TitleCounted = "Your title changed this result. Without it: “{0}”.";
    /// Button that leads back to the last question.
    ChangeAnswer = "Change an answer";

    /// The contents of the link.
    LinkContents =
        "The link contains your answers and result, but no name or date. Nobody sees it unless you share it.";
    /// Button that copies the link.
    CopyLink = "Copy link";
    /// Button that hands the link to the device's share dialog.
    ShareLink = "Share";
    /// Button that opens an e-mail with the link.
    MailLink = "Send by e-mail";
    /// Button that makes a picture of the outcome.
    Picture = "Picture";
    /// Button that prints the outcome.
    Print = "Print";
    /// Button that compares the outcome with another one.
    Compare = "Compare";
    /// Button that stores the answers beyond the browser tab.
    Remember = "Save on this device";
    /// Button that deletes all stored answers.
    Forget = "Delete my answers";
    /// The same button once it is pressed: only a second press deletes.
    ForgetConfirm = "Press again to delete";
    /// Announced then.
    ForgetWarning = "This can't be undone.";
    /// Says where answers are stored, beside the buttons at the foot.
    Forgettable = "Kept in this tab only";
    /// The same if they are stored beyond the browser tab.
    Remembered = "Saved on this device";
    /// The answers have been stored beyond the browser tab.
    RememberDone = "Saved. Your answers and ticks stay in this browser, for this page, until you delete them.";
    /// Label of the field with the link.
    Link = "Link";
    /// The link is in the clipboard.
    LinkCopied = "Link copied.";
    /// The device took the link.
    LinkShared = "Link shared.";
    /// The plan is in the clipboard.
    PlanCopied = "Plan copied as Markdown.";
    /// The browser refused to copy the link, which stands below.
    LinkCopyRefused = "Your browser blocked copying. Copy the link yourself:";
    /// The browser refused to share the link, which stands below.
    LinkShareRefused = "Your browser blocked sharing. Copy the link yourself:";
    /// The browser refused to copy the plan, which stands below.
    PlanCopyRefused = "Your browser blocked copying. Copy the plan yourself:";
    /// The browser refused to store the answers.
    RememberRefused = "Your browser doesn't let this page save anything. Keep the link instead.";
    /// The code of a rarely used part did not arrive.
    ExtraRefused = "This part hasn't loaded. Are you online? Press the button again.";

    /// Below the heading of an outcome from a link.
    Shared = "This is someone else's result. “You” below is the person who shared it.";
    /// The same for a ladder that has changed: {0} is the text above, {1} one of the next two.
    SharedLadderChanged = "{0} The ladder has changed since. {1}";
    /// All answers of the link are still in the ladder.
    AllAnswersFit = "All the answers still fit.";
    /// The number of answers that are no longer in the ladder.
    AnswersLeftOutOne = "One answer no longer fits and is left out.";
    /// The same for any other count {0}.
    AnswersLeftOutOther = "{0} answers no longer fit and are left out.";
    /// The same for an outcome that has changed: {0} is the text so far, {1} the former heading.
    SharedOutcomeThen = "{0} When shared, the result was: “{1}”.";

    /// Notice: the number of stored answers that no longer fit the ladder.
    AnswersLostOne =
        "This ladder has changed since your last visit. One of your answers no longer fits and was removed; the \
        others are kept.";
    /// The same for any other count {0}.
    AnswersLostOther =
        "This ladder has changed since your last visit. {0} of your answers no longer fit and were removed; the \
        others are kept.";
    /// Notice: the link fails its checksum.
    LinkDamaged = "This link is damaged: part of it is missing or was changed on the way. Ask for it again.";
    /// Notice: the link has a later version.
    LinkNewer = "This link was made by a newer version of this page. Reload the page to open it.";
    /// Notice: the ladder has none of the link's answers.
    LinkEmpty = "None of the answers in this link fit this ladder any more.";
    /// Notice: all stored answers were deleted.
    Forgotten = "Deleted: your answers and ticks, also those saved in this browser.";
}
