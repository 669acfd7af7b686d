import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "../../app/session";
import type { Density, Language, Theme, Unit } from "../../ipc";
import { Select } from "../../parts/Select";
import { TextField } from "../../parts/TextField";
import css from "./Settings.module.css";

export function You() {
  const { t } = useLingui();
  const { preferences, setPreferences } = useSession();
  const [name, setName] = useState(preferences.name);
  const keep = () => name.trim() !== preferences.name && setPreferences({ name: name.trim() });
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
    </div>
  );
}
