import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { commands, type Department, type OfficeView } from "../../ipc";
import { TextField } from "../../parts/TextField";
import { AddRow } from "./AddRow";
import { EditableTable } from "./EditableTable";
import { patched, useOfficeChange } from "./useChange";

/** Forvaltninger and centres. */
export function Departments({ office }: { office: OfficeView }) {
  const { t } = useLingui();
  const change = useOfficeChange();
  const [name, setName] = useState("");
  const [shortName, setShortName] = useState("");
  const save = (row: Department, patch: Partial<Department>) =>
    change((now) => commands.officeSave({ kind: "department", row: patched(now.departments, row, patch) }));
  const add = async () => {
    const row = { id: 0, version: 0, municipalityId: office.municipality.id, name, shortName };
    await change(() => commands.officeSave({ kind: "department", row }));
    setName("");
    setShortName("");
  };
  return (
    <>
      <EditableTable
        label={t`Departments`}
        rows={office.departments}
        name={(row) => row.name}
        remove={(row) =>
          change((now) => commands.officeDelete("department", row.id, patched(now.departments, row, {}).version))
        }
        empty={t`No departments yet. Add the first below.`}
        columns={[
          { title: t`Name`, shown: (row) => row.name, save: (row, value) => save(row, { name: value }) },
          {
            title: t`Short name`,
            width: 160,
            optional: true,
            shown: (row) => row.shortName,
            save: (row, value) => save(row, { shortName: value }),
          },
        ]}
      />
      <AddRow label={t`Add a department`} whole={name.trim() !== ""} fields={["name", "short_name"]} add={add}>
        {(wrong) => (
          <>
            <TextField
              label={t`Name`}
              value={name}
              onChange={setName}
              error={wrong("name")}
              placeholder={t`for example Centre for Employment`}
            />
            <TextField label={t`Short name`} value={shortName} onChange={setShortName} error={wrong("short_name")} />
          </>
        )}
      </AddRow>
    </>
  );
}
