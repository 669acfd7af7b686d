import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { type Committee, commands, type OfficeView } from "../../ipc";
import { TextField } from "../../parts/TextField";
import { AddRow } from "./AddRow";
import { EditableTable } from "./EditableTable";
import { patched, useOfficeChange } from "./useChange";

/** The political committees; a short name is unique within the municipality only. */
export function Committees({ office }: { office: OfficeView }) {
  const { t } = useLingui();
  const change = useOfficeChange();
  const [name, setName] = useState("");
  const [shortName, setShortName] = useState("");
  const [covers, setCovers] = useState("");
  const save = (row: Committee, patch: Partial<Committee>) =>
    change((now) => commands.officeSave({ kind: "committee", row: patched(now.committees, row, patch) }));
  const add = async () => {
    const row: Committee = {
      id: 0,
      version: 0,
      municipalityId: office.municipality.id,
      name,
      shortName,
      covers,
      reading: "committee",
      nextCommitteeId: null,
      paperAmount: null,
      paperUnit: null,
    };
    await change(() => commands.officeSave({ kind: "committee", row }));
    setName("");
    setShortName("");
    setCovers("");
  };
  return (
    <>
      <EditableTable
        label={t`Committees`}
        rows={office.committees}
        name={(row) => row.name}
        remove={(row) =>
          change((now) => commands.officeDelete("committee", row.id, patched(now.committees, row, {}).version))
        }
        empty={t`No committees yet. Add the first below.`}
        columns={[
          { title: t`Name`, shown: (row) => row.name, save: (row, value) => save(row, { name: value }) },
          {
            title: t`Short name`,
            width: 110,
            shown: (row) => row.shortName,
            save: (row, value) => save(row, { shortName: value }),
          },
          {
            title: t`Covers`,
            optional: true,
            shown: (row) => row.covers,
            save: (row, value) => save(row, { covers: value }),
          },
        ]}
      />
      <AddRow
        label={t`Add a committee`}
        whole={name.trim() !== "" && shortName.trim() !== ""}
        fields={["name", "short_name", "covers"]}
        add={add}
      >
        {(wrong) => (
          <>
            <TextField label={t`Name`} value={name} onChange={setName} error={wrong("name")} />
            <TextField label={t`Short name`} value={shortName} onChange={setShortName} error={wrong("short_name")} />
            <TextField
              label={t`Covers`}
              value={covers}
              onChange={setCovers}
              error={wrong("covers")}
              description={t`What the committee is responsible for`}
            />
          </>
        )}
      </AddRow>
    </>
  );
}
