// @ts-check
// The picture of the reader's result: a preview, and the ways to take it along.

import { paint } from "../loader/paint.js";
import { png, ruler } from "./canvas.js";
import { lightAccent, rgb } from "./colors.js";
import { canCopy, canShare, copy, download, share } from "./picture-files.js";
import { svgTree } from "./svg-tree.js";
import { pictureOf } from "./wasm.js";

/** @import { PictureTree } from "./canvas.js" */
/** @import { ScreenContext } from "./main.js" */
/** @import { Words } from "./words.js" */

/** The words inside the picture, in the order of the core's `Words` (`core/src/picture/words.rs`, where they are explained). */
const IN_PICTURE = [
  WORD.myStage,
  WORD.myLevel,
  WORD.between,
  WORD.joined,
  WORD.quoted,
  WORD.pictureFoot,
  WORD.pictureFootAlone,
];

/** The buttons below the picture. */
const BUTTONS = {
  png: WORD.downloadPng,
  svg: WORD.downloadSvg,
  copy: WORD.copyPicture,
  share: WORD.sharePicture,
};

/** @type {(container: Element, context: ScreenContext) => void} */
export function openPicture(container, context) {
  const { words } = context;
  const { host } = context.program;
  const picture = draw(container, context);
  const screen = paint(screenTree(picture, words));
  const status = screen.querySelector("[role=status]");
  let isTold = false;
  container.replaceChildren(screen);
  /** @type {Record<string, () => Promise<string> | string>} */
  const actions = {
    png: async () => download(await png(picture), "png"),
    svg: () => download(svgFile(picture), "svg"),
    copy: async () => {
      await copy(png(picture));
      return words.text(WORD.pictureCopied);
    },
    share: async () => share(await png(picture)),
  };
  screen.querySelectorAll("button").forEach((/** @type {HTMLButtonElement} */ button) =>
    button.addEventListener("click", async () => {
      status.textContent = "";
      try {
        status.textContent = await actions[button.name]();
      } catch (/** @type {any} */ error) {
        // The reader has closed the device's own dialog.
        if (error.name !== "AbortError") {
          status.textContent = words.text(button.name === "share" ? WORD.pictureShareRefused : WORD.pictureCopyRefused);
        }
        return;
      }
      if (!isTold) {
        isTold = true;
        host.emit("share", { method: "picture", url: "" });
      }
    }),
  );
  screen.querySelector("h4").focus();
}

/**
 * The picture in the font of the widget.
 * @param {Element} container
 * @param {ScreenContext} context
 * @returns {PictureTree}
 */
function draw(container, { ladder, own, other, program, words }) {
  const { fontFamily } = getComputedStyle(container);
  const accent = rgb(lightAccent(program.host.element));
  const svg = pictureOf(ladder, own || other, accent, IN_PICTURE.map((key) => words.template(key)), ruler(fontFamily));
  if (!svg) {
    throw new Error("no picture");
  }
  const [tag, attributes, ...shapes] = svgTree(svg);
  return [tag, { ...attributes, "font-family": fontFamily }, ...shapes];
}

/**
 * The picture in words.
 * @param {PictureTree} picture
 */
function description([, , ...shapes]) {
  return shapes.find(([tag]) => tag === "title")?.[2] || "";
}

/**
 * @param {PictureTree} picture
 * @param {Words} words
 * @returns {Tree}
 */
function screenTree(picture, words) {
  const [tag, attributes, ...shapes] = picture;
  const text = description(picture);
  /** @type {("png" | "svg" | "copy" | "share")[]} */
  const names = ["png", "svg"];
  if (canCopy()) {
    names.push("copy");
  }
  if (canShare()) {
    names.push("share");
  }
  const button = (/** @type {"png" | "svg" | "copy" | "share"} */ name) =>
    /** @type {Tree} */ (["button", { name, type: "button" }, words.text(BUTTONS[name])]);
  return [
    "div",
    { class: "extra-screen", lang: words.lang },
    ["div", { class: "extra-head" }, ["h4", { tabindex: "-1" }, words.text(WORD.picture)]],
    // A title inside would be shown as a tooltip wherever the pointer rests.
    [tag, { ...attributes, class: "extra-picture", "aria-label": text }, ...shapes.filter(([tag]) => tag !== "title")],
    ["div", { class: "actions" }, ...names.map(button)],
    ["p", { class: "extra-summary", role: "status" }],
    [
      "details",
      { class: "extra-description" },
      ["summary", 0, words.text(WORD.pictureDescription)],
      ["p", { lang: attributes.lang }, text],
    ],
  ];
}

/**
 * The picture as a file that stands alone.
 * @param {PictureTree} picture
 */
function svgFile(picture) {
  return new Blob([new XMLSerializer().serializeToString(paint(picture))], { type: "image/svg+xml" });
}
