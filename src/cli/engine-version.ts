/** The version of what computes results, put in by the build. */
declare const __ENGINE_VERSION__: string | undefined;

/** Two programs of one engine version give equal results; outside a build there is none. */
export const ENGINE_VERSION = typeof __ENGINE_VERSION__ === 'string' ? __ENGINE_VERSION__ : 'unbuilt';
