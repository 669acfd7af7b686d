import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import UserRound from "lucide-react/icons/user-round";
import { useState } from "react";
import { useWord } from "../format";
import { Button } from "../parts/Button";
import { PanelButton } from "../parts/PanelButton";
import { TextField } from "../parts/TextField";
import { useOffice } from "./office";
import css from "./Rail.module.css";
import { useSession } from "./session";

/** Who is using the program; asked for once, since every change bears the name. */
export function Person() {
  const { t } = useLingui();
  const word = useWord();
  const { preferences } = useSession();
  const { data: office } = useOffice();
  const { name } = preferences;
  const role = office?.people.find((person) => person.name === name)?.role;
  if (name === "")
    return (
      <PanelButton
        label={t`Who are you?`}
        plain
        tone="quiet"
        className={css.asked}
        icon={<UserRound size={17} aria-hidden />}
        panel={(close) => <NamePanel close={close} />}
      >
        <span>{t`Who are you?`}</span>
      </PanelButton>
    );
  return (
    <Link className={css.low} to="/settings/$section" params={{ section: "you" }} title={name}>
      <UserRound size={17} aria-hidden />
      <span>
        {name}
        {role && <span className={css.role}>{word("person_role", role)}</span>}
      </span>
    </Link>
  );
}

function NamePanel({ close }: { close: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const { setPreferences } = useSession();
  const { data: office } = useOffice();
  const [typed, setTyped] = useState("");
  const keep = (name: string) => {
    if (name === "") return;
    close();
    setPreferences({ name });
  };
  const people = office?.people ?? [];
  return (
    <form
      className={css.panel}
      onSubmit={(event) => {
        event.preventDefault();
        keep(typed.trim());
      }}
    >
      <p>{t`Your name stands beside every change you make. Choose it once; it can be changed in Settings.`}</p>
      {people.length > 0 && (
        <ul className={css.people}>
          {people.map((person) => (
            <li key={person.id}>
              <Button tone="quiet" onClick={() => keep(person.name)}>
                {person.name}
                <span className={css.role}>{word("person_role", person.role)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <TextField label={t`Your name`} value={typed} onChange={setTyped} />
      <Button tone="primary" type="submit" disabled={typed.trim() === ""}>{t`Save`}</Button>
    </form>
  );
}
