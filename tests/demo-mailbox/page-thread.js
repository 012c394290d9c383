// An open conversation: collapsed, opened and hidden messages, details, inline reply.
{
  const { demo } = globalThis;
  const { safe } = demo;

  const name = (person, own) => safe(own && demo.isOwn(person) ? demo.words('me') : person.name);
  const carrier = (person, look, own) => {
    const address = safe(person.address);
    return `<span email="${address}" name="${name(person, own)}" data-hovercard-id="${address}" class="${look}">${look === 'gD' ? `<span>${name(person, own)}</span>` : name(person, own)}</span>`;
  };
  const avatar = (person) =>
    `<div class="aju"><div class="aCi"><div class="aJ6"><img class="ajn bofPge" jid="${safe(person.address)}" data-hovercard-id="${safe(person.address)}" data-name="${safe(person.name)}" src="${demo.avatar(person)}" alt=""></div></div></div>`;
  const date = (at, isLong) => {
    const title = safe(demo.mailTitle(at));
    return `<span id="${demo.nextId()}" class="g3" title="${title}" alt="${title}" role="gridcell" tabindex="-1">${isLong ? `${title} (${safe(demo.agoText(at))})` : safe(demo.shortDate(at))}</span>`;
  };

  function collapsed({ from, at, html }) {
    const text = safe(demo.plain(html).slice(0, 200));
    return `<div class="adf ads" tabindex="-1">${avatar(from)}<div class="gs"><div class="gE iv gt"><table class="cf gJ"><tbody><tr class="acZ"><td class="gF gK"><table class="cf ix"><tbody><tr><td class="c2"><h3 class="iw"><span translate="no" class="qu">${carrier(from, 'gD', true)}</span></h3></td><td class="snip"><div class="iA g6">${text}</div></td></tr></tbody></table></td><td class="gH"><div class="gK"><span></span>${date(at, false)}</div></td></tr></tbody></table></div></div></div>`;
  }

  function opened(message) {
    const { from, to, cc = [], at, html } = message;
    const ids = message.id
      ? `data-message-id="#msg-f:${demo.decimal(message.id)}" data-legacy-message-id="${message.id}"`
      : `data-message-id="#msg-a:r${message.at}"`;
    const list = [...to, ...cc].map((one) => carrier(one, 'g2', true)).join(', ');
    return `<div class="adn ads" ${ids}>${avatar(from)}<div class="gs"><div class="gE iv gt"><table class="cf gJ"><tbody><tr class="acZ"><td class="gF gK"><table class="cf ix"><tbody><tr><td class="c2"><h3 class="iw gFxsud"><span translate="no" class="qu">${carrier(from, 'gD', false)} <span class="go"><span aria-hidden="true">&lt;</span>${safe(from.address)}<span aria-hidden="true">&gt;</span></span></span></h3></td></tr></tbody></table></td><td class="gH bAk"><div class="gK"><span></span>${date(at, true)}<div class="zd" role="checkbox" aria-checked="false" aria-label="Not starred">${demo.icon('star')}</div></div></td><td class="gH acX bAm"><div class="T-I J-J5-Ji T-I-Js-IF" role="button" tabindex="0" data-tooltip="Reply" aria-label="Reply">${demo.icon('reply')}</div></td></tr><tr class="acZ xD"><td colspan="3"><table class="cf adz"><tbody><tr><td class="ady"><div class="iw ajw"><span translate="no" class="hb">to ${list} </span></div><div class="ajy" role="button" tabindex="0" aria-haspopup="true" aria-label="Show details">${demo.icon('down')}</div></td></tr></tbody></table></td></tr></tbody></table></div>
<div id="${demo.nextId()}" class="ii gt"><div id="${demo.nextId()}" class="a3s aiL">${html}</div></div><div class="ip adB"></div></div></div>`;
  }

  function details(message) {
    const row = (label, people) =>
      people.length === 0
        ? ''
        : `<tr class="ajv"><td class="gG"><span class="gI">${label}:</span></td><td class="gL"><span class="gI">${people.map((one) => `<span translate="no" class="qu">${carrier(one, 'gD', false)} <span class="go">&lt;${safe(one.address)}&gt;</span></span>`).join('<br>')}</span></td></tr>`;
    return `<div class="ajA SK" role="menu"><div class="ajB gt"><table class="ajC"><tbody>${row('from', [message.from])}${row('to', message.to)}${row('cc', message.cc ?? [])}<tr class="ajv"><td class="gG"><span class="gI">date:</span></td><td class="gL">${safe(demo.mailTitle(message.at))}</td></tr></tbody></table></div></div>`;
  }

  function item(message, isOpen, isHidden) {
    if (isHidden) return `<div class="kQ bg adv" role="listitem" tabindex="-1"></div>`;
    return `<div class="${isOpen ? 'h7' : 'kv'} bg" role="listitem" aria-expanded="${isOpen}" tabindex="-1">${isOpen ? opened(message) : collapsed(message)}</div>`;
  }

  const messageOf = new WeakMap();

  /** More than five messages: the middle ones hide behind a counter until it is clicked. */
  function fill(view) {
    const { thread, only } = view.shown;
    const messages = (only ? [only] : thread.messages).filter(({ isDraft }) => !isDraft);
    const list = demo.first('[role="list"]', view);
    const hides = (at) => messages.length > 5 && !view.shown.showsAll && at > 0 && at < messages.length - 2;
    list.replaceChildren(
      ...messages.map((message, at) => {
        const element = demo.make(item(message, at === messages.length - 1, hides(at)));
        messageOf.set(element, message);
        return element;
      }),
    );
    const hidden = demo.all('.kQ', list);
    if (hidden[0]) hidden[0].innerHTML = `<span class="adx" role="button"><span>${hidden.length}</span></span>`;
  }

  /** The thread in a view of its own, or in the reading pane of a list. */
  demo.makeThread = (thread, only) => {
    const view = demo.make(
      `<div class="nH a98 iY"><div class="threadBox"><div class="nH V8djrc"><div class="ha"><h2 class="hP" tabindex="-1" data-thread-perm-id="thread-f:${demo.decimal(thread.id)}" data-legacy-thread-id="${thread.id}">${safe(thread.subject)}</h2><span class="J-J5-Ji"><span class="chip">Inbox</span></span></div></div><div role="list" class="nH"></div><div class="amn"><span class="ams bkH" role="button" tabindex="0">${demo.icon('reply')} Reply</span><span class="ams bkG" role="button" tabindex="0">${demo.icon('forward')} Forward</span></div></div></div>`,
    );
    view.shown = { thread, only, showsAll: false };
    fill(view);
    view.addEventListener('click', (event) => clicked(view, event.target));
    return view;
  };

  /** A message came, or got its id: the rest of the thread stays as it is. */
  demo.refreshThread = (view) => {
    const { thread, only } = view.shown;
    if (only) return;
    const list = demo.first('[role="list"]', view);
    const known = new Map(
      demo.all(':scope > [role="listitem"]', list).map((element) => [messageOf.get(element), element]),
    );
    const messages = thread.messages.filter(({ isDraft }) => !isDraft);
    for (const [message, element] of known) if (!messages.includes(message)) element.remove();
    for (const message of messages) {
      const element = known.get(message) ?? list.appendChild(demo.make(item(message, true, false)));
      messageOf.set(element, message);
      const block = demo.first('.adn', element);
      if (block && message.id) {
        block.setAttribute('data-message-id', `#msg-f:${demo.decimal(message.id)}`);
        block.setAttribute('data-legacy-message-id', message.id);
      }
    }
  };

  function clicked(view, target) {
    const element = target.closest('[role="listitem"]');
    if (target.closest('.bkH, .T-I-Js-IF')) {
      const last = element?.closest('[aria-expanded="true"]') ?? demo.all('[aria-expanded="true"]', view).at(-1);
      demo.reply(view, last, messageOf.get(last));
      return;
    }
    const message = messageOf.get(element);
    if (target.closest('.adx')) {
      view.shown.showsAll = true;
      fill(view);
    } else if (target.closest('.ajy')) {
      const open = demo.first('.ajA', element);
      if (open) open.remove();
      else target.closest('td').append(demo.make(details(message)));
    } else if (target.closest('.adf')) {
      element.className = 'h7 bg';
      element.setAttribute('aria-expanded', 'true');
      element.replaceChildren(demo.make(opened(message)));
    } else if (
      target.closest('.gE') &&
      !target.closest('[role="button"], [data-holdfast], a') &&
      element.nextElementSibling
    ) {
      element.className = 'kv bg';
      element.setAttribute('aria-expanded', 'false');
      element.replaceChildren(demo.make(collapsed(message)));
    }
  }
}
