/** What a measurement in the page hands over: milliseconds under the name of a row. */
export interface PageFigure {
  readonly name: string;
  readonly ms: number;
}
