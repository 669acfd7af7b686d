//! The codes of budgets.

use crate::words::coded;

coded! {
    /// What a version of a budget is.
    pub enum BudgetKind("budget_kind") {
        /// As applied for.
        Applied = "applied",
        /// As granted.
        Granted = "granted",
        /// As changed after the grant.
        Amendment = "amendment",
    }
}

coded! {
    /// What a budget's years are split into.
    pub enum Period("period") {
        /// Not at all.
        Year = "year",
        /// Quarters.
        Quarter = "quarter",
        /// Months.
        Month = "month",
    }
}

impl Period {
    /// How many parts a year has; 0 where it is not split.
    pub const fn parts(self) -> u32 {
        match self {
            Period::Year => 0,
            Period::Quarter => 4,
            Period::Month => 12,
        }
    }
}

coded! {
    /// Whether amounts are with value added tax.
    pub enum Vat("vat") {
        /// Without.
        Excl = "excl",
        /// With.
        Incl = "incl",
        /// Nobody says.
        NotStated = "not_stated",
    }
}

coded! {
    /// Which side of a budget a line is on.
    pub enum Side("side") {
        /// What is spent.
        Cost = "cost",
        /// Who pays.
        Financing = "financing",
    }
}

coded! {
    /// How a line's amount is made.
    pub enum Method("method") {
        /// It is typed.
        Amount = "amount",
        /// Units at a price.
        Units = "units",
        /// Hours at a rate.
        Hours = "hours",
        /// Full-time years (årsværk) at a yearly wage.
        Fte = "fte",
    }
}

coded! {
    /// Who pays.
    pub enum Source("source") {
        /// The grant. All else is co-financing.
        Grant = "grant",
        /// The municipality's own money or staff (egenfinansiering).
        Own = "own",
        /// A partner.
        Partner = "partner",
        /// Another fund.
        OtherFund = "other_fund",
        /// Those who use it.
        UserPayment = "user_payment",
    }
}

coded! {
    /// Where the municipality's own part comes from.
    pub enum OwnForm("own_form") {
        /// Within a budget there is.
        ExistingBudget = "existing_budget",
        /// Staff it has.
        ExistingStaff = "existing_staff",
        /// New money from the treasury.
        NewAppropriation = "new_appropriation",
    }
}

coded! {
    /// How the amount of an expected effect is made.
    pub enum EffectMethod("effect_method") {
        /// It is typed.
        Amount = "amount",
        /// Persons times months times a rate.
        Persons = "persons",
    }
}

coded! {
    /// A kind of rule for budgets and accounts.
    pub enum RuleKind("rule") {
        /// Co-financing must be at least a share of the total cost.
        CoFinancingOfTotal = "co_financing_of_total",
        /// Co-financing must be at least a share of the grant.
        CoFinancingOfGrant = "co_financing_of_grant",
        /// Which form co-financing must have. Choice: `cash`, `own`, `own_cash`.
        CoFinancingForm = "co_financing_form",
        /// The least that can be applied for. Amount.
        GrantFloor = "grant_floor",
        /// The most that can be applied for. Amount.
        GrantCeiling = "grant_ceiling",
        /// Overhead is at most a share of the other costs; 0 is none at all.
        Overhead = "overhead",
        /// Whether unforeseen costs may be budgeted. Choice: `no`.
        Contingency = "contingency",
        /// Which value added tax basis the funder asks for. Choice: `excl`, `incl`, or `borne`: only what the recipient bears in the end.
        Vat = "vat",
        /// What a municipality must pay the state of a private grant. Share; 0: nothing.
        Levy = "levy",
        /// The funder's list of cost categories. Choice: its key.
        Categories = "categories",
        /// The most an hour may cost. Amount.
        WageCapHour = "wage_cap_hour",
        /// The most a full-time year may cost. Amount.
        WageCapYear = "wage_cap_year",
        /// Amounts are in whole steps of this. Amount.
        Rounding = "rounding",
        /// A change of a line beyond this share must be approved first.
        ChangeShare = "change_share",
        /// A change of a line beyond this amount must be approved first.
        ChangeAmount = "change_amount",
        /// Grants above this need a registered or state-authorised auditor. Amount.
        AuditRegistered = "audit_registered",
        /// Grants above this need a performance audit too. Amount.
        AuditPerformance = "audit_performance",
        /// Up to this nothing is repaid. Amount.
        RepaymentFloor = "repayment_floor",
        /// How the grant is paid. Choice: `quarterly_advance`, `arrears`, `results`; for results the parts, as `results:50/40/10`.
        Payment = "payment",
        /// What is kept back until the account is approved. Share of the grant.
        Withheld = "withheld",
        /// The grant falls when own money or spending falls, and never rises. Choice: `yes`.
        NetGrant = "net_grant",
        /// What the budget must be split into. Choice: `quarter`, `month`.
        Period = "period",
        /// Whether the grant follows prices. Choice: `none`, `letter`.
        Indexation = "indexation",
        /// Financing must equal the costs. Choice: `yes`.
        FinancingEqual = "financing_equal",
        /// Whether money moves between years of the project without approval. Choice: `free`, `approval`.
        Transfer = "transfer",
        /// When the final account is due: months after the project's last day. Choice: their number.
        FinalAccount = "final_account",
    }
}

coded! {
    /// How a finding stands.
    pub enum FindingState("finding_state") {
        /// A rule is broken, or figures contradict each other.
        Broken = "broken",
        /// Something is missing, or cannot be judged.
        Open = "open",
        /// What to know.
        Note = "note",
        /// A rule is kept.
        Met = "met",
    }
}

coded! {
    /// What is found about a budget. Its sentence stands under `finding.<code>`; params: `stated`, `computed`, `difference`, `limit`
    /// (kroner), `share`, `limit_share` (per cent), `year`, `line`, `other`, `hours`, `limit_hours`. Where it is kept its sentence is
    /// `finding.<code>.met`, if there is one; the nearest way to mend it stands under `fix.<code>`.
    pub enum FindingCode("finding") {
        /// There is no budget.
        NoBudget = "no_budget",
        /// There are no lines, only stated totals.
        NoLines = "no_lines",
        /// A payer is named without an amount.
        FinancingWithoutAmount = "financing_without_amount",
        /// A cost is named without an amount.
        CostWithoutAmount = "cost_without_amount",
        /// Costs are not allotted to a year.
        CostNotAllotted = "cost_not_allotted",
        /// Financing is not allotted to a year.
        FinancingNotAllotted = "financing_not_allotted",
        /// Financing is less than the costs, of all years.
        FinancingShort = "financing_short",
        /// Financing is more than the costs, of all years.
        FinancingOver = "financing_over",
        /// Cost equals financing.
        FinancingEqual = "financing_equal",
        /// Financing is less than the costs of a year.
        FinancingShortYear = "financing_short_year",
        /// Financing is more than the costs of a year.
        FinancingOverYear = "financing_over_year",
        /// The total stated elsewhere is not the sum of the costs.
        StatedTotalNotCosts = "stated_total_not_costs",
        /// The total stated elsewhere is not the sum of the financing.
        StatedTotalNotFinancing = "stated_total_not_financing",
        /// What is applied for is not what the budget says.
        StatedGrantNotBudget = "stated_grant_not_budget",
        /// Costs and financing, or a stated figure, are not on the same value added tax basis.
        VatUnlike = "vat_unlike",
        /// Nobody says on which basis one of them is, or whether the funder's is kept.
        VatNotStated = "vat_not_stated",
        /// The basis beside the funder's.
        VatNotFunders = "vat_not_funders",
        /// Co-financing is below the least share of the total.
        CoFinancingOfTotal = "co_financing_of_total",
        /// Co-financing is below the least share of the grant.
        CoFinancingOfGrant = "co_financing_of_grant",
        /// Co-financing in a form the funder does not count.
        CoFinancingForm = "co_financing_form",
        /// The grant is below the least.
        GrantFloor = "grant_floor",
        /// The grant is above the most.
        GrantCeiling = "grant_ceiling",
        /// Overhead is above the most.
        Overhead = "overhead",
        /// Overhead is not allowed.
        OverheadNone = "overhead_none",
        /// Unforeseen costs are not allowed.
        Contingency = "contingency",
        /// What the levy takes of the grant.
        Levy = "levy",
        /// A cost has a category the funder does not have.
        CategoryUnknown = "category_unknown",
        /// A line has amounts and no text.
        TextMissing = "text_missing",
        /// A cost has no category.
        CategoryMissing = "category_missing",
        /// An hour costs more than the most.
        WageCapHour = "wage_cap_hour",
        /// A full-time year costs more than the most.
        WageCapYear = "wage_cap_year",
        /// An amount is not in whole steps.
        Rounding = "rounding",
        /// A line has changed by more than may be without approval.
        ChangeShare = "change_share",
        /// The same, by amount.
        ChangeAmount = "change_amount",
        /// A line was not there before.
        ChangeNew = "change_new",
        /// Money of a line moves between years.
        Transfer = "transfer",
        /// Which audit the grant needs: the chosen auditor's.
        AuditChosen = "audit_chosen",
        /// A registered or state-authorised auditor's.
        AuditRegistered = "audit_registered",
        /// With a performance audit.
        AuditPerformance = "audit_performance",
        /// What is kept back of the grant until the account is approved.
        Withheld = "withheld",
        /// The parts the grant is paid in on results.
        PaymentParts = "payment_parts",
        /// The budget must be split finer.
        Period = "period",
        /// The grant is written up with prices, though the letter does not say so.
        Indexation = "indexation",
        /// The same employee is promised for more hours than a year has.
        HoursPromisedTwice = "hours_promised_twice",
        /// Full-time years of one budget have different rates.
        RatesDiffer = "rates_differ",
        /// More is spent on a line than its budget.
        LineOverspent = "line_overspent",
        /// By more than a line may change without approval, as a share.
        OverspentShare = "overspent_share",
        /// The same, by amount.
        OverspentAmount = "overspent_amount",
        /// Spending stands on a line the budget in force does not have.
        LineTakenOut = "line_taken_out",
        /// Spending was booked outside the project's days.
        SpendingOutsidePeriod = "spending_outside_period",
        /// More is received than was granted.
        ReceivedOverGranted = "received_over_granted",
        /// Part of what was received must go back; kept where it is so little that the funder does not ask for it.
        ToRepay = "to_repay",
        /// An instalment should have been asked for.
        InstalmentDue = "instalment_due",
        /// An instalment was asked for and has not come.
        InstalmentNotReceived = "instalment_not_received",
        /// An account should have been sent.
        AccountOverdue = "account_overdue",
        /// The final account should have been sent, by the funder's rule.
        FinalAccountOverdue = "final_account_overdue",
        /// Money moved between years is not approved.
        CarryOverNotApproved = "carry_over_not_approved",
    }
}

coded! {
    /// What must be said with a finding. Its sentence stands under `remark.<code>`.
    pub enum Remark("remark") {
        /// The stated figure is without value added tax; the budget does not say.
        StatedExclBudgetSilent = "stated_excl_budget_silent",
        /// The stated figure is with it; the budget does not say.
        StatedInclBudgetSilent = "stated_incl_budget_silent",
        /// The basis of only one of the two is known.
        OneBasisSilent = "one_basis_silent",
        /// The two are on different bases.
        VatBasesDiffer = "vat_bases_differ",
        /// Part of it is not allotted to years, so that years are not compared.
        PartNotAllotted = "part_not_allotted",
        /// A line that counts has no amount yet.
        PartWithoutAmount = "part_without_amount",
        /// The preset is a starting point: the pool's own text goes before it. Belongs to the source, not to the sentence.
        FromPreset = "from_preset",
    }
}
