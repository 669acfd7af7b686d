import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef, useRef, useState } from "react";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { NotifyProvider } from "../app/notify";
import { Grid } from "./Grid";
import type { Column, GridHandle, Wide } from "./types";

const columns: Column[] = [
  { key: "number", title: "No.", width: 50, pinned: true, sorts: true },
  { key: "title", title: "Title", width: 200, names: true },
  { key: "2019", title: "2019", width: 60, align: "end", sorts: true },
];
const group: Wide = { span: 2, depth: 0, heading: "All of them", expanded: true, cell: () => "6" };
const foot: Wide = { span: 2, depth: 0, heading: "Total", cell: () => "6" };
const items = Int32Array.from([-1, 0, 1, 2]);
const told = { open: vi.fn(), sort: vi.fn(), toggle: vi.fn(), type: vi.fn(), escape: vi.fn(), move: vi.fn() };

function Shown({ handle, shown = items }: { handle?: React.Ref<GridHandle>; shown?: Int32Array }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [heightOf] = useState(() => () => 32);
  const [wideOf] = useState(() => (item: number) => (item < 0 ? group : null));
  return (
    <Grid
      ref={handle}
      label="Rows"
      columns={columns}
      items={shown}
      heightOf={heightOf}
      wideOf={wideOf}
      cell={(item, column) => `${column.key} of ${item}`}
      copied={(item, column) => ({ text: `${column.key} ${item}`, figure: column.key === "2019" })}
      copiedHeading={(column) => column.title}
      foot={foot}
      sorted={{ column: "2019", down: true }}
      onSort={told.sort}
      open={1}
      topFor={null}
      onOpen={told.open}
      onToggle={told.toggle}
      onMove={told.move}
      onType={told.type}
      onEscape={told.escape}
      scroller={scroller}
      room={400}
    />
  );
}

/** Into the grid, to its first line: it is entered at the row that is open. */
async function entered() {
  const user = userEvent.setup();
  await user.tab();
  expect(document.activeElement?.textContent).toBe("number of 1");
  await user.keyboard("{Control>}{Home}{/Control}");
  return user;
}

const grid = () => screen.getByRole("grid", { name: "Rows" });
const selected = () => within(grid()).queryAllByRole("row", { selected: true });

beforeAll(() => {
  // jsdom lays nothing out: the list is given a size to show rows in.
  for (const side of ["offsetHeight", "clientHeight"] as const)
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: 600 });
  i18n.loadAndActivate({ locale: "en", messages: {} });
});

beforeEach(() => {
  for (const one of Object.values(told)) one.mockClear();
  render(
    <I18nProvider i18n={i18n}>
      <NotifyProvider>
        <Shown />
      </NotifyProvider>
    </I18nProvider>,
  );
});

describe("the grid", () => {
  it("tells its size, its places and its order", () => {
    expect(grid().getAttribute("aria-rowcount")).toBe("6");
    expect(grid().getAttribute("aria-colcount")).toBe("3");
    expect(screen.getByRole("columnheader", { name: "2019" }).getAttribute("aria-sort")).toBe("descending");
    expect(screen.getByRole("columnheader", { name: "Title" }).hasAttribute("aria-sort")).toBe(false);
    expect(screen.getByRole("button", { name: "All of them" }).getAttribute("aria-expanded")).toBe("true");
    const row = screen.getByRole("rowheader", { name: "title of 1" }).closest("[role=row]");
    expect(row?.getAttribute("aria-rowindex")).toBe("4");
    expect(row?.getAttribute("aria-current")).toBe("true");
  });

  it("has one stop for Tab, moved by arrows", async () => {
    const user = await entered();
    expect(document.activeElement?.textContent).toBe("All of them");
    await user.keyboard("{ArrowDown}{ArrowRight}");
    expect(document.activeElement?.textContent).toBe("title of 0");
    expect(told.move).toHaveBeenCalledWith(0);
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    await user.keyboard("{Control>}{End}{/Control}{ArrowDown}");
    expect(document.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex")).toBe("6");
    await user.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it("opens, folds, sorts, searches and peels by key", async () => {
    const user = await entered();
    await user.keyboard("{Enter}");
    expect(told.toggle).toHaveBeenCalledWith(-1);
    await user.keyboard("{ArrowDown}{Enter}");
    expect(told.open).toHaveBeenCalledWith(0);
    await user.keyboard("ø/");
    expect(told.type.mock.calls).toEqual([["ø"], [""]]);
    await user.keyboard(" {Escape}");
    expect(told.escape).not.toHaveBeenCalled();
    expect(selected()).toHaveLength(0);
    await user.keyboard("{Escape}");
    expect(told.escape).toHaveBeenCalledOnce();
    await user.keyboard("{Control>}{Home}{/Control}{ArrowUp}{Enter}");
    expect(told.sort).toHaveBeenCalledWith(columns[0]);
  });

  it("selects rows, never groups", async () => {
    const user = await entered();
    await user.keyboard("{Control>}a{/Control}");
    expect(selected()).toHaveLength(3);
    await user.keyboard("{Escape}{ArrowDown}{Shift>}{ArrowDown}{/Shift}");
    expect(selected()).toHaveLength(2);
    await user.keyboard(" ");
    expect(selected()).toHaveLength(1);
  });

  it("copies the row with the focus, or the selected ones, as text and table", async () => {
    const user = await entered();
    await user.keyboard("{ArrowDown}");
    const held = new Map<string, string>();
    const copy = () => {
      const event = new Event("copy", { bubbles: true, cancelable: true });
      Object.assign(event, { clipboardData: { setData: (type: string, text: string) => held.set(type, text) } });
      act(() => void fireEvent(document.activeElement ?? document.body, event));
      return event;
    };
    expect(copy().defaultPrevented).toBe(true);
    expect(held.get("text/plain")).toBe("No.\tTitle\t2019\r\nnumber 0\ttitle 0\t2019 0");
    await user.keyboard("{Control>}a{/Control}");
    copy();
    expect(held.get("text/plain")?.split("\r\n")).toHaveLength(4);
    expect(held.get("text/html")).toContain('<td align="right">2019 2</td>');
  });
});

it("keeps a handle that brings the focus to the first row", () => {
  const handle = createRef<GridHandle>();
  render(
    <I18nProvider i18n={i18n}>
      <NotifyProvider>
        <Shown handle={handle} shown={Int32Array.from([-1, 2])} />
      </NotifyProvider>
    </I18nProvider>,
  );
  act(() => handle.current?.focus(true));
  expect(document.activeElement?.textContent).toBe("number of 2");
});
