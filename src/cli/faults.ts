/** Ends of the program that are nobody's defect. */

/** A call that cannot be carried out: one line for the user, exit code 2. */
export class WrongCall extends Error {}
