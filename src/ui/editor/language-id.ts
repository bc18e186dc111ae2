/** The name of the dialect in Monaco. */
export const LANGUAGE = 'batt-solver';
