import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { SavedViews } from "../../parts/SavedViews";
import { everything, read, store, written } from "./choice";

/** Saved views of the applications. */
export function Views() {
  const { t } = useLingui();
  const { preferences, setPreferences } = useSession();
  return (
    <SavedViews
      screen="applications"
      everything={{ label: t`All applications`, show: () => store.choose({ ...everything, board: store.get().board }) }}
      keeps={t`Keeps filters, search, order, columns, unit, and list or board.`}
      definition={() => written({ ...store.get(), unit: preferences.unit })}
      show={(definition) => {
        const wanted = read(definition);
        if (!wanted) return false;
        const { unit, ...choice } = wanted;
        store.choose(choice);
        setPreferences({ unit });
        return true;
      }}
    />
  );
}
