import React from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import Page from "./page.mdx";

const root = document.querySelector("main");
root.hasChildNodes() ? hydrateRoot(root, <Page />) : createRoot(root).render(<Page />);
