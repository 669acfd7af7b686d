//! Cases to write papers of.

use crate::applications::{Application, ApplicationRole, Stage};
use crate::budgets::{Budget, BudgetKind, BudgetLine, LineYear, OwnForm, Period, Side, Source, Vat};
use crate::committee::{
    CaseKind, CasePoint, CaseReading, CommitteeCase, Outcome, PaperForm, PaperFormPart, PartContent, PointDecision,
};
use crate::money::Money;
use crate::office::OfficeRules;
use crate::report::case::{AgreementFacts, ApplicationFacts, BudgetFacts, CaseFacts, LineFacts, PoolFacts};
use crate::views::{FormView, PointView, ReadingView};

/// A case with nothing in it.
pub fn empty() -> CaseFacts {
    CaseFacts {
        as_of: "2019-03-12".parse().unwrap(),
        municipality: "Lyngby-Taarbæk".into(),
        office: OfficeRules::usual(1),
        case: CommitteeCase {
            id: 1,
            version: 1,
            municipality_id: 1,
            title: "Puljer".into(),
            kind: CaseKind::Decision,
            case_number: String::new(),
            closed: false,
            recommended_on: None,
            summary: String::new(),
            form: String::new(),
        },
        readings: Vec::new(),
        points: Vec::new(),
        pools: Vec::new(),
        applications: Vec::new(),
        running: Vec::new(),
        follow_ups: Vec::new(),
        appendices: Vec::new(),
    }
}

/// A point; `label` as `2 a`, of which the letter says that it lies inside the one before.
pub fn point(id: u32, parent_id: Option<u32>, label: &str, text: &str, condition: &str) -> PointView {
    let (text, condition) = (text.to_owned(), condition.to_owned());
    let point = CasePoint { id, version: 1, committee_case_id: 1, parent_id, position: 0, text, condition, drafted: false };
    PointView { point, label: label.to_owned(), subjects: Vec::new() }
}

/// A reading on a day, with what was decided.
pub fn reading(committee: &str, on: Option<&str>, decided: &[(u32, Outcome, &str)]) -> ReadingView {
    let decision = |(point, outcome, text): &(u32, Outcome, &str)| PointDecision {
        id: 1,
        version: 1,
        case_reading_id: 1,
        case_point_id: *point,
        outcome: *outcome,
        text: (*text).to_owned(),
    };
    ReadingView {
        reading: CaseReading {
            id: 1,
            version: 1,
            committee_case_id: 1,
            committee_id: 1,
            position: 0,
            meeting_date: on.map(|on| on.parse().unwrap()),
            item_number: "3".into(),
            chairman: false,
            remark: String::new(),
            votes: String::new(),
            minority_statement: String::new(),
        },
        committee: committee.to_owned(),
        short_name: committee.to_owned(),
        decisions: decided.iter().map(decision).collect(),
    }
}

/// A form with these parts, each under its own word but the summary, which has none.
pub fn form(parts: &[PartContent]) -> FormView {
    let part = |(position, content): (u32, &PartContent)| PaperFormPart {
        id: 0,
        version: 0,
        paper_form_id: 0,
        position,
        key: content.code().to_owned(),
        content: *content,
        heading: if *content == PartContent::Summary { String::new() } else { content.word(crate::Language::Da).to_owned() },
        phrase: String::new(),
    };
    FormView {
        own: false,
        form: PaperForm {
            id: 0,
            version: 0,
            municipality_id: 1,
            key: "test".into(),
            name: "Test".into(),
            label_pattern: "Punkt {item}".into(),
            title_pattern: "{title} ({kind})".into(),
            intro: "Forvaltningen foreslår, at".into(),
            point_prefix: String::new(),
            number_single: false,
            decision_pattern: "{committee}, den {date}".into(),
            template_name: String::new(),
            template_sha256: String::new(),
        },
        parts: (0..).zip(parts).map(part).collect(),
        cases: 0,
    }
}

/// Pool `id` of initiative `id`, with amounts in two years.
pub fn pool(id: u32) -> PoolFacts {
    PoolFacts {
        id,
        asked: true,
        title: format!("Pulje {id}"),
        initiative: Some(id),
        area: "Beskæftigelse".into(),
        summary: "Penge til noget".into(),
        agreement: Some(AgreementFacts {
            id: 1,
            title: "Satspuljen 2019".into(),
            agreed_on: "2018-11-13".parse().unwrap(),
            price_level: 2019,
            first_year: 2019,
            last_year: 2022,
            total: Some(kr(3_316_900_000)),
        }),
        years: vec![(2019, kr(10_000_000)), (2021, kr(5_500_000))],
        total: Some(kr(15_500_000)),
        price_level: Some(2019),
        assessment: "Afventer et nærmere oplæg.".into(),
        ..PoolFacts::default()
    }
}

/// An application that is sent, with these lines in its budget.
pub fn application(id: u32, lines: Vec<LineFacts>) -> ApplicationFacts {
    ApplicationFacts {
        application: Application {
            id,
            version: 1,
            municipality_id: 1,
            pool_id: None,
            funder: "En fond".into(),
            title: format!("Projekt {id}"),
            purpose: "Hjælpe nogen".into(),
            target_group: String::new(),
            department_id: None,
            owner_id: None,
            role: ApplicationRole::Recipient,
            period_start: None,
            period_end: None,
            journal_number: String::new(),
            funder_reference: String::new(),
            requested: None,
            requested_note: String::new(),
            awarded: None,
            awarded_note: String::new(),
            total: None,
            total_note: String::new(),
            vat: Vat::NotStated,
            approval: None,
            approval_on: None,
            approval_by: String::new(),
            reservation: String::new(),
            embedding: String::new(),
        },
        stage: Stage::Submitted,
        funder: "En fond".into(),
        department: "Jobcenter".into(),
        beside: Vec::new(),
        budget: (!lines.is_empty()).then(|| BudgetFacts { budget: budget(id), lines }),
        appropriation: None,
        appropriation_years: Vec::new(),
        conditions: Vec::new(),
        targets: Vec::new(),
        activities: Vec::new(),
        effects: Vec::new(),
        deadline: None,
        deadline_time: None,
        plan: Vec::new(),
    }
}

fn budget(application_id: u32) -> Budget {
    Budget {
        id: 1,
        version: 1,
        application_id,
        position: 1,
        kind: BudgetKind::Applied,
        title: String::new(),
        period: Period::Year,
        first_year: 2019,
        last_year: 2020,
        vat: Vat::Excl,
        financing_vat: Vat::Excl,
        in_force: false,
        in_force_on: None,
        letter: String::new(),
        document_id: None,
        indexed: false,
        note: String::new(),
    }
}

/// A line with amounts in øre by year.
pub fn line(side: Side, paid: Option<(Source, Option<OwnForm>)>, department: &str, oere: &[(i32, i64)]) -> LineFacts {
    let (source, own_form) = paid.unzip();
    let line = BudgetLine::empty(1, 1, 0, side).paid_by(source, own_form.flatten());
    let year = |(year, oere): &(i32, i64)| LineYear { year: *year, amount: Some(Money::from_oere(*oere)), ..LineYear::default() };
    // Two departments are two areas of appropriation.
    let line = BudgetLine { department_id: Some(u32::try_from(department.len()).unwrap()), ..line };
    LineFacts { line, years: oere.iter().map(year).collect(), department: department.to_owned() }
}

/// Whole kroner.
pub fn kr(kroner: i64) -> Money {
    Money::from_oere(kroner * 100)
}
