import { describe, expect, it } from 'vitest';
import { readGmailUrl } from '@/lib/sites/gmail-url';

const base = 'https://mail.google.com/mail/u/0/';
const token = 'FMfcgzQcpnQnfrQLcwgPWqGzSmDhFKgl';
const read = (address: string) => readGmailUrl(new URL(address, base));

describe('readGmailUrl', () => {
  it.each([
    ['', 'list', 'inbox'],
    ['#inbox', 'list', 'inbox'],
    ['#inbox?compose=new', 'list', 'inbox'],
    ['?tab=rm&ogbl#inbox', 'list', 'inbox'],
    ['#sent', 'list', 'sent'],
    ['#sent/p2', 'list', 'sent'],
    ['#search/in%3Asent', 'list', 'sent'],
    ['#search/in%3Asent+to%3Aann%40x.example/p3', 'list', 'sent'],
    ['#advanced-search/subset=sent&has=ann', 'list', 'sent'],
    ['#search/-in%3Asent+ann', 'list', 'search'],
    ['#search/in%3Asent+OR+in%3Ainbox', 'list', 'search'],
    ['#search/%E0%A4%A', 'list', 'search'],
    ['#search/a-very-long-single-search-word', 'list', 'search'],
    ['#label/averyverylonglabelname', 'list', 'other'],
    ['#label/Key%2FAccounts', 'list', 'other'],
    ['#category/promotions', 'list', 'other'],
    [`#inbox/${token}`, 'thread', 'inbox'],
    [`#inbox/${token}?projector=1`, 'thread', 'inbox'],
    ['#inbox/16f438e906b36dac', 'thread', 'inbox'],
    [`#label/Key+accounts/${token}`, 'thread', 'other'],
    [`#search/from%3Aann/${token}`, 'thread', 'search'],
    [`#drafts/${token}`, 'thread', 'drafts'],
    ['?ui=2&view=btop&th=16f438e906b36dac', 'thread', 'other'],
    ['#drafts', undefined, 'drafts'],
    ['#scheduled', undefined, 'drafts'],
    ['#spam', undefined, 'other'],
    [`#spam/${token}`, undefined, 'other'],
    ['#settings/general', undefined, 'other'],
    ['#chat/home', undefined, 'other'],
    ['?view=cm&fs=1&to=a@b.example', undefined, 'other'],
    ['?view=lg&th=16f438e906b36dac', undefined, 'other'],
  ])('%s is %s of %s', (address, view, folder) => {
    expect(read(address)).toMatchObject({ folder, index: 'u/0' });
    expect(read(address)?.view).toBe(view);
  });

  it.each([
    ['https://mail.google.com/mail/', 'u/0', base],
    ['https://mail.google.com/mail/u/3/#inbox', 'u/3', 'https://mail.google.com/mail/u/3/'],
    ['https://mail.google.com/mail/b/AEoR_x/u/1/#inbox', 'b/AEoR_x/u/1', 'https://mail.google.com/mail/b/AEoR_x/u/1/'],
  ])('%s is mailbox %s', (address, index, at) => {
    expect(read(address)).toMatchObject({ index, base: at });
  });

  it.each([
    'https://mail.google.com/mail/mu/mp/1/#tl',
    'https://mail.google.com/chat/u/0/',
    'https://mail.example/mail/u/0/',
  ])('%s is not read', (address) => {
    expect(read(address)).toBeUndefined();
  });

  it('knows the thread where the address holds its legacy id', () => {
    expect(read('#inbox/16f438e906b36dac')?.threadId).toBe('16f438e906b36dac');
    expect(read(`#inbox/${token}`)?.threadId).toBeUndefined();
  });

  it('says of the first page only that the newest mail was shown', () => {
    expect(read('#sent')?.newest).toBe(true);
    expect(read('#sent/p2')?.newest).toBe(false);
  });
});
