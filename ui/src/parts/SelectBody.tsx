import Check from "lucide-react/icons/check";
import type { RefObject } from "react";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import css from "./Overlay.module.css";
import type { Option } from "./Select";
import { Spoken } from "./Spoken";

type Props = {
  label: string;
  value: string;
  options: readonly Option<string>[];
  trigger: RefObject<HTMLButtonElement | null>;
  choose: (value: string) => void;
  close: () => void;
};

export default function SelectBody({ label, value, options, trigger, choose, close }: Props) {
  return (
    <Spoken>
      <Popover
        className={css.popover}
        triggerRef={trigger}
        placement="bottom start"
        isOpen
        onOpenChange={(open) => !open && close()}
      >
        <ListBox
          className={css.list}
          aria-label={label}
          autoFocus="first"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[value]}
        >
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={css.item ?? ""}
              // A press, not a change: the choice that already holds closes the list too.
              onPress={() => choose(option.value)}
            >
              {option.value === value && <Check size={15} aria-hidden />}
              <span className={css.label}>{option.label}</span>
              {option.more && <span className={css.more}>{option.more}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Spoken>
  );
}
