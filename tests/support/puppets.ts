import type { Hire } from '../../src/host/pool/supervisor.ts';

/** A worker of which the test decides when it answers and when it dies. */
export interface Puppet {
  ask(text: string): Promise<string>;
}

export interface Strings {
  readonly asked: { text: string; answer: (text: string) => void; fail: (error: Error) => void }[];
  readonly die: ((why: string) => void)[];
  terminated: number;
}

export function puppets(): { hire: Hire<Puppet>; strings: Strings } {
  const strings: Strings = { asked: [], die: [], terminated: 0 };
  const hire: Hire<Puppet> = (died) => {
    strings.die.push(died);
    return {
      api: {
        ask: (text) => new Promise((answer, fail) => strings.asked.push({ text, answer, fail })),
      },
      terminate: () => strings.terminated++,
    };
  };
  return { hire, strings };
}

export const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
