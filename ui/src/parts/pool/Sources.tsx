import { useLingui } from "@lingui/react/macro";
import ExternalLink from "lucide-react/icons/external-link";
import { useNotify } from "../../app/notify";
import { commands } from "../../ipc";
import { ErrorText } from "../ErrorText";
import css from "./Pool.module.css";

/** The address's host: enough for a person to know who says so. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host.replace(/^www\./, "");
  } catch {
    return address;
  }
}

/** Where something was published: each address opens in the person's own browser. */
export function Sources({ addresses }: { addresses: readonly string[] }) {
  const { t } = useLingui();
  const notify = useNotify();
  const open = (address: string) =>
    commands
      .sourceOpen(address)
      .catch((error: unknown) => notify({ tone: "bad", text: <ErrorText error={error} bare /> }));
  return (
    <ul className={css.sources}>
      {addresses.map((address) => {
        const host = hostOf(address);
        return (
          <li key={address}>
            <button
              type="button"
              className={css.source}
              title={address}
              aria-label={t`${host}, opens in the browser`}
              onClick={() => open(address)}
            >
              {host}
              <ExternalLink size={12} aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
