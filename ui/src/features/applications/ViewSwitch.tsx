import { useLingui } from "@lingui/react/macro";
import Columns from "lucide-react/icons/kanban";
import List from "lucide-react/icons/list";
import { Segments } from "../../parts/Segments";
import { store, useChoice } from "./choice";

/** List or board. */
export function ViewSwitch() {
  const { t } = useLingui();
  const { board } = useChoice();
  return (
    <Segments
      label={t`Show as`}
      value={board ? "board" : "list"}
      segments={[
        { value: "list", label: t`List`, icon: <List size={14} aria-hidden /> },
        { value: "board", label: t`Board`, icon: <Columns size={14} aria-hidden /> },
      ]}
      onChange={(view) => store.choose({ board: view === "board" })}
    />
  );
}
