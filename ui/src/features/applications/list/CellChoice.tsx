import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useRef } from "react";
import { useOffice } from "../../../app/office";
import type { Option } from "../../../parts/Select";
import SelectBody from "../../../parts/SelectBody";
import type { Leaving } from "./CellEditor";

type Props = {
  label: string;
  field: "ownerId" | "departmentId";
  value: number | null;
  /** The cell it belongs to. */
  cell: HTMLElement;
  choose: (value: number | null, to: Leaving) => void;
  leave: (to: Leaving) => void;
};

/** A cell that is one of a list being changed: Enter chooses, Tab chooses and goes on, Escape leaves it. */
export default function CellChoice({ label, field, value, cell, choose, leave }: Props) {
  const { t } = useLingui();
  const office = useOffice();
  const trigger = useRef(cell as HTMLButtonElement);
  if (!office.data) return null;
  const named = field === "ownerId" ? office.data.people : office.data.departments;
  const options: Option<string>[] = [
    { value: "", label: t({ message: "None", context: "choice" }) },
    ...named.map(({ id, name }) => ({ value: String(id), label: name })),
  ];
  const read = (chosen: string) => (chosen === "" ? null : Number(chosen));
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
    const to: Leaving = event.shiftKey ? "previous" : "next";
    const known = options.find((option) => option.value === focused);
    if (known) choose(read(known.value), to);
    else leave(to);
  };
  return (
    <div onKeyDownCapture={onKeyDownCapture}>
      <SelectBody
        label={label}
        value={value === null ? "" : String(value)}
        options={options}
        trigger={trigger}
        choose={(chosen) => choose(read(chosen), "stay")}
        close={() => leave("stay")}
      />
    </div>
  );
}
