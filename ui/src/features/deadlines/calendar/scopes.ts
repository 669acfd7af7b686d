import { useLingui } from "@lingui/react/macro";
import { useOffice } from "../../../app/office";
import type { CalendarScope } from "../../../ipc";
import type { Option } from "../../../parts/Select";

/** A scope as the value of a choice: `all`, `person 3`. */
export const choiceOf = (scope: CalendarScope): string => (scope.kind === "all" ? "all" : `${scope.kind} ${scope.id}`);

export function scopeOf(value: string): CalendarScope {
  const [kind, id] = value.split(" ");
  return kind === "person" || kind === "committee" ? { kind, id: Number(id) } : { kind: "all" };
}

/** Whose deadlines a calendar file can hold. */
export function useScopes(): Option<string>[] {
  const { t } = useLingui();
  const { data: office } = useOffice();
  return [
    { value: "all", label: t`All of the municipality` },
    ...(office?.people ?? []).map(({ id, name }) => ({ value: `person ${id}`, label: name })),
    ...(office?.committees ?? []).map(({ id, name, shortName }) => ({
      value: `committee ${id}`,
      label: shortName || name,
      ...(shortName ? { more: name } : {}),
    })),
  ];
}

/** A file name of a scope's: what no system takes in a name is left out. */
export const fileName = (whose: string): string => `Frister – ${whose.replace(/[\\/:*?"<>|]/g, "")}.ics`;
