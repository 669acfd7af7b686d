//! Forms of papers: those that ship with the program, and a municipality's own.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use rusqlite::Connection;
use zip::ZipArchive;

use crate::committee::forms::{check_parts, shipped};
use crate::committee::{CommitteeCase, PaperCopy, PaperForm, PaperFormPart, PartContent};
use crate::error::{Error, ErrorCode, Result};
use crate::office::OfficeRules;
use crate::ops::Op;
use crate::record::{Columns, Record, tidy};
use crate::store::documents::documents_of;
use crate::store::records::{record, records, remove, save as put, untaken};
use crate::store::refuse::{invalid, taken};
use crate::store::{Store, Tx};
use crate::views::{Changed, FormDraft, FormView, FormsView};

pub fn view(store: &Store, municipality: u32) -> Result<FormsView> {
    store.query(|conn| forms(conn, municipality))
}

pub fn save(store: &mut Store, draft: &FormDraft, municipality: u32) -> Result<Changed<FormsView>> {
    let committed = store.transact(Op::PaperFormSave, |tx| write(tx, draft, municipality))?;
    Ok(Changed { view: view(store, municipality)?, changed: committed.changed })
}

pub fn delete(store: &mut Store, id: u32, version: u32, municipality: u32) -> Result<Changed<FormsView>> {
    let committed = store.transact(Op::PaperFormSave, |tx| {
        let form: PaperForm = record(tx.connection(), id)?;
        let forms = forms(tx.connection(), form.municipality_id)?;
        if forms.usual == form.key || forms.forms.iter().any(|other| other.form.key == form.key && other.cases > 0) {
            return Err(Error::new(ErrorCode::PaperFormInUse).with("record", form.name));
        }
        remove::<PaperForm>(tx, id, version, &[("paper_form_part", "paper_form_id")])
    })?;
    Ok(Changed { view: view(store, municipality)?, changed: committed.changed })
}

pub fn choose(store: &mut Store, key: &str, municipality: u32) -> Result<Changed<FormsView>> {
    let committed = store.transact(Op::PaperFormSave, |tx| {
        known(tx.connection(), municipality, key)?;
        let set: Option<OfficeRules> = records(tx.connection(), "WHERE municipality_id = ?1", [municipality])?.pop();
        let rules = set.unwrap_or_else(|| OfficeRules::usual(municipality));
        put(tx, &OfficeRules { form: key.to_owned(), ..rules })
    })?;
    Ok(Changed { view: view(store, municipality)?, changed: committed.changed })
}

pub fn template(
    store: &mut Store,
    (id, version): (u32, u32),
    template: Option<&Path>,
    municipality: u32,
) -> Result<Changed<FormsView>> {
    let set = |store: &mut Store, name: &str, sha256: &str| {
        store.transact(Op::PaperFormSave, |tx| {
            let columns = [("template_name", name), ("template_sha256", sha256)];
            let columns = Columns::from_iter(columns.map(|(column, value)| (column.to_owned(), value.into())));
            tx.update(PaperForm::TABLE, i64::from(id), i64::from(version), columns)
        })
    };
    let committed = match template {
        None => set(store, "", "")?,
        Some(path) => {
            let kept = store.keep_document(path)?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let place = documents_of(&store.path).place(&kept.sha256);
            let committed = is_docx(&place, path).and_then(|()| set(store, &name, &kept.sha256));
            store.unless_failed(committed, &kept)?
        }
    };
    Ok(Changed { view: view(store, municipality)?, changed: committed.changed })
}

/// That what was kept from `path` is a Word document: a zip with a main part that can be taken out whole.
fn is_docx(place: &Path, path: &Path) -> Result<()> {
    let unreadable = |cause: String| Error::new(ErrorCode::TemplateUnreadable).with("file", path.display()).because(cause);
    let file = File::open(place).map_err(|error| unreadable(error.to_string()))?;
    let mut archive = ZipArchive::new(file).map_err(|error| unreadable(error.to_string()))?;
    let mut main = archive.by_name("word/document.xml").map_err(|error| unreadable(error.to_string()))?;
    std::io::copy(&mut main, &mut std::io::sink()).map_err(|error| unreadable(error.to_string()))?;
    Ok(())
}

pub fn content(store: &Store, case: u32, form: Option<&str>) -> Result<Option<(String, Vec<u8>)>> {
    let form = store.query(|conn| {
        let case: CommitteeCase = record(conn, case)?;
        let copies: Vec<PaperCopy> =
            records(conn, "WHERE committee_case_id = ?1 AND withdrawn_on IS NULL ORDER BY number", [case.id])?;
        // A paper that is handed in goes on in the form it was handed in by, as long as there is one.
        let handed_in = copies.last().filter(|_| form.is_none()).map(|copy| copy.form.clone());
        match handed_in.map(|key| of_case(conn, &case, Some(&key))) {
            Some(Ok(form)) => Ok(form),
            _ => of_case(conn, &case, form),
        }
    })?;
    let PaperForm { template_name, template_sha256, .. } = form.form;
    if template_sha256.is_empty() {
        return Ok(None);
    }
    let contents = documents_of(&store.path);
    let lost = || store.lost_content(&template_name);
    if !contents.is_whole(&template_sha256) {
        return Err(lost());
    }
    let mut bytes = Vec::new();
    let read = fs::File::open(contents.place(&template_sha256)).and_then(|mut file| file.read_to_end(&mut bytes));
    read.map_err(|error| lost().because(error))?;
    Ok(Some((template_name, bytes)))
}

/// The forms of a municipality: those that ship with the program, then its own in the order they were made.
pub(super) fn forms(conn: &Connection, municipality: u32) -> Result<FormsView> {
    let mut forms: Vec<FormView> =
        shipped(municipality)?.into_iter().map(|(form, parts)| FormView { own: false, form, parts, cases: 0 }).collect();
    let own: Vec<PaperForm> = records(conn, "WHERE municipality_id = ?1 ORDER BY id", [municipality])?;
    let of_own =
        "JOIN paper_form ON paper_form.id = paper_form_id WHERE municipality_id = ?1 ORDER BY position, paper_form_part.id";
    let mut parts: HashMap<u32, Vec<PaperFormPart>> = HashMap::new();
    for part in records::<PaperFormPart>(conn, of_own, [municipality])? {
        parts.entry(part.paper_form_id).or_default().push(part);
    }
    forms.extend(own.into_iter().map(|form| {
        let parts = parts.remove(&form.id).unwrap_or_default();
        FormView { own: true, form, parts, cases: 0 }
    }));
    let rules: Option<OfficeRules> = records(conn, "WHERE municipality_id = ?1", [municipality])?.pop();
    let chosen = rules.and_then(|rules| forms.iter().position(|form| form.form.key == rules.form)).unwrap_or_default();
    let cases: Vec<CommitteeCase> = records(conn, "WHERE municipality_id = ?1", [municipality])?;
    for case in cases {
        let written_in = forms.iter().position(|form| form.form.key == case.form).unwrap_or(chosen);
        forms[written_in].cases += 1;
    }
    Ok(FormsView { usual: forms[chosen].form.key.clone(), forms })
}

/// The form a case is written in: the one that is asked for, else its own, else the municipality's.
///
/// # Errors
/// `paper_form_not_found` for one that is asked for.
pub(super) fn of_case(conn: &Connection, case: &CommitteeCase, asked: Option<&str>) -> Result<FormView> {
    let FormsView { usual, mut forms } = forms(conn, case.municipality_id)?;
    let at = |key: &str| forms.iter().position(|form| form.form.key == key);
    let found = match asked {
        Some(key) => at(key).ok_or_else(|| not_found(key, &forms))?,
        // A form may be gone by an undo of what made it.
        None => at(&case.form).or_else(|| at(&usual)).unwrap_or_default(),
    };
    Ok(forms.swap_remove(found))
}

/// That a municipality has a form.
///
/// # Errors
/// `paper_form_not_found`.
pub(in crate::store) fn known(conn: &Connection, municipality: u32, key: &str) -> Result<()> {
    let forms = forms(conn, municipality)?.forms;
    if forms.iter().any(|form| form.form.key == key) { Ok(()) } else { Err(not_found(key, &forms)) }
}

fn not_found(key: &str, forms: &[FormView]) -> Error {
    let keys: Vec<&str> = forms.iter().map(|form| form.form.key.as_str()).collect();
    Error::new(ErrorCode::PaperFormNotFound).with("found", key).with("expected", keys.join(", "))
}

/// Writes a form with its parts; gives its id.
fn write(tx: &mut Tx<'_>, draft: &FormDraft, municipality: u32) -> Result<u32> {
    let was: Option<PaperForm> = if draft.form.id == 0 { None } else { Some(record(tx.connection(), draft.form.id)?) };
    let form = match &was {
        // Its key stays, and its template is changed by a deed of its own.
        Some(was) => PaperForm {
            municipality_id: was.municipality_id,
            key: was.key.clone(),
            template_name: was.template_name.clone(),
            template_sha256: was.template_sha256.clone(),
            ..draft.form.clone()
        },
        None => PaperForm {
            municipality_id: municipality,
            key: free_key(tx.connection(), "form", FORM_KEYS)?,
            template_name: String::new(),
            template_sha256: String::new(),
            ..draft.form.clone()
        },
    };
    form.check()?;
    if !form.title_pattern.contains("{title}") {
        return Err(invalid("title_pattern", &form.title_pattern, "{title} ({kind})"));
    }
    let name = tidy(&form.name);
    if shipped(form.municipality_id)?.iter().any(|(shipped, _)| shipped.name == name) {
        return Err(taken("name", name));
    }
    untaken(tx.connection(), &form, "municipality_id", "name")?;
    check_parts(&draft.parts)?;
    let id = put(tx, &form)?;
    write_parts(tx, id, &draft.parts)?;
    Ok(id)
}

/// Everything that names a form by its key, so that no key means two of them.
const FORM_KEYS: &str = "SELECT key FROM paper_form UNION SELECT form FROM paper_copy UNION SELECT form FROM committee_case UNION SELECT form FROM office_rules";

/// Everything that names a part by its key.
const PART_KEYS: &str = "SELECT key FROM paper_form_part UNION SELECT key FROM case_text";

/// The next of `form-1`, `form-2` … after those in use.
fn free_key(conn: &Connection, word: &str, used: &str) -> Result<String> {
    let mut statement = conn.prepare_cached(used)?;
    let used = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let number = |key: &String| key.strip_prefix(word)?.strip_prefix('-')?.parse::<u32>().ok();
    let last = used.iter().filter_map(number).max().unwrap_or_default();
    Ok(format!("{word}-{}", last.saturating_add(1)))
}

/// Brings the parts of a form to these, in their order. One that holds something else now is another part, with a key of its own.
fn write_parts(tx: &mut Tx<'_>, form: u32, parts: &[PaperFormPart]) -> Result<()> {
    let was: Vec<PaperFormPart> = records(tx.connection(), "WHERE paper_form_id = ?1", [form])?;
    let kept = |part: &PaperFormPart| was.iter().find(|was| was.id == part.id && was.content == part.content);
    for gone in was.iter().filter(|was| !parts.iter().any(|part| kept(part).is_some_and(|kept| kept.id == was.id))) {
        remove::<PaperFormPart>(tx, gone.id, gone.version, &[])?;
    }
    for (position, part) in (0..).zip(parts) {
        let (id, version, key) = match (kept(part), part.content) {
            (Some(was), _) => (was.id, was.version, was.key.clone()),
            (None, PartContent::Own) => (0, 0, free_key(tx.connection(), "own", PART_KEYS)?),
            (None, content) => (0, 0, content.code().to_owned()),
        };
        put(tx, &PaperFormPart { id, version, paper_form_id: form, position, key, ..part.clone() })?;
    }
    Ok(())
}
