//! The codes of days and plans.

use crate::words::coded;

coded! {
    /// What a day is.
    pub enum DeadlineKind("deadline_kind") {
        /// A call opens.
        Opens = "opens",
        /// The last day for questions about a call.
        Questions = "questions",
        /// The deadline of a call.
        Call = "call",
        /// The funder is expected to answer.
        Answer = "answer",
        /// The grant must be accepted.
        Acceptance = "acceptance",
        /// The project starts.
        Start = "start",
        /// It must have begun.
        BeginBy = "begin_by",
        /// An instalment is to be asked for.
        Instalment = "instalment",
        /// A status report is due.
        StatusReport = "status_report",
        /// The mid-term report or meeting.
        Midterm = "midterm",
        /// An account is due.
        Account = "account",
        /// The auditor's statement is due.
        Audit = "audit",
        /// The final report is due.
        FinalReport = "final_report",
        /// The last day to ask for an extension.
        Extension = "extension",
        /// A project ends.
        PeriodEnd = "period_end",
        /// It must be decided what happens when the money ends.
        Embedding = "embedding",
        /// A target is to be reached.
        Target = "target",
        /// A step of the project's plan ends.
        Milestone = "milestone",
        /// A task is due.
        Task = "task",
        /// A condition must be met.
        Condition = "condition",
        /// A promise to a committee is due.
        FollowUp = "follow_up",
        /// A step of a back-plan.
        Step = "step",
        /// A paper is to be handed in.
        Paper = "paper",
        /// A committee meets on a case.
        Meeting = "meeting",
        /// A document's content is to be removed.
        Retention = "retention",
        /// Another day a person entered.
        Other = "other",
    }
}

impl DeadlineKind {
    /// Whether something is to be done by then; else it is only known of the project or the call.
    pub fn is_duty(self) -> bool {
        !matches!(
            self,
            DeadlineKind::Opens | DeadlineKind::Answer | DeadlineKind::Start | DeadlineKind::PeriodEnd | DeadlineKind::Meeting
        )
    }
}

coded! {
    /// Where a day comes from.
    pub enum DeadlineOrigin("deadline_origin") {
        /// The call states it.
        Call = "call",
        /// A person entered it.
        Typed = "typed",
        /// It follows from a rule.
        Rule = "rule",
        /// It is a step of a back-plan.
        Plan = "plan",
        /// A person moved it from where the rule or the plan put it.
        Pinned = "pinned",
    }
}

coded! {
    /// What a rule counts from.
    pub enum DateBasis("date_basis") {
        /// The day the call was published.
        CallPublished = "call_published",
        /// The deadline of the call.
        CallDeadline = "call_deadline",
        /// The day the application was sent.
        Submitted = "submitted",
        /// The day the grant was promised.
        Granted = "granted",
        /// The day we accepted.
        Accepted = "accepted",
        /// The first day of the project.
        PeriodStart = "period_start",
        /// Its last day.
        PeriodEnd = "period_end",
    }
}

coded! {
    /// How often a day comes, from the basis to the end of the project.
    pub enum Series("series") {
        /// Once.
        Once = "once",
        /// The last working day of every quarter.
        QuarterEnd = "quarter_end",
        /// Every so many months after the basis.
        Months = "months",
        /// On given days of each year.
        Dates = "dates",
    }
}

coded! {
    /// What is to be said of a day, the gravest first.
    pub enum Flag("flag") {
        /// It has passed and is not done.
        Overdue = "overdue",
        /// It is today.
        Today = "today",
        /// What must come before it can no longer be reached.
        AtRisk = "at_risk",
        /// Sources state different days.
        Contradictory = "contradictory",
        /// It is near, in working days as the municipality has set.
        Near = "near",
        /// It waits on someone.
        Blocked = "blocked",
        /// It was moved.
        Moved = "moved",
        /// Its time of day is not stated.
        TimeUnknown = "time_unknown",
    }
}

coded! {
    /// A step of a back-plan, in the order of its chain.
    pub enum PlanStep("plan_step") {
        /// Work on the application begins.
        KickOff = "kick_off",
        /// The draft is ready.
        Draft = "draft",
        /// The partners' declarations are there.
        Declarations = "declarations",
        /// The budget is signed off.
        Budget = "budget",
        /// It is signed.
        Signature = "signature",
        /// It is sent.
        Sending = "sending",
        /// The case is drafted.
        CaseDraft = "case_draft",
        /// Finance has read it.
        Finance = "finance",
        /// The director has approved it.
        Director = "director",
        /// It is sent for hearing.
        Hearing = "hearing",
        /// The paper is handed in.
        Paper = "paper",
        /// The agenda is settled: dagsordensmøde.
        AgendaMeeting = "agenda_meeting",
        /// A committee meets.
        Meeting = "meeting",
        /// The decision is put down, so that what rests on it can go on.
        Decision = "decision",
    }
}

coded! {
    /// Which of the two chains a step is of; they meet at sending.
    pub enum Chain("chain") {
        /// The case to the committees.
        Case = "case",
        /// The application itself.
        Application = "application",
    }
}

coded! {
    /// How a back-plan stands.
    pub enum PlanState("plan_state") {
        /// No committee needs to approve.
        NotNeeded = "not_needed",
        /// It is approved.
        Approved = "approved",
        /// There is no deadline to plan from.
        NoDeadline = "no_deadline",
        /// It is not said which committee.
        NoCommittee = "no_committee",
        /// The committee's meetings up to the deadline are not known.
        MeetingsUnknown = "meetings_unknown",
        /// A meeting can be reached.
        Reachable = "reachable",
        /// Today is the last day.
        LastDay = "last_day",
        /// It can be kept no longer as it is: a step that is not done has passed its last day, or one was moved past what it must come before.
        AtRisk = "at_risk",
        /// The case is handed in for a meeting in time.
        HandedIn = "handed_in",
        /// No meeting can be reached any more.
        Unreachable = "unreachable",
        /// The deadline has passed.
        Passed = "passed",
    }
}

coded! {
    /// What can be done where no meeting can be reached.
    pub enum Way("way") {
        /// The chairman decides; the committee is told at its next meeting. Never gives an appropriation.
        Chairman = "chairman",
        /// The case comes on a supplementary agenda (tillægsdagsorden).
        SupplementaryAgenda = "supplementary_agenda",
        /// An extraordinary meeting is called.
        ExtraordinaryMeeting = "extraordinary_meeting",
        /// The application is sent with a reservation for political approval.
        Reservation = "reservation",
    }
}

coded! {
    /// How far along its way a committee reads a case.
    pub enum Reading("reading") {
        /// The committee of the field (fagudvalg).
        Committee = "committee",
        /// The finance committee (økonomiudvalg).
        Finance = "finance",
        /// The council (kommunalbestyrelse).
        Council = "council",
    }
}

coded! {
    /// What a planned case is.
    pub enum PlannedKind("planned_kind") {
        /// An application to approve.
        Application = "application",
        /// A status report.
        StatusReport = "status_report",
        /// A final report.
        FinalReport = "final_report",
        /// What a decision promised.
        FollowUp = "follow_up",
        /// Something to be told: a chairman's decision, for one.
        Information = "information",
        /// Something else.
        Other = "other",
    }
}
