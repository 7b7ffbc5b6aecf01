// @ts-check
// Draws the picture on a canvas, shape by shape. A picture that is loaded as an image would need a permission of the page
// (`img-src`), and could not be read back in every browser.

/** @typedef {ReturnType<typeof import("./svg-tree.js").svgTree>} PictureTree */

/** Texts are measured in larger type, since some browsers round the width of each letter to whole pixels. */
const ENLARGED = 16;

/** The numbers in an attribute. */
const NUMBER = /-?[\d.]+/g;

/**
 * Measures texts in a family, as the core asks for it.
 * @param {string} family
 */
export function ruler(family) {
  const context = context2d(document.createElement("canvas"));
  return {
    /**
     * @param {string} text
     * @param {number} size
     * @param {boolean} isBold
     */
    measure(text, size, isBold) {
      context.font = font(size * ENLARGED, isBold ? 600 : 400, family);
      return context.measureText(text).width / ENLARGED;
    },
  };
}

/**
 * The picture as a PNG file.
 * @param {PictureTree} tree
 * @returns {Promise<Blob>}
 */
export function png([, root, ...shapes]) {
  const canvas = document.createElement("canvas");
  canvas.width = Number(root.width);
  canvas.height = Number(root.height);
  // Some letters have another form in another language.
  canvas.lang = root.lang;
  const context = context2d(canvas);
  shapes.forEach(([tag, attributes, text]) => DRAW[tag]?.(context, attributes, text, root["font-family"]));
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no PNG"))), "image/png"),
  );
}

/** @param {HTMLCanvasElement} canvas */
function context2d(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}

/**
 * @param {string | number} size
 * @param {string | number} weight
 * @param {string} family
 */
function font(size, weight, family) {
  return `${weight} ${size}px ${family}`;
}

/**
 * By tag, how a shape is drawn.
 * @type {Record<string, (
 *   context: CanvasRenderingContext2D,
 *   attributes: Record<string, string>,
 *   text: string,
 *   family: string,
 * ) => void>}
 */
const DRAW = {
  rect(context, { x, y, width, height, rx = "0", ...look }) {
    const path = new Path2D();
    path.roundRect(Number(x), Number(y), Number(width), Number(height), Number(rx));
    paintPath(context, path, look);
  },
  line(context, { x1, y1, x2, y2, ...look }) {
    paintPath(context, new Path2D(`M${x1} ${y1}L${x2} ${y2}`), { ...look, fill: "none" });
  },
  path(context, { d, transform = "", ...look }) {
    const [x = 0, y = 0, scale = 1] = (transform.match(NUMBER) || []).map(Number);
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    paintPath(context, new Path2D(d), look);
    context.restore();
  },
  text(context, attributes, text, family) {
    context.font = font(attributes["font-size"], attributes["font-weight"] || 400, family);
    context.fillStyle = attributes.fill;
    context.textAlign = attributes["text-anchor"] === "end" ? "right" : "left";
    context.fillText(text, Number(attributes.x), Number(attributes.y));
  },
};

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} path
 * @param {Record<string, string>} look
 */
function paintPath(context, path, look) {
  if (look.fill !== "none") {
    context.fillStyle = look.fill;
    context.fill(path);
  }
  if (look.stroke) {
    context.strokeStyle = look.stroke;
    context.lineWidth = Number(look["stroke-width"]);
    context.lineCap = look["stroke-linecap"] === "round" ? "round" : "butt";
    context.lineJoin = look["stroke-linejoin"] === "round" ? "round" : "miter";
    context.stroke(path);
  }
}
