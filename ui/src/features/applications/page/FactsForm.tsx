import { useLingui } from "@lingui/react/macro";
import { useOffice } from "../../../app/office";
import { useWord } from "../../../format";
import { type Application, type ApplicationRole, type ApplicationView, commands, type Vat } from "../../../ipc";
import { DanishText } from "../../../parts/DanishText";
import { differs } from "./list/fields";
import { RecordForm } from "./list/RecordForm";
import type { Field } from "./list/RecordList";
import css from "./Page.module.css";
import { useApply } from "./part";

/** What is typed over the application, and the committees ticked, null while they are untouched. */
export type FactsDraft = { patch: Partial<Application>; committees: readonly number[] | null };

const bases: readonly Vat[] = ["not_stated", "excl", "incl"];
const roles: readonly ApplicationRole[] = ["recipient", "co_applicant", "partner"];

/** Corrects the application itself and the committees it concerns. */
export function FactsForm({
  view,
  draft,
  keep,
}: {
  view: ApplicationView;
  draft: FactsDraft;
  keep: (draft: FactsDraft | null) => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const office = useOffice();
  const { application } = view;
  const apply = useApply(application.id);
  const named = (one: { id: number; name: string }) => ({ value: String(one.id), label: one.name });
  const fields: Field<Application>[] = [
    { key: "title", label: t`Title`, kind: "text", required: true, wide: true },
    ...(application.poolId === null
      ? [{ key: "funder", label: t`Funder`, kind: "text", wide: true } satisfies Field<Application>]
      : []),
    { key: "purpose", label: t`Purpose`, kind: "area" },
    { key: "targetGroup", label: t`Target group`, kind: "area" },
    {
      key: "departmentId",
      label: t`Department`,
      kind: "select",
      numeric: true,
      options: office.data?.departments.map(named) ?? [],
    },
    { key: "ownerId", label: t`Owner`, kind: "select", numeric: true, options: office.data?.people.map(named) ?? [] },
    {
      key: "role",
      label: t`Our role`,
      kind: "select",
      required: true,
      options: roles.map((value) => ({ value, label: word("application_role", value) })),
    },
    { key: "periodStart", label: t`Project start`, kind: "partial", first: true },
    { key: "periodEnd", label: t`Project end`, kind: "partial" },
    { key: "journalNumber", label: t`Number in the case system`, kind: "text" },
    { key: "funderReference", label: t`Funder's reference`, kind: "text" },
    { key: "requested", label: t`Amount applied for, DKK`, kind: "amount", first: true },
    {
      key: "requestedNote",
      label: t`Note on the amount applied for`,
      kind: "text",
      hint: t`What the figure leaves open.`,
    },
    { key: "awarded", label: t`Amount granted, DKK`, kind: "amount" },
    { key: "awardedNote", label: t`Note on the amount granted`, kind: "text" },
    { key: "total", label: t`Total cost of the project, DKK`, kind: "amount", first: true },
    { key: "totalNote", label: t`Note on the total cost`, kind: "text" },
    {
      key: "vat",
      label: t`VAT in the three amounts`,
      kind: "select",
      required: true,
      options: bases.map((value) => ({ value, label: word("vat", value) })),
      hint: t`Differences from the budget are told with it: an amount without VAT and one with it are not the same.`,
    },
    { key: "embedding", label: t`Embedding`, kind: "area", hint: t`What happens when the money ends.` },
  ];
  const had = view.committees.map(({ committeeId }) => committeeId);
  const ticked = draft.committees ?? had;
  const added = ticked.filter((id) => !had.includes(id));
  const removed = view.committees.filter(({ committeeId }) => !ticked.includes(committeeId));
  const save = async (row: Application) => {
    if (differs(application, row)) await apply(() => commands.applicationSave(row));
    // Each committee is a record of its own; where one is refused, those before it stand and are not sent again.
    for (const committeeId of added) {
      const part = { id: 0, version: 0, applicationId: application.id, committeeId };
      await apply(() => commands.applicationPartSave({ kind: "committee", row: part }));
    }
    for (const { id, version } of removed) await apply(() => commands.applicationPartDelete("committee", id, version));
  };
  const tick = (id: number) =>
    keep({ ...draft, committees: ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id] });
  const committees = office.data?.committees ?? [];
  return (
    <RecordForm
      label={t`Correct the application`}
      row={application}
      patch={draft.patch}
      fields={fields}
      onPatch={(patch) => keep({ ...draft, patch })}
      save={save}
      onEnd={() => keep(null)}
      dirty={added.length > 0 || removed.length > 0}
    >
      {committees.length > 0 && (
        <fieldset className={css.committees}>
          <legend>{t`Committees it concerns`}</legend>
          {committees.map(({ id, name }) => (
            <label key={id}>
              <input type="checkbox" checked={ticked.includes(id)} onChange={() => tick(id)} />
              <DanishText>{name}</DanishText>
            </label>
          ))}
        </fieldset>
      )}
    </RecordForm>
  );
}
