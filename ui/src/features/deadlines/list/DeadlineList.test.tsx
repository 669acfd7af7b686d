import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { flagged, manyItems, testItem } from "../../../parts/days/testItems";
import { show, sized, told } from "../testFrame";
import { DeadlineList } from "./DeadlineList";

const onType = vi.fn();
const shown = (items: Parameters<typeof show>[1]["items"]) =>
  show(<DeadlineList ref={null} onType={onType} onSelected={() => undefined} nothing={<p>Nothing</p>} />, { items });

describe("the days as a list", () => {
  beforeEach(() => {
    sized(1100, 600);
    onType.mockClear();
  });

  it("says of each day when it is, what, whose, how long there is and why it is flagged", () => {
    const call = testItem(14, { kind: "call", title: "Idræt", workingDays: 10, flags: [flagged("at_risk")] });
    shown([call, testItem(48, { kind: "step", step: "signature", title: "Kultur", time: "12:00" })]);
    const row = screen.getByRole("rowheader", { name: "Idræt" }).closest('[role="row"]');
    for (const text of ["Tue 26.03.2019", "week 13", "time not stated", "10 working days", "in 14 days", "At risk"])
      expect(row?.textContent).toContain(text);
    expect(within(row as HTMLElement).getByTitle(/Therefore/)).toBeDefined();
    expect(screen.getByText("Signature")).toBeDefined();
    expect(screen.getByText("at 12:00")).toBeDefined();
  });

  it("shows a day beside it by Enter, acts on it by single keys, and searches by the slash", async () => {
    const { user } = shown([testItem(1, { key: "a", title: "A" }), testItem(2, { key: "b", title: "B" })]);
    await user.click(screen.getByRole("rowheader", { name: "B" }));
    await user.keyboard("{ArrowUp}{Enter}");
    expect(told.select).toHaveBeenLastCalledWith("a");
    told.key.mockReturnValue(true);
    await user.keyboard("d");
    expect(told.key).toHaveBeenLastCalledWith(expect.objectContaining({ key: "a" }), "d");
    told.key.mockReturnValue(false);
    await user.keyboard("x");
    expect(onType).not.toHaveBeenCalled();
    await user.keyboard("/");
    expect(onType).toHaveBeenCalledOnce();
  });

  it("draws only what is in sight of ten thousand days", () => {
    shown(manyItems(10_000));
    expect(screen.getAllByRole("row").length).toBeLessThan(60);
    expect(Number(screen.getByRole("grid").getAttribute("aria-rowcount"))).toBeGreaterThan(9_000);
  });
});
