// The frame around it all: top bar, folders, views by hash, mail that arrives.
{
  const { demo } = globalThis;
  const { config, safe } = demo;
  demo.folders = {
    inbox: 'Inbox',
    starred: 'Starred',
    snoozed: 'Snoozed',
    sent: 'Sent',
    drafts: 'Drafts',
    all: 'All mail',
  };
  const icons = { inbox: 'inbox', starred: 'star', snoozed: 'clock', sent: 'send', drafts: 'file', all: 'mails' };

  demo.listBar = () =>
    `<div class="G-atb" role="toolbar"><span class="J-J5-Ji box"></span>${['refresh', 'more'].map((name) => `<span class="G-Ni" role="button" tabindex="0" aria-label="${name}">${demo.icon(name)}</span>`).join('')}<span class="Dj" dir="ltr"></span></div>`;
  const threadBar = `<div class="G-atb" role="toolbar"><span class="G-Ni back" role="button" tabindex="0" aria-label="Back">${demo.icon('back')}</span>${['archive', 'bin', 'mails', 'clock', 'more'].map((name) => `<span class="G-Ni" role="button" aria-label="${name}">${demo.icon(name)}</span>`).join('')}</div>`;

  const banner = `<header class="gb_Fa" role="banner"><span class="gb_Hd" role="button" aria-label="Main menu">${demo.icon('menu')}</span><a class="gb_ae" href="#inbox"><svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><rect x="2" y="6" width="28" height="20" rx="5" fill="#5a6fb8"/><path d="M5 10.500l11 8 11-8" fill="none" stroke="#fff" stroke-width="2.600" stroke-linecap="round" stroke-linejoin="round"/></svg><span class="gb_Ld">Mail</span></a><form class="gb_ke" role="search"><span>${demo.icon('search')}</span><input class="gb_se" aria-label="Search mail" placeholder="Search mail"></form><span class="gb_Ni" role="button" aria-label="Settings">${demo.icon('gear')}</span><a class="gb_B gb_Za" href="#inbox" role="button" aria-label="Account: ${safe(demo.owner.name)} &#10;(${safe(demo.owner.address)})"><img src="${demo.avatar(demo.owner)}" alt=""></a></header>`;
  const folders = Object.entries(demo.folders)
    .map(
      ([id, name]) =>
        `<div class="aim"><div class="TO" data-folder="${id}"><div class="aio UKr6le"><a class="J-Ke n0" href="#${id}">${demo.icon(icons[id])}<span>${name}</span></a><div class="bsU"></div></div></div></div>`,
    )
    .join('');
  demo.body.append(
    ...demo.all(
      ':scope > *',
      demo.make(
        `<div>${banner}<div class="nH bkL"><div class="no"><div class="nH oy8Mbf nn aqk" role="navigation"><div class="z0"><div class="T-I T-I-KE L3" role="button" tabindex="0">${demo.icon('pencil')}<span>Compose</span></div></div>${folders}</div><div class="nH bkK nn"><div class="nH"><div class="aeF"><div class="nH"></div></div></div></div></div></div><div class="dw"></div><div class="b8 UC" role="alert" aria-live="assertive" style="display:none"><div class="vh"></div></div></div>`,
      ),
    ),
  );

  const holder = demo.first('.aeF > .nH');
  const views = new Map();
  let current;

  function show(key, make) {
    if (!views.has(key)) {
      const view = make();
      views.set(key, view);
      holder.append(view);
    }
    const view = views.get(key);
    // Gmail keeps what was left: hidden, and without the role of the main part.
    for (const other of holder.children) {
      other.style.display = other === view ? '' : 'none';
      if (other === view) other.setAttribute('role', 'main');
      else other.removeAttribute('role');
    }
    current = view;
    return view;
  }

  function readHash() {
    const parts = (location.hash.slice(1).split('?')[0] || 'inbox')
      .split('/')
      .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    const list = parts[0];
    const rest = list === 'search' || list === 'label' ? parts.slice(2) : parts.slice(1);
    const [page] = rest.filter((part) => /^p\d+$/.test(part)).map((part) => Number(part.slice(1)));
    const id = rest.find((part) => !/^p\d+$/.test(part));
    return { list, query: list === 'search' ? (parts[1] ?? '') : '', page: page ?? 1, id };
  }

  function find(id) {
    for (const thread of demo.threads) {
      if (thread.id === id || demo.token(thread.id) === id) {
        const only = config.conversations ? undefined : thread.messages[0];
        return { thread, only };
      }
      const only = thread.messages.find(
        (message) => message.id && (message.id === id || demo.token(message.id) === id),
      );
      if (only) return { thread, only: config.conversations ? undefined : only };
    }
    return undefined;
  }

  function showList({ list, query, page }) {
    const lists = list === 'inbox' ? config.sections : [list];
    const view = show(`list ${list} ${query} ${page}`, () => demo.makeList(lists));
    demo.fillList(view, lists, query, page);
    return view;
  }

  function showThread(place, found) {
    if (config.pane === 'none') {
      show(`thread ${place.id}`, () => {
        const view = demo.make(`<div class="nH bkK2">${threadBar}</div>`);
        view.append(demo.makeThread(found.thread, found.only));
        demo.first('.back', view).addEventListener('click', () => {
          location.hash = location.hash.replace(/\/[^/]*$/, '');
        });
        return view;
      });
      return;
    }
    const pane = demo.first('.aia', showList(place));
    pane.replaceChildren(demo.makeThread(found.thread, found.only));
    for (const line of demo.all('tr.zA', current))
      line.classList.toggle('aps', demo.rowAt(line)?.thread === found.thread);
  }

  function route() {
    const place = readHash();
    const found = place.id && find(place.id);
    if (found) {
      found.thread.isUnread = false;
      showThread(place, found);
      demo.setTitle(found.thread.subject);
    } else {
      showList(place);
      demo.setTitle(place.query ? 'Search results' : (demo.folders[place.list] ?? place.list));
    }
    counts(place.list);
    if (/[?&]compose=new/.test(location.hash) && !demo.first('.dw [role="dialog"]')) demo.compose();
  }

  function counts(list) {
    for (const element of demo.all('[data-folder]')) {
      const id = element.getAttribute('data-folder');
      element.classList.toggle('nZ', id === list);
      const unread = id === 'inbox' ? demo.threads.filter((thread) => thread.isUnread && !thread.isArchived).length : 0;
      demo.first('.bsU', element).textContent = unread || '';
    }
  }

  /** Something changed in the mailbox: what is shown follows, without a reload. */
  demo.refresh = () => {
    const place = readHash();
    if (!place.id || config.pane !== 'none') {
      const lists = place.list === 'inbox' ? config.sections : [place.list];
      demo.fillList(current, lists, place.query, place.page);
    }
    const thread = demo.first('.a98', current);
    if (thread) demo.refreshThread(thread);
    counts(place.list);
  };

  /** For tests: a mail comes in. With `threadId` it answers that thread. */
  demo.arrive = ({ from, subject = 'New mail', text = '', to = [demo.owner], cc, threadId, at = Date.now() }) => {
    const message = { id: demo.newId(at), from, to, cc, at, html: `<p>${safe(text)}</p>` };
    const known = demo.threads.find(({ id }) => id === threadId);
    const thread = known ?? { id: message.id, subject, messages: [] };
    thread.messages.push(message);
    thread.isUnread = !demo.isOwn(from);
    if (!known) demo.threads.unshift(thread);
    demo.refresh();
    return message.id;
  };

  holder.addEventListener('click', (event) => {
    const row = demo.rowAt(event.target);
    if (!row || event.target.closest('[role="checkbox"], [role="button"], [role="toolbar"], [data-holdfast]')) return;
    if (row.isOnlyDraft) demo.compose({ to: row.draft.to, subject: row.thread.subject, html: row.draft.html });
    else
      location.hash = `#${
        location.hash
          .slice(1)
          .split('?')[0]
          .replace(/\/FM.*$/, '') || 'inbox'
      }/${demo.token(config.conversations ? row.thread.id : row.mail.id)}`;
  });
  demo.first('.L3').addEventListener('click', () => demo.compose());
  demo.first('.gb_ke').addEventListener('submit', (event) => {
    event.preventDefault();
    const words = demo.first('.gb_se').value.trim();
    location.hash = words ? `#search/${encodeURIComponent(words).replaceAll('%20', '+')}` : '#inbox';
  });
  addEventListener('hashchange', () => {
    if (config.loadMs > 0) setTimeout(route, config.loadMs);
    else route();
  });

  const query = new URLSearchParams(location.search);
  route();
  if (query.get('view') === 'cm') {
    const to = (query.get('to') ?? '').split(',').filter(Boolean);
    const people = to.map((address) => ({ name: address, address }));
    const html = safe(query.get('body') ?? '').replaceAll('\n', '<br>');
    demo.compose({ to: people, subject: query.get('su') ?? '', html });
  }
}
