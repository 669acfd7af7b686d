import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { ApplicationView, DeadlineItem, PlanStepView, PlanView } from "../../../ipc";
import { show } from "../testFrame";
import PlanTab from "./PlanTab";

const program = vi.hoisted(() => ({
  plan: vi.fn(),
  planSave: vi.fn(),
  planChooseWay: vi.fn(),
  deadlineMarkSave: vi.fn(),
  office: vi.fn(),
  register: vi.fn(),
  pools: vi.fn(),
}));
vi.mock("../../../ipc", async (whole) => ({ ...(await whole<typeof import("../../../ipc")>()), commands: program }));
vi.mock("@tanstack/react-router", () => ({
  Link: ({ to, children }: { to: string; children: string }) => <a href={to}>{children}</a>,
  useNavigate: () => vi.fn(),
}));

const text = (en: string) => ({ da: en, en });
const item = (part: string, on: string, patch: Partial<DeadlineItem> = {}) =>
  ({
    key: `application:1:step:${part}`,
    subjectTable: "application",
    subjectId: 1,
    kind: "step",
    part,
    title: "Project",
    detail: "",
    on,
    time: null,
    origin: "plan",
    source: null,
    ruledOn: null,
    movedFrom: null,
    days: 14,
    workingDays: 10,
    flags: [],
    doneOn: null,
    ended: false,
    asideUntil: null,
    waitingFor: "",
    canMove: true,
    canDo: true,
    mark: null,
    ...patch,
  }) as DeadlineItem;
const step = (name: PlanStepView["step"], chain: PlanStepView["chain"], on: string, reason: string): PlanStepView => ({
  item: item(name, on),
  step: name,
  chain,
  committee: "",
  slack: 2,
  reason: text(reason),
});
const plan: PlanView = {
  applicationId: 1,
  title: "Project",
  asOf: "2019-03-12",
  plan: {
    id: 0,
    version: 0,
    applicationId: 1,
    committeeId: null,
    reading: "committee",
    meetingId: null,
    hearingElderly: false,
    hearingDisability: false,
    hearingStaff: false,
    way: null,
    wayReason: "",
    note: "",
  },
  state: "reachable",
  sentence: text("Paper to be handed in 26 March 2019 (10 working days)"),
  deadline: "2019-04-29",
  deadlineTime: null,
  committeeId: 3,
  meeting: null,
  paperDue: "2019-03-26",
  workingDays: 10,
  steps: [
    step("paper", "case", "2019-03-26", "10 working days before the meeting"),
    step("signature", "application", "2019-04-24", "2 working days before sending"),
  ],
  slack: 5,
  options: [],
  conflicts: [],
  meetings: [],
  moved: [],
  remarks: [text("The decision fell 56 days after the project began.")],
};
const view = { asOf: "2019-03-12", application: { id: 1, poolId: 4 } } as ApplicationView;
const given = (patch: Partial<PlanView>) => program.plan.mockResolvedValue({ ...plan, ...patch });
const reply = (patch: Partial<PlanView> = {}) => ({ view: { ...plan, ...patch }, changed: ["plan"], moved: [] });

beforeEach(() => {
  vi.clearAllMocks();
  given({});
  program.office.mockResolvedValue({ committees: [], people: [] });
  program.register.mockResolvedValue({ agreement: { id: 1 }, initiatives: [] });
  program.pools.mockResolvedValue({ pools: [] });
});

test("the sentence stands first, then each chain with its days and reasons", async () => {
  show(<PlanTab view={view} editable />);
  expect(await screen.findByText("Paper to be handed in 26 March 2019 (10 working days)")).toBeTruthy();
  expect(screen.getByText(/time not stated/)).toBeTruthy();
  expect(screen.getByText("The decision fell 56 days after the project began.")).toBeTruthy();
  const own = screen.getByRole("region", { name: /^The application/ });
  expect(within(own).getByText("2 working days of slack")).toBeTruthy();
  expect(screen.getByText("5 working days to the first step")).toBeTruthy();
  expect(within(own).getByText("24.04.2019")).toBeTruthy();
});

test("a step that was moved says where to and why instead of the rule", async () => {
  const moved = step("budget", "application", "2019-05-21", "Moved by a person to 21 May 2019: waiting");
  given({
    steps: [{ ...moved, slack: -4, item: item("budget", "2019-05-21", { origin: "pinned", ruledOn: "2019-05-14" }) }],
  });
  show(<PlanTab view={view} editable />);
  const line = await screen.findByText(/waiting/);
  expect(screen.getAllByText(/waiting/)).toHaveLength(1);
  expect(line.parentElement?.textContent).toContain("the plan says 14.05.2019");
  expect(screen.getByText("4 working days too late")).toBeTruthy();
});

test("what else cannot be kept stands under the sentence with what can be done", async () => {
  const conflict = {
    part: "hearing",
    sentence: text("The hearing should have been sent out"),
    options: [text("Shorten it")],
  };
  given({ state: "at_risk", slack: -7, conflicts: [conflict] });
  show(<PlanTab view={view} editable />);
  const head = await screen.findByRole("region", { name: "How the plan stands" });
  expect(within(head).getByText("The hearing should have been sent out")).toBeTruthy();
  expect(within(head).getByText("Shorten it")).toBeTruthy();
  expect(within(head).queryByText(/to the first step/)).toBeNull();
});

test("a step is ticked where it stands", async () => {
  program.deadlineMarkSave.mockResolvedValue({ view: null, changed: ["deadline_mark"], moved: [] });
  const { user } = show(<PlanTab view={view} editable />);
  await user.click(await screen.findByRole("checkbox", { name: "Signature" }));
  expect(program.deadlineMarkSave).toHaveBeenCalledWith(
    expect.objectContaining({ subjectTable: "application", subjectId: 1, part: "signature", doneOn: "2019-03-12" }),
  );
});

test("hearings ticked one after another each start from what the last one left", async () => {
  program.planSave.mockImplementation(async (row: PlanView["plan"]) => {
    const saved = { plan: { ...row, id: 9, version: row.version + 1 } };
    given(saved);
    return reply(saved);
  });
  const { user } = show(<PlanTab view={view} editable />);
  await user.click(await screen.findByRole("checkbox", { name: "Disability council" }));
  await user.click(screen.getByRole("checkbox", { name: "Staff side (MED)" }));
  await waitFor(() => expect(program.planSave).toHaveBeenCalledTimes(2));
  expect(program.planSave.mock.lastCall?.[0]).toMatchObject({ id: 9, hearingDisability: true, hearingStaff: true });
});

test("where no meeting can be reached the ways are choices, each chosen with a reason", async () => {
  given({
    state: "unreachable",
    sentence: text("Cannot reach a committee"),
    options: [
      {
        way: "chairman",
        on: "2019-04-26",
        meetingOn: "2019-05-07",
        sentence: text("It never gives an appropriation."),
      },
      { way: "reservation", on: "2019-04-29", meetingOn: null, sentence: text("Sent with a reservation.") },
    ],
  });
  program.planChooseWay.mockResolvedValue(reply());
  const { user } = show(<PlanTab view={view} editable />);
  expect(await screen.findByText("It never gives an appropriation.")).toBeTruthy();
  const [chairman] = screen.getAllByRole("button", { name: "Choose …" });
  if (!chairman) throw new Error("nothing to choose");
  await user.click(chairman);
  const why = screen.getByRole("textbox", { name: "Why this way" });
  expect(document.activeElement).toBe(why);
  await user.type(why, "The April meeting is cancelled{Control>}{Enter}{/Control}");
  expect(program.planChooseWay).toHaveBeenCalledWith({
    applicationId: 1,
    way: "chairman",
    reason: "The April meeting is cancelled",
  });
});

test("unknown meetings lead to where they are entered, and nothing can be changed on another day", async () => {
  given({ state: "meetings_unknown", sentence: text("BIU's meetings are known until 12 March 2019.") });
  show(<PlanTab view={view} editable={false} />);
  expect((await screen.findByRole("link", { name: "Committees and meetings" })).getAttribute("href")).toBe(
    "/settings/$section",
  );
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Disability council" }).disabled).toBe(true);
  expect(screen.queryByRole("checkbox", { name: "Signature" })).toBeNull();
});
