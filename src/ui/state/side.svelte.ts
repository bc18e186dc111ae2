/** What is open beside the code of the solver. */

export type SideName = 'explain' | 'stress' | 'batt' | 'fill' | 'line' | 'reference';

export class Side {
  open = $state<SideName | null>(null);
  /** What is looked for in the reference. */
  query = $state('');
  /** Searches something better for the expression that the cursor is in; set by who has the editor. */
  better: () => void = () => {};

  toggle(name: SideName): void {
    this.open = this.open === name ? null : name;
  }

  /** Opens the reference at what is looked for. */
  look(query: string): void {
    this.query = query;
    this.open = 'reference';
  }
}
