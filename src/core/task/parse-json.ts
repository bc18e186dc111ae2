/** JSON of unknown origin: what is wrong with it, and where. Apart from `read.ts`, since telling that takes a scanner. */
import { jsonFault } from './json-fault.ts';
import { refuse } from './refusal.ts';

/** The value of a JSON text; a fault is told with its line and column. */
export function parseJson(text: string): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch (error) {
    return refuse('', `not JSON: ${placeOfFault(json) ?? String((error as Error).message)}`);
  }
}

/** The first fault with its line and column. The built-in parser tells the place only now and then. */
function placeOfFault(json: string): string | null {
  const fault = jsonFault(json);
  if (fault === null) return null;
  const before = json.slice(0, fault.offset);
  const line = before.split('\n').length;
  return `line ${line}, column ${fault.offset - before.lastIndexOf('\n')}: ${fault.message}`;
}
