/**
 * Gives every style element that a script of this page makes the nonce of the page's policy. Ant Design hands its nonce
 * on to most of its parts; the parts that lock the scroll behind a dialog and measure the scroll bar never ask for it.
 */
export function nameStyles(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  if (nonce === undefined) return;
  const make = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = make(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  });
}
