import { useLingui } from "@lingui/react/macro";
import Ellipsis from "lucide-react/icons/ellipsis";
import type { DeadlineItem } from "../../ipc";
import { Menu } from "../Menu";
import css from "./days.module.css";
import { useDayName } from "./looks";
import { useDayActions } from "./useDayActions";

/** What can be done about one day, as a menu behind three dots; nothing where there is nothing. `today` is the day of the view. */
export function MarkMenu({ item, today }: { item: DeadlineItem; today: string }) {
  const { t } = useLingui();
  const name = useDayName();
  const { items, dialog } = useDayActions(today);
  const offered = items(item);
  if (offered.length === 0) return null;
  const what = [name(item), item.title].filter(Boolean).join(", ");
  return (
    <>
      <Menu label={t`What to do about ${what}`} className={css.trigger} sections={[{ items: offered }]}>
        <Ellipsis size={16} aria-hidden />
      </Menu>
      {dialog}
    </>
  );
}
