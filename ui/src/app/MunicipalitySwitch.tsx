import { useLingui } from "@lingui/react/macro";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import Building from "lucide-react/icons/building-2";
import Check from "lucide-react/icons/check";
import ChevronDown from "lucide-react/icons/chevron-down";
import { ErrorText } from "../parts/ErrorText";
import { Menu } from "../parts/Menu";
import { useChooseMunicipality, useMunicipality } from "./municipality";
import { useNotify } from "./notify";
import css from "./Rail.module.css";
import { useSession } from "./session";

/** Which municipality the window is about, and the others that have something in the file; the way to choose where there is none. */
export function MunicipalitySwitch() {
  const { t } = useLingui();
  const { session } = useSession();
  const choose = t`Choose municipality`;
  if (session.municipalities.length > 0) return <Switch />;
  return (
    <Link className={css.own} to="/settings/$section" params={{ section: "municipality" }} title={choose}>
      <Building size={17} aria-hidden />
      <span>{choose}</span>
    </Link>
  );
}

function Switch() {
  const { t } = useLingui();
  const { session } = useSession();
  const municipality = useMunicipality();
  const choose = useChooseMunicipality();
  const navigate = useNavigate();
  const notify = useNotify();
  const { pathname } = useLocation();
  const look = async (code: string) => {
    try {
      // What is open belongs to the other municipality: its list is shown instead.
      const list = (["/applications", "/cases"] as const).find((place) => pathname.startsWith(`${place}/`));
      if (list) await navigate({ to: list });
      await choose(code);
    } catch (refusal) {
      notify({ tone: "bad", text: <ErrorText error={refusal} bare /> });
    }
  };
  const known = session.municipalities.map(({ code, name }) => ({
    id: code,
    label: name,
    icon: code === municipality?.code && <Check size={15} aria-hidden />,
    onAction: () => void look(code),
  }));
  const other = {
    id: "other",
    label: t`Choose another …`,
    onAction: () => void navigate({ to: "/settings/$section", params: { section: "municipality" } }),
  };
  const name = municipality?.name ?? t`Choose municipality`;
  return (
    <Menu
      label={municipality ? t`Municipality: ${name}` : name}
      className={css.own}
      sections={[{ items: known }, { items: [other] }]}
    >
      <Building size={17} aria-hidden />
      <span>{name}</span>
      <ChevronDown size={14} aria-hidden className={css.arrow} />
    </Menu>
  );
}
