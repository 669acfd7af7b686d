import { useLingui } from "@lingui/react/macro";
import Columns from "lucide-react/icons/kanban";
import List from "lucide-react/icons/list";
import { useId } from "react";
import css from "./applications.module.css";
import { store, useChoice } from "./choice";

/** List or board. */
export function ViewSwitch() {
  const { t } = useLingui();
  const { board } = useChoice();
  const name = useId();
  const choices = [
    { value: false, label: t`List`, Icon: List },
    { value: true, label: t`Board`, Icon: Columns },
  ];
  return (
    <fieldset className={css.switch}>
      <legend>{t`Show as`}</legend>
      {choices.map(({ value, label, Icon }) => (
        <label key={label} data-chosen={board === value || undefined}>
          <input type="radio" name={name} checked={board === value} onChange={() => store.choose({ board: value })} />
          <Icon size={14} aria-hidden />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
