// Gives every page of Docusaurus the component: src/theme/MDXComponents.jsx.
import MDXComponents from "@theme-original/MDXComponents";
import useBaseUrl from "@docusaurus/useBaseUrl";
import React from "react";
import CareerLadder from "../components/CareerLadder";

/** The widget with the files of static/career-ladder/, wherever the site lies. */
function SiteLadder(props) {
  return <CareerLadder host={useBaseUrl("/career-ladder")} {...props} />;
}

export default { ...MDXComponents, CareerLadder: SiteLadder };
