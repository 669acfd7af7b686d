import { useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { megabytes } from "../../app/Backups";
import { useMunicipality, useReference } from "../../app/municipality";
import { useOffice } from "../../app/office";
import { useSession } from "../../app/session";
import { formatDate, formatNumber, formatPartialDate, useWord } from "../../format";
import { commands, type FieldChange, type PoolsView } from "../../ipc";
import { formatAmount } from "../../money";
import { formatDecimal, unscaled } from "../decimal";
import { showDaysOfYear } from "../terms/dateRules";

/** Columns that hold a domain code, with the group its words stand in. */
const codes: Readonly<Record<string, string>> = {
  "initiative.can_apply": "can_apply",
  "pool.can_apply": "can_apply",
  "call.can_apply": "can_apply",
  "person.role": "person_role",
  "assessment.stance": "stance",
  "assessment.reason": "stance_reason",
  "final_choice.choice": "choice",
  "application.role": "application_role",
  "application.approval": "approval",
  "application_step.stage": "stage",
  "appropriation.kind": "appropriation_kind",
  "document.kind": "document_kind",
  "committee_case.kind": "case_kind",
  "case_decision.outcome": "outcome",
  "application.vat": "vat",
  "budget.kind": "budget_kind",
  "budget.period": "period",
  "budget.vat": "vat",
  "budget.financing_vat": "vat",
  "budget_line.side": "side",
  "budget_line.method": "method",
  "budget_line.source": "source",
  "budget_line.own_form": "own_form",
  "terms_rule.rule": "rule",
  "effect.method": "effect_method",
  "committee.reading": "reading",
  "committee.paper_unit": "day_unit",
  "lead_time.step": "plan_step",
  "lead_time.unit": "day_unit",
  "deadline.kind": "deadline_kind",
  "date_rule.kind": "deadline_kind",
  "date_rule.basis": "date_basis",
  "date_rule.unit": "day_unit",
  "date_rule.series": "series",
  "deadline_mark.kind": "deadline_kind",
  "plan.reading": "reading",
  "plan.way": "way",
  "planned_case.kind": "planned_kind",
  "paper_form_part.content": "part_content",
  "case_appendix.kind": "appendix_kind",
};

const dates = new Set([
  "date",
  "published",
  "deadline",
  "known_from",
  "project_from",
  "project_to",
  "period_start",
  "period_end",
  "due",
  "starts",
  "ends",
  "meeting_date",
  "keep_until",
  "first_day",
  "last_day",
  "questions_until",
  "answer_expected",
  "moved_from",
  "aside_until",
]);
const answers = new Set([
  "liable",
  "journalised",
  "personal_data",
  "required",
  "closed",
  "chairman",
  "approval_before_submission",
  "in_force",
  "indexed",
  "in_kind",
  "construction",
  "service_frame",
  "applies",
  "extraordinary",
  "cancelled",
  "recess",
  "closed_constitution_day",
  "closed_christmas_eve",
  "closed_new_years_eve",
  "hearing_elderly",
  "hearing_disability",
  "hearing_staff",
  "dropped",
  "number_single",
]);

type Named = { id: number; name: string };

/** What an id names: those of the municipality looked at, as far as the screen knows them. */
function useNamed(): (field: string, id: string) => string | undefined {
  const client = useQueryClient();
  const municipality = useMunicipality();
  const { data: reference } = useReference();
  const { data: office } = useOffice();
  const enabled = municipality !== null;
  const applications = useQuery({
    queryKey: ["applications", null],
    queryFn: () => commands.applications(null),
    enabled,
  });
  const cases = useQuery({ queryKey: ["cases", null], queryFn: () => commands.cases(null), enabled });
  const titled = ({ id, title }: { id: number; title: string }): Named => ({ id, name: title });
  return (field, id) => {
    const among = (): readonly Named[] | undefined => {
      switch (field) {
        case "municipality_id":
          return reference?.municipalities;
        case "department_id":
          return office?.departments;
        case "committee_id":
        case "next_committee_id":
          return office?.committees;
        case "owner_id":
        case "person_id":
          return office?.people;
        case "application_id":
          return applications.data?.applications.map(titled);
        case "committee_case_id":
          return cases.data?.cases.map(titled);
        case "pool_id":
          return client
            .getQueriesData<PoolsView>({ queryKey: ["pools"] })
            .flatMap(([, view]) => view?.pools ?? [])
            .map((pool) => ({ id: pool.id, name: pool.title.da }));
        default:
          return undefined;
      }
    };
    return among()?.find((one) => String(one.id) === id)?.name;
  };
}

/** A kept value as a person reads it: codes in words, amounts, figures and days in the reader's way. */
export function useValue(): (change: Pick<FieldChange, "table" | "field">, kept: string) => string {
  const { t } = useLingui();
  const { language } = useSession();
  const word = useWord();
  const named = useNamed();
  return ({ table, field }, kept) => {
    const group = codes[`${table}.${field}`];
    if (group) return word(group, kept);
    if (field.endsWith("_oere")) {
      const shown = formatAmount(Number(kept), "kr", language);
      return t`DKK ${shown}`;
    }
    // Four decimals; so has per cent, where the share itself is kept in millionths.
    if (field.endsWith("_e4") || field.endsWith("_ppm")) return formatDecimal(unscaled(Number(kept)), language);
    // What the program has named already is a name.
    if (field.endsWith("_id"))
      return recordName(named(field, kept) ?? (/^\d+$/.test(kept) ? t`no. ${kept}` : kept), language);
    if (field.endsWith("_time")) return language === "da" ? kept.replace(":", ".") : kept;
    if (answers.has(field)) return kept === "1" ? t`yes` : t`no`;
    if (field.endsWith("_on") || dates.has(field))
      return /^\d{4}(-\d\d){0,2}$/.test(kept) ? formatPartialDate(kept, language, "short") : kept;
    switch (field) {
      case "population":
      case "fte_hours":
        return formatNumber(Number(kept), language);
      case "general_per_mille":
        return formatNumber(Number(kept) / 10, language, 1);
      case "days":
        return table === "date_rule" ? showDaysOfYear(kept, language) : kept;
      case "columns":
        return kept
          .split(",")
          .map((column) => word("appendix_column", column))
          .join(", ");
      case "bytes":
        return megabytes(Number(kept), language);
      default:
        return kept;
    }
  };
}

/** A record's name with the day it may end in written in the reader's way. */
export const recordName = (record: string, language: "da" | "en"): string =>
  record.replace(/\d{4}-\d\d-\d\d$/, (day) => formatDate(day, language, "short"));
