// Writing down what is kept.

/** All of it as a text; empty if there are no answers. Not JSON: old libraries teach texts to write themselves, and would be asked. */
function written({ seed, height, answers }) {
  return answers && [seed, height, answers].join("\t");
}

/** Writes it down, for as long as it may be. */
export function save(kept) {
  const text = written(kept);
  const act = text ? "set" : "remove";
  kept.memory.set(kept.key, text);
  if (kept.remembered !== undefined) {
    kept.at("session", act, text);
  }
  if (kept.remembered) {
    kept.at("local", act, text);
  }
}

/** From now on it outlives the session; false where that is refused. */
export function remember(kept) {
  const text = written(kept);
  kept.at("local", "set", text);
  kept.remembered = kept.at("local", "get") === text;
  return kept.remembered;
}

/** Nothing is left of it anywhere. */
export function forget(kept) {
  kept.answers = "";
  save(kept);
  // Where nothing may be stored it stays that.
  kept.remembered &&= false;
}
