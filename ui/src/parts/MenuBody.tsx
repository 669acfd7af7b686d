import Check from "lucide-react/icons/check";
import { type RefObject, useEffect, useRef } from "react";
import { Header } from "react-aria-components/Header";
import { MenuItem as Item, Menu, MenuSection as Section } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import type { MenuItem, MenuSection } from "./Menu";
import css from "./Overlay.module.css";
import { Spoken } from "./Spoken";

type Choose = (run: () => void) => void;

type Props = {
  label: string;
  sections: MenuSection[];
  trigger: RefObject<HTMLButtonElement | null>;
  close: () => void;
};

export default function MenuBody({ label, sections, trigger, close }: Props) {
  const choose = useAfter(trigger);
  return (
    <Spoken>
      <Popover
        className={css.popover}
        triggerRef={trigger}
        placement="bottom start"
        isOpen
        onOpenChange={(open) => !open && close()}
      >
        <Menu className={css.list} aria-label={label} autoFocus="first" onClose={close}>
          {sections.map((section, index) => (
            <MenuPart key={section.heading ?? index} section={section} first={index === 0} choose={choose} />
          ))}
        </Menu>
      </Popover>
    </Spoken>
  );
}

/**
 * What is chosen begins once the menu is gone and its button has the keyboard again: a dialog opened by it then remembers the
 * button to give the keyboard back to, not an item that is no longer there.
 */
function useAfter(trigger: Props["trigger"]): Choose {
  const chosen = useRef<(() => void) | null>(null);
  useEffect(
    () => () => {
      const run = chosen.current;
      const button = trigger.current;
      // Once all of the menu has let go of the page, which it holds still while it is open.
      if (run)
        queueMicrotask(() => {
          button?.focus();
          run();
        });
    },
    [trigger],
  );
  return (run) => {
    chosen.current = run;
  };
}

function MenuPart({ section, first, choose }: { section: MenuSection; first: boolean; choose: Choose }) {
  const choices = section.items.filter((item) => item.checked !== undefined);
  const rows = section.items.map((item) => <Row key={item.id} item={item} choose={choose} />);
  const toggled = (keys: Set<unknown>) => {
    for (const item of choices) if (keys.has(item.id) !== item.checked) item.onAction();
  };
  return (
    <Section
      aria-label={section.heading ?? section.items[0]?.label}
      className={first ? undefined : css.section}
      selectionMode={choices.length > 0 ? "multiple" : "none"}
      selectedKeys={choices.filter((item) => item.checked).map((item) => item.id)}
      onSelectionChange={(keys) => keys !== "all" && toggled(keys)}
      shouldCloseOnSelect={choices.length === 0}
    >
      {section.heading && <Header className={css.heading}>{section.heading}</Header>}
      {rows}
    </Section>
  );
}

function Row({ item, choose }: { item: MenuItem; choose: Choose }) {
  const choice = item.checked !== undefined;
  return (
    <Item
      id={item.id}
      textValue={item.label}
      className={css.item ?? ""}
      isDisabled={item.disabled}
      onAction={choice ? undefined : () => choose(item.onAction)}
    >
      {item.checked ? <Check size={15} aria-hidden /> : item.icon}
      <span className={css.label}>{item.label}</span>
      {item.keys && <kbd className={css.keys}>{item.keys}</kbd>}
      {item.more && <span className={css.more}>{item.more}</span>}
    </Item>
  );
}
