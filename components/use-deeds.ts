import { useMemo } from 'react';
import { openOwnPage, openPage, showMailbox } from '@/lib/extension/tabs';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { useDatabase } from './database-context';
import { isWebUrl, newestMailbox } from './links';
import { useMailboxes } from './moment';
import { readLinks } from './queries';
import type { RowDeeds, RowView } from './row-view';

/** What lines and the contact panel can do to a contact; `open` shows the contact itself. */
export function useDeeds(open: (contactId: string) => void): RowDeeds {
  const db = useDatabase();
  const acts = useActs();
  const mailbox = newestMailbox(useMailboxes());
  const searchesMail = mailbox?.searchUrl !== undefined || mailbox === undefined;
  return useMemo(() => {
    const write = async (contactId: string) => {
      const { composeUrl } = await readLinks(db, contactId);
      if (composeUrl) await openPage(composeUrl);
      else acts.tell(text('noAddressToWrite'));
    };
    const search = async (contactId: string) => {
      const { address, searchUrl, mailboxUrl } = await readLinks(db, contactId);
      if (searchUrl) return openPage(searchUrl);
      if (!address) return acts.tell(text('noAddressToWrite'));
      if (!mailboxUrl) return acts.tell(text('noMailboxToSearch'));
      acts.tell(text('searchThere', address));
      return showMailbox(mailboxUrl);
    };
    const takeStep = ({ contactId, step, longerCadence: cadenceDays }: RowView) => {
      if (cadenceDays !== undefined) return acts.run('editContact', { id: newId(), contactId, cadenceDays });
      if (step.recoveryId) return openOwnPage(`/recovery.html?id=${step.recoveryId}`);
      if (isWebUrl(step.url)) return openPage(step.url);
      if (step.act === 'search' || step.act === 'check') return search(contactId);
      return step.act === 'none' ? open(contactId) : write(contactId);
    };
    const attempt = (task: () => unknown) => void acts.attempt(async () => task());
    return {
      searchesMail,
      takeStep: (row) => attempt(() => takeStep(row)),
      write: (row) => attempt(() => write(row.contactId)),
      searchMail: (row) => attempt(() => search(row.contactId)),
      open: (row) => open(row.contactId),
      log: ({ contactId }, kind, more) =>
        void acts.run('logInteraction', { id: newId(), contactId, kind, outcome: 'reached', ...more }),
      snooze: ({ contactId }, untilOn) => void acts.run('snooze', { id: newId(), contactId, untilOn }),
      skip: ({ contactId }, reason) => void acts.run('skip', { id: newId(), contactId, reason }),
      noReplyNeeded: ({ contactId, owedInteractionId: interactionId }) => {
        if (interactionId) void acts.run('noReplyNeeded', { id: newId(), contactId, interactionId });
      },
    };
  }, [db, searchesMail, acts.attempt, acts.run, acts.tell, open]);
}
