import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { memo, type RefObject } from "react";
import { chooseAgreement } from "../../app/agreement";
import { useSession } from "../../app/session";
import { formatDate } from "../../format";
import type { Unit } from "../../ipc";
import { DanishText } from "../../parts/DanishText";
import { ScreenHead } from "../../parts/ScreenHead";
import { SearchField } from "../../parts/SearchField";
import { Select } from "../../parts/Select";
import { ColumnsButton } from "./ColumnsButton";
import { Filters } from "./Filters";
import css from "./initiatives.module.css";
import type { Rows } from "./rows";
import { store, useRegister } from "./store";
import { Views } from "./Views";

type Props = { rows: Rows; search: RefObject<HTMLInputElement | null>; toGrid: (first: boolean) => void };

/** Name of the register, what can be set for all of it, search and filters. */
export const Head = memo(function Head({ rows, search, toGrid }: Props) {
  const { t } = useLingui();
  const { language, preferences, setPreferences } = useSession();
  const { agreement, agreements, priceLevel } = rows.register;
  const { count } = rows;
  const date = formatDate(agreement.date, language, "long");
  const initiatives = plural(count, { one: "# initiative", other: "# initiatives" });
  const about = t`${initiatives} · agreement of ${date}`;
  const years = [...new Set([...priceLevel.available, agreement.priceLevel])].sort((a, b) => b - a);
  return (
    <ScreenHead
      title={<DanishText>{agreement.title.da}</DanishText>}
      about={
        <span className={css.about} title={about}>
          {about}
        </span>
      }
      tools={
        <>
          {agreements.length > 1 && (
            <Select
              label={t`Agreement`}
              value={String(agreement.id)}
              options={agreements.map(({ id, title }) => ({ value: String(id), label: title[language] || title.da }))}
              onChange={(id) => {
                chooseAgreement(Number(id));
                store.ask({ priceLevel: null });
              }}
            />
          )}
          <Select<Unit>
            label={t`Unit`}
            value={preferences.unit}
            options={[
              { value: "mio", label: t`DKK m` },
              { value: "kr", label: t`DKK` },
            ]}
            onChange={(unit) => setPreferences({ unit })}
          />
          <Select
            label={t`Price level`}
            value={String(priceLevel.year)}
            options={years.map((year) => ({
              value: String(year),
              label: `${year}-pl`,
              more: year === agreement.priceLevel ? t`the agreement's own` : undefined,
            }))}
            onChange={(year) => store.ask({ priceLevel: Number(year) === agreement.priceLevel ? null : Number(year) })}
          />
          <Views />
          <ColumnsButton rows={rows} />
        </>
      }
    >
      <SearchBox field={search} toGrid={toGrid} />
      <Filters />
      <Found total={count} />
    </ScreenHead>
  );
});

/** The one part of the head that is drawn again for every letter. */
function SearchBox({ field, toGrid }: { field: Props["search"]; toGrid: Props["toGrid"] }) {
  const { t } = useLingui();
  const search = useRegister((state) => state.choice.search);
  return (
    <div className={css.search}>
      <SearchField
        ref={field}
        label={t`Search title, summary, authority, account …`}
        value={search}
        onChange={(next) => store.choose({ search: next })}
        onKeyDown={(event) => {
          const leaves = event.key === "ArrowDown" || event.key === "Enter" || (event.key === "Escape" && !search);
          if (!leaves || event.nativeEvent.isComposing) return;
          event.preventDefault();
          toGrid(event.key !== "Escape");
        }}
      />
    </div>
  );
}

/** How many are shown, read out when it changes. */
function Found({ total }: { total: number }) {
  const { t } = useLingui();
  const count = useRegister((state) => state.shown?.hits.length ?? 0);
  return (
    <p className={css.found} role="status">
      {t`${count} of ${total}`}
    </p>
  );
}
