// @ts-check
// Dates as readers know them.

/**
 * A date such as "26 November 2026".
 * @param {string} lang
 * @param {string} [date] in the form `2026-11-26`; today without one
 */
export function longDate(lang, date) {
  // A date without a time is read as one of UTC.
  const zone = date ? { timeZone: "UTC" } : {};
  // English dates begin with the day, since two countries order the numbers of month and day in two ways.
  const locale = lang === "en" ? "en-GB" : lang;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", ...zone }).format(date ? new Date(date) : new Date());
}
