import { useLingui } from "@lingui/react/macro";
import { SavedViews } from "../../parts/SavedViews";
import { everything, read, store, written } from "./choice";

/** Saved views of the deadlines. */
export function Views() {
  const { t } = useLingui();
  return (
    <SavedViews
      screen="deadlines"
      everything={{ label: t`All deadlines`, show: () => store.choose({ ...everything, view: store.get().view }) }}
      keeps={t`Keeps filters, period, search, order, columns, and list, month or timeline.`}
      definition={() => written(store.get())}
      show={(definition) => {
        const wanted = read(definition);
        if (wanted) store.choose(wanted);
        return wanted !== null;
      }}
    />
  );
}
