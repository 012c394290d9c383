// Writing: pop-up and inline reply with chips, send with a notice that can be taken back.
{
  const { demo } = globalThis;
  const { config, safe } = demo;
  let windows = 0;

  const chip = ({ name, address }) =>
    demo.make(
      `<div class="afV" role="option" aria-selected="false" data-hovercard-id="${safe(address)}" data-name="${safe(name === address ? '' : name)}" tabindex="-1"><div class="afX">${safe(name)}</div><div class="afW" role="button" aria-label="Remove">${demo.icon('close')}</div></div>`,
    );
  const field = (name, label) =>
    `<div class="aH9"><span class="fieldName">${label}</span><div class="afp" name="${name}" role="listbox" aria-label="${label}"><input type="text" role="combobox" aria-label="${label} recipients" class="agP"></div></div>`;
  const tip = 'Send \u202a(Ctrl-Enter)\u202c';

  function form({ subject, isReply }) {
    windows += 1;
    return `<div class="M9"><div class="aoI" role="region" data-compose-id="${windows}"><form class="bAs"><input type="hidden" name="draft" value="#msg-a:r-${windows}"><input type="hidden" name="from" value=""><input type="hidden" name="rt" value="">${field('to', 'To')}<div class="aH9 cc" style="display:none">${field('cc', 'Cc')}${field('bcc', 'Bcc')}</div><input name="subjectbox" class="aoT" placeholder="Subject" aria-label="Subject" value="${safe(subject)}"${isReply ? ' style="display:none"' : ''}></form><div class="Am aiL" contenteditable="true" role="textbox" aria-multiline="true" g_editable="true" aria-label="Message body"></div><table class="IZ"><tbody><tr class="btC"><td class="gU Up"><div class="dC"><div class="T-I J-J5-Ji aoO T-I-atl" role="button" tabindex="1" data-tooltip="${tip}" aria-label="${tip}">Send</div><div class="T-I hG T-I-atl" role="button" aria-haspopup="true" aria-label="More send options">${demo.icon('down')}</div></div></td><td class="gU og"><div class="oh" role="button" aria-label="Discard draft" data-tooltip="Discard draft \u202a(Ctrl-Shift-D)\u202c">${demo.icon('bin')}</div></td></tr></tbody></table></div></div>`;
  }

  const person = (text) => {
    const [, name, address] = /^(.*?)<([^<>]+)>$/.exec(text.trim()) ?? ['', '', text.trim()];
    const known = demo.threads
      .flatMap(({ messages }) => messages)
      .map(({ from }) => from)
      .find((one) => one.address === address);
    return { name: name.trim() || known?.name || address, address };
  };

  function addChip(input) {
    if (!input.value.includes('@')) return;
    input.before(chip(person(input.value)));
    input.value = '';
  }

  function attach(holder, mail) {
    const compose = demo.first('.M9', holder);
    demo.all('[role="combobox"]', compose).forEach((input) => {
      input.addEventListener('blur', () => addChip(input));
      input.addEventListener('keydown', (event) => {
        if (!['Enter', ',', 'Tab'].includes(event.key) || event.ctrlKey || event.metaKey) return;
        if (event.key !== 'Tab') event.preventDefault();
        addChip(input);
      });
    });
    compose.addEventListener('click', (event) => {
      if (event.target.closest('.afW')) event.target.closest('.afV').remove();
      if (event.target.closest('.aoO')) send(holder, mail);
      if (event.target.closest('.oh')) holder.remove();
    });
    compose.addEventListener('keydown', (event) => {
      const isShortcut = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      const isPress = (event.key === 'Enter' || event.key === ' ') && event.target.closest('.aoO');
      if (!isShortcut && !isPress) return;
      event.preventDefault();
      send(holder, mail);
    });
    for (const [name, people] of Object.entries({ to: mail.to, cc: mail.cc ?? [] })) {
      const input = demo.first(`[name="${name}"] input`, compose);
      for (const one of people) input.before(chip(one));
    }
    if (mail.cc?.length) demo.first('.cc', compose).style.display = '';
    demo.first('[g_editable]', compose).innerHTML = mail.html ?? '';
  }

  /** The pop-up in the corner. */
  demo.compose = (mail = { to: [] }) => {
    const dialog = demo.make(
      `<div class="nH Hd" role="dialog" aria-label="New message"><div class="AD"><div class="pi"><span class="aYF">${safe(mail.subject || 'New message')}</span><span class="Ha" role="button" aria-label="Save and close">${demo.icon('close')}</span></div><div class="aaZ">${form({ subject: mail.subject ?? '' })}</div></div></div>`,
    );
    demo.first('.Ha', dialog).addEventListener('click', () => dialog.remove());
    attach(dialog, mail);
    demo.first('.dw').append(dialog);
    demo.first(mail.to.length > 0 ? '[g_editable]' : '[name="to"] input', dialog).focus();
    return dialog;
  };

  /** The answer under an opened message. */
  demo.reply = (view, element, message) => {
    const place = demo.first('.ip.adB', element);
    if (!place || place.firstElementChild) return;
    const own = demo.isOwn(message.from);
    const holder = demo.make(
      `<div class="gA gt">${form({ subject: `Re: ${view.shown.thread.subject}`, isReply: true })}</div>`,
    );
    attach(holder, {
      to: own ? message.to : [message.from],
      thread: view.shown.thread,
      subject: view.shown.thread.subject,
    });
    place.append(holder);
    demo.first('[g_editable]', holder).focus();
  };

  let hideTimer;
  function notice(html, lasts) {
    const alert = demo.first('.b8[role="alert"]');
    clearTimeout(hideTimer);
    demo.first('.vh', alert).innerHTML = html;
    alert.style.display = '';
    if (lasts)
      hideTimer = setTimeout(() => {
        alert.style.display = 'none';
        demo.first('.vh', alert).replaceChildren();
      }, lasts);
  }

  const link = (id, text) =>
    `<span class="bAo"><span id="${id}" class="ag" role="link" tabindex="0">${text}</span></span>`;

  function send(holder, mail) {
    demo.all('[role="combobox"]', holder).forEach(addChip);
    const chips = (name) =>
      demo.all(`[name="${name}"] [role="option"]`, holder).map((one) => ({
        address: one.getAttribute('data-hovercard-id'),
        name: one.getAttribute('data-name') || one.getAttribute('data-hovercard-id'),
      }));
    const at = Date.now();
    const message = {
      id: '',
      from: demo.owner,
      to: chips('to'),
      cc: chips('cc'),
      at,
      html: demo.first('[g_editable]', holder).innerHTML,
    };
    if (message.to.length === 0) {
      notice('<span class="aT">Please name at least one recipient.</span>', 3_000);
      return;
    }
    const subject = demo.first('[name="subjectbox"]', holder).value.trim() || '(no subject)';
    const thread = mail.thread ?? { id: demo.newId(at), subject, messages: [] };
    holder.remove();
    notice('<span class="aT">Sending…</span>');
    setTimeout(() => {
      thread.messages.push(message);
      if (!demo.threads.includes(thread)) demo.threads.unshift(thread);
      demo.refresh();
      notice(
        `<span class="aT"><span class="bAq">Message sent</span></span> ${link('link_undo', 'Undo')} ${link('link_vsm', 'View message')}`,
        config.undoMs,
      );
      const sync = setTimeout(() => {
        message.id = demo.newId(at);
        demo.refresh();
      }, config.syncMs);
      demo.first('#link_undo').addEventListener('click', () => {
        clearTimeout(sync);
        thread.messages.splice(thread.messages.indexOf(message), 1);
        if (thread.messages.length === 0) demo.threads.splice(demo.threads.indexOf(thread), 1);
        demo.refresh();
        notice('<span class="aT">Sending undone.</span>', 3_000);
        demo.compose({ ...mail, to: message.to, cc: message.cc, subject, html: message.html });
      });
      demo.first('#link_vsm').addEventListener('click', () => {
        location.hash = `#sent/${demo.token(thread.id)}`;
      });
    }, 150);
  }
}
