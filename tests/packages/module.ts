// Code that imports the package, right and wrong.

import { CareerLadder, define } from "career-ladder";
import * as element from "career-ladder/element";
import "career-ladder/standalone";

define();
element.define();
const ladder: CareerLadderElement = new CareerLadder();
ladder.theme = "dark";
document.body.append(ladder);
document.addEventListener("ladder-result", ({ detail: { stage } }) => console.log(stage));

// @ts-expect-error The element has a fixed name.
define("my-ladder");
// @ts-expect-error There is no such property.
ladder.colour = "blue";
// @ts-expect-error The package has no default export.
import nothing from "career-ladder";

export { nothing };
