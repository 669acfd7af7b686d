import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { configure, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { Dialog } from "./Dialog";
import { Menu } from "./Menu";

// What is loaded late is waited for, however slow the machine.
configure({ asyncUtilTimeout: 20_000 });

function Line() {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu
        label="More"
        sections={[{ items: [{ id: "template", label: "Template …", onAction: () => setAsking(true) }] }]}
      >
        More
      </Menu>
      <Dialog open={asking} title="Template" onClose={() => setAsking(false)}>
        A Word document
      </Dialog>
    </>
  );
}

test("a dialog that a menu opens gives the keyboard back to the menu's button, also the second time", async () => {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  render(
    <I18nProvider i18n={i18n}>
      <Line />
    </I18nProvider>,
  );
  const user = userEvent.setup();
  const button = screen.getByRole("button", { name: "More" });
  // The first time the dialog's frame is loaded, the second it is there at once.
  for (const _ of ["loaded", "there"]) {
    await user.click(button);
    await user.click(await screen.findByRole("menuitem", { name: "Template …" }));
    const dialog = await screen.findByRole("dialog");
    await waitFor(() => expect(document.activeElement).toBe(dialog));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(button));
  }
});
