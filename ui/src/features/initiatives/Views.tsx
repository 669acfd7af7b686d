import { useLingui } from "@lingui/react/macro";
import { useSession } from "../../app/session";
import { SavedViews } from "../../parts/SavedViews";
import { read, written } from "./definition";
import { everything, store, useRegister } from "./store";

/** Saved views of the register: filters, search, order, columns, unit and price level under a name. */
export function Views() {
  const { t } = useLingui();
  const { preferences, setPreferences } = useSession();
  const priceLevel = useRegister((state) => state.scope.priceLevel);
  return (
    <SavedViews
      screen="initiatives"
      everything={{ label: t`All initiatives`, show: () => store.choose(everything) }}
      keeps={t`Keeps filters, search, order, columns, unit and price level.`}
      definition={() => {
        const { columns, unit } = preferences;
        return written({ ...store.get().choice, columns, unit, priceLevel });
      }}
      show={(definition) => {
        const wanted = read(definition);
        if (!wanted) return false;
        const { columns, unit, priceLevel: level, ...choice } = wanted;
        store.choose(choice);
        store.ask({ priceLevel: level });
        setPreferences({ columns, unit });
        return true;
      }}
    />
  );
}
