"use client";

// <career-ladder> as a component for the App Router. The server renders the element with its children, for readers
// without scripts; the browser loads the widget.

import "career-ladder";
import type {} from "career-ladder/react";
import type { ComponentProps } from "react";

/** Its attributes, and its events by names such as `onladder-result`. */
export function CareerLadder({ style, ...props }: ComponentProps<"career-ladder">) {
  return <career-ladder {...props} style={{ display: "block", minHeight: 560, ...style }} />;
}
