// Generates ladders of any size for the suite `scale`. Their texts consist of real words, so that they compress as real
// texts do.

const WORDS = `
plan team users goal risk weekly ship review market price learn data doubt notes talk change refuse small early late
board hire coach budget scope delay launch measure repeat explain listen decide postpone compare sketch test answer
question release growth support sales design research roadmap customer number meeting problem reason quarter
`
  .trim()
  .split(/\s+/);

const DIMENSIONS = 5;
const ANSWERS = 4;
/** Rungs on a track. The format allows 64. */
const RUNGS_PER_TRACK = 50;

/** A function that returns pseudo-random integers from 0 up to, but not including, its argument. */
function randomIntegers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The text of a ladder file; the same arguments always give the same text. */
export function generateLadder(rungs, questions) {
  const random = randomIntegers(rungs * 1_009 + questions);
  const words = (count) => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(" ");
  // All tracks but the first one branch off from the lowest rung, so they begin one level above it.
  const level = (index) => (index % RUNGS_PER_TRACK) + (index < RUNGS_PER_TRACK ? 1 : 2);
  const track = (index) => `t${Math.floor(index / RUNGS_PER_TRACK)}`;
  const anchors = Math.min(rungs, RUNGS_PER_TRACK);
  return JSON.stringify({
    format: 1,
    id: `scale-${rungs}-${questions}`,
    title: "A ladder for measuring",
    summary: "As many rungs and questions as were asked for.",
    dimensions: Array.from({ length: DIMENSIONS }, (_, index) => ({
      id: `d${index}`,
      name: `Side ${index + 1}`,
      summary: words(8),
    })),
    tracks: Array.from({ length: Math.ceil(rungs / RUNGS_PER_TRACK) }, (_, index) => {
      return { id: `t${index}`, name: `Track ${index + 1}`, ...(index && { from: "r0" }) };
    }),
    rungs: Array.from({ length: rungs }, (_, index) => ({
      id: `r${index}`,
      title: `Rung ${index + 1} ${words(1)}`,
      level: level(index),
      track: track(index),
      role: words(4),
      changes: [words(12)],
    })),
    questions: Array.from({ length: questions }, (_, index) => ({
      id: `q${index}`,
      about: `d${index % DIMENSIONS}`,
      ask: `${index + 1}. What did you do about ${words(6)}?`,
      answers: Array.from({ length: ANSWERS }, (_, answer) => ({
        id: `a${answer}`,
        is: `r${Math.round((answer * (anchors - 1)) / (ANSWERS - 1))}`,
        say: `I ${words(9)}`,
      })),
    })),
  });
}
