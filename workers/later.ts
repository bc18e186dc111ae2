/** An api that can be asked before it is made: questions wait for it, and fail as the making fails. */
export function later<Api extends object>(made: Promise<Api>): object {
  made.catch(() => {}); // whoever asks is told
  const ask =
    (verb: string | symbol) =>
    async (...args: unknown[]): Promise<unknown> => {
      const api = (await made) as Record<string | symbol, (...args: unknown[]) => unknown>;
      return api[verb](...args);
    };
  return new Proxy({}, { get: (_api, verb) => ask(verb) });
}
