import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useWord } from "../../format";
import { commands, type OfficeView, type Person, type PersonRole } from "../../ipc";
import { OptionalSelect } from "../../parts/OptionalSelect";
import { Select } from "../../parts/Select";
import { TextField } from "../../parts/TextField";
import { AddRow } from "./AddRow";
import { EditableTable } from "./EditableTable";
import { patched, useOfficeChange } from "./useChange";

const roles: readonly PersonRole[] = ["officer", "manager", "secretary"];

/** Those who work with grants. */
export function People({ office }: { office: OfficeView }) {
  const { t } = useLingui();
  const word = useWord();
  const change = useOfficeChange();
  const [name, setName] = useState("");
  const [role, setRole] = useState<PersonRole>("officer");
  const [department, setDepartment] = useState<string | null>(null);
  const save = (row: Person, patch: Partial<Person>) =>
    change((now) => commands.officeSave({ kind: "person", row: patched(now.people, row, patch) }));
  const departmentId = (id: string | null) => (id ? Number(id) : null);
  const add = async () => {
    const municipalityId = office.municipality.id;
    const row = { id: 0, version: 0, municipalityId, name, role, departmentId: departmentId(department) };
    await change(() => commands.officeSave({ kind: "person", row }));
    setName("");
  };
  const roleOptions = roles.map((value) => ({ value, label: word("person_role", value) }));
  const departments = office.departments.map((one) => ({ value: String(one.id), label: one.shortName || one.name }));
  return (
    <>
      <EditableTable
        label={t`People`}
        rows={office.people}
        name={(row) => row.name}
        remove={(row) => change((now) => commands.officeDelete("person", row.id, patched(now.people, row, {}).version))}
        empty={t`No people yet. Add the first below.`}
        columns={[
          { title: t`Name`, shown: (row) => row.name, save: (row, value) => save(row, { name: value }) },
          {
            title: t`Role`,
            width: 170,
            shown: (row) => row.role,
            options: roleOptions,
            save: (row, value) => save(row, { role: roles.find((one) => one === value) ?? row.role }),
          },
          {
            title: t`Department`,
            optional: true,
            shown: (row) => (row.departmentId === null ? "" : String(row.departmentId)),
            options: departments,
            save: (row, value) => save(row, { departmentId: departmentId(value) }),
          },
        ]}
      />
      <AddRow label={t`Add a person`} whole={name.trim() !== ""} fields={["name"]} add={add}>
        {(wrong) => (
          <>
            <TextField label={t`Name`} value={name} onChange={setName} error={wrong("name")} />
            <Select label={t`Role`} labelAbove value={role} options={roleOptions} onChange={setRole} />
            <OptionalSelect
              label={t`Department`}
              labelAbove
              value={department}
              options={departments}
              onChange={setDepartment}
            />
          </>
        )}
      </AddRow>
    </>
  );
}
