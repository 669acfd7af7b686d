import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useOffice } from "../../app/office";
import { useSession } from "../../app/session";
import { useWord } from "../../format";
import type { Density, Language, Theme, Unit } from "../../ipc";
import { OptionalSelect } from "../../parts/OptionalSelect";
import { Select } from "../../parts/Select";
import { TextField } from "../../parts/TextField";
import css from "./Settings.module.css";

export function You() {
  const { t } = useLingui();
  const { preferences, setPreferences } = useSession();
  const word = useWord();
  const { data: office } = useOffice();
  const [name, setName] = useState(preferences.name);
  const keep = () => name.trim() !== preferences.name && setPreferences({ name: name.trim() });
  const people = office?.people ?? [];
  return (
    <div className={css.wishes}>
      <div className={css.wide}>
        <TextField
          label={t`Your name`}
          value={name}
          onChange={setName}
          onBlur={keep}
          onKeyDown={(event) => event.key === "Enter" && keep()}
          description={t`Stands beside every change you make in the history.`}
        />
        {people.length > 0 && (
          <OptionalSelect
            label={t`or choose among the municipality's people`}
            value={people.find((person) => person.name === preferences.name)?.name ?? null}
            options={people.map((person) => ({
              value: person.name,
              label: person.name,
              more: word("person_role", person.role),
            }))}
            onChange={(chosen) => {
              if (chosen === null) return;
              setName(chosen);
              setPreferences({ name: chosen });
            }}
          />
        )}
      </div>
      <Select<Language>
        label={t`Language`}
        labelAbove
        value={preferences.language}
        onChange={(language) => setPreferences({ language })}
        options={[
          { value: "da", label: "Dansk" },
          { value: "en", label: "English" },
        ]}
      />
      <Select<Theme>
        label={t`Colours`}
        labelAbove
        value={preferences.theme}
        onChange={(theme) => setPreferences({ theme })}
        options={[
          { value: "system", label: t`As the system` },
          { value: "light", label: t`Light` },
          { value: "dark", label: t`Dark` },
        ]}
      />
      <Select<Density>
        label={t`Row height`}
        labelAbove
        value={preferences.density}
        onChange={(density) => setPreferences({ density })}
        options={[
          { value: "compact", label: t`Compact` },
          { value: "comfortable", label: t`Comfortable` },
        ]}
      />
      <Select<Unit>
        label={t`Amounts are shown in`}
        labelAbove
        value={preferences.unit}
        onChange={(unit) => setPreferences({ unit })}
        options={[
          { value: "mio", label: t`DKK m` },
          { value: "kr", label: t`DKK` },
        ]}
      />
      <label className={`${css.rule} ${css.wide}`}>
        <input
          type="checkbox"
          checked={preferences.notifications ?? true}
          onChange={(event) => setPreferences({ notifications: event.target.checked })}
        />
        <span>
          {t`Tell me of deadlines by the desktop's notifications`}
          <span className={css.more}>
            {t`When the program starts and while it runs. No mail is sent; a calendar file (.ics) from Deadlines gives reminders when it is closed.`}
          </span>
        </span>
      </label>
    </div>
  );
}
