import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../app/session";
import { formatNumber } from "../../format";
import { commands, type ReferenceView } from "../../ipc";
import { ComboField } from "../../parts/ComboField";
import { DateField } from "../../parts/DateField";
import { TextField } from "../../parts/TextField";
import { AddRow } from "./AddRow";
import { readCount } from "./figures";
import { ReadField } from "./ReadField";
import { useReferenceChange } from "./useChange";

const country = "Danmark";

export function AddPopulation({ reference }: { reference: ReferenceView }) {
  const { t } = useLingui();
  const { language } = useSession();
  const change = useReferenceChange();
  const [area, setArea] = useState("");
  const [date, setDate] = useState<string | null>(null);
  const [count, setCount] = useState("");
  const [source, setSource] = useState("");
  const population = readCount(count);
  const whole = area !== "" && date !== null && population !== null && source.trim() !== "";
  const add = async () => {
    if (!date || population === null) return;
    await change(() => commands.populationSave({ id: 0, version: 0, area, date, population, source: source.trim() }));
    setCount("");
  };
  const areas = [country, ...reference.municipalities.map((one) => one.name)].map((name) => ({
    value: name,
    label: name,
  }));
  return (
    <AddRow label={t`Add a population figure`} whole={whole} add={add}>
      {() => (
        <>
          <ComboField label={t`Municipality or Danmark`} value={area} options={areas} onChange={setArea} />
          <DateField label={t`Day`} value={date} onChange={setDate} description={t`For example 1.1.2019`} />
          <ReadField
            label={t`Inhabitants`}
            value={count}
            onChange={setCount}
            inputMode="numeric"
            read={readCount}
            wrong={t`Not a number of people. Write for example 55.240.`}
            told={(people) => formatNumber(people, language)}
          />
          <TextField
            label={t`Source`}
            value={source}
            onChange={setSource}
            description={t`Required: an address or a document`}
          />
        </>
      )}
    </AddRow>
  );
}
