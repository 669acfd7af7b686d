import { useLingui } from "@lingui/react/macro";
import { useNavigate, useSearch } from "@tanstack/react-router";
import X from "lucide-react/icons/x";
import { useRef, useState } from "react";
import { useNotify } from "../../app/notify";
import { useOffice } from "../../app/office";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import { type CaseDraft, commands } from "../../ipc";
import { ComboField } from "../../parts/ComboField";
import { DanishText } from "../../parts/DanishText";
import { DateField } from "../../parts/DateField";
import { ErrorText } from "../../parts/ErrorText";
import { FormActions } from "../../parts/FormActions";
import { IconButton } from "../../parts/IconButton";
import { OptionalSelect } from "../../parts/OptionalSelect";
import { Select } from "../../parts/Select";
import { useKept } from "../../parts/standing/useKept";
import { TextArea, TextField } from "../../parts/TextField";
import { useFirstFocus } from "../../parts/useFirstFocus";
import css from "./Cases.module.css";
import { kinds } from "./kinds";
import { idsOf } from "./shown";
import { useCaseSave, useSubjectOptions } from "./useCase";

const fields = ["title", "caseNumber", "committeeId", "meetingDate", "itemNumber", "condition"];

const empty: CaseDraft = {
  title: "",
  kind: "decision",
  caseNumber: "",
  committeeId: null,
  meetingDate: null,
  itemNumber: "",
  pools: [],
  applications: [],
  condition: "",
};

/** How a case begins: what it is called, where it is put, and which pools and applications it recommends. */
export default function StartForm({ onEnd }: { onEnd: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const notify = useNotify();
  const navigate = useNavigate();
  const { writable } = useSession();
  const { pools, applications } = useSearch({ strict: false });
  const office = useOffice();
  const options = useSubjectOptions({ pool: t`Pool`, application: t`Application` });
  const asked = `${pools ?? ""} ${applications ?? ""}`;
  const [kept, keep] = useKept<CaseDraft>(`case ${asked}`);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const adder = useRef<HTMLDivElement>(null);
  const save = useCaseSave(fields);
  const draft = kept ?? {
    ...empty,
    pools: idsOf(String(pools ?? "")),
    applications: idsOf(String(applications ?? "")),
  };
  const set = (patch: Partial<CaseDraft>) => keep({ ...draft, ...patch });
  const chosen = [...draft.pools.map((id) => `pool ${id}`), ...draft.applications.map((id) => `application ${id}`)];
  const change = (value: string, on: boolean) => {
    const [kind, text] = value.split(" ");
    const id = Number(text);
    const list = kind === "pool" ? "pools" : "applications";
    set({ [list]: on ? [...draft[list], id] : draft[list].filter((one) => one !== id) });
  };
  useFirstFocus(form, "input");

  const submit = async () => {
    setTried(true);
    if (draft.title.trim() === "" || !writable) return;
    await save.run(
      () => commands.caseCreate({ ...draft, title: draft.title.trim() }),
      (view) => {
        keep(null);
        notify({ tone: "ok", text: t`The case is begun.` });
        void navigate({ to: "/cases/$id", params: { id: String(view.committeeCase.id) } });
      },
    );
  };
  return (
    <form
      ref={form}
      className={`${css.side} ${css.form}`}
      aria-label={t`New case`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 className={css.sideTitle}>{t`New case`}</h2>
      <TextField
        label={t`Title`}
        lang="da"
        value={draft.title}
        onChange={(title) => set({ title })}
        error={tried && draft.title.trim() === "" ? t`Give the case a title.` : save.fieldError("title")}
      />
      <Select
        label={t`Kind`}
        labelAbove
        value={draft.kind}
        options={kinds.map((value) => ({ value, label: word("case_kind", value) }))}
        onChange={(kind) => set({ kind })}
      />
      <div>
        <OptionalSelect
          label={t`Committee`}
          labelAbove
          value={draft.committeeId === null ? null : String(draft.committeeId)}
          options={(office.data?.committees ?? []).map(({ id, name, shortName }) => ({
            value: String(id),
            label: name,
            more: shortName,
          }))}
          none={t`Not chosen yet`}
          onChange={(id) => set({ committeeId: id === null ? null : Number(id) })}
        />
        {save.fieldError("committeeId") && <p className={css.wrong}>{save.fieldError("committeeId")}</p>}
      </div>
      <div className={css.pair}>
        <DateField
          label={t`Meeting`}
          value={draft.meetingDate}
          onChange={(meetingDate) => set({ meetingDate })}
          error={save.fieldError("meetingDate")}
        />
        <TextField
          label={t`Item number`}
          value={draft.itemNumber}
          onChange={(itemNumber) => set({ itemNumber })}
          error={save.fieldError("itemNumber")}
        />
      </div>
      <TextField
        label={t`Case number`}
        value={draft.caseNumber}
        onChange={(caseNumber) => set({ caseNumber })}
        description={t`The number in the case system.`}
        error={save.fieldError("caseNumber")}
      />
      <div ref={adder}>
        <ComboField
          label={t`Recommend applying for`}
          value=""
          options={options.filter(({ value }) => !chosen.includes(value))}
          placeholder={t`Search pools and applications …`}
          onChange={(value) => change(value, true)}
        />
        {chosen.length > 0 && (
          <ul className={css.chosen}>
            {chosen.map((value) => {
              const label = options.find((option) => option.value === value)?.label ?? "…";
              return (
                <li key={value}>
                  <span>
                    <DanishText>{label}</DanishText>
                  </span>
                  <IconButton
                    label={t`Take “${label}” out`}
                    onClick={() => {
                      change(value, false);
                      adder.current?.querySelector<HTMLElement>("input")?.focus();
                    }}
                  >
                    <X size={15} aria-hidden />
                  </IconButton>
                </li>
              );
            })}
          </ul>
        )}
      </div>
      <TextArea
        label={t`On the condition`}
        lang="da"
        rows={3}
        value={draft.condition}
        onChange={(condition) => set({ condition })}
        description={t`What must hold before it is applied for. Empty: none. It stays visible until it is answered.`}
        error={save.fieldError("condition")}
      />
      {save.error && <ErrorText error={save.error} />}
      <FormActions
        save={t`Begin case`}
        busy={save.busy}
        disabled={!writable}
        dirty={kept !== null}
        onCancel={() => {
          keep(null);
          onEnd();
        }}
      />
    </form>
  );
}
