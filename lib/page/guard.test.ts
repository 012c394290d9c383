// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Guard } from './guard';

let now = 0;
let place = { left: 10, top: 10 };

function guarded(html = '<div><span id="it"></span></div>') {
  document.body.innerHTML = html;
  const element = document.querySelector<HTMLElement>('#it');
  if (!element) throw new Error('no element');
  vi.spyOn(element, 'getBoundingClientRect').mockImplementation(() => new DOMRect(place.left, place.top, 20, 20));
  return new Guard(element, () => now);
}

beforeEach(() => {
  now = 1_000;
  place = { left: 10, top: 10 };
  vi.stubGlobal('IntersectionObserver', undefined);
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
});

describe('an act', () => {
  it('needs half a second in one place', async () => {
    const guard = guarded();
    guard.placed(10, 10);
    now += 499;
    expect(await guard.mayAct()).toBe(false);
    now += 1;
    expect(await guard.mayAct()).toBe(true);
  });

  it('is dropped where the page has moved us, until we have stood there long enough', async () => {
    const guard = guarded();
    guard.placed(10, 10);
    now += 5_000;
    place = { left: 300, top: 300 };
    expect(await guard.mayAct()).toBe(false);
    now += 400;
    expect(await guard.mayAct()).toBe(false);
    now += 100;
    expect(await guard.mayAct()).toBe(true);
  });

  it.each(['opacity:0.5', 'filter:blur(9px)', 'mix-blend-mode:multiply', 'clip-path:circle(0)', 'visibility:hidden'])(
    'is dropped below %s',
    async (style) => {
      const guard = guarded(`<div style="${style}"><p><span id="it"></span></p></div>`);
      guard.placed(10, 10);
      now += 5_000;
      expect(await guard.mayAct()).toBe(false);
    },
  );

  it('is dropped below several half-faded layers', async () => {
    const guard = guarded('<div style="opacity:.8"><div style="opacity:.8"><span id="it"></span></div></div>');
    guard.placed(10, 10);
    now += 5_000;
    expect(await guard.mayAct()).toBe(false);
  });
});

describe('opening', () => {
  it('needs no wait where the pointer itself came to the badge', async () => {
    const guard = guarded();
    guard.watch();
    guard.reached();
    now += 60;
    expect(await guard.mayOpen()).toBe(true);
  });

  it('is dropped where the badge came to a pointer at rest', async () => {
    const guard = guarded();
    guard.watch();
    now += 350;
    expect(await guard.mayOpen()).toBe(false);
    now += 200;
    expect(await guard.mayOpen()).toBe(true);
  });

  it('needs no hovering where there is none', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    expect(await guarded().mayOpen()).toBe(true);
  });
});

describe('where the browser knows what is covered', () => {
  function stubObserver() {
    let heard: (entries: { isVisible: boolean }[]) => void = () => undefined;
    class Observer {
      constructor(listener: typeof heard) {
        heard = listener;
      }
      observe() {}
      disconnect() {}
    }
    class Entry {
      get isVisible() {
        return true;
      }
    }
    vi.stubGlobal('IntersectionObserver', Observer);
    vi.stubGlobal('IntersectionObserverEntry', Entry);
    return (isVisible: boolean) => heard([{ isVisible }]);
  }

  it('a covered element gets no act', async () => {
    const tell = stubObserver();
    const guard = guarded();
    guard.placed(10, 10);
    guard.watch();
    now += 5_000;
    tell(false);
    expect(await guard.mayAct()).toBe(false);
    tell(true);
    expect(await guard.mayAct()).toBe(true);
  });

  it('a click waits for the first word, and is dropped if none comes', async () => {
    const tell = stubObserver();
    const guard = guarded();
    guard.watch();
    guard.reached();
    const first = guard.mayOpen();
    tell(true);
    expect(await first).toBe(true);
    guard.rest();
    guard.watch();
    guard.reached();
    expect(await guard.mayOpen()).toBe(false);
  });
});

describe('a key press', () => {
  function focused(html?: string) {
    const guard = guarded(html);
    const button = document.createElement('button');
    document.querySelector('#it')?.append(button);
    button.focus();
    return { guard, button };
  }

  it('counts on the focused control, without a wait', () => {
    const { guard, button } = focused();
    expect(guard.mayPress(button)).toBe(true);
  });

  it('does not count without focus, or once the control has lost it', () => {
    const { guard, button } = focused();
    expect(guard.mayPress(null)).toBe(false);
    button.blur();
    expect(guard.mayPress(button)).toBe(false);
  });

  it('does not count where the focus came by pointer, so that nothing shows it', () => {
    const { guard, button } = focused();
    vi.spyOn(button, 'matches').mockImplementation((selector) => selector !== ':focus-visible');
    expect(guard.mayPress(button)).toBe(false);
  });

  it.each(['opacity:0.5', 'filter:blur(9px)', 'mix-blend-mode:multiply', 'clip-path:circle(0)', 'visibility:hidden'])(
    'does not count below %s',
    (style) => {
      const { guard, button } = focused(`<div style="${style}"><p><span id="it"></span></p></div>`);
      expect(guard.mayPress(button)).toBe(false);
    },
  );
});
