//! The words of the interface: their keys, and where each stands on the screen.

/// A part of the product. Each carries its own words, since readers fetch the parts one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The program that runs the quiz.
    Program,
    /// Comparing, printing and the picture.
    Extras,
    /// What is on the page before the program is there.
    Loader,
}

/// What a catalog must write for a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyRule {
    /// The name in a catalog.
    pub name: &'static str,
    /// The number of gaps, from `{0}` up. A text has each of them.
    pub gaps: u8,
    /// Whether the text has a form for each plural category. {0} is the count then.
    pub is_counted: bool,
}

/// Declares the keys of each part, in the order in which a packed catalog lists them.
macro_rules! keys {
    ($($part:ident {$($(#[doc = $doc:literal])+ $key:ident $name:literal $gaps:literal $($counted:ident)?;)+})+) => {
        /// The key of a text. Its doc says where the text stands and which values fill the gaps; a text without a gap
        /// needs none.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Text {
            $($($(#[doc = $doc])+ $key,)+)+
        }

        impl Text {
            /// All keys, in order.
            pub const ALL: &'static [Self] = &[$($(Self::$key),+),+];

            /// The part that shows the text.
            #[must_use]
            pub fn part(self) -> Part {
                match self { $($(Self::$key)|+ => Part::$part,)+ }
            }

            /// What a catalog must write for this key.
            #[must_use]
            pub fn rule(self) -> KeyRule {
                RULES[self as usize]
            }
        }

        static RULES: [KeyRule; Text::ALL.len()] = [$($(KeyRule {
            name: $name,
            gaps: $gaps,
            is_counted: keys!(@counted $($counted)?),
        }),+),+];

        #[cfg(test)]
        const NAMES: &[(&str, &str)] = &[$($((stringify!($key), $name)),+),+];
    };
    (@counted) => { false };
    (@counted counted) => { true };
}

keys! {
    Program {
        /// Button that starts the quiz.
        Start "start" 0;
        /// Beside that button: how long the quiz takes, and where answers go.
        StartHint "startHint" 0;
        /// Heading of the invitation to the quiz.
        Invitation "invitation" 0;
        /// Below that heading.
        InvitationText "invitationText" 0;
        /// Below the invitation.
        Explore "explore" 0;
        /// In place of the invitation, beside a ladder without questions.
        ExploreOnly "exploreOnly" 0;
        /// Two short texts in one line: {0} and {1}.
        Joined "joined" 2;
        /// Between the items of a list inside a sentence.
        ListSeparator "listSeparator" 0;
        /// Button that unfolds a long ladder. {0} is the count.
        MoreRungs "moreRungs" 1 counted;
        /// Heading of the adjacent roles.
        Moves "moves" 0;
        /// Button that shows the other adjacent roles. {0} is the count.
        MoreMoves "moreMoves" 1 counted;
        /// Above a rung's details: {0} is its level.
        Level "level" 1;
        /// Other names of a rung: {0} lists them.
        Also "also" 1;
        /// A rung's role {0} as a sentence; authors write it without a full stop.
        Role "role" 1;
        /// Name of the button that closes the details.
        Close "close" 0;
        /// Tab with the new duties on a rung.
        SectionChanges "sectionChanges" 0;
        /// Tab with its responsibilities.
        SectionResponsibilities "sectionResponsibilities" 0;
        /// Tab with the signs of success.
        SectionSuccess "sectionSuccess" 0;
        /// Tab with the skills to grow.
        SectionSkills "sectionSkills" 0;
        /// Question for the reader's title.
        TitleQuestion "titleQuestion" 0;
        /// In a long list of titles, before one is chosen.
        ChooseTitle "chooseTitle" 0;
        /// Below that question.
        TitleHint "titleHint" 0;
        /// Reason for that question, shown on request.
        TitleReason "titleReason" 0;
        /// Button that skips the question for the title.
        Skip "skip" 0;
        /// Below each other question.
        QuestionHint "questionHint" 0;
        /// The last option of every question.
        NotApplicable "notApplicable" 0;
        /// Summary that opens the reason for a question.
        WhyAsked "whyAsked" 0;
        /// Reason for a question, shown on request.
        QuestionReason "questionReason" 0;
        /// The same with its dimension: {0} is the dimension's name, {1} its summary, {2} the reason above.
        QuestionReasonAbout "questionReasonAbout" 3;
        /// Above a question: its number {0}, and the highest number {1} of questions.
        QuestionNumber "questionNumber" 2;
        /// Above a question after which none can follow.
        NoQuestionLeft "noQuestionLeft" 0;
        /// Button to the next question.
        Next "next" 0;
        /// Beside that button, when it is pressed without an answer.
        Unanswered "unanswered" 0;
        /// Button from the last question to the outcome.
        Finish "finish" 0;
        /// Button to the previous question, and from the outcome back to the last one.
        Back "back" 0;
        /// Button that starts the quiz once more.
        StartAgain "startAgain" 0;
        /// Heading of the guide's steps.
        Steps "steps" 0;
        /// Heading of the guide's mistakes.
        Mistakes "mistakes" 0;
        /// Heading of the guide's frequent questions.
        Faq "faq" 0;
        /// Summary of the author's closing words and the sources.
        AboutLadder "aboutLadder" 0;
        /// Heading of the sources.
        Sources "sources" 0;
        /// Above the heading of an outcome, and the name of its tabs.
        Outcome "outcome" 0;
        /// The same for an outcome from a link.
        OutcomeShared "outcomeShared" 0;
        /// Heading of a clear outcome: {0} is the rung.
        Clear "clear" 1;
        /// The same for an outcome from a link.
        ClearShared "clearShared" 1;
        /// Heading of an outcome between two rungs, also in its picture: {0} is the likelier one.
        Between "between" 2;
        /// Heading of an outcome without a rung.
        Unclear "unclear" 0;
        /// The same on a ladder without stages.
        UnclearLevel "unclearLevel" 0;
        /// Below a heading with two rungs.
        BetweenBoth "betweenBoth" 0;
        /// Of two rungs, {0} asks more than the other in the areas that {1} lists.
        AsksMore "asksMore" 2;
        /// Below a heading without a rung.
        Unsure "unsure" 0;
        /// Announced to screen readers: the rung {0} with its probability {1}, and the runner-up {2} with {3}.
        Chances "chances" 4;
        /// A probability: {0} is the whole per cent.
        Percent "percent" 1;
        /// A probability below 1 %.
        PercentLowest "percentLowest" 0;
        /// A probability above 99 %. No outcome is called certain.
        PercentHighest "percentHighest" 0;
        /// Button on small screens that shows the ladder.
        ShowLadder "showLadder" 0;
        /// Button that shows the outcome again.
        HideLadder "hideLadder" 0;
        /// Tab with the plan.
        Plan "plan" 0;
        /// Tab with the profile.
        Profile "profile" 0;
        /// Tab with the reasons.
        Why "why" 0;
        /// Tab with the ways to keep and share the outcome.
        ShareTab "shareTab" 0;
        /// Label of the list of targets.
        Targets "targets" 0;
        /// The only target {0}, and the title of a copied plan.
        Target "target" 1;
        /// Target of a plan that stays on the rung {0}.
        TargetHere "targetHere" 1;
        /// Button that copies the plan.
        CopyPlan "copyPlan" 0;
        /// Summary that opens the focus of the stage and an example of goals.
        AboutStage "aboutStage" 0;
        /// Heading of a stage's focus.
        Focus "focus" 0;
        /// Heading of the example of goals at work in a stage.
        Goals "goals" 0;
        /// Button beside a bar that opens the details of its rung {0}.
        AboutRung "aboutRung" 1;
        /// Column with the dimensions, for screen readers.
        ProfileDimensions "profileDimensions" 0;
        /// Column with the bars, for screen readers.
        ProfileLevels "profileLevels" 0;
        /// Column with the comparisons, for screen readers.
        ProfileComparisons "profileComparisons" 0;
        /// Name of a bar in the profile: {0} is the nearest rung of the first track.
        ProfileLevel "profileLevel" 1;
        /// Legend of the profile: {0} is the placed rung.
        ProfileLegend "profileLegend" 1;
        /// A dimension whose level is below the placed rung.
        Below "below" 0;
        /// A dimension at the level of the placed rung.
        AtLevel "atLevel" 0;
        /// A dimension whose level is above the placed rung.
        Above "above" 0;
        /// One of the answers that moved the outcome most: {0} is the answer, {1} the rung it supports, {2} the rung it
        /// speaks against.
        EvidenceAnswer "evidenceAnswer" 3;
        /// The same with its dimension: {0} is the dimension's name, {1} the text above.
        EvidenceAbout "evidenceAbout" 2;
        /// Below the reasons: the number of answers behind the outcome. {0} is the count.
        Basis "basis" 1 counted;
        /// Says that the title changed the outcome: {0} is the heading without it.
        TitleCounted "titleCounted" 1;
        /// Button that leads back to the last question.
        ChangeAnswer "changeAnswer" 0;
        /// The contents of the link.
        LinkContents "linkContents" 0;
        /// Button that copies the link.
        CopyLink "copyLink" 0;
        /// Button that hands the link to the device's share dialog.
        ShareLink "shareLink" 0;
        /// Button that opens an e-mail with the link.
        MailLink "mailLink" 0;
        /// Button that makes a picture of the outcome.
        Picture "picture" 0;
        /// Button that prints the outcome.
        Print "print" 0;
        /// Button that compares the outcome with another one.
        Compare "compare" 0;
        /// Button that stores the answers beyond the browser tab.
        Remember "remember" 0;
        /// Button that deletes all stored answers.
        Forget "forget" 0;
        /// The same button once it is pressed: only a second press deletes.
        ForgetConfirm "forgetConfirm" 0;
        /// Announced then.
        ForgetWarning "forgetWarning" 0;
        /// Says where answers are stored, beside the buttons at the foot.
        Forgettable "forgettable" 0;
        /// The same if they are stored beyond the browser tab.
        Remembered "remembered" 0;
        /// The answers have been stored beyond the browser tab.
        RememberDone "rememberDone" 0;
        /// Label of the field with the link.
        Link "link" 0;
        /// The link is in the clipboard.
        LinkCopied "linkCopied" 0;
        /// The device took the link.
        LinkShared "linkShared" 0;
        /// The plan is in the clipboard.
        PlanCopied "planCopied" 0;
        /// The browser refused to copy the link, which stands below.
        LinkCopyRefused "linkCopyRefused" 0;
        /// The browser refused to share the link, which stands below.
        LinkShareRefused "linkShareRefused" 0;
        /// The browser refused to copy the plan, which stands below.
        PlanCopyRefused "planCopyRefused" 0;
        /// The browser refused to store the answers.
        RememberRefused "rememberRefused" 0;
        /// The code of a rarely used part did not arrive.
        ExtraRefused "extraRefused" 0;
        /// Below the heading of an outcome from a link.
        Shared "shared" 0;
        /// The same for a ladder that has changed: {0} is the text above, {1} one of the next two.
        SharedLadderChanged "sharedLadderChanged" 2;
        /// All answers of the link are still in the ladder.
        AllAnswersFit "allAnswersFit" 0;
        /// The number of answers that are no longer in the ladder. {0} is the count.
        AnswersLeftOut "answersLeftOut" 1 counted;
        /// The same for an outcome that has changed: {0} is the text so far, {1} the former heading.
        SharedOutcomeThen "sharedOutcomeThen" 2;
        /// Notice: the number of stored answers that no longer fit the ladder. {0} is the count.
        AnswersLost "answersLost" 1 counted;
        /// Notice: the link fails its checksum.
        LinkDamaged "linkDamaged" 0;
        /// Notice: the link has a later version.
        LinkNewer "linkNewer" 0;
        /// Notice: the ladder has none of the link's answers.
        LinkEmpty "linkEmpty" 0;
        /// Notice: all stored answers were deleted.
        Forgotten "forgotten" 0;
    }

    Extras {
        /// In place of that screen, for a reader without a result of their own.
        CompareNoResult "compareNoResult" 0;
        /// Label of the field for a link.
        PasteLink "pasteLink" 0;
        /// Below that label.
        PasteHint "pasteHint" 0;
        /// Above the dates of earlier results.
        EarlierResults "earlierResults" 0;
        /// Name of the list of areas.
        Areas "areas" 0;
        /// In place of an area's name, in the first row: the levels that the two results name.
        CompareLevel "compareLevel" 0;
        /// Legend: the dot of the reader; {0} is the result.
        LegendOwn "legendOwn" 1;
        /// Legend: the dot of a link; {0} is the result.
        LegendLink "legendLink" 1;
        /// Legend: the dot of an earlier result; {0} is the result.
        LegendEarlier "legendEarlier" 1;
        /// In the legend, a result between two rungs.
        LegendBetween "legendBetween" 2;
        /// In the legend, a result that names no rung.
        LegendUnclear "legendUnclear" 0;
        /// For screen readers, a level in one area: {0} is the title of the nearest rung.
        AboutLevel "aboutLevel" 1;
        /// Announced below the heading, with a link: both agree in every area.
        AgreeEverywhere "agreeEverywhere" 0;
        /// The same if they agree in {0} of {1} areas.
        AgreeIn "agreeIn" 2 counted;
        /// Announced with an earlier result: all areas are as before.
        NothingMoved "nothingMoved" 0;
        /// The same if {0} of {1} areas have moved.
        Moved "moved" 2 counted;
        /// Announced instead, if one of the results is unclear.
        NothingToCompare "nothingToCompare" 0;
        /// Announced instead, if no area has both levels.
        NothingInCommon "nothingInCommon" 0;
        /// Below the areas: the number of answers of a link that the ladder no longer has.
        AnswersMissing "answersMissing" 1 counted;
        /// Beside an area, with a link: at most half a level apart.
        SameLevelWithLink "sameLevelWithLink" 0;
        /// The same with an earlier result.
        SameLevelAsEarlier "sameLevelAsEarlier" 0;
        /// In the first row: at most half a level apart, but on other rungs.
        AboutSameLevel "aboutSameLevel" 0;
        /// Beside an area, with a link: one level apart.
        OneApart "oneApart" 0;
        /// The same with an earlier result: the reader is higher now.
        OneUp "oneUp" 0;
        /// The same: the reader is lower now.
        OneDown "oneDown" 0;
        /// Beside an area, with a link: {0} levels apart, two or more.
        Apart "apart" 1 counted;
        /// The same with an earlier result: the reader is higher now.
        Up "up" 1 counted;
        /// The same: the reader is lower now.
        Down "down" 1 counted;
        /// Beside an area that only the reader has answers in, with a link.
        OnlyYou "onlyYou" 0;
        /// The same if only the link has some.
        OnlyThey "onlyThey" 0;
        /// The same with an earlier result: only the result of now has some.
        OnlyNow "onlyNow" 0;
        /// The same if only the earlier one has some.
        OnlyThen "onlyThen" 0;
        /// The same if neither has any.
        NotAnswered "notAnswered" 0;
        /// Below the field: the text has no link.
        NoLinkFound "noLinkFound" 0;
        /// Below the field.
        LinkOfAnotherLadder "linkOfAnotherLadder" 0;
        /// Below the field.
        LinkIncomplete "linkIncomplete" 0;
        /// Below the field.
        LinkTooNew "linkTooNew" 0;
        /// Below the field.
        LinkWithoutAnswers "linkWithoutAnswers" 0;
        /// Below the field: the code has broken down.
        ExtrasBroken "extrasBroken" 0;
        /// In place of the print dialog, where the browser or the page around refuses it.
        PrintRefused "printRefused" 0;
        /// Button below the picture.
        DownloadPng "downloadPng" 0;
        /// Button below the picture.
        DownloadSvg "downloadSvg" 0;
        /// Button below the picture.
        CopyPicture "copyPicture" 0;
        /// Button below the picture.
        SharePicture "sharePicture" 0;
        /// Announced below the buttons.
        PictureCopied "pictureCopied" 0;
        /// Announced below the buttons.
        PictureCopyRefused "pictureCopyRefused" 0;
        /// Announced below the buttons.
        PictureShareRefused "pictureShareRefused" 0;
        /// Summary that opens the picture in words, to paste wherever it is posted.
        PictureDescription "pictureDescription" 0;
        /// In it, the heading of the tasks.
        Tasks "tasks" 0;
        /// In the picture, above the title of the reader's rung.
        MyStage "myStage" 0;
        /// The same on a ladder without stages.
        MyLevel "myLevel" 0;
        /// In the picture, a quotation.
        Quoted "quoted" 1;
        /// At the foot of a reader's picture: {0} is the title of the ladder.
        PictureFoot "pictureFoot" 1;
        /// At the foot of a picture of the ladder alone.
        PictureFootAlone "pictureFootAlone" 0;
    }

    Loader {
        /// Beside a pressed button that waits for the program.
        Loading "loading" 0;
        /// The same when it takes long, or nothing arrived.
        LoadingSlow "loadingSlow" 0;
        /// Then the button that tries again.
        TryAgain "tryAgain" 0;
        /// Link to the site, where the program cannot run and the page has no link of its own.
        FindStage "findStage" 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_its_key_in_lower_camel_case() {
        for (key, name) in NAMES {
            assert_eq!(key[..1].to_ascii_lowercase() + &key[1..], *name);
        }
    }

    #[test]
    fn the_parts_stand_one_after_the_other() {
        let parts: Vec<Part> = Text::ALL.iter().map(|key| key.part()).collect();
        let mut order = parts.clone();
        order.dedup();
        assert_eq!(order, [Part::Program, Part::Extras, Part::Loader]);
    }
}
