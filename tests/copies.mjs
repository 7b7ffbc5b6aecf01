// Checks how dated copies of results are stored: order, number, dates, and storages that refuse. No browser is needed.
import assert from "node:assert/strict";
import { load } from "./module.mjs";

const { copies, forget, remember } = await load("www/program/storage-write.js");

const today = new Date().toLocaleDateString("sv-SE");

/** A session like that of `www/loader/storage.js`, on storages of its own. */
function session({ isStored = true, isFull = false } = {}) {
  const stores = { local: new Map(), session: new Map() };
  return {
    stores,
    storageKey: "career-ladder /page product",
    seed: "1",
    lastHeight: 560,
    snapshot: "ladder",
    isRemembered: isStored ? false : undefined,
    memory: new Map(),
    access(storage, method, text) {
      if (isFull) {
        return undefined;
      }
      return method === "remove" ? stores[storage].delete(this.storageKey) : stores[storage][method](this.storageKey, text);
    },
  };
}

/** Saves results in turn and returns the links of the copies. */
function saved(session, ...fragments) {
  fragments.forEach((fragment) => remember(session, fragment));
  return copies(session).map((copy) => copy.fragment);
}

const link = (number) => `#career-ladder-product_${number}a`;

{
  const own = session();
  assert.deepEqual(copies(own), [], "no copies before the first");
  assert.equal(remember(own, link(1)), true);
  assert.deepEqual(copies(own), [{ date: today, fragment: link(1) }], "a copy has the date of today");
  assert.equal(own.stores.local.get("career-ladder /page product (copies)"), `${today} ${link(1)}`, "one line, no JSON");
  assert.match(own.stores.local.get(own.storageKey), /ladder/, "the answers are stored as before");
}

{
  const own = session();
  assert.deepEqual(saved(own, link(1), link(2), link(1)), [link(1), link(2)], "the same result on one day is one copy");
  own.stores.local.set(`${own.storageKey} (copies)`, `2025-12-01 ${link(2)}`);
  assert.deepEqual(saved(own, link(2)), [link(2), link(2)], "on another day it is another copy");
}

{
  const numbers = [1, 2, 3, 4, 5, 6, 7];
  assert.deepEqual(saved(session(), ...numbers.map(link)), [7, 6, 5, 4, 3].map(link), "five copies, newest first");
}

{
  const own = session();
  saved(own, link(1));
  forget(own);
  assert.deepEqual(copies(own), [], "deleting the answers deletes the copies");
  assert.equal(own.stores.local.size, 0);
}

{
  const own = session();
  own.stores.local.set(`${own.storageKey} (copies)`, `nonsense\n2026-13 #x\n2026-01-02 ${link(1)}\n`);
  assert.deepEqual(copies(own), [{ date: "2026-01-02", fragment: link(1) }], "damaged lines are left out");
}

{
  const own = session({ isStored: false });
  own.stores.local.set(`${own.storageKey} (copies)`, `2026-01-02 ${link(1)}`);
  assert.deepEqual(copies(own), [], "no copies where the page allows no storage");
}

{
  const own = session({ isFull: true });
  assert.equal(remember(own, link(1)), false, "a full storage stores nothing, and nothing breaks");
  assert.deepEqual(copies(own), []);
  forget(own);
}

console.log("dated copies: right");
