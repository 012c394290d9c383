import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en/messages.json';
import { listFiles, readText } from './support/source';

const sources = [
  ...listFiles(['lib', 'components', 'entrypoints'], (path) => /\.(tsx?|html)$/.test(path) && !/\.test\./.test(path)),
  'wxt.config.ts',
].map((path) => readText(path));
const everything = sources.join('\n');

describe('visible texts', () => {
  it('every key is used', () => {
    const used = new Set(
      [...everything.matchAll(/['"`]([a-z][A-Za-z0-9]+)['"`]|__MSG_(\w+)__/g)].map((m) => m[1] ?? m[2]),
    );
    const unused = Object.keys(messages).filter(
      (key) => !used.has(key) && !used.has(key.replace(/(?:One|Other)$/, '')),
    );
    expect(unused, 'Remove the key from public/_locales/en/messages.json, or use it.').toEqual([]);
  });

  it('every key used in HTML and the manifest exists', () => {
    const named = [...everything.matchAll(/__MSG_(\w+)__/g)].map((match) => match[1] ?? '');
    expect(named.filter((key) => !(key in messages) && !key.startsWith('@@'))).toEqual([]);
  });

  it.each(Object.entries(messages))(
    '%s has a text, a description and only $1 to $9',
    (_key, { message, description }) => {
      expect(message.trim()).not.toBe('');
      expect(description.trim(), 'Tell the translator where it stands and what $1 is.').not.toBe('');
      expect(message.replace(/\$[1-9]/g, '')).not.toMatch(/\$/);
    },
  );

  it('no exclamation marks: a calm colleague', () => {
    expect(Object.entries(messages).filter(([, { message }]) => message.includes('!'))).toEqual([]);
  });

  it('plurals come in pairs', () => {
    const keys = Object.keys(messages);
    const lonely = keys.filter((key) => /One$/.test(key) && !keys.includes(key.replace(/One$/, 'Other')));
    expect(lonely, 'Add the key with the suffix Other.').toEqual([]);
  });
});
