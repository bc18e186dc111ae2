/** What people call the colours of ARC, 0-9. */
export const COLOUR_NAMES = [
  'black',
  'blue',
  'red',
  'green',
  'yellow',
  'grey',
  'pink',
  'orange',
  'light blue',
  'maroon',
] as const;
