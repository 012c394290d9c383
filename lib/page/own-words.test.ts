// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { promisesIn } from '@/lib/core/promise';
import { dateReader } from '@/lib/reading/date-reader';
import { gmail } from '@/lib/sites/gmail';
import { roundcube } from '@/lib/sites/roundcube';
import corpus from '@/tests/corpora/promises.json';
import { elements, openPage } from '@/tests/support/site-page';
import { mayPromise, promisingWords } from './own-words';

const folder = 'tests/fixtures/sites';
const pages = [gmail, roundcube].flatMap((site) =>
  readdirSync(`${folder}/${site.id}`)
    .filter((file) => file.includes('compose'))
    .map((file) => ({ site, file })),
);
const read = dateReader({ locale: 'en-GB', off: { weekend: [0, 6], holidays: [] } });
const reader = { editors: ['.editor'], kept: '.signature, blockquote' };

/** What is passed on of a window with that in its editor. */
function wordsOf(markup: string): string | undefined {
  document.body.innerHTML = `<div id="window">${markup}</div>`;
  const compose = document.querySelector('#window');
  return compose ? promisingWords(compose, { ...gmail.compose, ...reader } as never) : undefined;
}
const editable = (inner: string) => wordsOf(`<div class="editor" contenteditable="true">${inner}</div>`);

describe('the words of a mail', () => {
  it.each(pages)('are read in the window of $site.id $file', ({ site, file }) => {
    openPage(readFileSync(`${folder}/${site.id}/${file}`, 'utf8'));
    const compose = site.compose;
    if (!compose) throw new Error('no compose reader');
    const [editor] = compose.editors.flatMap((selector) => elements(selector));
    if (editor instanceof HTMLTextAreaElement) editor.value = "I'll send you the quote by Friday.\n\n-- \nSam";
    else editor?.replaceChildren("I'll send you the quote by Friday.");
    const window = compose.windows.map((selector) => editor?.closest(selector)).find((one) => one);
    const words = window && promisingWords(window, compose);
    expect(words?.trim()).toMatch(/^I'll send you the quote by Friday\.$/);
  });

  it('are taken line by line, without signature and quoted mail', () => {
    const words = editable(
      'Hi Ann,<div><br></div><div>I’ll <b>send</b> it\nby Friday.</div><p>Best</p>Sam<ul><li>one</li><li>two</li></ul>' +
        '<div class="signature">I will always answer tomorrow</div><blockquote>I will pay on Monday</blockquote>',
    );
    expect(words?.trim().split(/\n+/)).toEqual(['Hi Ann,', 'I’ll send it by Friday.', 'Best', 'Sam', 'one', 'two']);
  });

  it('of a plain text leave quoted lines and what stands below the signature', () => {
    const words = wordsOf(
      '<textarea class="editor">Yes, I will do it tomorrow.\n&gt; When will you?\n-- \nSam 4711</textarea>',
    );
    expect(words?.trim()).toBe('Yes, I will do it tomorrow.');
  });

  it('of a frame in which an editor program writes', () => {
    const compose = document.createElement('div');
    const frame = document.createElement('iframe');
    const inner = document.implementation.createHTMLDocument();
    inner.body.innerHTML = "<p>I'll call you on Monday.</p><blockquote>I will pay.</blockquote>";
    Object.defineProperty(frame, 'contentDocument', { value: inner });
    frame.className = 'editor';
    compose.append(frame);
    vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValueOnce(true);
    const words = promisingWords(compose, { ...gmail.compose, ...reader } as never);
    expect(words?.trim()).toBe("I'll call you on Monday.");
  });

  it('are no more than can be read at once', () => {
    const long = "I'll send it by Friday. ".repeat(5_000);
    expect(editable(long)?.length).toBeLessThanOrEqual(10_000);
    expect(wordsOf(`<textarea class="editor">${long}</textarea>`)?.length).toBeLessThanOrEqual(10_000);
    const deep = `${'<b>'.repeat(400)}I'll send it by Friday${'</b>'.repeat(400)}`;
    expect(editable(deep)).toBeUndefined();
    expect(editable(`${'<i>x</i>'.repeat(20_000)}<p>I'll send it by Friday</p>`)).toBeUndefined();
  });

  it('are none where there is no editor', () => {
    expect(wordsOf('<p>I will send it tomorrow</p>')).toBeUndefined();
  });
});

describe('what is passed on at all', () => {
  const promising = corpus.filter(({ promises }) => promises.length > 0);
  it.each(promising)('$id, which holds a promise', ({ text, sentOn }) => {
    expect(promisesIn(text, sentOn, read)).not.toEqual([]);
    expect(mayPromise(text)).toBe(true);
  });

  it.each([
    'Thanks, got it!',
    'Hi Ann,\n\nplease find the offer attached.\n\nBest regards\nSam',
    'Yes, that works for us. See you then.',
    'Could you send me the drawings again? The link does not open.',
    'Great news, congratulations to the whole team!',
    'We are happy with the price. Please go ahead.',
    'I will be glad to help. Just tell me what is missing.',
    'Thank you for the call on Monday. The minutes are attached.',
    'Sorry for the confusion. The right address is below.',
    'No worries. Enjoy your holiday!',
  ])('nothing of “%s”', (text) => {
    expect(mayPromise(text)).toBe(false);
  });

  it('takes no time, whatever the text', () => {
    for (const part of ["I'll ", 'Friday ', 'abcdefgh. ', '. A', '\n', ' \n', '1', "'", 'mon']) {
      const started = performance.now();
      mayPromise(part.repeat(10_000 / part.length));
      expect(performance.now() - started, part).toBeLessThan(200);
    }
  });
});
