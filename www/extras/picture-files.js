// @ts-check
// Takes the picture out of the page: as a download, through the clipboard, or through the device's share sheet.

/** The name of the files, without its ending. */
const NAME = "career-stage";

/** So long a browser may take to begin with a download. */
const DOWNLOAD_MS = 60_000;

/**
 * Downloads a file. The link is on no page, so that no script of the page sees the click.
 * @param {Blob} file
 * @param {"png" | "svg"} ending
 */
export function download(file, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${NAME}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_MS);
  return "";
}

/** Whether the browser copies pictures. */
export function canCopy() {
  return !!window.ClipboardItem && !!navigator.clipboard?.write;
}

/**
 * Copies the picture. The browser takes it as a promise, since it allows copying only during the reader's click.
 * @param {Promise<Blob>} file
 */
export async function copy(file) {
  await navigator.clipboard.write([new ClipboardItem({ "image/png": file })]);
}

/** @param {Blob[]} parts */
function shareable(parts) {
  return { files: [new File(parts, `${NAME}.png`, { type: "image/png" })] };
}

/** Whether the device shares pictures. */
export function canShare() {
  return !!navigator.canShare?.(shareable([]));
}

/**
 * Passes the picture to the device's share sheet.
 * @param {Blob} file
 */
export async function share(file) {
  await navigator.share(shareable([file]));
  return "";
}
