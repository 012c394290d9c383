// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { siteFor } from './registry';

describe('the site of an address', () => {
  it.each([
    ['https://mail.google.com/mail/u/0/', 'gmail'],
    ['https://app.hubspot.com/contacts/1/record/0-1/2', 'hubspot'],
    ['https://app-eu1.hubspot.com/contacts/1/record/0-1/2', 'hubspot'],
    ['https://umbra.lightning.force.com/lightning/o/Contact/list', 'salesforce'],
    ['https://umbra--uat.sandbox.lightning.force.com/lightning/o/Contact/list', 'salesforce'],
    ['https://umbra.crm.dynamics.com/main.aspx', 'dynamics'],
    ['https://umbra.crm11.dynamics.com/main.aspx', 'dynamics'],
    ['https://crm.zoho.com.au/crm/org1/tab/Contacts/2', 'zoho'],
    ['https://umbra.pipedrive.com/person/1', 'pipedrive'],
    ['https://umbra.odoo.com/odoo/contacts', 'odoo'],
  ])('%s is %s', (url, id) => expect(siteFor(new URL(url), document)?.id).toBe(id));

  it.each([
    'http://app.hubspot.com/contacts/',
    'https://community.hubspot.com/',
    'https://app-eu1.hubspot.com.evil.example/contacts/',
    'https://app-x.evil.example/.hubspot.com/',
    'https://evilhubspot.com/',
    'https://appxhubspot.com/',
    'https://notodoo.com/odoo/contacts',
    'https://crm.dynamics.com.evil.example/',
    'https://crm.zoho.evil.example/',
  ])('%s is none we know', (url) => expect(siteFor(new URL(url), document)).toBeUndefined());
});
