/**
 * Where the browser has Trusted Types, the page's policy lets no text become markup or the address of a script, but
 * through a few named makers: Svelte's and Monaco's own for markup, and this one for workers, which are the page's own.
 */

interface TrustedTypes {
  createPolicy(name: string, rules: { readonly createScriptURL: (address: string) => string }): unknown;
}

/** To be called before the first worker is started. */
export function trustOwnScripts(page: { readonly trustedTypes?: TrustedTypes } = window as object): void {
  page.trustedTypes?.createPolicy('default', { createScriptURL: ownAddress });
}

/** The address, if it is the page's own site; throws otherwise. */
function ownAddress(address: string): string {
  if (new URL(address, document.baseURI).origin === location.origin) return address;
  throw new TypeError(`a script from elsewhere is refused: ${address}`);
}
