// Ladders of any size, for the scale series. The texts are words drawn from a list, so that they compress as texts do.

const WORDS = `
plan team users goal risk weekly ship review market price learn data doubt notes talk change refuse small early late
board hire coach budget scope delay launch measure repeat explain listen decide postpone compare sketch test answer
question release growth support sales design research roadmap customer number meeting problem reason quarter
`
  .trim()
  .split(/\s+/);

const DIMENSIONS = 5;
const ANSWERS = 4;
/** The most rungs that a track may have, less what leaves room. */
const PER_TRACK = 50;

/** The same numbers each time. */
function draws(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A ladder file. */
export function ladder(rungs, questions) {
  const draw = draws(rungs * 1_009 + questions);
  const words = (count) => Array.from({ length: count }, () => WORDS[draw(WORDS.length)]).join(" ");
  // Every other track leaves from the lowest rung, and stands above it.
  const level = (place) => (place % PER_TRACK) + (place < PER_TRACK ? 1 : 2);
  const track = (place) => `t${Math.floor(place / PER_TRACK)}`;
  const heights = Math.min(rungs, PER_TRACK);
  return JSON.stringify({
    format: 1,
    id: `scale-${rungs}-${questions}`,
    title: "A ladder for measuring",
    summary: "As many rungs and questions as were asked for.",
    dimensions: Array.from({ length: DIMENSIONS }, (_, place) => ({
      id: `d${place}`,
      name: `Side ${place + 1}`,
      summary: words(8),
    })),
    tracks: Array.from({ length: Math.ceil(rungs / PER_TRACK) }, (_, place) => {
      return { id: `t${place}`, name: `Track ${place + 1}`, ...(place && { from: "r0" }) };
    }),
    rungs: Array.from({ length: rungs }, (_, place) => ({
      id: `r${place}`,
      title: `Rung ${place + 1} ${words(1)}`,
      level: level(place),
      track: track(place),
      role: words(4),
      changes: [words(12)],
    })),
    questions: Array.from({ length: questions }, (_, place) => ({
      id: `q${place}`,
      about: `d${place % DIMENSIONS}`,
      ask: `${place + 1}. What did you do about ${words(6)}?`,
      answers: Array.from({ length: ANSWERS }, (_, answer) => ({
        id: `a${answer}`,
        is: `r${Math.round((answer * (heights - 1)) / (ANSWERS - 1))}`,
        say: `I ${words(9)}`,
      })),
    })),
  });
}
