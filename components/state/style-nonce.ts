/**
 * The style elements that Radix's scroll lock adds need the page's nonce (our policy allows no others). It looks for
 * webpack's global name of it; Next's own script tags carry the value.
 */
export function offerStyleNonce(): void {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  if (nonce !== undefined && nonce !== '') Object.assign(globalThis, { __webpack_nonce__: nonce });
}
