/** What a user or the system ends the program with. */
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Calls `stop` with the exit code at the first such signal; what comes back takes that away again. */
export function onSignal(stop: (code: number) => void): () => void {
  const signals = Object.keys(CODES) as (keyof typeof CODES)[];
  const heard = (signal: NodeJS.Signals): void => stop(CODES[signal as keyof typeof CODES]);
  for (const signal of signals) process.once(signal, heard);
  return () => {
    for (const signal of signals) process.off(signal, heard);
  };
}
