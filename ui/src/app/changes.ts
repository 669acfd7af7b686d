import { hashKey, type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { onDataChanged } from "../ipc/events";

const pools = ["register", "initiative", "pools", "poolStanding"];
const applications = ["applications", "application", "overview"];
const days = ["deadlines", "plan", "coming"];
const standing = [...pools, ...applications, ...days, "committeeCase", "overview"];
const committeeCase = [...pools, ...applications, ...days, "cases", "committeeCase"];
const terms = ["terms", "budget", "money", ...days];
const money = ["money", "whatIf", ...days];
const budgets = ["budget", "money", "effect", "whatIf", "exposure", "overview"];
const office = ["office", ...applications, ...days, "meetings", "cases", "committeeCase", "exposure"];

/** Which queries show something of a table. A query's key begins with the name of its command. */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  initiative: ["register", "initiative", "pools"],
  pool: [...standing, "cases"],
  call: standing,
  call_deadline: standing,
  municipality: ["reference", "initiative", "office"],
  population: ["reference", "initiative"],
  price_index: ["reference", "register", "initiative", "exposure"],
  saved_view: ["savedViews"],
  department: office,
  committee: [...office, "poolStanding", "pools", "initiative"],
  person: office,
  office_rules: ["office", "paperForms", "application", ...days, ...budgets],
  assessment: standing,
  final_choice: [...standing, "cases"],
  committee_case: [...committeeCase, "paperForms"],
  case_reading: committeeCase,
  case_point: committeeCase,
  case_point_subject: committeeCase,
  case_decision: committeeCase,
  case_follow_up: ["cases", "committeeCase", "overview", ...days],
  application: [...standing, "cases", ...budgets],
  application_step: [...standing, "cases", ...budgets],
  application_committee: [...applications, ...days, "exposure"],
  application_partner: applications,
  application_condition: [...applications, ...days],
  application_target: ["application", "overview", ...days],
  application_activity: ["application", "exposure"],
  application_milestone: ["application", "overview", ...days],
  application_task: [...applications, ...days],
  application_note: ["application"],
  appropriation: applications,
  appropriation_year: ["application"],
  document: [...applications, ...days],
  checklist_item: applications,
  discrepancy: [...applications, ...days, "committeeCase"],
  wage_estimate: ["office", "budget"],
  budget: budgets,
  budget_line: budgets,
  budget_cell: budgets,
  terms,
  terms_rule: terms,
  instalment: money,
  account: money,
  repayment: money,
  carry_over: money,
  spending: money,
  spending_forecast: money,
  effect: ["effect"],
  effect_year: ["effect"],
  meeting: [...standing, "meetings"],
  closing_day: [...standing, "office", "meetings"],
  lead_time: [...standing, "office", "meetings"],
  deadline: [...applications, ...days],
  date_rule: ["terms", ...applications, ...days],
  deadline_mark: standing,
  plan: standing,
  planned_case: ["coming", "meetings"],
  paper_form: ["paperForms"],
  paper_form_part: ["paperForms"],
  case_text: [],
  case_appendix: [],
  case_appendix_pool: [],
  paper_copy: [],
};

/** Shown by every change: history, and papers, whose figures may be of anything. */
const always = ["history", "paper", "paperPreview"];

/** Loads again what shows these tables; with none named, or an unknown one, everything. `current` is a query that has the change already. */
export function invalidate(client: QueryClient, tables: readonly string[], current?: QueryKey) {
  const stale = new Set([...always, ...tables.flatMap((table) => shownBy[table] ?? [])]);
  const everything = tables.length === 0 || tables.some((table) => !(table in shownBy));
  const spared = current && hashKey(current);
  client.invalidateQueries({
    predicate: ({ queryKey, queryHash }) => queryHash !== spared && (everything || stale.has(String(queryKey[0]))),
  });
}

/** Loads again what shows the tables that a change named, but for the query that has the change already; none named is everything. */
export function useChanged(): (tables: string[], current?: QueryKey) => void {
  const client = useQueryClient();
  return useCallback((tables, current) => invalidate(client, tables, current), [client]);
}

/** Follows changes that another process made to the data file. */
export function useChangesElsewhere() {
  const changed = useChanged();
  useEffect(() => onDataChanged(changed), [changed]);
}
