/** What the editor may ask of the page. */
import type { EditorServices } from '../editor/services.ts';
import { wordsOf } from '../film/words.ts';
import type { Bench } from './bench.svelte.ts';

/** @param say is given what the user must know, such as what was left out of a pasted text */
export function servicesOf(bench: Bench, say: (text: string) => void): EditorServices {
  return {
    ask: (verb, args, signal) => bench.language.ask(verb, args, signal),
    say,
    valueOf(name) {
      const found = bench.values.frameOf(name, bench.pair);
      const pair = bench.pairAt(bench.pair);
      if (!found || !pair) return null;
      const { shown } = found.frame;
      const picture = shown.kind === 'value' ? shown.picture : null;
      const text = picture ? wordsOf(picture) : shown.kind === 'fault' ? shown.why : '';
      return { pair: pair.name, text, picture, input: pair.input };
    },
  };
}
