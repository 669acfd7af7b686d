import { fireEvent, screen, within } from "@testing-library/react";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { DeadlineItem } from "../../../ipc";
import { testItem } from "../../../parts/days/testItems";
import { store } from "../choice";
import { show, sized, testBar, testMeeting, told } from "../testFrame";
import Timeline from "./Timeline";

const went = vi.hoisted(() => vi.fn());
vi.mock("@tanstack/react-router", async (real) => ({
  ...(await real<object>()),
  useNavigate: () => went,
  Link: ({ to, children }: { to: string; children: string }) => <a href={`#${to}`}>{children}</a>,
}));

const focused = () => document.activeElement?.firstElementChild?.textContent ?? "";
const cell = (name: RegExp) => screen.getByRole("gridcell", { name });

const items = [
  testItem(1, { key: "draft", kind: "step", step: "draft" }),
  testItem(10, { key: "meeting", kind: "meeting", detail: "BIU", canMove: false }),
  testItem(48, { key: "call", kind: "call" }),
];

// The panel is loaded when it is first asked for: here beforehand, however busy the machine is.
beforeAll(() => import("../../../parts/PanelBody").then(() => undefined), 30_000);

describe("the days along a timeline", () => {
  beforeEach(() => {
    sized(1100, 660);
    went.mockClear();
  });

  it("reads each bar and mark with its meaning and dates", () => {
    show(<Timeline />, { items, bars: [testBar(1), testBar(2, { exact: false, periodStart: "2019-04-01" })] });
    expect(screen.getByRole("grid", { name: "Applications over time" })).toBeDefined();
    expect(screen.getByRole("rowheader", { name: "Projekt 1" })).toBeDefined();
    expect(
      screen.getAllByRole("gridcell", { name: /Work on the application, 1 February 2019 to the deadline 29 April/ }),
    ).toHaveLength(2);
    expect(cell(/Project, about 1 April 2019 to 31 July 2021: not known to the day/)).toBeDefined();
    expect(cell(/Committee meeting, Friday 22 March 2019, BIU, 7 working days/)).toBeDefined();
  });

  it("goes by keys from mark to mark and row to row, opens and moves", async () => {
    const { user } = show(<Timeline />, { items, bars: [testBar(1), testBar(2)] });
    screen.getByRole("rowheader", { name: "Projekt 1" }).focus();
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(focused()).toContain("Draft ready");
    await user.keyboard("{Enter}");
    expect(told.open).toHaveBeenCalledWith("draft");
    await user.keyboard("m");
    expect(told.key).toHaveBeenLastCalledWith(items[0], "m");
    await user.keyboard("{ArrowDown}");
    expect(focused()).toContain("Work on the application");
    await user.keyboard("{Enter}");
    expect(went).toHaveBeenCalledWith({ to: "/applications/$id", params: { id: "2" }, search: { tab: "plan" } });
  });

  it("joins marks as one looks from farther, keeps the keyboard on them, and lists them", async () => {
    const { user, container } = show(<Timeline />, { items, bars: [testBar(1)] });
    fireEvent.click(cell(/Committee meeting/));
    expect(told.select).toHaveBeenCalledWith("meeting");
    await user.keyboard("--");
    expect(container.querySelector("[data-zoom]")?.getAttribute("data-zoom")).toBe("year");
    expect(focused()).toMatch(/^2 deadlines, 13 March 2019 to 22 March 2019: Draft ready/);
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("dialog", { name: "Deadlines close together" })).toBeDefined();
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("radio", { name: "Month" }));
  });

  it("has the committees' meetings on a line above, listed with the last day for papers", async () => {
    const meetings = [
      testMeeting(1, "2019-03-12", { time: "16:30", paperDue: "2019-02-28" }),
      testMeeting(2, "2019-04-09", { cancelled: true }),
    ];
    const { user } = show(<Timeline />, { items, bars: [testBar(1)], meetings });
    expect(screen.getAllByRole("rowheader").map(({ textContent }) => textContent)).toEqual([
      "Committee meetings",
      "Projekt 1",
    ]);
    expect(screen.getByText("1 row")).toBeDefined();
    expect(cell(/^Cancelled meeting BIU, Tuesday 9 April 2019$/)).toBeDefined();
    screen.getByRole("rowheader", { name: "Committee meetings" }).focus();
    await user.keyboard("{Enter}");
    expect(went).toHaveBeenCalledWith({ to: "/cases/coming" });
    await user.keyboard("{ArrowRight}");
    expect(focused()).toBe("Meeting BIU, Tuesday 12 March 2019, at 16:30, papers by 28 February 2019");
    await user.keyboard("{Enter}");
    const list = await screen.findByRole("dialog", { name: "Committee meetings" });
    expect(within(list).getByRole("link", { name: "Coming cases" }).getAttribute("href")).toBe("#/cases/coming");
  });

  it("leads to the same days as a table", async () => {
    const { user } = show(<Timeline />, { items, bars: [testBar(1)] });
    store.choose({ view: "timeline" });
    await user.click(screen.getByRole("button", { name: "Show as table" }));
    expect(store.get().view).toBe("list");
  });

  it("draws of 400 bars and 10,000 marks over 30 years only what is seen, wherever the keys go", async () => {
    const many: DeadlineItem[] = [];
    for (let at = 0; at < 25; at++)
      for (let id = 1; id <= 400; id++)
        many.push(testItem(at * 440 - 300, { key: `${id}:${at}`, applicationId: id, subjectId: id }));
    const bars = Array.from({ length: 400 }, (_, at) => testBar(at + 1));
    const { user, container } = show(<Timeline />, { items: many, bars });
    const drawn = () => [
      container.querySelectorAll("[data-row]").length,
      container.querySelectorAll("[data-cell]").length,
    ];
    for (const keys of [
      "",
      "{ArrowRight}{ArrowRight}{ArrowRight}",
      "{PageDown}{PageDown}",
      "{Control>}{End}{/Control}",
      "{End}",
    ]) {
      if (keys) await user.keyboard(keys);
      else screen.getByRole("rowheader", { name: "Projekt 1" }).focus();
      const [rows = 0, cells = 0] = drawn();
      expect(rows).toBeGreaterThan(10);
      expect(rows).toBeLessThan(24);
      expect(cells).toBeLessThan(24 * 6);
      expect(container.contains(document.activeElement)).toBe(true);
    }
    expect(focused()).toContain("Task");
  });
});
