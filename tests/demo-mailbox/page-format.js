// The stand-in's ground: safe handles on the page, dates as Gmail writes them, small markup.
// Mails may hold `<img name="querySelector">`, so nothing is ever asked of `document` by name.
globalThis.demo = { config: JSON.parse(document.getElementById('mailbox-data').textContent) };

{
  const { demo } = globalThis;
  const page = document;
  const { config } = demo;
  const query = new URLSearchParams(location.search);
  for (const name of ['pane', 'theme', 'language', 'direction']) if (query.has(name)) config[name] = query.get(name);
  if (query.has('conversations')) config.conversations = query.get('conversations') !== 'off';
  if (query.has('sections')) config.sections = query.get('sections').split(',');
  page.documentElement.setAttribute('dir', config.direction);
  page.documentElement.setAttribute('lang', config.language);
  page.body.className = `theme-${config.theme} pane-${config.pane}`;

  demo.body = page.body;
  demo.owner = config.mailbox.owner;
  demo.threads = config.mailbox.threads.map((thread) => ({ ...thread, messages: [...thread.messages] }));
  demo.all = (selector, root = demo.body) => [...Element.prototype.querySelectorAll.call(root, selector)];
  demo.first = (selector, root) => demo.all(selector, root)[0];
  demo.make = (html) => {
    const template = Document.prototype.createElement.call(page, 'template');
    template.innerHTML = html.trim();
    return template.content.firstElementChild;
  };
  demo.plain = (html) =>
    demo
      .make(`<div>${html.replaceAll('</p>', ' </p>')}</div>`)
      .textContent.replace(/\s+/g, ' ')
      .trim();
  const titleElement = page.querySelector('head > title');
  demo.setTitle = (text) => {
    titleElement.textContent = `${text} - ${demo.owner.address} - Mail`;
  };
  demo.safe = (text) =>
    String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
  let ids = 100;
  demo.nextId = () => `:${(ids++).toString(36)}`;
  demo.isOwn = (person) => person.address === demo.owner.address;

  const formats = (options) => new Intl.DateTimeFormat(config.language, options);
  const clock = { hour: 'numeric', minute: '2-digit' };
  const civil = { year: 'numeric', month: 'short', day: 'numeric' };
  const rowTitle = formats({ weekday: 'short', ...civil, ...clock });
  const mailTitle = formats({ ...civil, ...clock });
  const [time, dayOfYear, whole] = [
    clock,
    { month: 'short', day: 'numeric' },
    { year: '2-digit', month: 'numeric', day: 'numeric' },
  ].map(formats);
  demo.rowTitle = (at) => rowTitle.format(at);
  demo.mailTitle = (at) => mailTitle.format(at);
  demo.shortDate = (at) => {
    const now = new Date();
    const then = new Date(at);
    if (then.toDateString() === now.toDateString()) return time.format(at);
    if (then.getFullYear() === now.getFullYear()) return dayOfYear.format(at);
    return whole.format(at);
  };
  demo.agoText = (at) => {
    const days = Math.round((Date.now() - at) / 86_400_000);
    const hours = Math.round((Date.now() - at) / 3_600_000);
    const relative = new Intl.RelativeTimeFormat(config.language);
    return days > 0 ? relative.format(-days, 'day') : relative.format(-hours, 'hour');
  };

  /** Long mixed-case tokens, as the address bar shows them; no API takes them. */
  const letters = 'BCDFGHJKLMNPQRSTVWXZbcdfghjklmnpqrstvwxz';
  demo.token = (hex) => {
    let rest = BigInt(`0x${hex}`) * 1_000_003n;
    let text = '';
    while (rest > 0n) {
      text = letters[Number(rest % 40n)] + text;
      rest /= 40n;
    }
    return `FMfcgzQ${text.padStart(25, 'B')}`;
  };
  demo.decimal = (hex) => BigInt(`0x${hex}`).toString();
  demo.newId = (at) => ((BigInt(at) << 20n) | BigInt(Math.floor(Math.random() * 0xfffff))).toString(16);

  const hues = [212, 168, 262, 18, 338, 42, 192, 292];
  demo.avatar = ({ name, address }) => {
    const hue = hues[[...address].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % hues.length];
    const letter = demo.safe([...name][0].toUpperCase());
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl(${hue} 46% 46%)"/><text x="20" y="27" font-family="Arial,'Noto Sans CJK SC',sans-serif" font-size="19" fill="#fff" text-anchor="middle">${letter}</text></svg>`;
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  };

  const outlines = {
    menu: 'M3 6h18M3 12h18M3 18h18',
    search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21',
    pencil: 'M4 20l1-5L16 4l4 4L9 19ZM13 7l4 4',
    inbox: 'M4 5h16v14H4ZM4 14h5l1.5 2h3L15 14h5',
    star: 'M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8Z',
    clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 8v4l3 2',
    send: 'M4 5l17 7-17 7 3-7ZM7 12h8',
    file: 'M6 3h8l4 4v14H6ZM14 3v4h4',
    mails: 'M3 6h18v12H3ZM3 7l9 7 9-7',
    reply: 'M10 6l-6 6 6 6M4 12h9a7 7 0 0 1 7 7',
    forward: 'M14 6l6 6-6 6M20 12h-9a7 7 0 0 0-7 7',
    archive: 'M4 8h16v12H4ZM3 4h18v4H3ZM12 11v6M9 14l3 3 3-3',
    bin: 'M6 7h12l-1 14H7ZM4 7h16M9 4h6',
    refresh: 'M19 8a8 8 0 1 0 1 6M20 4v5h-5',
    more: 'M12 5.500a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1ZM12 11.500a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1ZM12 17.500a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1Z',
    close: 'M6 6l12 12M18 6L6 18',
    back: 'M20 12H5M11 6l-6 6 6 6',
    down: 'M7 10l5 5 5-5',
    gear: 'M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2',
    mark: 'M4 5l8 7-8 7Z',
  };
  demo.icon = (name) =>
    `<svg class="i" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="${outlines[name]}" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round" stroke-linecap="round"/></svg>`;
}
