import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useOffice } from "../../app/office";
import { useSession } from "../../app/session";
import type { ExposureView, Unit } from "../../ipc";
import { ExportButton } from "../../parts/export/ExportButton";
import { OptionalSelect } from "../../parts/OptionalSelect";
import { ScreenHead } from "../../parts/ScreenHead";
import { Select } from "../../parts/Select";
import { useFilter } from "./filter";
import { orderedYears, yearChoices, yearKind } from "./measures";

/** What is looked at: which years, whose, in which prices, on which day. */
export function Head({ view, about }: { view: ExposureView; about: ReactNode }) {
  const { t } = useLingui();
  const { preferences, setPreferences } = useSession();
  const { data: office } = useOffice();
  const { filter, set } = useFilter();
  const shown = view.years.filter((year) => year > 0);
  const from = filter.from ?? shown[0] ?? Number(view.asOf.slice(0, 4));
  const to = filter.to ?? shown.at(-1) ?? from;
  const named = (year: number) => {
    const kind = yearKind(year, view.asOf);
    return kind === "budget" ? t`budget year` : kind === "estimate" ? t`estimate year` : undefined;
  };
  const years = yearChoices(view.asOf, [from, to]).map((year) => ({
    value: String(year),
    label: String(year),
    more: named(year),
  }));
  const ofOffice = (rows: readonly { id: number; name: string; shortName: string }[] = []) =>
    rows.map((one) => ({
      value: String(one.id),
      label: one.shortName || one.name,
      more: one.shortName ? one.name : undefined,
    }));
  const chosen = (id: number | null, rows: readonly { id: number }[] = []) =>
    id !== null && rows.some((one) => one.id === id) ? String(id) : null;
  return (
    <ScreenHead
      title={t`Economy`}
      about={about}
      tools={
        <>
          <Select<Unit>
            label={t`Unit`}
            value={preferences.unit}
            options={[
              { value: "mio", label: t`DKK m` },
              { value: "kr", label: t`DKK` },
            ]}
            onChange={(unit) => setPreferences({ unit })}
          />
          <OptionalSelect
            label={t`Price level`}
            none={t`running prices`}
            value={filter.priceLevel === null ? null : String(filter.priceLevel)}
            options={[...view.priceLevels]
              .sort((a, b) => b - a)
              .map((year) => ({ value: String(year), label: `${year}-pl`, more: t`for comparison` }))}
            onChange={(year) => set({ prices: year === null ? undefined : Number(year) })}
          />
          <ExportButton of={{ kind: "exposure", filter }} />
        </>
      }
    >
      <Select
        label={t`From`}
        value={String(from)}
        options={years}
        onChange={(year) => set(orderedYears(Number(year), to, "from"))}
      />
      <Select
        label={t`To`}
        value={String(to)}
        options={years}
        onChange={(year) => set(orderedYears(from, Number(year), "to"))}
      />
      <OptionalSelect
        label={t`Committee`}
        none={t`All`}
        value={chosen(filter.committeeId, office?.committees)}
        options={ofOffice(office?.committees)}
        onChange={(id) => set({ committee: id === null ? undefined : Number(id) })}
      />
      <OptionalSelect
        label={t`Department`}
        none={t`All`}
        value={chosen(filter.departmentId, office?.departments)}
        options={ofOffice(office?.departments)}
        onChange={(id) => set({ department: id === null ? undefined : Number(id) })}
      />
    </ScreenHead>
  );
}
