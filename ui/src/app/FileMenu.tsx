import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import Archive from "lucide-react/icons/archive";
import Eye from "lucide-react/icons/eye";
import FlaskConical from "lucide-react/icons/flask-conical";
import Folder from "lucide-react/icons/folder";
import FolderOpen from "lucide-react/icons/folder-open";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import Sheet from "lucide-react/icons/sheet";
import ShieldCheck from "lucide-react/icons/shield-check";
import Undo from "lucide-react/icons/undo-2";
import { Menu, type MenuItem } from "../parts/Menu";
import { useFiles } from "./files";
import css from "./Rail.module.css";
import { useSession } from "./session";

/** File: in the page, so that a screen reader and a driver reach it as any other. */
export function FileMenu() {
  const { t } = useLingui();
  const { session } = useSession();
  const { ask, backUp, openExample, openOwn } = useFiles();
  const navigate = useNavigate();
  const opening: MenuItem[] = [
    { id: "open", label: t`Open …`, keys: "Ctrl O", icon: <FolderOpen size={15} />, onAction: () => ask("open") },
    { id: "look", label: t`Open read-only …`, icon: <Eye size={15} />, onAction: () => ask("open_read_only") },
  ];
  const more: MenuItem[] = [
    session.example
      ? { id: "own", label: t`Open your own file`, icon: <Undo size={15} />, onAction: openOwn }
      : { id: "example", label: t`Open the example`, icon: <FlaskConical size={15} />, onAction: openExample },
    {
      id: "intake",
      label: t`Read in a sheet …`,
      icon: <Sheet size={15} />,
      onAction: () => void navigate({ to: "/intake" }),
    },
  ];
  const keeping: MenuItem[] = [
    { id: "backup", label: t`Back up now`, icon: <Archive size={15} />, onAction: backUp },
    { id: "restore", label: t`Restore a backup …`, icon: <RotateCcw size={15} />, onAction: () => ask("restore") },
    { id: "check", label: t`Check the file`, icon: <ShieldCheck size={15} />, onAction: () => ask("check") },
  ];
  return (
    <Menu label={t`File`} className={css.file} sections={[{ items: opening }, { items: more }, { items: keeping }]}>
      <Folder size={17} aria-hidden />
      <span>{t`File`}</span>
    </Menu>
  );
}
