/** The guide: five short pages, each a title and paragraphs. */

export interface GuidePage {
  readonly title: string;
  readonly text: readonly string[];
}

export const PAGES: readonly GuidePage[] = [
  {
    title: 'The first run',
    text: [
      'A task shows a rule by a few pairs of grids. What is looked for is one program that turns every input into its output; the test pair is not used for that, only shown.',
      'Press Run. Solvers of other tasks are changed in small ways, round after round, and beside that programs are searched from nothing. What comes of it is scored on every pair and ranked; the best opens in the editor.',
      'The solver that was written for the task at hand is left out of the pool, so that a run is an honest test. Below the candidates it can be taken in.',
      'Next task and Previous task walk through the tasks; Tasks shows all of them, and the public data sets. What is found is kept in the Library.',
    ],
  },
  {
    title: 'Reading the funnel',
    text: [
      'Generated: candidates that were made. Unique: those whose program is not one that was seen before. Inlined and Valid: those that can be run. Scored: those that were. Solve all: behaviours that match every train pair.',
      'Candidates with the same outputs on every pair are one behaviour, and stand in one row; the shortest speaks for them. Explain tells where it came from.',
      'The marks of a row: a square is a train pair, a circle a test pair; filled is right, hollow is wrong, crossed has failed.',
      'The same settings and the same seed give the same ranking on every machine, whatever the number of workers.',
    ],
  },
  {
    title: 'Writing a solver',
    text: [
      'A solver is a function of one grid, I, in steps: x1 = vmirror(I), O = hconcat(I, x1), return O. Numbers are constants such as ONE and TWO; TWO is also the colour red.',
      'It is scored on every pair while you type. Values shows what each line is on the pair that is looked at, as a picture; a line that fails says why.',
      'Reference, or F1 in the editor, tells what a primitive does, with an example. Ctrl and Space lists what could stand at the cursor, with what fits first.',
      'Stress tries the solver on fresh pairs; Simplify looks for a shorter one that does the same.',
    ],
  },
  {
    title: 'Sharing',
    text: [
      'Share makes a link that holds the task and the solver. Whoever opens it sees both; nothing runs before they press Run, and nothing is stored anywhere else.',
      'The same dialog gives a code for other pages and slides, where the task can be looked at and run. It carries what is chosen under View.',
      'Figure draws a task as SVG or PNG; a value of the film can be saved as well. The Library exports solvers as Python and as JSON.',
    ],
  },
  {
    title: 'How the search works',
    text: [
      'Mutation: a call of a known solver is replaced by one of the same kind, an argument by another one that fits its type, or a part by a part of another solver.',
      'From nothing: expressions are enumerated by their cost, and those that have the same values on all inputs are merged. Pieces that paint nothing wrong are laid over each other until no cell is wrong.',
      'What is found is plain text of the dialect, ranked by how many train pairs it matches, how near it comes to the others, and how short it is. An answer that chooses by order alone is doubted.',
      'A solver is data and is interpreted, with limits on steps and sizes: none can do harm, or go on for ever.',
    ],
  },
];
