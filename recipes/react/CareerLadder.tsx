// <career-ladder> as a component of React 19.

import "career-ladder";
import type {} from "career-ladder/react";
import type { ComponentProps } from "react";

/** Its attributes, and its events by names such as `onladder-result`. The children are for readers without scripts. */
export function CareerLadder({ style, ...props }: ComponentProps<"career-ladder">) {
  return <career-ladder {...props} style={{ display: "block", minHeight: 560, ...style }} />;
}
