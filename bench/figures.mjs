// Numbers of several rounds, in one.

const sorted = (numbers) => [...numbers].sort((one, other) => one - other);

export function median(numbers) {
  const all = sorted(numbers);
  const middle = all.length / 2;
  return all.length % 2 ? all[Math.floor(middle)] : (all[middle - 1] + all[middle]) / 2;
}

/** From objects with the same figures an object with the median and the ends of each. */
export function summary(rounds) {
  const names = Object.keys(rounds[0]).filter((name) => typeof rounds[0][name] === "number");
  return Object.fromEntries(
    names.map((name) => {
      const all = rounds.map((round) => round[name]);
      return [name, { median: median(all), least: Math.min(...all), most: Math.max(...all) }];
    }),
  );
}

export const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
