import { createRoot } from "react-dom/client";
import "./theme/index.css";
import { App } from "./app/App";
import { followMeans } from "./app/means";

followMeans();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
