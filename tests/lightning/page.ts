import type { BrowserContext } from 'playwright-core';
import { type CrmPerson, crmPeople } from '../support/crm-people.ts';
import { buildComponents, buildSyntheticShadow } from './build.ts';

/** A contact as the page's components are given it. */
export interface LightningContact {
  /** Salesforce's own: `003` for a contact, 18 characters. */
  readonly id: string;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly phone: string;
  readonly email: string | undefined;
  /** ISO day. */
  readonly lastActivity: string;
  /** Address of the record, within the site. */
  readonly url: string;
}

export const lightningHost = 'acme.lightning.force.com';
export const listUrl = `https://${lightningHost}/lightning/o/Contact/list?filterName=Recent`;
export const homeUrl = `https://${lightningHost}/lightning/page/home`;
/** In the order in which the page is given them; the list sorts by name. */
export const contacts: readonly (LightningContact & CrmPerson)[] = crmPeople(52).map(contactOf);

/** How Lightning keeps components apart: by the browser's own shadow roots, or by a library that imitates them. */
export type ShadowMode = 'native' | 'synthetic';

/** Compiled once for all pages of a test file: it takes a while. */
let components: Promise<string> | undefined;

/** Answers for Salesforce's host with a console made of its own base components. */
export async function serveLightning(context: BrowserContext, mode: ShadowMode): Promise<void> {
  components ??= buildComponents();
  const scripts = [...(mode === 'synthetic' ? [await buildSyntheticShadow()] : []), await components];
  const body = html(scripts);
  await context.route(`https://${lightningHost}/**`, (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
      : route.fulfill({ status: 404, body: '' }),
  );
}

function contactOf(person: CrmPerson, index: number): LightningContact & CrmPerson {
  const [firstName = '', ...rest] = person.name.split(' ');
  const id = `0035g00000Ab${String(index).padStart(3, '0')}AAA`;
  const day = new Date(Date.UTC(2025, 11, 10 - 5 * index)).toISOString().slice(0, 10);
  return {
    ...person,
    id,
    firstName,
    lastName: rest.join(' '),
    phone: `+46 8 5550 ${String(index).padStart(3, '0')}`,
    email: person.mail,
    lastActivity: day,
    url: `/lightning/r/Contact/${id}/view`,
  };
}

/** The few rules of Salesforce's style sheet that decide what is seen at all. */
const css = `
body { font: 13px/1.5 "Salesforce Sans", Arial, sans-serif; margin: 0; }
.slds-assistive-text { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); }
table { border-collapse: collapse; width: 100%; }
.slds-truncate { max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
svg { width: 1em; height: 1em; }
`;

function html(scripts: readonly string[]): string {
  const data = JSON.stringify(contacts).replaceAll('<', String.raw`\u003c`);
  const run = scripts.map((script) => `<script>${script.replaceAll('</script', String.raw`<\/script`)}</script>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Recently Viewed | Contacts | Salesforce</title><style>${css}</style></head>
<body><script type="application/json" id="contacts">${data}</script>${run.join('')}</body></html>`;
}
