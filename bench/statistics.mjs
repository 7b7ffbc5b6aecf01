// Statistics over the rounds of a measurement.

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);

export function median(numbers) {
  const all = sorted(numbers);
  const middle = all.length / 2;
  return all.length % 2 ? all[Math.floor(middle)] : (all[middle - 1] + all[middle]) / 2;
}

/** The median, minimum and maximum of each numeric figure. All rounds are objects with the same figures. */
export function summarize(rounds) {
  const names = Object.keys(rounds[0]).filter((name) => typeof rounds[0][name] === "number");
  return Object.fromEntries(
    names.map((name) => {
      const all = rounds.map((round) => round[name]);
      return [name, { median: median(all), least: Math.min(...all), most: Math.max(...all) }];
    }),
  );
}

export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
