// @ts-check
// Writes the stored answers.

/** @import { StoredSession } from "../loader/storage.js" */

/**
 * An earlier result of the reader.
 * @typedef {object} Copy
 * @property {string} date on which it was saved, in the reader's time zone: `2026-11-26`
 * @property {string} fragment its private link, from the `#` on
 */

/** With one more, the oldest copy goes. */
const MAX_COPIES = 5;

/**
 * The text to store; empty without answers. It is not JSON, since some old libraries give texts a `toJSON` of their own.
 * @param {StoredSession} session
 */
function serialize({ seed, lastHeight, snapshot }) {
  return snapshot && [seed, lastHeight, snapshot].join("\t");
}

/**
 * Stores the answers in memory, and in the storages that are allowed.
 * @param {StoredSession} session
 */
export function save(session) {
  const text = serialize(session);
  const method = text ? "set" : "remove";
  session.memory.set(session.storageKey, text);
  if (session.isRemembered !== undefined) {
    session.access("session", method, text);
  }
  if (session.isRemembered) {
    session.access("local", method, text);
  }
}

/**
 * Stores the answers beyond the browser's session, and a dated copy of the result beside them; returns whether the browser did
 * so.
 * @param {StoredSession} session
 * @param {string} [fragment] the private link of the result, from its `#` on
 */
export function remember(session, fragment) {
  const text = serialize(session);
  session.access("local", "set", text);
  session.isRemembered = session.access("local", "get") === text;
  if (fragment) {
    addCopy(session, { date: today(), fragment });
  }
  return session.isRemembered;
}

/**
 * The session's second entry in a storage, with the dated copies.
 * @param {StoredSession} session
 * @returns {StoredSession}
 */
function copiesOf(session) {
  return Object.assign(Object.create(session), { storageKey: `${session.storageKey} (copies)` });
}

/** The date in the reader's time zone. */
function today() {
  const now = new Date();
  const pad = (/** @type {number} */ number) => `${number}`.padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/**
 * The dated copies of the reader's results, newest first. Empty where the page allows no storage, or the browser refuses it.
 * @param {StoredSession} session
 * @returns {Copy[]}
 */
export function copies(session) {
  // One a line. It is not JSON, as the answers are not.
  const text = session.isRemembered !== undefined && copiesOf(session).access("local", "get");
  const lines = (text || "").split("\n").filter((/** @type {string} */ line) => /^\d{4}-\d\d-\d\d #\S+$/.test(line));
  return lines.map((/** @type {string} */ line) => ({ date: line.slice(0, 10), fragment: line.slice(11) }));
}

/**
 * Stores a dated copy in front of the others. The same result saved again on the same day stays one copy.
 * @param {StoredSession} session
 * @param {Copy} copy
 */
function addCopy(session, { date, fragment }) {
  const line = `${date} ${fragment}`;
  const others = copies(session)
    .map((known) => `${known.date} ${known.fragment}`)
    .filter((known) => known !== line);
  copiesOf(session).access("local", "set", [line, ...others].slice(0, MAX_COPIES).join("\n"));
}

/**
 * Deletes the answers and the dated copies everywhere.
 * @param {StoredSession} session
 */
export function forget(session) {
  session.snapshot = "";
  save(session);
  if (session.isRemembered !== undefined) {
    copiesOf(session).access("local", "remove");
  }
  // Undefined, where the page allows no storage, stays undefined.
  session.isRemembered &&= false;
}
