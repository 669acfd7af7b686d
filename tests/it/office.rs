//! Who we are: departments, committees and people of one municipality at a time.

use tilsagn_core::ErrorCode;
use tilsagn_core::office::{Committee, Department, OfficeRules, Person, PersonRole};
use tilsagn_core::store::Store;
use tilsagn_core::views::{OfficePart, OfficePartKind, OfficeView};

use crate::desk::assert_error;
use crate::register::built_in;

fn municipality(store: &Store, named: &str) -> u32 {
    store.municipality_named(named).unwrap().id
}

fn committee(municipality_id: u32, name: &str, short_name: &str) -> OfficePart {
    let (name, short_name) = (name.to_owned(), short_name.to_owned());
    OfficePart::Committee(Committee::named(municipality_id, name, short_name))
}

fn names(view: &OfficeView) -> Vec<&str> {
    view.committees.iter().map(|committee| committee.name.as_str()).collect()
}

#[test]
fn a_municipality_is_found_by_code_or_name_in_any_spelling() {
    let store = built_in();
    let found = |named: &str| store.municipality_named(named).unwrap().name;
    for named in ["København", "koebenhavn", "KOBENHAVN", " 101 "] {
        assert_eq!(found(named), "København", "{named}");
    }
    assert_eq!((found("lyngby-taarbæk"), found("lyngby-tårbæk")), ("Lyngby-Taarbæk".to_owned(), "Lyngby-Taarbæk".to_owned()));
    let error = store.municipality_named("Utopia").unwrap_err();
    assert_error(&error, ErrorCode::MunicipalityNotFound);
    assert_eq!(error.params["found"], "Utopia");
    assert_error(&store.municipality_named("").unwrap_err(), ErrorCode::MunicipalityNotFound);
}

#[test]
fn two_municipalities_may_both_have_a_biu() {
    let mut store = built_in();
    let (lyngby, koebenhavn) = (municipality(&store, "173"), municipality(&store, "101"));
    assert_eq!(store.municipalities_in_use(None).unwrap(), []);
    let name = "Beskæftigelses- og Integrationsudvalget";
    store.office_save(&committee(lyngby, &format!("  {name} "), "BIU")).unwrap();
    let saved = store.office_save(&committee(koebenhavn, name, "BIU")).unwrap();
    assert_eq!((names(&saved.view), saved.view.municipality.name.as_str()), (vec![name], "København"));
    assert_eq!(saved.changed, ["committee"]);
    store.office_save(&committee(lyngby, "Ældreudvalget", "ÆU")).unwrap();
    store.office_save(&committee(lyngby, "Økonomiudvalget", "ØU")).unwrap();
    assert_eq!(names(&store.office(lyngby).unwrap()), [name, "Ældreudvalget", "Økonomiudvalget"]);

    let taken = store.office_save(&committee(lyngby, "Et andet udvalg", "BIU")).unwrap_err();
    assert_error(&taken, ErrorCode::FieldTaken);
    assert_eq!((taken.field.as_deref(), taken.params["found"].as_str()), (Some("short_name"), "BIU"));
    let taken = store.office_save(&committee(lyngby, name, "X")).unwrap_err();
    assert_eq!((taken.code, taken.field.as_deref()), (ErrorCode::FieldTaken, Some("name")));
    let empty = store.office_save(&committee(lyngby, "Udvalg", " ")).unwrap_err();
    assert_eq!((empty.code, empty.field.as_deref()), (ErrorCode::FieldRequired, Some("short_name")));

    let in_use = |also| store.municipalities_in_use(also).unwrap().into_iter().map(|one| one.name).collect::<Vec<_>>();
    assert_eq!(in_use(None), ["København", "Lyngby-Taarbæk"]);
    let also = store.municipality_named("aabenraa").unwrap().id;
    assert_eq!(in_use(Some(also)), ["København", "Lyngby-Taarbæk", "Aabenraa"]);
}

#[test]
fn people_have_departments_that_stay_while_they_do() {
    let mut store = built_in();
    let lyngby = municipality(&store, "173");
    let (name, short_name) = ("Center for Arbejdsmarked".to_owned(), "CAM".to_owned());
    let department = Department { id: 0, version: 0, municipality_id: lyngby, name, short_name };
    let view = store.office_save(&OfficePart::Department(department)).unwrap().view;
    let department = view.departments[0].clone();
    let (name, role) = ("Åse »Pulje« O'Neill 🎄".to_owned(), PersonRole::Officer);
    let person = Person { id: 0, version: 0, municipality_id: lyngby, name, role, department_id: Some(department.id) };
    let view = store.office_save(&OfficePart::Person(person)).unwrap().view;
    let person = view.people[0].clone();
    assert_eq!((person.name.as_str(), person.department_id), ("Åse »Pulje« O'Neill 🎄", Some(department.id)));

    let delete = |store: &mut Store, kind, id, version| store.office_delete(kind, id, version);
    let used = delete(&mut store, OfficePartKind::Department, department.id, department.version).unwrap_err();
    assert_error(&used, ErrorCode::RecordConflicts);
    let renamed = OfficePart::Person(Person { name: "Åse O'Neill".to_owned(), ..person.clone() });
    store.office_save(&renamed).unwrap();
    assert_error(&store.office_save(&renamed).unwrap_err(), ErrorCode::RecordChanged);
    delete(&mut store, OfficePartKind::Person, person.id, person.version + 1).unwrap();
    let view = delete(&mut store, OfficePartKind::Department, department.id, department.version).unwrap().view;
    assert!(view.departments.is_empty() && view.people.is_empty());
    for _ in 0..5 {
        store.undo().unwrap();
    }
    assert_eq!(store.municipalities_in_use(None).unwrap(), []);
}

#[test]
fn a_municipality_works_by_the_programs_rules_until_it_has_its_own() {
    let mut store = built_in();
    let lyngby = municipality(&store, "173");
    let rules = store.office(lyngby).unwrap().rules;
    assert_eq!((rules.id, rules.approval_before_submission), (0, false));
    let view = store.office_save(&OfficePart::Rules(OfficeRules { approval_before_submission: true, ..rules })).unwrap().view;
    assert!(view.rules.id > 0 && view.rules.approval_before_submission);
    assert!(store.office(municipality(&store, "101")).unwrap().rules.id == 0, "another's rules are its own");
    assert_error(&store.office(9999).unwrap_err(), ErrorCode::RecordMissing);
}
