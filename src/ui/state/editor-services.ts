/** What the editor may ask of the page. */
import type { EditorServices } from '../editor/services.ts';
import { wordsOf } from '../film/words.ts';
import type { Bench } from './bench.svelte.ts';

/** What the panel around the editor does for it. */
export interface EditorHost {
  /** Tells the user what must be known, such as what was left out of a pasted text. */
  readonly say: (text: string) => void;
  readonly better: EditorServices['better'];
}

export function servicesOf(bench: Bench, { say, better }: EditorHost): EditorServices {
  return {
    ask: (verb, args, signal) => bench.language.ask(verb, args, signal),
    say,
    better,
    valueOf(name) {
      const found = bench.values.frameOf(name, bench.pair);
      if (!found) return null;
      const { shown } = found.frame;
      const picture = shown.kind === 'value' ? shown.picture : null;
      const text = picture ? wordsOf(picture) : shown.kind === 'fault' ? shown.why : '';
      const { name: pair, input } = bench.looked;
      return { pair, text, picture, input };
    },
  };
}
