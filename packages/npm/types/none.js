// Entries that have types alone.
export {};
