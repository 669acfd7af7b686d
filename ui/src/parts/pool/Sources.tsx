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

/** Each address with a name of its own: its host, numbered where a host comes again. */
export function namedSources(addresses: readonly string[]): { address: string; name: string }[] {
  const seen = new Map<string, number>();
  return addresses.map((address) => {
    const host = hostOf(address);
    const count = (seen.get(host) ?? 0) + 1;
    seen.set(host, count);
    return { address, name: count === 1 ? host : `${host} (${count})` };
  });
}

/** An address under a short name: it opens in the person's own browser. */
export function Source({ address, name }: { address: string; name: string }) {
  const { t } = useLingui();
  const notify = useNotify();
  const open = () =>
    commands
      .sourceOpen(address)
      .catch((error: unknown) => notify({ tone: "bad", text: <ErrorText error={error} bare /> }));
  return (
    <button
      type="button"
      className={css.source}
      title={address}
      aria-label={t`${name}, opens in the browser`}
      onClick={open}
    >
      {name}
      <ExternalLink size={12} aria-hidden />
    </button>
  );
}

/** Where something was published. */
export function Sources({ addresses }: { addresses: readonly string[] }) {
  return (
    <ul className={css.sources}>
      {namedSources(addresses).map(({ address, name }) => (
        <li key={address}>
          <Source address={address} name={name} />
        </li>
      ))}
    </ul>
  );
}
