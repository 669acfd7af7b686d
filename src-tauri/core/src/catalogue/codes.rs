//! The codes of the catalogue. Their words for a reader stand in [`crate::words`].

use crate::words::coded;

coded! {
    /// How the money of an initiative reaches those it is for. An initiative may have several.
    pub enum Mechanism("mechanism") {
        /// Money one applies for.
        ApplicationPool = "application_pool",
        /// A named organisation receives an operating grant.
        OperatingGrant = "operating_grant",
        /// The state carries the effort out itself.
        NationalEffort = "national_effort",
        /// A law with duties, negotiated with municipalities or regions (DUT) and paid through the block grant.
        LawDut = "law_dut",
        /// A law about a benefit.
        LawBenefit = "law_benefit",
        /// A frame or reserve whose use is decided later.
        ReserveFrame = "reserve_frame",
        /// The state's administration of the initiatives.
        Administration = "administration",
        /// Financing of the state's own authorities.
        StateFinancing = "state_financing",
        /// The national part of an EU fund.
        EuCoFinancing = "eu_co_financing",
        /// A deposit in a fund.
        FundContribution = "fund_contribution",
        /// The agreement does not say.
        Unclear = "unclear",
    }
}

coded! {
    /// Whether a municipality can apply.
    pub enum CanApply("can_apply") {
        /// The municipality can apply itself.
        Yes = "yes",
        /// The municipality can take part in another's application.
        Partner = "partner",
        /// The source does not say.
        Unclear = "unclear",
        /// No.
        No = "no",
    }
}

coded! {
    /// Who the money of a DUT-marked initiative may reach through the block grant.
    pub enum DutRecipient("dut_recipient") {
        /// The municipalities, as the agreement says.
        Municipal = "municipal",
        /// The regions.
        Regional = "regional",
        /// Both, without a figure for each.
        Split = "split",
        /// The agreement does not say.
        NotStated = "not_stated",
    }
}

coded! {
    /// What kind of contradiction or remark a source note is about.
    pub enum NoteKind("note_kind") {
        /// Parts do not add up to the stated sum.
        Sum = "sum",
        /// Two places state different amounts.
        Amount = "amount",
        /// An amount covers more or less than it is said to.
        Scope = "scope",
        /// The permanent amount.
        Permanent = "permanent",
        /// Amounts in different price levels are mixed.
        PriceLevel = "price_level",
        /// Two names for one thing.
        Name = "name",
        /// Two periods for one thing.
        Period = "period",
        /// A mark such as D.
        Marker = "marker",
        /// An amount is credited to the wrong year or source.
        Attribution = "attribution",
        /// Anything else.
        Other = "other",
    }
}

coded! {
    /// How the calls of a pool or an initiative stand on a given day.
    pub enum CallState("call_state") {
        /// No call is known.
        None = "none",
        /// A call is published but the deadline is not known.
        NoDeadline = "no_deadline",
        /// A call is known, but not the day it was published; its deadline, if known, has not passed.
        Undated = "undated",
        /// The deadline is today or later.
        Open = "open",
        /// The deadline has passed.
        Closed = "closed",
    }
}
