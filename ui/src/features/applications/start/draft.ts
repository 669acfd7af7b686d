import type { ApplicationDraft, ApplicationRow, CallPlan, PoolView, Stage } from "../../../ipc";

/** Where an application comes from: a pool, a fund without one, or an earlier application. */
export type Source = "pool" | "fund" | "copy";

export type Fields = {
  source: Source;
  pool: string;
  funder: string;
  copy: string;
  title: string;
  stage: Stage;
  takenOn: string | null;
  departmentId: number | null;
  ownerId: number | null;
  /** None while nobody has chosen: then those that are offered. */
  committeeIds: readonly number[] | null;
};

/** What is written as the form opens. `pool` and `copy` are those of the address, `ownerId` the person who uses the program. */
export function begun(
  pool: number | undefined,
  copy: ApplicationRow | undefined,
  ownerId: number | null,
  today: string,
): Fields {
  return {
    source: copy ? "copy" : "pool",
    pool: pool === undefined ? "" : String(pool),
    funder: "",
    copy: copy ? String(copy.id) : "",
    title: "",
    stage: "idea",
    takenOn: today,
    departmentId: copy?.departmentId ?? null,
    ownerId,
    committeeIds: copy?.committeeIds ?? null,
  };
}

/** The field that must be filled in and is not. */
export function lacking({ source, pool, funder, copy, title }: Fields): "pool" | "funder" | "copy" | "title" | null {
  if (source === "pool") return pool === "" ? "pool" : null;
  if (source === "copy") return copy === "" ? "copy" : null;
  if (funder.trim() === "") return "funder";
  return title.trim() === "" ? "title" : null;
}

/** The committees of an application where nobody has chosen: the one the way to the pool's deadline goes by, if it is one. */
export function offeredCommittees(plans: readonly CallPlan[] = []): readonly number[] {
  const [only, other] = plans;
  return only && !other ? [only.committeeId] : [];
}

/** The title taken where none is written. */
export function offeredTitle(
  { source, pool, copy }: Fields,
  pools: readonly PoolView[],
  applications: readonly ApplicationRow[],
): string {
  if (source === "pool") return pools.find(({ id }) => String(id) === pool)?.title.da ?? "";
  if (source === "copy") return applications.find(({ id }) => String(id) === copy)?.title ?? "";
  return "";
}

export function drafted(fields: Fields, committeeIds: readonly number[]): ApplicationDraft {
  const { source, stage, takenOn, departmentId, ownerId } = fields;
  return {
    poolId: source === "pool" ? Number(fields.pool) : null,
    funder: source === "fund" ? fields.funder.trim() : "",
    copyOf: source === "copy" ? Number(fields.copy) : null,
    title: fields.title.trim(),
    stage,
    takenOn,
    departmentId,
    ownerId,
    committeeIds: [...committeeIds],
  };
}
