import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { ActionsProvider } from "../../app/actions";
import { NotifyProvider } from "../../app/notify";
import { SessionProvider } from "../../app/session";
import type { CaseView, ReadingView, SessionView } from "../../ipc";
import DecideForm from "./DecideForm";

const program = vi.hoisted(() => ({ caseDecide: vi.fn() }));
vi.mock("../../ipc", () => ({ commands: program, CommandError: class extends Error {} }));

const point = (id: number, parentId: number | null, label: string, poolId?: number) => ({
  point: { id, version: 1, committeeCaseId: 1, parentId, position: 0, text: `Punkt ${label}`, condition: "" },
  label,
  subjects: poolId
    ? [
        {
          subject: { id: poolId, version: 1, casePointId: id, poolId, applicationId: null },
          title: `Pulje ${poolId}`,
          initiative: null,
          poolKey: null,
          applications: [],
        },
      ]
    : [],
});
const view = {
  committeeCase: { id: 1 },
  points: [point(10, null, "1"), point(20, null, "2"), point(21, 20, "2 a", 91), point(22, 20, "2 b", 93)],
} as unknown as CaseView;
const reading = {
  reading: {
    id: 5,
    version: 2,
    committeeCaseId: 1,
    committeeId: 3,
    position: 0,
    meetingDate: "2019-03-12",
    itemNumber: "3",
    chairman: false,
    remark: "",
    votes: "",
    minorityStatement: "",
  },
  decisions: [],
} as unknown as ReadingView;

const started: SessionView = {
  version: "0.1.0",
  preferences: { language: "en" },
  file: { path: "/tmp/1.db", bytes: null, access: "write", problem: null, choices: [], lastBackup: null },
  municipality: null,
  municipalities: [],
  example: false,
};

beforeEach(() => {
  i18n.loadAndActivate({ locale: "en", messages: {} });
});

test("points are decided one by one, and approved pools become applications unless they are left out", async () => {
  const onEnd = vi.fn();
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <SessionProvider started={started}>
          <NotifyProvider>
            <ActionsProvider>
              <DecideForm view={view} one={reading} onEnd={onEnd} />
            </ActionsProvider>
          </NotifyProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  const user = userEvent.setup();
  const decide = async (label: string, outcome: string) => {
    await user.click(screen.getByRole("button", { name: new RegExp(`^Ad ${label} (not decided|as above)`) }));
    await user.click(await screen.findByRole("option", { name: outcome }));
  };
  await decide("1", "Noted");
  await decide("2", "Approved");
  // What lies inside follows the point it lies in, until it has an outcome of its own.
  expect(screen.getAllByText("as above: Approved")).toHaveLength(2);
  await decide("2 b", "Postponed");
  expect(screen.getByRole("checkbox", { name: "Pulje 91" })).toBeTruthy();
  expect(screen.queryByRole("checkbox", { name: "Pulje 93" })).toBeNull();
  await user.type(screen.getByRole("textbox", { name: "Remark" }), "Udvalget lægger vægt på viden");

  program.caseDecide.mockResolvedValueOnce({ view: { committeeCase: { id: 1 } }, changed: ["case_decision"] });
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(onEnd).toHaveBeenCalledOnce());
  const [draft] = program.caseDecide.mock.calls[0] ?? [];
  expect(
    draft.decisions.map((one: { casePointId: number; outcome: string }) => [one.casePointId, one.outcome]),
  ).toEqual([
    [10, "noted"],
    [20, "approved"],
    [22, "postponed"],
  ]);
  expect(draft.applicationsFor).toEqual([91]);
  expect(draft.reading).toMatchObject({ id: 5, version: 2, remark: "Udvalget lægger vægt på viden" });
});
