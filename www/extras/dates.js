// @ts-check
// Dates as readers know them.

import { LANGUAGE } from "./words.js";

/** English dates begin with the day, since the order of month and day in numbers means different dates in two countries. */
const LOCALE = LANGUAGE === "en" ? "en-GB" : LANGUAGE;

/**
 * A date such as "26 November 2026".
 * @param {string} [date] in the form `2026-11-26`; today without one
 */
export function longDate(date) {
  // A date without a time is read as one of UTC.
  const zone = date ? { timeZone: "UTC" } : {};
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", ...zone }).format(date ? new Date(date) : new Date());
}
