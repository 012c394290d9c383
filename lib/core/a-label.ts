/**
 * The one thing core needs from `URL`. Core compiles without the DOM library, so the type is declared here;
 * the constructor itself exists in browsers, workers and Node alike and is pure.
 */
declare const URL: new (text: string) => { readonly hostname: string };

/** An internationalised domain as A-labels (`münchen.example` → `xn--mnchen-3ya.example`); `undefined` if it is none. */
export function toALabels(domain: string): string | undefined {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return undefined;
  }
}
