import { fakeBrowser } from 'wxt/testing/fake-browser';
import messages from '@/public/_locales/en/messages.json';

const entries: Readonly<Record<string, { readonly message: string } | undefined>> = messages;

/** What the browser does: looks the key up and fills in `$1` … `$9`; an unknown key is an empty string. */
export function messageText(key: string, values: string | string[] = []): string {
  const list = typeof values === 'string' ? [values] : values;
  return (entries[key]?.message ?? '').replace(/\$([1-9])/g, (_, place: string) => list[Number(place) - 1] ?? '');
}

/** Puts the English messages behind `browser.i18n`. Call it in `beforeEach`. `changed` overrides single messages. */
export function speakEnglish(changed: Readonly<Record<string, string>> = {}, language = 'en-GB'): void {
  Object.assign(fakeBrowser.i18n, {
    getMessage: (key: string, values?: string | string[]) => changed[key] ?? messageText(key, values),
    getUILanguage: () => language,
  });
}
