import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { ActionsProvider, useAction } from "./actions";
import Palette from "./Palette";

const navigate = vi.hoisted(() => vi.fn(() => Promise.resolve()));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => navigate }));
const program = vi.hoisted(() => ({ register: vi.fn(), pools: vi.fn(), applications: vi.fn(), cases: vi.fn() }));
vi.mock("./municipality", () => ({ useMunicipality: () => ({ id: 1, code: "173", name: "Lyngby-Taarbæk" }) }));
vi.mock("../ipc", async (whole) => ({ ...(await whole<typeof import("../ipc")>()), commands: program }));

const ran = vi.fn();

function Window() {
  const [open, setOpen] = useState(false);
  useAction({ id: "palette.open", title: "Search", keys: "Ctrl+K", group: "Go to", run: () => setOpen(true) });
  useAction({ id: "a.do", title: "Do it", keys: "Ctrl+E", group: "Edit", run: ran });
  useAction({ id: "a.not", title: "Do it not", group: "Edit", run: ran, enabled: false });
  return (
    <>
      <button type="button">Here</button>
      {open && <Palette close={() => setOpen(false)} />}
    </>
  );
}

function show() {
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <ActionsProvider>
          <Window />
        </ActionsProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  screen.getByText("Here").focus();
  return userEvent.setup();
}

beforeEach(() => {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  ran.mockClear();
  navigate.mockClear();
  program.register.mockResolvedValue({
    agreement: { id: 1 },
    asOf: "2019-03-12",
    initiatives: [{ id: 7, number: 91, title: { da: "Idræt", en: "Sport" }, search: ["idraet sport", "idraet sport"] }],
  });
  program.pools.mockResolvedValue({ pools: [] });
  program.applications.mockResolvedValue({
    applications: [{ id: 3, title: "Flere skal med", stage: "running", search: ["flere skal med", "flere skal med"] }],
  });
  program.cases.mockResolvedValue({ cases: [] });
});

const focused = () => document.activeElement;

test("opens by its key, runs what is chosen, and gives the focus back", async () => {
  const user = show();
  await user.keyboard("{Control>}k{/Control}");
  const field = await screen.findByRole("combobox");
  await waitFor(() => expect(focused()).toBe(field));
  expect(screen.getAllByRole("option")).toHaveLength(1);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(ran).toHaveBeenCalledOnce());
  expect(screen.queryByRole("combobox")).toBeNull();
  await waitFor(() => expect(focused()).toBe(screen.getByText("Here")));
});

test("Escape closes", async () => {
  const user = show();
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByRole("combobox");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("combobox")).toBeNull();
  expect(ran).not.toHaveBeenCalled();
});

test("a number goes to its initiative", async () => {
  const user = show();
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByRole("combobox");
  await user.keyboard("91");
  await screen.findByText("Sport");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(navigate).toHaveBeenCalledWith({ to: "/initiatives/$number", params: { number: "91" } }));
});

test("an action's own key runs it, unless it is switched off", () => {
  show();
  fireEvent.keyDown(window, { key: "e", ctrlKey: true });
  expect(ran).toHaveBeenCalledOnce();
});

test("an application is found by its title and opened", async () => {
  const user = show();
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox"), "flere");
  await screen.findByText("Flere skal med");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(navigate).toHaveBeenCalledWith({ to: "/applications/$id", params: { id: "3" } }));
});
