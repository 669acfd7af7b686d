import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type Ref, useCallback, useState } from "react";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ActionsProvider, useAction } from "../app/actions";
import { NotifyProvider } from "../app/notify";
import { SessionProvider } from "../app/session";
import type { SessionView } from "../ipc";
import { Sheet } from "./Sheet";
import { cellIn, columns, type Data, first, foot, rows } from "./testSheet";
import type { SheetEdit, SheetHandle, SheetProblem, SheetRow } from "./types";

let count = 0;
const told = { edits: [] as string[], undo: vi.fn(), moved: vi.fn(), deleted: vi.fn() };
let answer: (edits: readonly SheetEdit[]) => Promise<SheetProblem[]>;

function Undo() {
  useAction({ id: "history.undo", title: "Undo", keys: "Ctrl+Z", group: "Edit", run: told.undo });
  return null;
}

type Props = { handle?: Ref<SheetHandle>; frozen?: string; keptAs?: string };

function Budget({ handle, frozen, keptAs = `test ${count}` }: Props) {
  const [shown, setShown] = useState(true);
  const [data, setData] = useState<Data>(first);
  const [lines, setLines] = useState<readonly SheetRow[]>(rows);
  const cell = useCallback((...of: Parameters<ReturnType<typeof cellIn>>) => cellIn(data)(...of), [data]);
  return (
    <>
      <button type="button">before</button>
      {shown && (
        <Sheet
          ref={handle}
          label="Costs"
          keptAs={keptAs}
          columns={columns}
          rows={lines}
          foot={foot}
          cell={cell}
          readOnly={frozen}
          amountOf={(row, { id }) => (row.kind === "line" && id.endsWith("r") ? data[`${row.id} ${id}`] || null : null)}
          onEdit={async (edits) => {
            told.edits.push(edits.map(({ row, column, text }) => `${row} ${column}=${text}`).join());
            const problems = await answer(edits);
            if (problems.length === 0)
              setData((now) => ({
                ...now,
                ...Object.fromEntries(edits.map(({ row, column, text }) => [`${row} ${column}`, text])),
              }));
            return problems;
          }}
          onAddRow={async (below) => {
            const at = lines.findIndex(({ id }) => id === below) + 1;
            setLines([...lines.slice(0, at), { id: "new", name: "New", kind: "line" }, ...lines.slice(at)]);
            return "new";
          }}
          onDeleteRows={async (ids) => {
            told.deleted(ids);
            setLines(lines.filter(({ id }) => !ids.includes(id)));
          }}
          onMoveRow={async (row, step) => told.moved(row, step)}
        />
      )}
      <button type="button" onClick={() => setShown(!shown)}>
        turn
      </button>
    </>
  );
}

const started = {
  preferences: { language: "en" },
  file: { access: "write" },
  municipality: null,
  municipalities: [],
} as unknown as SessionView;

function show(props: Props = {}) {
  // Each test has a sheet of its own.
  count += 1;
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <SessionProvider started={started}>
          <NotifyProvider>
            <ActionsProvider>
              <Undo />
              <Budget {...props} />
            </ActionsProvider>
          </NotifyProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  return userEvent.setup();
}

/** The cell of this line and column, in which the focus is put. */
const cell = (line: number, column: number) =>
  document.querySelector<HTMLElement>(`[data-line="${line}"] [data-column="${column}"]`) as HTMLElement;
const enter = (line: number, column: number) => fireEvent.pointerDown(cell(line, column), { button: 0 });
const name = () => document.activeElement?.getAttribute("aria-label");
const status = () => screen.getAllByRole("status")[0]?.textContent?.trim();
const clipboard = (type: string, text = "") => {
  const held = new Map<string, string>();
  const event = new Event(type, { bubbles: true, cancelable: true });
  const clipboardData = { setData: (kind: string, data: string) => held.set(kind, data), getData: () => text };
  Object.assign(event, { clipboardData });
  act(() => void fireEvent(document.activeElement ?? document.body, event));
  return held;
};

beforeAll(() => {
  // jsdom lays nothing out: the sheet is given a size to show cells in.
  for (const side of ["offsetHeight", "clientHeight", "offsetWidth", "clientWidth"] as const)
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: 1200 });
  i18n.loadAndActivate({ locale: "en", messages: {} });
});

beforeEach(() => {
  told.edits = [];
  for (const one of [told.undo, told.moved, told.deleted]) one.mockClear();
  answer = async () => [];
});

describe("what a sheet is called", () => {
  it("names every cell by row, column and value, and tells its size", () => {
    show();
    const grid = screen.getByRole("grid", { name: "Costs" });
    expect(grid.getAttribute("aria-rowcount")).toBe("7");
    expect(grid.getAttribute("aria-colcount")).toBe("8");
    expect(grid.getAttribute("aria-describedby")).toBeTruthy();
    expect(screen.getByRole("gridcell", { name: "Wages, 2009, rate, 425.000 kr." })).toBeTruthy();
    expect(screen.getByRole("rowheader", { name: "Wages" })).toBeTruthy();
    expect(screen.getByRole("columnheader", { name: "2010, rate, kr." })).toBeTruthy();
    expect(cell(0, 4).getAttribute("aria-readonly")).toBe("true");
    expect(cell(0, 3).hasAttribute("aria-readonly")).toBe(false);
    expect(within(grid).getAllByRole("row")).toHaveLength(7);
  });

  it("has one stop for Tab", () => {
    show();
    expect(screen.getByRole("grid").querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });
});

describe("typing", () => {
  it("replaces by a letter, keeps by Enter, and types on in the next line at once", async () => {
    const user = show();
    enter(0, 2);
    await user.keyboard("12{Enter}7{Enter}");
    expect(told.edits).toEqual(["a 2009q=12", "b 2009q=7"]);
    expect(name()).toBe("Audit, 2009, quantity, empty");
    expect(cell(0, 2).textContent).toBe("12");
  });

  it("goes by Tab through what can be typed in, and back by Enter to where it began", async () => {
    const user = show();
    enter(0, 2);
    await user.keyboard("1{Tab}2{Tab}3{Enter}");
    expect(told.edits).toEqual(["a 2009q=1", "a 2009r=2", "a 2010q=3"]);
    expect(name()).toBe("Cars, 2009, quantity, 1");
  });

  it("edits in place by F2, where arrows move in the text, and Escape takes it back", async () => {
    const user = show();
    enter(0, 3);
    await user.keyboard("{F2}{ArrowLeft}9{Escape}");
    expect(told.edits).toEqual([]);
    expect(name()).toBe("Wages, 2009, rate, 425.000 kr.");
    await user.keyboard("{F2}9{Enter}");
    expect(told.edits).toEqual(["a 2009r=4250009"]);
  });

  it("keeps and moves by an arrow where it was begun by typing", async () => {
    const user = show();
    enter(0, 2);
    await user.keyboard("5{ArrowRight}");
    expect(told.edits).toEqual(["a 2009q=5"]);
    expect(name()).toBe("Wages, 2009, rate, 425.000 kr.");
  });

  it("sends nothing that is as it was", async () => {
    const user = show();
    enter(0, 2);
    await user.keyboard("{F2}{Enter}");
    expect(told.edits).toEqual([]);
  });

  it("keeps what was typed when the focus goes elsewhere", async () => {
    const user = show();
    enter(0, 2);
    await user.keyboard("8");
    await user.click(screen.getByRole("button", { name: "before" }));
    expect(told.edits).toEqual(["a 2009q=8"]);
  });

  it("keeps what was typed when another cell is clicked, whatever is typed in", async () => {
    const user = show();
    enter(0, 2);
    await user.keyboard("8");
    enter(1, 1);
    await user.keyboard("lø");
    enter(3, 2);
    await vi.waitFor(() => expect(told.edits).toEqual(["a 2009q=8", "b kind=w"]));
    expect(name()).toBe("Audit, 2009, quantity, empty");
  });

  it("says why a computed cell is not typed in", async () => {
    const user = show();
    enter(0, 4);
    await user.keyboard("5");
    expect(status()).toBe("Quantity times rate.");
    expect(document.querySelector("textarea")).toBeNull();
  });

  it("finds a choice by typing and picks it by Enter", async () => {
    const user = show();
    enter(0, 1);
    await user.keyboard("tra{Enter}");
    expect(told.edits).toEqual(["a kind=t"]);
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(screen.getAllByRole("option")).toHaveLength(2);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("option")).toBeNull();
    await user.keyboard(" ");
    expect(screen.getAllByRole("option")).toHaveLength(2);
    await user.keyboard("{Escape}");
    await user.click(document.querySelector("[data-opens]") as Element);
    await user.click(screen.getByRole("option", { name: "Løn" }));
    expect(told.edits).toHaveLength(2);
    expect(name()).toBe("Cars, Category, Løn");
  });
});

describe("a refusal", () => {
  it("keeps what was typed at its cell, lets typing go on, and is mended there", async () => {
    const user = show();
    answer = async (edits) =>
      edits.some(({ text }) => text === "1.2.3") ? [{ row: "a", column: "2009q", message: "Not a number." }] : [];
    enter(0, 2);
    await user.keyboard("1.2.3{Enter}4{Enter}");
    expect(cell(0, 2).textContent).toBe("1.2.3");
    expect(cell(0, 2).getAttribute("aria-label")).toBe("Wages, 2009, quantity, 1.2.3, not kept, Not a number.");
    expect(cell(0, 2).getAttribute("aria-invalid")).toBe("true");
    expect(told.edits).toEqual(["a 2009q=1.2.3", "b 2009q=4"]);
    await user.click(screen.getByRole("button", { name: "Go there" }));
    await user.keyboard("{F2}");
    expect((document.activeElement as HTMLTextAreaElement).value).toBe("1.2.3");
    await user.keyboard("{Control>}a{/Control}3{Enter}");
    expect(cell(0, 2).hasAttribute("aria-invalid")).toBe(false);
    expect(told.edits.at(-1)).toBe("a 2009q=3");
  });

  it("is still there when someone has looked at something else, who is told of it there", async () => {
    const user = show();
    let refuse = () => {};
    answer = () =>
      new Promise((resolve) => {
        refuse = () => resolve([{ row: "a", column: "2009q", message: "Not a number." }]);
      });
    enter(0, 2);
    await user.keyboard("1.2.3");
    await user.click(screen.getByRole("button", { name: "turn" }));
    expect(screen.queryByRole("grid")).toBeNull();
    await act(async () => refuse());
    expect(screen.getByText("Not kept: Wages, 2009, quantity. Not a number.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "turn" }));
    expect(cell(0, 2).textContent).toBe("1.2.3");
    expect(cell(0, 2).getAttribute("aria-invalid")).toBe("true");
  });

  it("is taken back by Escape or by undo, while the program's undo stays its own", async () => {
    const user = show();
    enter(0, 2);
    answer = async () => [{ row: "a", column: "2009q", message: "No." }];
    await user.keyboard("x{Enter}{Control>}z{/Control}");
    expect(cell(0, 2).textContent).toBe("2");
    expect(told.undo).not.toHaveBeenCalled();
    await user.keyboard("{Control>}z{/Control}");
    expect(told.undo).toHaveBeenCalledOnce();
  });
});

describe("ranges", () => {
  it("are selected by Shift, counted, summed, emptied and filled", async () => {
    const user = show();
    enter(0, 3);
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect(document.querySelectorAll('[aria-selected="true"]')).toHaveLength(2);
    expect(await screen.findByText("DKK 515,000")).toBeTruthy();
    await user.keyboard("{Control>}d{/Control}");
    expect(told.edits).toEqual(["b 2009r=425000"]);
    await user.keyboard("{Delete}");
    expect(told.edits.at(-1)).toBe("a 2009r=,b 2009r=");
    expect(status()).toBe("2 cells emptied.");
  });

  it("go out and in by the clipboard, one paste as one edit", async () => {
    const user = show();
    enter(0, 2);
    await user.keyboard("{Shift>}{ArrowDown}{ArrowRight}{/Shift}");
    const held = clipboard("copy");
    expect(held.get("text/plain")).toBe("2\t425000\r\n1\t90000");
    expect(held.get("text/html")).toContain('<td align="right">425000</td>');
    enter(0, 5);
    await act(async () => void clipboard("paste", "3\t1.000\r\n4\t2.000\r\n"));
    expect(told.edits).toEqual(["a 2010q=3,a 2010r=1.000,b 2010q=4,b 2010r=2.000"]);
    expect(status()).toBe("4 cells pasted.");
  });

  it("take nothing that goes on below where no rows can be pasted", async () => {
    show();
    enter(3, 2);
    await act(async () => void clipboard("paste", "1\n2\n3"));
    expect(told.edits).toEqual([]);
    expect(status()).toBe("Nothing was pasted: 2 more lines are needed.");
  });

  it("refuse a paste with an unknown choice before it is sent, and hold it", async () => {
    show();
    enter(0, 1);
    await act(async () => void clipboard("paste", "Biler\t7"));
    expect(told.edits).toEqual([]);
    expect(cell(0, 1).textContent).toBe("Biler");
    expect(cell(0, 2).textContent).toBe("7");
    expect(screen.getByRole("button", { name: "Take back" })).toBeTruthy();
  });
});

describe("lines", () => {
  it("are added below with the focus in the new one, moved and deleted", async () => {
    const user = show();
    enter(0, 2);
    await user.keyboard("{Insert}");
    expect(name()).toBe("New, empty");
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(told.moved).toHaveBeenCalledWith("new", -1);
    await user.keyboard("{Control>}-{/Control}");
    expect(told.deleted).toHaveBeenCalledWith(["new"]);
    expect(name()).toBe("Cars");
  });
});

describe("no keyboard trap", () => {
  it("is left by Escape and then Tab, said by the description", async () => {
    const user = show();
    enter(0, 2);
    await user.keyboard("{Tab}");
    expect(name()).toBe("Wages, 2009, rate, 425.000 kr.");
    await user.keyboard("{Escape}");
    expect(status()).toBe("Tab now leaves the sheet.");
    await user.tab();
    expect(document.activeElement?.textContent).toBe("turn");
    const how = screen.getByRole("grid").getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(how)?.textContent).toContain("Escape and then Tab, or F6, leaves the sheet");
  });

  it("is left by F6 both ways, and by Tab at its last cell", async () => {
    const user = show();
    enter(0, 2);
    await user.keyboard("{F6}");
    expect(document.activeElement?.textContent).toBe("turn");
    enter(0, 2);
    await user.keyboard("{Shift>}{F6}{/Shift}");
    expect(document.activeElement?.textContent).toBe("before");
    enter(3, 6);
    await user.tab();
    expect(document.activeElement?.textContent).toBe("turn");
  });

  it("is left by Tab where nothing can be changed, and says why", async () => {
    const user = show({ frozen: "Frozen when it was sent." });
    enter(0, 2);
    await user.keyboard("5");
    expect(status()).toBe("Frozen when it was sent.");
    await user.tab();
    expect(document.activeElement?.textContent).toBe("turn");
  });
});
