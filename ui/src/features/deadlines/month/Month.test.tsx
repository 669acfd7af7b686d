import { fireEvent, screen, within } from "@testing-library/react";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { manyItems, testItem } from "../../../parts/days/testItems";
import { show, sized, testHoliday, testMeeting, told } from "../testFrame";
import Month from "./Month";

vi.mock("@tanstack/react-router", async (real) => ({
  ...(await real<object>()),
  Link: ({ to, children, ...rest }: { to: string; children: string }) => (
    <a href={`#${to}`} {...rest}>
      {children}
    </a>
  ),
}));

/** The month of the day shown, whichever was looked at last. */
function shown(days: Parameters<typeof show>[1]) {
  const all = show(<Month />, days);
  fireEvent.click(screen.getByRole("button", { name: "The day shown" }));
  return all;
}
const cell = (name: RegExp) => screen.getByRole("gridcell", { name });
const focused = () => document.activeElement?.firstElementChild?.textContent ?? "";

// The panel is loaded when it is first asked for: here beforehand, however busy the machine is.
beforeAll(() => import("../../../parts/PanelBody").then(() => undefined), 30_000);

describe("the days as a month", () => {
  beforeEach(() => sized(1100, 660));

  it("says of each day what it is and what stands on it", () => {
    shown({
      items: [testItem(0, { kind: "meeting", title: "Idræt" }), testItem(21, { title: "Later" })],
      specials: [
        testHoliday("2019-03-18", { holiday: "maundy_thursday" }),
        testHoliday("2019-03-25", { last: "2019-03-29", title: { da: "Pause", en: "Recess" }, recess: true }),
      ],
    });
    expect(screen.getByRole("grid", { name: "March 2019" })).toBeDefined();
    expect(screen.getAllByRole("gridcell")).toHaveLength(35);
    expect(screen.getByRole("rowheader", { name: "Week 11" })).toBeDefined();
    expect(cell(/Tuesday 12 March 2019, the day shown, 1 deadline: Committee meeting, Idræt/)).toBeDefined();
    expect(cell(/18 March 2019, Maundy Thursday, no deadlines/)).toBeDefined();
    expect(cell(/29 March 2019, Recess/)).toBeDefined();
  });

  it("goes by keys, over the end of the month, and to the list of the day", async () => {
    const { user } = shown({ items: [testItem(0, { title: "A" }), testItem(0, { key: "b", title: "B" })] });
    await user.click(cell(/12 March 2019/));
    expect(focused()).toContain("12 March 2019");
    await user.keyboard("{ArrowDown}{ArrowRight}");
    expect(focused()).toContain("20 March 2019");
    await user.keyboard("{PageDown}");
    expect(focused()).toContain("20 April 2019");
    await user.keyboard("t");
    expect(focused()).toContain("12 March 2019");
    await user.keyboard("{Enter}");
    await screen.findByRole("dialog", { name: "The day's deadlines" });
    await user.keyboard("{ArrowDown}{Enter}");
    expect(told.open).toHaveBeenCalledWith("b");
  });

  it("has the committees' meetings, past ones too, told apart from what is due", async () => {
    const { user, container } = shown({
      items: [testItem(0, { title: "A" })],
      meetings: [
        testMeeting(1, "2019-03-05"),
        testMeeting(2, "2019-03-12", { time: "16:30", paperDue: "2019-02-28" }),
        testMeeting(3, "2019-03-12", { committee: "SSU", extraordinary: true }),
      ],
    });
    expect(cell(/5 March 2019, Meeting BIU, no deadlines/)).toBeDefined();
    await user.click(cell(/12 March 2019, the day shown, Meeting BIU · Extraordinary meeting SSU, 1 deadline/));
    expect(container.querySelectorAll("[data-meetings]")).toHaveLength(2);
    await user.keyboard("{Enter}");
    const list = await screen.findByRole("dialog", { name: "The day's deadlines" });
    expect(within(list).getByRole("list", { name: "2 committee meetings, 1 deadline" })).toBeDefined();
    expect(list.textContent).toContain("Meeting BIU · at 16:30 · papers by 28 February 2019");
    const [link] = within(list).getAllByRole("link", { name: /Coming cases/ });
    expect(document.activeElement).toBe(link);
    expect(link?.getAttribute("href")).toBe("#/cases/coming");
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    expect(told.open).toHaveBeenCalledTimes(1);
  });

  it("shows what fits, and how many more there are", async () => {
    sized(1100, 5 * 100 + 26);
    const items = Array.from({ length: 9 }, (_, at) => testItem(0, { key: `k${at}`, title: `T${at}` }));
    const { user, container } = shown({ items });
    expect(container.querySelectorAll("[data-key]")).toHaveLength(2);
    await user.click(screen.getByText("+7 more"));
    const list = await screen.findByRole("dialog", { name: "The day's deadlines" });
    expect(within(list).getByRole("list", { name: "9 deadlines" })).toBeDefined();
  });

  it("leads from an empty month to the nearest deadline", async () => {
    const { user } = shown({ items: [testItem(100)] });
    await user.click(screen.getByRole("button", { name: "None in the month. Nearest: 20 June 2019" }));
    expect(screen.getByRole("grid", { name: "June 2019" })).toBeDefined();
  });

  it("gives way to a list where there is no room for weeks", async () => {
    sized(500, 300);
    const { user } = shown({ items: [testItem(0, { title: "A" }), testItem(1, { title: "B" })] });
    expect(screen.queryByRole("grid")).toBeNull();
    expect(screen.getByRole("heading", { name: /Tuesday 12 March 2019/ })).toBeDefined();
    await user.click(screen.getByRole("button", { name: /A$/ }));
    expect(told.open).toHaveBeenCalledTimes(1);
  });

  it("draws of 10,000 only what is seen", () => {
    const { container } = shown({ items: manyItems(10_000) });
    const lines = container.querySelectorAll("[data-key]").length;
    expect(lines).toBeGreaterThan(35);
    expect(lines).toBeLessThan(35 * 6);
  });
});
