import { toALabels } from '@/lib/core/a-label';
import type { Address } from '@/lib/core/model';

/** RFC 5321 §4.5.3.1: local part ≤ 64, domain ≤ 255, path ≤ 254 characters. */
const maxAddress = 254;
const maxLocal = 64;
const localPart = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Display text without bidirectional controls, zero-width and control characters; blanks collapsed. */
export function plainName(text: string): string {
  return text
    .slice(0, 1_000)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\p{Cf}\u{115F}\u{1160}\u{3164}\u{FFA0}]/gu, (found) =>
      found === '\u200D' || found === '\u200C' ? found : '',
    )
    .trim();
}

/** One bare address in canonical form: NFKC, lower case, A-label domain. `undefined`: not an address Holdfast accepts. */
export function canonicalAddress(text: string): Address | undefined {
  if (text.length > 998) return undefined;
  const bare = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<([^<>]*)>$/, '$1');
  const plain = bare.normalize('NFKC').toLowerCase();
  const at = plain.indexOf('@');
  if (at < 1 || at !== plain.lastIndexOf('@') || at > maxLocal) return undefined;
  const local = plain.slice(0, at);
  const domain = canonicalDomain(plain.slice(at + 1));
  if (!domain || !localPart.test(local) || local.length + domain.length + 1 > maxAddress) return undefined;
  return `${local}@${domain}`;
}

function canonicalDomain(text: string): string | undefined {
  if (text.length > 253) return undefined;
  // Only names of labels reach the URL parser, which would also decode `%40` or cut at a slash.
  const ascii = /^[a-z0-9.-]+$/.test(text);
  if (!ascii && !/^[\p{L}\p{M}\p{N}.\u00B7\u30FB-]+$/u.test(text)) return undefined;
  const domain = ascii ? text : toALabels(text);
  const labels = domain?.split('.') ?? [];
  const top = labels.at(-1) ?? '';
  return labels.length >= 2 && labels.every((one) => label.test(one)) && !/^\d+$/.test(top) ? domain : undefined;
}

/** What follows the `@`. */
export function domainOf(address: Address): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

// Lists are marked as pure for the bundler, so that a page that never asks does not carry them.
const freeMailDomains = /* @__PURE__ */ new Set(
  /* @__PURE__ */ `126.com 163.com abv.bg alice.it aol.com aol.de arcor.de att.net bigpond.com bk.ru bluewin.ch bol.com.br btinternet.com
   centrum.cz comcast.net cox.net daum.net duck.com earthlink.net email.cz email.de email.it fastmail.com fastmail.fm
   foxmail.com free.fr freemail.hu freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hanmail.net
   hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it hushmail.com i.ua icloud.com inbox.lv
   inbox.ru interia.pl laposte.net libero.it list.ru live.co.uk live.com live.de live.fr live.it live.nl mac.com mail.com
   mail.de mail.ru mailbox.org me.com msn.com naver.com neuf.fr o2.pl onet.pl op.pl orange.fr outlook.com outlook.de
   outlook.es outlook.fr outlook.it outlook.jp passport.com pm.me posteo.de posteo.net proton.me protonmail.com
   protonmail.ch qq.com rambler.ru rediffmail.com rocketmail.com runbox.com sapo.pt sbcglobal.net seznam.cz sfr.fr
   shaw.ca sina.com sky.com skynet.be sohu.com t-online.de talktalk.net telenet.be terra.com.br tiscali.it tuta.com
   tutanota.com tutanota.de ukr.net uol.com.br verizon.net videotron.ca virgilio.it virginmedia.com volny.cz wanadoo.fr
   web.de wp.pl xs4all.nl xtra.co.nz ya.ru yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.au
   yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru yeah.net ymail.com zoho.com`.split(/\s+/),
);

/** Does anybody get an address there? Such a domain says nothing about a company. */
export function isFreeMail(domain: string): boolean {
  return freeMailDomains.has(domain);
}

/** RFC 2142 names and those that companies use; the whole local part must match. */
const roleNames = /* @__PURE__ */ new Set(
  /* @__PURE__ */ `abuse accounting accounts admin administrator alert alerts anfrage auto-reply autoreply billing bounce bounces
   buchhaltung calendar-notification careers commercial communications compliance contact contacto contatti contato
   customercare customerservice customersupport datenschutz daemon delivery digest donotreply einkauf empfang enquiries
   enquiry events facturacion feedback finance hello help helpdesk hostmaster hr info information inquiries inquiry invoice
   invoices it-support jobs kontakt kundenservice legal list listserv mail mailer-daemon mailerdaemon mailman marketing media
   member members news newsletter newsletters no-reply no.reply no_reply noreply notification notifications notify office
   order orders post postmaster press privacy rechnung recruiting register reply robot root sales secretariat security
   sekretariat service services shipping shop ssl-admin staff subscribe subscriptions support team ticket tickets undisclosed
   unsubscribe update updates usenet vendas ventas verkauf vertrieb webmaster welcome`.split(/\s+/),
);
const machineName = /^(?:(?:do[-._]?)?not?[-._]?reply|bounces?|mailer-daemon|notifications?|unsubscribe)(?:[-._+=]|$)/;

/** Is it a role or a machine (`info@`, `no-reply@`, `mailer-daemon@`) rather than a person? */
export function isRoleAddress(address: Address): boolean {
  const local = address.slice(0, address.lastIndexOf('@'));
  return roleNames.has(local.split('+')[0] ?? local) || machineName.test(local);
}

/** Equal for two spellings of one mailbox: at Gmail dots and everything from `+` on make no difference. */
export function mailboxKey(address: Address): string {
  const domain = domainOf(address);
  const local = address.slice(0, address.lastIndexOf('@'));
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return address;
  return `${(local.split('+')[0] ?? local).replaceAll('.', '')}@gmail.com`;
}

/** Do both addresses reach the same mailbox? */
export function sameMailbox(a: Address, b: Address): boolean {
  return mailboxKey(a) === mailboxKey(b);
}

/** Second parts of two-part endings, as in `acme.co.uk`, `acme.com.br`. */
const secondLevels = /* @__PURE__ */ new Set(/* @__PURE__ */ 'ac co com edu gob gov gv mil ne net or org'.split(' '));

/** A guess at the company's name for display, out of its domain: `norrsken.example` → `Norrsken`. */
export function companyName(domain: string): string {
  const labels = domain.split('.');
  const second = labels.at(-2) ?? domain;
  const twoPart = labels.length > 2 && secondLevels.has(second) && (labels.at(-1)?.length ?? 0) === 2;
  const name = (twoPart ? labels.at(-3) : second) ?? second;
  return name
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}
