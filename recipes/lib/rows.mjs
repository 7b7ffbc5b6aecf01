// Makes the rows of a test, so that one failure does not hide the others.

/** @import { Row } from "./table.mjs" */

/**
 * A row that works unless `check` throws.
 * @param {string} form
 * @param {() => Promise<unknown>} check may return a note
 * @returns {Promise<Row>}
 */
export async function row(form, check) {
  try {
    const note = await check();
    return { form, ok: true, note: typeof note === "string" ? note : "" };
  } catch (error) {
    console.error(`${form}: ${error?.stack ?? error}`);
    return { form, ok: false, note: String(error?.message ?? error) };
  }
}
