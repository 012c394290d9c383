// Lists: rows built as Gmail builds them, and refilled in place as Gmail refills them.
{
  const { demo } = globalThis;
  const { config, safe } = demo;

  const sent = (thread) => thread.messages.filter(({ isDraft }) => !isDraft);
  const senders = (messages) => [...new Map(messages.map(({ from }) => [from.address, from])).values()];
  const addressed = ({ to, cc = [] }) => [...to, ...cc];

  /** Which threads, or with conversation view off which messages, a list holds; newest first. */
  demo.entries = (list, query = '') => {
    const fits = filters[list] ?? filters.all;
    const found = demo.threads.flatMap((thread) => {
      const mails = thread.messages.filter((message) => fits(thread, message, query.toLowerCase()));
      if (mails.length === 0) return [];
      return config.conversations ? [{ thread }] : mails.map((mail) => ({ thread, mail }));
    });
    const isOut = list === 'sent' || /(^|\s)in:sent/.test(query);
    const rows = found.map((entry) => entryRow(entry, isOut, list === 'drafts'));
    return rows.sort((a, b) => b.at - a.at);
  };

  const filters = {
    inbox: (thread, message) =>
      !thread.isArchived &&
      !message.isDraft &&
      sent(thread).some(({ from, to }) => !demo.isOwn(from) || to.every(demo.isOwn)),
    sent: (_thread, { from, isDraft }) => demo.isOwn(from) && !isDraft,
    drafts: (_thread, { isDraft }) => isDraft,
    starred: (thread) => thread.isStarred,
    all: () => true,
    search: (thread, message, query) =>
      query.split(/\s+or\s+/).some((part) =>
        part
          .split(/\s+/)
          .filter(Boolean)
          .every((word) => hasWord(thread, message, word)),
      ),
  };

  function hasWord(thread, message, word) {
    const [, key, value] = /^(from|to|in):(.*)$/.exec(word) ?? [];
    const has = (people, text) => people.some(({ name, address }) => `${name} ${address}`.toLowerCase().includes(text));
    if (key === 'from') return has([message.from], value);
    if (key === 'to') return has(addressed(message), value);
    if (key === 'in') return value !== 'sent' || (demo.isOwn(message.from) && !message.isDraft);
    return (
      has([message.from, ...addressed(message)], word) ||
      `${thread.subject} ${message.html}`.toLowerCase().includes(word)
    );
  }

  function entryRow({ thread, mail }, isOut, isDrafts) {
    const all = mail ? [mail] : thread.messages;
    const real = all.filter(({ isDraft }) => !isDraft);
    const own = real.filter(({ from }) => demo.isOwn(from));
    const newest = (isOut ? own : real).at(-1);
    const last = all.at(-1);
    const draft = all.find(({ isDraft }) => isDraft);
    const shown = newest ?? last;
    return {
      thread,
      mail,
      at: isOut ? shown.at : last.at,
      title: draft && !isOut ? last.at : shown.at,
      people: isOut || (isDrafts && !newest) ? addressed(shown) : senders(real.length > 0 ? real : all),
      lead: isOut ? demo.words('To: ') : '',
      draft,
      isOnlyDraft: !newest,
      count: all.length > 1 ? all.length : 0,
      last,
      newest,
      preview: textOf(shown.html),
      isUnread: Boolean(thread.isUnread) && !isOut,
    };
  }

  const plain = new Map();
  function textOf(html) {
    if (!plain.has(html)) plain.set(html, demo.plain(html).slice(0, 160));
    return plain.get(html);
  }

  const ownWords = {
    de: { 'To: ': 'An: ', me: 'ich' },
    ru: { 'To: ': 'Кому: ', me: 'я' },
    fr: { 'To: ': 'À : ', me: 'moi' },
  };
  demo.words = (text) => ownWords[config.language.slice(0, 2)]?.[text] ?? text;

  function nameOf(person, several) {
    if (demo.isOwn(person)) return demo.words('me');
    return several ? person.name.split(' ')[0] : person.name;
  }

  function person(one, several, isUnread) {
    const name = safe(nameOf(one, several));
    const fullName = safe(nameOf(one, false));
    const address = safe(one.address);
    return `<span class="bA4"><span translate="no" class="${isUnread ? 'zF' : 'yP'}" email="${address}" name="${fullName}" data-hovercard-id="${address}" data-hovercard-owner-id="145">${name}</span></span>`;
  }

  function names(row) {
    const { people, isUnread } = row;
    const several = people.length > 1;
    const comma = `<span class="${isUnread ? 'zF' : 'yP'}">, </span>`;
    if (people.length <= 3) return people.map((one) => person(one, several, isUnread)).join(comma);
    return `${person(people[0], true, isUnread)} .. ${people
      .slice(-2)
      .map((one) => person(one, true, isUnread))
      .join(comma)}`;
  }

  function mark(row) {
    const { thread, last, newest, draft } = row;
    const bold = row.isUnread ? ['<b>', '</b>'] : ['', ''];
    const ids = [
      `data-thread-id="#thread-f:${demo.decimal(thread.id)}" data-legacy-thread-id="${thread.id}"`,
      `data-legacy-last-message-id="${last.id || newest?.id || ''}"`,
      newest?.id && `data-legacy-last-non-draft-message-id="${newest.id}"`,
      draft && row.isOnlyDraft && 'data-standalone-draft-id="#msg-a:r-1"',
    ];
    return `<span class="bog"><span ${ids.filter(Boolean).join(' ')}>${bold[0]}${safe(thread.subject)}${bold[1]}</span></span>`;
  }

  const titled = (row, id) => {
    const title = safe(demo.rowTitle(row.title));
    const short = safe(demo.shortDate(row.title));
    return `<span title="${title}" id="${id}" aria-label="${title}"><span>${row.isUnread ? `<b>${short}</b>` : short}</span></span>`;
  };
  const people = (row) => {
    const draft = row.draft ? `<span class="boq">${row.isOnlyDraft ? '' : ', '}Draft</span>` : '';
    return `${safe(row.lead)}${row.isOnlyDraft ? draft : names(row) + draft}${row.count ? ` <span class="bx0">${row.count}</span>` : ''}`;
  };
  const twin = (row) =>
    `${row.people.map((one) => person(one, false, false)).join(', ')}, ${safe(row.thread.subject)}, ${safe(row.preview)}`;
  const check = (twinId) =>
    `<div class="oZ-jc T-Jo J-J5-Ji" role="checkbox" aria-labelledby="${twinId}" dir="ltr" aria-checked="false" tabindex="-1"><div class="T-Jo-auh"></div></div>`;
  const star = (row) =>
    `<span class="aXw T-KT" title="${row.thread.isStarred ? 'Starred' : 'Not starred'}" aria-label="${row.thread.isStarred ? 'Starred' : 'Not starred'}" role="button">${demo.icon('star')}</span>`;
  const tools = ['archive', 'bin', 'mails', 'clock']
    .map((name) => `<li class="bqX" data-tooltip="${name}">${demo.icon(name)}</li>`)
    .join('');

  /** One thread as table rows: one, or three beside a reading pane. */
  function lines(row) {
    const [id, twinId] = [demo.nextId(), demo.nextId()];
    const look = `zA ${row.isUnread ? 'zE' : 'yO'}`;
    const y2 = `<span class="y2"><span class="Zt"> - </span>${safe(row.preview)}</span>`;
    if (config.pane !== 'vertical') {
      const cells = `<td class="PF xY"></td><td class="oZ-x3 xY">${check(twinId)}</td><td class="apU xY">${star(row)}</td><td class="yX xY" role="gridcell" tabindex="-1"><div id="${twinId}" class="afn">${twin(row)}</div><div id="${demo.nextId()}" class="yW">${people(row)}</div></td><td class="xY a4W" role="gridcell" tabindex="-1"><div class="xS" role="link"><div class="xT"><div class="y6">${mark(row)}</div>${y2}</div></div></td><td class="yf xY"></td><td class="xW xY" role="gridcell">${titled(row, demo.nextId())}</td><td class="bq4 xY"><ul class="bqY" role="toolbar">${tools}</ul></td>`;
      return [
        {
          className: look,
          attributes: { id, role: 'row', tabindex: '-1', 'aria-labelledby': twinId, draggable: 'true' },
          cells,
        },
      ];
    }
    return [
      {
        className: `${look} apv`,
        attributes: { id, tabindex: '-1', 'aria-labelledby': twinId },
        cells: `<td rowspan="3" class="PF xY"></td><td rowspan="3" class="apo-x3 xY">${check(twinId)}</td><td class="yX xY apy"><div id="${twinId}" class="afn">${twin(row)}</div><div class="yW">${people(row)}</div></td><td class="yf xY apt"><div class="apm">${titled(row, demo.nextId())}</div></td><td rowspan="3" class="apU apC">${star(row)}</td>`,
      },
      {
        className: `${look} apv`,
        attributes: {},
        cells: `<td colspan="2" tabindex="0" role="link" class="xY apD"><div class="xS" role="undefined"><div class="xT"><div class="y6">${mark(row)}</div></div></div></td>`,
      },
      {
        className: `${look} apv apw`,
        attributes: {},
        cells: `<td colspan="2" class="xY apA"><div class="apB"><div class="apu"><div class="as">&nbsp;</div></div><div class="y2 apz">${safe(row.preview)}</div></div></td>`,
      },
    ];
  }

  const lineKeys = new WeakMap();
  const rowOf = new WeakMap();

  /** Empties and refills the rows that are there; only what is missing is made. */
  function fill(body, rows) {
    const wanted = rows.flatMap((row) => {
      const key = JSON.stringify([
        row.thread.id,
        row.last.id,
        row.last.at,
        row.newest?.id,
        row.isUnread,
        row.count,
        row.people,
        demo.shortDate(row.title),
      ]);
      const perRow = config.pane === 'vertical' ? 3 : 1;
      return Array.from({ length: perRow }, (_, part) => ({ row, part, key: `${key}/${part}` }));
    });
    const there = [...body.rows];
    let made;
    wanted.forEach(({ row, part, key }, at) => {
      if (part === 0) made = undefined;
      const line = there[at] ?? body.insertRow();
      rowOf.set(line, row);
      if (lineKeys.get(line) === key) return;
      made ??= lines(row);
      for (const { name } of [...line.attributes]) line.removeAttribute(name);
      for (const [name, value] of Object.entries(made[part].attributes)) line.setAttribute(name, value);
      line.className = made[part].className;
      line.innerHTML = made[part].cells;
      lineKeys.set(line, key);
    });
    for (const line of there.slice(wanted.length)) line.remove();
  }

  const columns = ['8px', '40px', '30px', '', 'auto', '24px', '', '0'];
  const table = () => {
    const cols =
      config.pane === 'vertical'
        ? ''
        : `<colgroup>${columns.map((width, at) => `<col class="c${at}"${width ? ` style="width:${width}"` : ''}>`).join('')}</colgroup>`;
    return `<table class="F cf zt" role="grid">${cols}<tbody></tbody></table>`;
  };

  demo.makeList = (lists) => {
    const sections = lists.map(
      (name) =>
        `<div class="ae4">${lists.length > 1 ? `<h3 class="sectionName">${safe(demo.folders[name] ?? name)}</h3>` : ''}<div gh="tl"><div class="Cp"><div>${table()}</div></div></div></div>`,
    );
    return demo.make(
      `<div class="BltHke nH" role="main">${demo.listBar()}<div class="listBox"><div class="lists">${sections.join('')}</div>${config.pane === 'none' ? '' : '<div class="aia"><p class="noThread">No conversation selected</p></div>'}</div></div>`,
    );
  };

  demo.fillList = (view, lists, query, page) => {
    const bodies = demo.all('[gh="tl"] tbody', view);
    lists.forEach((name, at) => {
      const entries = demo.entries(name, query);
      const from = (page - 1) * config.pageSize;
      fill(bodies[at], entries.slice(from, from + config.pageSize));
      const counter = demo.first('.Dj', view);
      if (at === 0 && counter)
        counter.textContent =
          entries.length > 0
            ? `${from + 1}–${Math.min(from + config.pageSize, entries.length)} of ${entries.length}`
            : '';
    });
  };
  demo.rowAt = (element) => rowOf.get(element?.closest('tr.zA'));
}
