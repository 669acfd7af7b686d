import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Tabs as All, Tab, TabList, TabPanel } from "react-aria-components/Tabs";
import { Spoken } from "./Spoken";
import css from "./Tabs.module.css";

export type TabItem = {
  id: string;
  label: string;
  /** Beside the label: how many there are. */
  count?: number;
  content: ReactNode;
};

/** Parts of one thing, one shown at a time; which one stands in the address, so that back and forth and a link find it. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly TabItem[] }) {
  const navigate = useNavigate();
  const { tab } = useSearch({ strict: false });
  const chosen = tabs.some((one) => one.id === tab) ? tab : tabs[0]?.id;
  return (
    <Spoken>
      <All
        className={css.tabs ?? ""}
        selectedKey={chosen}
        onSelectionChange={(key) =>
          void navigate({ to: ".", search: (now) => ({ ...now, tab: String(key) }), replace: true })
        }
      >
        <TabList className={css.list ?? ""} aria-label={label}>
          {tabs.map((one) => (
            <Tab key={one.id} id={one.id} className={css.tab ?? ""}>
              {one.label}
              {one.count !== undefined && one.count > 0 && <span className={css.count}> {one.count}</span>}
            </Tab>
          ))}
        </TabList>
        {tabs.map((one) => (
          <TabPanel key={one.id} id={one.id} className={css.panel ?? ""}>
            {one.content}
          </TabPanel>
        ))}
      </All>
    </Spoken>
  );
}
