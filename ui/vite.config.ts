import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react(), babel({ plugins: ["@lingui/babel-plugin-lingui-macro"] })],
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  build: {
    // The oldest web views the program meets: WebKitGTK 2.50 and WebView2.
    target: ["safari18", "chrome120"],
    chunkSizeWarningLimit: 1200,
  },
  // A machine that builds beside it is slow: a test waits for what it waits for, not for the clock.
  test: { environment: "jsdom", setupFiles: ["src/test/setup.ts"], css: false, testTimeout: 30_000 },
});
