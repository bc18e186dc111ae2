/** 12,345 of a whole number. By hand: the browser's formatter takes as long to come as the header of the page. */
export function number(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
