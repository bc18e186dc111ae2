/** A task that a search from nothing solves soon. */

/** Mirrored, and what was black is filled with a colour. */
export const MIRRORED = {
  train: [
    { input: [[1, 0, 2]], output: [[2, 4, 1]] },
    {
      input: [
        [3, 3, 0, 5],
        [0, 1, 2, 2],
      ],
      output: [
        [5, 4, 3, 3],
        [2, 2, 1, 4],
      ],
    },
    {
      input: [
        [6, 0],
        [7, 8],
      ],
      output: [
        [4, 6],
        [8, 7],
      ],
    },
  ],
  test: [{ input: [[9, 0, 0, 1]] }],
};
