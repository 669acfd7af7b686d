import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { commands, type PriceIndexRow } from "../../ipc";
import { TextField } from "../../parts/TextField";
import { AddRow } from "./AddRow";
import { readPercent, readYear } from "./figures";
import { ReadField } from "./ReadField";
import { useReferenceChange } from "./useChange";

/** A further year; the next one and the last edition and source are suggested. */
export function AddPriceYear({ newest }: { newest: PriceIndexRow | undefined }) {
  const { t } = useLingui();
  const change = useReferenceChange();
  const [year, setYear] = useState(newest ? String(newest.year + 1) : "");
  const [percent, setPercent] = useState("");
  const [vintage, setVintage] = useState(newest?.vintage ?? "");
  const [source, setSource] = useState(newest?.source ?? "");
  const generalPct = readPercent(percent);
  const indexYear = readYear(year);
  const whole = indexYear !== null && generalPct !== null && vintage.trim() !== "" && source.trim() !== "";
  const add = async () => {
    if (indexYear === null || generalPct === null) return;
    const row = { id: 0, version: 0, year: indexYear, generalPct, vintage: vintage.trim(), source: source.trim() };
    await change(() => commands.priceIndexSave(row));
    setYear(String(indexYear + 1));
    setPercent("");
  };
  return (
    <AddRow label={t`Add a year to the price index`} whole={whole} add={add}>
      {() => (
        <>
          <ReadField
            label={t`Year`}
            value={year}
            onChange={setYear}
            inputMode="numeric"
            read={readYear}
            wrong={t`Not a year. Write for example 2026.`}
          />
          <ReadField
            label={t`Rise, pct.`}
            value={percent}
            onChange={setPercent}
            inputMode="decimal"
            read={readPercent}
            wrong={t`Not a rise in per cent with one decimal. Write for example 1,3.`}
          />
          <TextField label={t`Edition`} value={vintage} onChange={setVintage} />
          <TextField label={t`Source`} value={source} onChange={setSource} />
        </>
      )}
    </AddRow>
  );
}
