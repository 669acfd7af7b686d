import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { vi } from "vitest";
import { ActionsProvider } from "../../app/actions";
import { NotifyProvider } from "../../app/notify";
import { SessionProvider } from "../../app/session";
import type { ApplicationBar, DeadlineItem, DeadlinesView, MeetingDay, SessionView, SpecialDay } from "../../ipc";
import { anyTime, filtered, linesOf, namesOf } from "./shown";
import { type Deadlines, DeadlinesContext } from "./useDeadlines";

/** What was asked of the screen around, for tests. */
export const told = {
  open: vi.fn(),
  select: vi.fn(),
  move: vi.fn(),
  key: vi.fn((_: DeadlineItem, __: string) => false),
};

/** An application's bar, from the first work to the end of its project. */
export const testBar = (applicationId: number, patch: Partial<ApplicationBar> = {}): ApplicationBar => ({
  applicationId,
  title: `Projekt ${applicationId}`,
  from: "2019-02-01",
  deadline: "2019-04-29",
  periodStart: "2019-08-01",
  periodEnd: "2021-07-31",
  exact: true,
  ended: false,
  departmentId: null,
  personId: null,
  committeeIds: [],
  ...patch,
});

export const testHoliday = (first: string, patch: Partial<SpecialDay> = {}): SpecialDay => ({
  first,
  last: first,
  holiday: null,
  title: { da: "", en: "" },
  recess: false,
  ...patch,
});

export const testMeeting = (meetingId: number, on: string, patch: Partial<MeetingDay> = {}): MeetingDay => ({
  meetingId,
  committeeId: 7,
  committee: "BIU",
  on,
  time: null,
  extraordinary: false,
  cancelled: false,
  paperDue: null,
  ...patch,
});

type Shown = {
  items?: DeadlineItem[];
  bars?: ApplicationBar[];
  specials?: SpecialDay[];
  meetings?: MeetingDay[];
  asOf?: string;
};

/** jsdom lays nothing out: everything is given this size. */
export function sized(width: number, height: number) {
  const sizes = { clientWidth: width, offsetWidth: width, clientHeight: height, offsetHeight: height };
  for (const [side, value] of Object.entries(sizes))
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value });
}

function Screen({ view, children }: { view: DeadlinesView; children: ReactNode }) {
  const [selected, setSelected] = useState<string | null>(null);
  const select = (key: string | null) => {
    told.select(key);
    setSelected(key);
  };
  const [deadlines] = useState(() => {
    const names = namesOf(undefined);
    const filter = { needles: [], facets: {}, period: anyTime, over: false };
    const all = linesOf(view, names);
    return { view, names, filter, all, lines: filtered(all, filter), ...of(view) };
  });
  const value = { ...deadlines, selected, select } as unknown as Deadlines;
  return <DeadlinesContext value={value}>{children}</DeadlinesContext>;
}

const of = (view: DeadlinesView) => ({
  items: view.items,
  bars: view.bars,
  meetings: view.meetings,
  byKey: new Map(view.items.map((item) => [item.key, item])),
  open: told.open,
  actions: { items: () => [], key: told.key, move: told.move, dialog: null },
});

/** Shows the list, the month or the timeline as the screen of deadlines would, in English. */
export function show(
  part: ReactNode,
  { items = [], bars = [], specials = [], meetings = [], asOf = "2019-03-12" }: Shown,
) {
  for (const one of Object.values(told)) one.mockClear();
  i18n.loadAndActivate({ locale: "en", messages: {} });
  const started = {
    version: "0.1.0",
    preferences: { language: "en" },
    file: { path: "/tmp/a.db", bytes: null, access: "write", problem: null, choices: [], lastBackup: null },
    municipality: { id: 1, code: "173", name: "Lyngby-Taarbæk" },
    municipalities: [],
    example: false,
  } as unknown as SessionView;
  const shown = render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <SessionProvider started={started}>
          <NotifyProvider>
            <ActionsProvider>
              <Screen view={{ asOf, items, conflicts: [], bars, specialDays: specials, meetings, undated: 0 }}>
                {part}
              </Screen>
            </ActionsProvider>
          </NotifyProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  return { ...shown, user: userEvent.setup() };
}
