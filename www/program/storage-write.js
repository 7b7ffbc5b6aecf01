// @ts-check
// Writes the stored answers.

/** @import { StoredSession } from "../loader/storage.js" */

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
 * Stores the answers beyond the browser's session; returns whether the browser did so.
 * @param {StoredSession} session
 */
export function remember(session) {
  const text = serialize(session);
  session.access("local", "set", text);
  session.isRemembered = session.access("local", "get") === text;
  return session.isRemembered;
}

/**
 * Deletes the answers everywhere.
 * @param {StoredSession} session
 */
export function forget(session) {
  session.snapshot = "";
  save(session);
  // Undefined, where the page allows no storage, stays undefined.
  session.isRemembered &&= false;
}
