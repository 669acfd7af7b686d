import type { Missing, Requirement, Stage, StepDraft } from "../../../ipc";
import { readTime } from "../../../parts/time";

/** What a step's form holds, as it is typed. */
export type Fields = {
  takenOn: string | null;
  takenTime: string;
  reason: string;
  journalised: boolean;
  recordNumber: string;
  requested: string | null;
  awarded: string | null;
  funderReference: string;
  conditions: readonly Condition[];
};

/** `key` tells one line from another while they are added and removed. */
export type Condition = { key: number; text: string; dueOn: string | null };

export type FieldKey = Exclude<keyof Fields, "takenOn" | "reason">;

const ends: readonly Stage[] = ["rejected", "withdrawn", "not_applied"];

/** Whether a step to this stage must say why. */
export const needsReason = (to: Stage): boolean => ends.includes(to);

const filed: readonly FieldKey[] = ["journalised", "recordNumber"];

/** What the form of a step asks for, beside the day and why. */
export function asked(to: Stage): readonly FieldKey[] {
  if (to === "submitted") return ["takenTime", "requested", ...filed];
  if (to === "granted") return ["awarded", "funderReference", ...filed];
  if (to === "conditionally_granted") return ["awarded", "funderReference", "conditions", ...filed];
  if (to === "rejected") return filed;
  return [];
}

/** Whether a step can be taken without a form: it lacks nothing and there is nothing to ask for. */
export const atOnce = (to: Stage, lacks: readonly Requirement[]): boolean =>
  lacks.length === 0 && asked(to).length === 0 && !needsReason(to);

export function emptyFields(today: string, requested: string | null, awarded: string | null): Fields {
  return {
    takenOn: today,
    takenTime: "",
    reason: "",
    journalised: false,
    recordNumber: "",
    requested,
    awarded,
    funderReference: "",
    conditions: [],
  };
}

/** What the form itself answers, so that it is asked for there and not listed as missing elsewhere. */
const answered: ReadonlySet<Missing> = new Set([
  "date",
  "reason",
  "requested_amount",
  "awarded_amount",
  "conditions",
  "journalised",
]);

/** What the step lacks by what is written now, what blocks first. `conditions` is how many there are already. */
export function lacking(
  to: Stage,
  fields: Fields,
  lacks: readonly Requirement[],
  conditions: number,
): readonly Requirement[] {
  const asks = asked(to);
  const none = !fields.conditions.some(({ text }) => text.trim() !== "") && conditions === 0;
  const own: [Missing, boolean, boolean][] = [
    ["date", fields.takenOn === null, true],
    ["reason", needsReason(to) && fields.reason.trim() === "", true],
    ["awarded_amount", asks.includes("awarded") && fields.awarded === null, true],
    ["conditions", asks.includes("conditions") && none, true],
    ["requested_amount", asks.includes("requested") && fields.requested === null, false],
    ["journalised", asks.includes("journalised") && to !== "rejected" && !fields.journalised, false],
  ];
  const found = [
    ...own.flatMap(([missing, lacking, blocks]) => (lacking ? [{ missing, blocks }] : [])),
    ...lacks.filter(({ missing }) => !answered.has(missing)),
  ];
  return found.sort((one, other) => Number(other.blocks) - Number(one.blocks));
}

/** The step as it is sent: only what its stage asks for, without empty conditions. */
export function drafted(application: { id: number; version: number }, to: Stage, fields: Fields): StepDraft {
  const asks = asked(to);
  const given = <K extends FieldKey, None>(key: K, none: None) => (asks.includes(key) ? fields[key] : none);
  return {
    applicationId: application.id,
    version: application.version,
    stage: to,
    takenOn: fields.takenOn,
    takenTime: readTime(given("takenTime", "")),
    reason: fields.reason.trim(),
    journalised: given("journalised", false),
    recordNumber: given("recordNumber", "").trim(),
    requested: given("requested", null),
    awarded: given("awarded", null),
    funderReference: given("funderReference", "").trim(),
    conditions: given("conditions", [])
      .filter(({ text }) => text.trim() !== "")
      .map(({ text, dueOn }) => ({ text: text.trim(), dueOn })),
  };
}
