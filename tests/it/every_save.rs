//! Every function that saves a text, to be tried with all kinds of them.

use tilsagn_core::Error;
use tilsagn_core::applications::*;
use tilsagn_core::budgets::{Account, Budget, BudgetLine, Effect, EffectMethod, Instalment, Repayment, Side};
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::catalogue::CanApply;
use tilsagn_core::committee::{AppendixKind, CaseKind, CasePoint, CommitteeCase, FollowUp};
use tilsagn_core::office::{Committee, Department, Person, PersonRole};
use tilsagn_core::pools::{Choice, Stance, StanceReason};
use tilsagn_core::store::Store;
use tilsagn_core::views::*;

use crate::awarded;
use crate::paper_parts::paper_form;
use crate::register::day;
use crate::sheet;

const TODAY: &str = "2019-03-12";

/// A way to save a text and read it back.
pub type Save = Box<dyn FnMut(&mut Store, &str) -> Result<String, Error>>;

fn by(name: &'static str, save: impl FnMut(&mut Store, &str) -> Result<String, Error> + 'static) -> (&'static str, Save) {
    (name, Box::new(save))
}

fn application(municipality_id: u32, id: u32, version: u32, text: &str) -> Application {
    Application {
        id,
        version,
        municipality_id,
        pool_id: None,
        funder: text.to_owned(),
        title: text.to_owned(),
        purpose: text.to_owned(),
        target_group: text.to_owned(),
        department_id: None,
        owner_id: None,
        role: ApplicationRole::Recipient,
        period_start: None,
        period_end: None,
        journal_number: text.to_owned(),
        funder_reference: text.to_owned(),
        requested: None,
        requested_note: text.to_owned(),
        awarded: None,
        awarded_note: text.to_owned(),
        total: None,
        total_note: text.to_owned(),
        vat: tilsagn_core::budgets::Vat::NotStated,
        approval: None,
        approval_on: None,
        approval_by: text.to_owned(),
        reservation: text.to_owned(),
        embedding: text.to_owned(),
    }
}

pub fn draft(title: &str) -> ApplicationDraft {
    ApplicationDraft {
        pool_id: None,
        funder: "Fonden".to_owned(),
        copy_of: None,
        title: title.to_owned(),
        stage: Stage::Drafting,
        taken_on: Some(PartialDate::Day(day(TODAY))),
        department_id: None,
        owner_id: None,
        committee_ids: Vec::new(),
    }
}

pub fn begun(store: &mut Store, municipality: u32) -> ApplicationView {
    store.application_create(&draft("Ansøgning"), municipality, day(TODAY)).unwrap().view
}

pub fn part(store: &mut Store, part: ApplicationPart) -> Result<ApplicationView, Error> {
    store.application_part_save(&part, day(TODAY)).map(|changed| changed.view)
}

/// Every function that takes a text, each with the text in every field it has.
pub fn saves(municipality_id: u32, application_id: u32) -> Vec<(&'static str, Save)> {
    let (id, version) = (0, 0);
    vec![
        by("department", move |store, text| {
            let (name, short_name) = (text.to_owned(), text.to_owned());
            let row = Department { id, version, municipality_id, name, short_name };
            let view = store.office_save(&OfficePart::Department(row))?.view;
            Ok(view.departments.into_iter().max_by_key(|row| row.id).unwrap().name)
        }),
        by("committee", move |store, text| {
            let (name, short_name, covers) = (text.to_owned(), text.to_owned(), text.to_owned());
            let row = Committee { id, version, covers, ..Committee::named(municipality_id, name, short_name) };
            let view = store.office_save(&OfficePart::Committee(row))?.view;
            Ok(view.committees.into_iter().max_by_key(|row| row.id).unwrap().covers)
        }),
        by("person", move |store, text| {
            let name = text.to_owned();
            let row = Person { id, version, municipality_id, name, role: PersonRole::Officer, department_id: None };
            let view = store.office_save(&OfficePart::Person(row))?.view;
            Ok(view.people.into_iter().max_by_key(|row| row.id).unwrap().name)
        }),
        by("own pool", move |store, text| {
            let draft = OwnPoolDraft { note: text.to_owned(), ..own_pool(text) };
            Ok(store.own_pool_save(&draft, day(TODAY))?.view.title.da)
        }),
        by("own call", move |store, text| {
            let pool = store.own_pool_save(&own_pool("Pulje"), day(TODAY))?.view;
            let view = store.own_call_save(&OwnCallDraft { title: text.to_owned(), ..own_call(pool.id) }, day(TODAY))?.view;
            Ok(view.calls[0].title.clone())
        }),
        by("assessment", move |store, text| {
            let draft = AssessmentDraft { text: text.to_owned(), ..assessment(some_pool(store)) };
            Ok(store.assessment_save(&draft, municipality_id, day(TODAY))?.view.assessments[0].text.clone())
        }),
        by("choice", move |store, text| {
            let pool_id = some_pool(store);
            let draft = ChoiceDraft { pool_id, choice: Choice::DoNotApply, reason: text.to_owned(), chosen_on: None };
            Ok(store.choice_save(&draft, municipality_id, day(TODAY))?.view.choices[0].reason.clone())
        }),
        by("case", move |store, text| {
            let made = store.case_create(&case(text), municipality_id, day(TODAY))?.view.committee_case;
            let summary = text.to_owned();
            let view = store.case_save(&CommitteeCase { summary, ..made }, day(TODAY))?.view.committee_case;
            assert_eq!((&view.summary, &view.case_number), (&view.title, &view.title));
            Ok(view.title)
        }),
        by("point", move |store, text| {
            let committee_case_id = store.case_create(&case("Sag"), municipality_id, day(TODAY))?.view.committee_case.id;
            let (text, condition) = (text.to_owned(), text.to_owned());
            let row = CasePoint { id, version, committee_case_id, parent_id: None, position: 0, text, condition, drafted: false };
            let view = store.case_part_save(&CasePart::Point(row), day(TODAY))?.view;
            assert_eq!(view.points[0].point.condition, view.points[0].point.text);
            Ok(view.points[0].point.text.clone())
        }),
        by("follow-up", move |store, text| {
            let committee_case_id = store.case_create(&case("Sag"), municipality_id, day(TODAY))?.view.committee_case.id;
            let (text, report) = (text.to_owned(), text.to_owned());
            let row = FollowUp { id, version, committee_case_id, text, due_on: None, reported_on: None, report };
            Ok(store.case_part_save(&CasePart::FollowUp(row), day(TODAY))?.view.follow_ups[0].report.clone())
        }),
        by("correction", move |store, text| {
            let all = || text.to_owned();
            let now = store.initiative(1, day(TODAY), "")?;
            let (can_apply_place, applicants, authority, summary) = (all(), all(), all(), all());
            let correction = InitiativeCorrection {
                id: 1,
                version: now.version,
                can_apply: CanApply::Yes,
                can_apply_place,
                applicants,
                authority,
                summary,
            };
            Ok(store.initiative_correct(&correction, day(TODAY), "")?.view.summary)
        }),
        by("saved view", move |store, text| {
            let (screen, name, definition) = ("pools".to_owned(), text.to_owned(), "{}".to_owned());
            let views = store.saved_view_save(&SavedView { id, version, screen, name, definition })?.view;
            Ok(views.into_iter().max_by_key(|view| view.id).unwrap().name)
        }),
        by("application", move |store, text| {
            let now = store.application(application_id, day(TODAY))?.application;
            let changed = application(municipality_id, application_id, now.version, text);
            let view = store.application_save(&changed, day(TODAY))?.view.application;
            assert_eq!((&view.purpose, &view.embedding), (&view.title, &view.title));
            Ok(view.title)
        }),
        by("note", move |store, text| {
            let (text, author, written_on) = (text.to_owned(), text.to_owned(), day(TODAY));
            let row = ApplicationNote { id, version, application_id, text, author, written_on };
            let view = part(store, ApplicationPart::Note(row))?;
            Ok(view.notes.into_iter().max_by_key(|row| row.id).unwrap().text)
        }),
        by("partner", move |store, text| {
            let (name, part_text) = (text.to_owned(), text.to_owned());
            let row = ApplicationPartner {
                id,
                version,
                application_id,
                name,
                part: part_text,
                requested: None,
                awarded: None,
                liable: true,
            };
            let view = part(store, ApplicationPart::Partner(row))?;
            Ok(view.partners.into_iter().max_by_key(|row| row.id).unwrap().part)
        }),
        by("target", move |store, text| {
            let all = || text.to_owned();
            let (title, measure, baseline, goal, result) = (all(), all(), all(), all(), all());
            let row =
                ApplicationTarget { id, version, application_id, position: 0, title, measure, baseline, goal, due: None, result };
            let view = part(store, ApplicationPart::Target(row))?;
            Ok(view.targets.into_iter().max_by_key(|row| row.id).unwrap().result)
        }),
        by("task", move |store, text| {
            let (title, waiting_for) = (text.to_owned(), text.to_owned());
            let row =
                ApplicationTask { id, version, application_id, title, person_id: None, waiting_for, due_on: None, done_on: None };
            let view = part(store, ApplicationPart::Task(row))?;
            Ok(view.tasks.into_iter().max_by_key(|row| row.id).unwrap().waiting_for)
        }),
        by("condition", move |store, text| {
            let (text, answer) = (text.to_owned(), text.to_owned());
            let row = ApplicationCondition { id, version, application_id, text, due_on: None, closed_on: None, answer };
            let view = part(store, ApplicationPart::Condition(row))?;
            Ok(view.conditions.into_iter().max_by_key(|row| row.id).unwrap().answer)
        }),
        by("activity", move |store, text| {
            let (title, text) = (text.to_owned(), text.to_owned());
            let view = part(
                store,
                ApplicationPart::Activity(ApplicationActivity { id, version, application_id, position: 0, title, text }),
            )?;
            Ok(view.activities.into_iter().max_by_key(|row| row.id).unwrap().text)
        }),
        by("budget", move |store, text| {
            let made = sheet::another(store, application_id);
            let all = || text.to_owned();
            let (title, letter, note) = (all(), all(), all());
            let view = store.budget_save(&Budget { title, letter, note, ..made }, day(TODAY))?.view;
            let saved = view.sheet.unwrap().budget;
            assert_eq!((&saved.letter, &saved.note), (&saved.title, &saved.title));
            Ok(saved.title)
        }),
        by("budget line", move |store, text| {
            let budget_id = sheet::another(store, application_id).id;
            let draft = LineDraft { budget_id, side: Side::Cost, after_id: None, source: None, own_form: None };
            let line = store.budget_line_add(&draft)?.view.lines.remove(0).line;
            let all = || text.to_owned();
            let (unit, note, origin, ledger_function, ledger_project) = (all(), all(), all(), all(), all());
            let line = BudgetLine { text: all(), unit, note, origin, ledger_function, ledger_project, ..line };
            let saved = store.budget_line_save(&line)?.view.lines.remove(0).line;
            assert_eq!((&saved.unit, &saved.ledger_project), (&saved.text, &saved.text));
            Ok(saved.text)
        }),
        by("budget edit", move |store, text| {
            let budget = sheet::another(store, application_id).id;
            // A category is one of the funder's list and no free text.
            let fields = [LineField::Text, LineField::Unit, LineField::Note, LineField::Origin];
            let edits = fields.map(|field| sheet::typed(None, 0, field, 0, text)).to_vec();
            let saved = sheet::types(store, budget, Side::Cost, edits).lines.remove(0).line;
            assert_eq!((&saved.unit, &saved.note, &saved.origin), (&saved.text, &saved.text, &saved.text));
            Ok(saved.text)
        }),
        by("instalment", move |store, text| {
            let row = Instalment { note: text.to_owned(), ..awarded::instalment(application_id, text, None, None, 5) };
            let view = store.money_part_save(&MoneyPart::Instalment(row), day(TODAY))?.view;
            let saved = view.instalments.into_iter().max_by_key(|row| row.id).unwrap();
            assert_eq!(saved.title, saved.note);
            Ok(saved.title)
        }),
        by("account", move |store, text| {
            let row = Account { note: text.to_owned(), ..awarded::account(application_id, text) };
            let view = store.money_part_save(&MoneyPart::Account(row), day(TODAY))?.view;
            Ok(view.accounts.into_iter().max_by_key(|row| row.id).unwrap().title)
        }),
        by("repayment", move |store, text| {
            let row = Repayment { reason: text.to_owned(), ..awarded::repayment(application_id, None, 5) };
            let view = store.money_part_save(&MoneyPart::Repayment(row), day(TODAY))?.view;
            Ok(view.repayments.into_iter().max_by_key(|row| row.id).unwrap().reason)
        }),
        by("effect", move |store, text| {
            let [budget_area, assumption, source] = [(); 3].map(|()| text.to_owned());
            let (text, method, position) = (text.to_owned(), EffectMethod::Amount, 0);
            let (refund, refund_year) = (None, None);
            let row = Effect {
                id,
                version,
                application_id,
                position,
                text,
                budget_area,
                method,
                refund,
                refund_year,
                assumption,
                source,
            };
            let view = store.effect_part_save(&EffectPart::Effect(row), day(TODAY))?.view;
            let saved = view.effects.into_iter().map(|line| line.effect).max_by_key(|row| row.id).unwrap();
            assert_eq!((&saved.budget_area, &saved.assumption), (&saved.text, &saved.source));
            Ok(saved.source)
        }),
        by("checklist", move |store, text| {
            let title = text.to_owned();
            let row = ChecklistItem { id, version, application_id, position: 0, title, required: true, document_id: None };
            let view = part(store, ApplicationPart::Checklist(row))?;
            Ok(view.checklist.into_iter().max_by_key(|row| row.id).unwrap().title)
        }),
        by("form of papers", move |store, text| {
            let view = store.paper_form_save(&paper_form(municipality_id, text), municipality_id)?.view;
            let saved = view.forms.into_iter().max_by_key(|form| form.form.id).unwrap();
            assert_eq!((&saved.form.intro, &saved.form.label_pattern), (&saved.form.name, &saved.form.decision_pattern));
            assert_eq!((&saved.parts[0].heading, &saved.parts[0].phrase), (&saved.form.name, &saved.form.point_prefix));
            Ok(saved.form.name)
        }),
        by("paper appendix", move |store, text| {
            let committee_case_id = store.case_create(&case("Sag"), municipality_id, day(TODAY))?.view.committee_case.id;
            let draft = AppendixDraft {
                id,
                version,
                committee_case_id,
                position: 0,
                kind: AppendixKind::Typed,
                title: text.to_owned(),
                document_id: None,
                columns: Vec::new(),
                pools: Vec::new(),
            };
            Ok(store.paper_appendix_save(&draft, day(TODAY))?.view.appendices[0].draft.title.clone())
        }),
        by("paper taken back", move |store, text| {
            let case = store.case_create(&case("Sag"), municipality_id, day(TODAY))?.view.committee_case.id;
            let copy = store.paper_hand_in(case, day(TODAY))?.view.handed_in.unwrap();
            let draft = TakeBack { id: copy.id, version: copy.version, reason: text.to_owned() };
            Ok(store.paper_take_back(&draft, day(TODAY))?.view.copies[0].reason.clone())
        }),
    ]
}

fn case(text: &str) -> CaseDraft {
    CaseDraft {
        title: text.to_owned(),
        kind: CaseKind::Decision,
        case_number: text.to_owned(),
        committee_id: None,
        meeting_date: None,
        item_number: String::new(),
        pools: Vec::new(),
        applications: Vec::new(),
        condition: text.to_owned(),
    }
}

pub fn some_pool(store: &Store) -> u32 {
    store.pools(None, day(TODAY), None).unwrap().pools[0].id
}

pub fn own_pool(title: &str) -> OwnPoolDraft {
    OwnPoolDraft {
        id: 0,
        version: 0,
        initiative_id: None,
        title: title.to_owned(),
        authority: title.to_owned(),
        amount: None,
        applicants: String::new(),
        can_apply: CanApply::Yes,
        note: String::new(),
    }
}

pub fn own_call(pool_id: u32) -> OwnCallDraft {
    OwnCallDraft {
        id: 0,
        version: 0,
        pool_id,
        title: "Opslag".to_owned(),
        published: None,
        opens_on: None,
        questions_until: None,
        answer_expected: None,
        deadline: Some(day("2019-05-01")),
        deadline_time: None,
        correction: false,
        moved_on: None,
        moved_reason: String::new(),
        amount: None,
        project_from: None,
        project_to: None,
        applicants: String::new(),
        can_apply: CanApply::Yes,
        sources: String::new(),
    }
}

fn assessment(pool: u32) -> AssessmentDraft {
    AssessmentDraft {
        pool_id: Some(pool),
        initiative_id: None,
        stance: Stance::DoNotApply,
        reason: Some(StanceReason::Other),
        text: String::new(),
        assessed_on: None,
        application_hours: None,
        reporting_hours: None,
    }
}
