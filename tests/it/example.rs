//! The example against the papers it is made of. The figures here are typed from them, past the data files.

use rusqlite::{Connection, types::FromSql};
use tilsagn_core::seed;
use tilsagn_core::store::{Environment, Store};

use crate::desk::Desk;

/// The example in a file, read past the program.
fn example() -> (Desk, Connection) {
    let mut desk = Desk::new();
    desk.environment = Environment { schema: tilsagn_core::store::SCHEMA, ..desk.environment };
    let store = Store::create(&desk.path(), &desk.environment, seed::example).unwrap();
    assert!(store.is_example().unwrap());
    drop(store);
    let connection = Connection::open(desk.path()).unwrap();
    (desk, connection)
}

fn all<T: FromSql>(connection: &Connection, sql: &str) -> Vec<T> {
    connection.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn one<T: FromSql>(connection: &Connection, sql: &str) -> T {
    all(connection, sql).pop().unwrap()
}

#[test]
fn lyngby_taarbaek_has_nine_pools_assessed_and_three_approved_on_a_condition() {
    let (_desk, connection) = example();
    let assessed = all::<String>(
        &connection,
        "SELECT coalesce(initiative.number, pool.key) || ' ' || stance || ' ' || coalesce(reason, '-') || ' ' || assessed_on
         FROM assessment JOIN pool ON pool.id = pool_id LEFT JOIN initiative ON initiative.id = initiative_id
         JOIN municipality ON municipality.id = assessment.municipality_id WHERE code = '173' ORDER BY assessment.id",
    );
    let expected = [
        "90 unclear -",
        "91 awaiting_details -",
        "92 do_not_apply target_group_small",
        "93 awaiting_details -",
        "96 do_not_apply applied_elsewhere",
        "97 awaiting_details -",
        "107 awaiting_details -",
        "repatriering existing_practice -",
        "108 awaiting_details -",
    ];
    assert_eq!(assessed, expected.map(|row| format!("{row} 2019-02-28")), "before the meeting they were put to");
    let points = all::<String>(
        &connection,
        "SELECT pool.key FROM case_point AS inner_point JOIN case_point AS outer_point ON outer_point.id = inner_point.parent_id
         JOIN case_point_subject ON case_point_id = inner_point.id JOIN pool ON pool.id = pool_id
         WHERE outer_point.condition = 'hvis forvaltningen vurderer dem relevante, når de nærmere beskrivelser foreligger'
         AND outer_point.position = 1 ORDER BY inner_point.position",
    );
    assert_eq!(points, ["91", "93-a", "107-a"]);
    let decided = all::<String>(
        &connection,
        "SELECT (case_point.position + 1) || ' ' || outcome || ' ' || meeting_date || ' ' || item_number FROM case_decision
         JOIN case_point ON case_point.id = case_point_id JOIN case_reading ON case_reading.id = case_reading_id
         WHERE meeting_date LIKE '2019%' ORDER BY case_point.position",
    );
    assert_eq!(decided, ["1 noted 2019-03-12 3", "2 approved 2019-03-12 3"]);
    assert_eq!(one::<u32>(&connection, "SELECT count(*) FROM final_choice"), 0, "the final choice is open");
}

#[test]
fn every_application_has_its_figures() {
    let (_desk, connection) = example();
    let rows = all::<String>(
        &connection,
        "SELECT code || ' ' || application.title || ' | ' || (SELECT group_concat(stage || coalesce(' ' || taken_on, ''), ', ')
             FROM application_step WHERE application_id = application.id)
         || ' | ' || coalesce(period_start, '?') || ' – ' || coalesce(period_end, '?') || ' | '
         || coalesce(requested_oere, '?') || ' ' || coalesce(awarded_oere, '?') || ' ' || coalesce(total_oere, '?')
         FROM application JOIN municipality ON municipality.id = municipality_id ORDER BY application.id",
    );
    assert_eq!(
        rows,
        [
            "173 Idræt som vej til inklusion, integration, beskæftigelse og sundhed | assessing 2019-03-12 | ? – ? | ? ? ?",
            "173 Bedre udslusning og overgang fra særligt tilrettelagt ungdomsuddannelse (STU) | assessing 2019-03-12 | ? – ? | ? ? ?",
            "173 Flere kvinder med indvandrerbaggrund i beskæftigelse | assessing 2019-03-12 | ? – ? | ? ? ?",
            "173 Forløb for unge med ADHD | submitted | ? – ? | ? ? ?",
            "173 Flere skal med | running 2017 | 2017 – 2019 | ? ? ?",
            "173 Håndholdt ressourceforløb | running 2017 | 2017 – 2019 | ? ? ?",
            "173 Et mere rummeligt arbejdsmarked for borgere med handicap | running 2018-12-14 | 2018-12-14 – 2020-09-30 | ? ? ?",
            "101 Rådgiver på hjul | submitted, conditionally_granted | 2009-01-01 – 2010-12-31 | 233600000 233600000 316400000",
            "101 Fælles strategi for udsatte og syge borgere | idea 2010 | 2010 – ? | ? ? 1270000000",
            "183 Pilotprojekt med Socialmedicinsk Enhed | idea, drafting 2016 | 2016-08 – 2017-09 | ? ? ?",
        ]
    );
}

#[test]
fn targets_milestones_and_what_is_missing_are_there() {
    let (_desk, connection) = example();
    let of = |application: &str, table: &str| {
        let sql = format!(
            "SELECT count(*) FROM {table} JOIN application ON application.id = application_id WHERE application.title LIKE '{application}%'"
        );
        one::<u32>(&connection, &sql)
    };
    let goals = all::<String>(
        &connection,
        "SELECT baseline || ' → ' || goal FROM application_target JOIN application ON application.id = application_id
         WHERE measure LIKE '%(succeskriterium)' OR application.title LIKE 'Fælles%' OR baseline LIKE '%pct.' OR goal = '30'
         ORDER BY application_target.id",
    );
    assert_eq!(
        goals,
        [
            "27 pct. → 50 pct.",
            " → 900",
            " → 20 pct.",
            " → 20 pct.",
            " → 20 pct.",
            " → 4 uger kortere",
            "2010 → 20 pct. lavere",
            "2010 → Mindst 20 pct.",
            "2010 → 5 pct. højere",
            " → Mindst 65 pct. i 2011 og 68 pct. i 2012; 75 pct. af dem tilbage i job",
            " → 30",
            " → 30",
        ]
    );
    let quarters =
        all::<String>(&connection, "SELECT starts || '/' || ends FROM application_milestone WHERE starts < '2011' ORDER BY id");
    let ends = ["03-31", "06-30", "09-30", "12-31"];
    let expected = [2009, 2010].into_iter().flat_map(|year| {
        ends.iter().zip(["01", "04", "07", "10"]).map(move |(end, start)| format!("{year}-{start}-01/{year}-{end}"))
    });
    assert_eq!(quarters, expected.collect::<Vec<_>>());
    assert_eq!((of("Rådgiver", "application_partner"), of("Rådgiver", "discrepancy")), (2, 6));
    assert_eq!((of("Fælles", "application_committee"), of("Fælles", "application_activity")), (3, 4));
    assert_eq!(one::<u32>(&connection, "SELECT count(*) FROM application_condition WHERE closed_on IS NULL"), 1);
    assert_eq!(one::<u32>(&connection, "SELECT count(*) FROM case_follow_up WHERE reported_on IS NULL"), 5);
    let missing = "SELECT due_on || ' ' || waiting_for FROM application_task WHERE done_on IS NULL";
    assert_eq!(all::<String>(&connection, missing), ["2016-05-17 Socialmedicinsk Enhed"]);
    let readings = "SELECT short_name || coalesce(' ' || meeting_date, '') FROM case_reading
                    JOIN committee ON committee.id = committee_id ORDER BY case_reading.id";
    assert_eq!(all::<String>(&connection, readings), ["BIU 2019-03-12", "BIU 2009-02-26", "BIU", "SOU", "SUD"]);
}

#[test]
fn nothing_of_it_can_be_undone() {
    let (desk, connection) = example();
    drop(connection);
    let mut store = Store::open(&desk.path(), tilsagn_core::views::OpenMode::Write, &desk.environment).unwrap();
    assert_eq!(store.undo().unwrap_err().code, tilsagn_core::ErrorCode::NothingToUndo);
    assert_eq!(store.recent(1).unwrap()[0].kind, "example.create");
}

/// Rådgiver på hjul: the nine costs of the project description and the financing of the case, typed here from both.
#[test]
fn the_budget_of_raadgiver_paa_hjul_is_that_of_its_papers() {
    let (_desk, connection) = example();
    let sums = all::<String>(
        &connection,
        "SELECT kind || ' ' || side || ' ' || year || ' ' || sum(amount_oere) || ' ' || count(*) FROM budget_cell
         JOIN budget_line ON budget_line.id = budget_line_id JOIN budget ON budget.id = budget_id
         JOIN application ON application.id = application_id WHERE application.title = 'Rådgiver på hjul'
         GROUP BY budget.position, kind, side, year ORDER BY budget.position, side, year",
    );
    let of = |kind: &str| {
        [
            format!("{kind} cost 2009 172510400 9"),
            format!("{kind} cost 2010 168310400 9"),
            format!("{kind} financing 0 233600000 1"),
            format!("{kind} financing 2009 39900000 1"),
            format!("{kind} financing 2010 39900000 1"),
        ]
    };
    assert_eq!(sums, [of("applied"), of("granted")].concat());
    let state = all::<String>(
        &connection,
        "SELECT kind || ' ' || in_force || ' ' || coalesce(in_force_on, '?') || ' ' || budget.vat || ' ' || financing_vat
         FROM budget ORDER BY id",
    );
    assert_eq!(
        state,
        ["applied 1 ? not_stated excl", "granted 1 2009-02-26 not_stated excl", "applied 0 ? not_stated not_stated"]
    );
}

#[test]
fn ishoej_names_who_pays_and_no_amount() {
    let (_desk, connection) = example();
    let lines = all::<String>(
        &connection,
        "SELECT budget_line.source || ' ' || budget_line.text || ' ' || (SELECT count(*) FROM budget_cell WHERE budget_line_id = budget_line.id)
         || ' ' || coalesce(partner_id IS NOT NULL, 0) FROM budget_line
         JOIN budget ON budget.id = budget_id JOIN application ON application.id = application_id
         JOIN municipality ON municipality.id = municipality_id WHERE code = '183' ORDER BY budget_line.position",
    );
    assert_eq!(lines, ["partner Socialmedicinsk Enhed 0 1", "grant Fond uden for kommunen 0 0"]);
}
