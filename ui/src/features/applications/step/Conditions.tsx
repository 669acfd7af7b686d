import { useLingui } from "@lingui/react/macro";
import Plus from "lucide-react/icons/plus";
import Trash from "lucide-react/icons/trash-2";
import { useRef } from "react";
import { Button } from "../../../parts/Button";
import { DateField } from "../../../parts/DateField";
import { IconButton } from "../../../parts/IconButton";
import { TextArea } from "../../../parts/TextField";
import type { Condition } from "./draft";
import css from "./step.module.css";

/** The conditions of a conditional grant, each with the day it must be met. */
export function Conditions({
  conditions,
  onChange,
  error,
}: {
  conditions: readonly Condition[];
  onChange: (conditions: readonly Condition[]) => void;
  error?: string;
}) {
  const { t } = useLingui();
  const box = useRef<HTMLFieldSetElement>(null);
  const set = (key: number, patch: Partial<Condition>) =>
    onChange(conditions.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  const add = () => {
    onChange([...conditions, { key: Math.max(0, ...conditions.map(({ key }) => key)) + 1, text: "", dueOn: null }]);
    requestAnimationFrame(() => [...(box.current?.querySelectorAll("textarea") ?? [])].at(-1)?.focus());
  };
  const remove = (key: number) => {
    onChange(conditions.filter((one) => one.key !== key));
    box.current?.querySelector<HTMLElement>("[data-add]")?.focus();
  };
  return (
    <fieldset ref={box} className={css.conditions}>
      <legend>{t`Conditions of the grant`}</legend>
      {conditions.map((one, at) => {
        const number = at + 1;
        return (
          <div key={one.key} className={css.condition}>
            <TextArea
              label={t`Condition ${number}`}
              lang="da"
              rows={2}
              value={one.text}
              error={at === 0 ? error : undefined}
              onChange={(text) => set(one.key, { text })}
            />
            <div className={css.due}>
              <DateField
                label={t`Condition ${number} to be met by`}
                value={one.dueOn}
                onChange={(dueOn) => set(one.key, { dueOn })}
              />
              <IconButton label={t`Remove condition ${number}`} onClick={() => remove(one.key)}>
                <Trash size={15} aria-hidden />
              </IconButton>
            </div>
          </div>
        );
      })}
      {conditions.length === 0 && error && <p className={css.error}>{error}</p>}
      <Button data-add icon={<Plus size={15} aria-hidden />} onClick={add}>{t`Add condition`}</Button>
    </fieldset>
  );
}
