// The site owner's own ladders that the test uses.

/** Texts that WordPress's filters change where they stand in a post. */
export const TITLE = `P&L <owners>, "quoted" -- it's [gallery]`;

/** An overlay of a bundled ladder, so that it has a whole quiz. */
export const OVERLAY = JSON.stringify({
  format: 1,
  extends: "product",
  id: "our-product",
  title: TITLE,
  rungs: { "senior-pm": { title: "P&L <Lead>" }, trainee: { after: "", title: "Trainee", stage: "foundation" } },
});

/** A small ladder that stands alone. */
export const TINY = JSON.stringify(
  {
    format: 1,
    id: "tiny",
    title: "A tiny ladder",
    rungs: [
      { id: "learner", title: "Learner", level: 1, role: "Learns P&L" },
      { id: "master", title: "Master", level: 2, role: "Teaches" },
    ],
  },
  null,
  2,
);

/** The same with two mistakes. */
export const BROKEN = TINY.replace('"title": "A tiny ladder"', '"titel": "A tiny ladder"').replace('"level": 2', '"level": "high"');

/** The same with a field that there is none of, which is left out. */
export const ADVISED = TINY.replace('"title": "Learner"', '"colour": "red",\n      "title": "Learner"');

/** The same, with a mistake behind it. */
export const ADVISED_AND_BROKEN = ADVISED.replace('"level": 2', '"level": "high"');
