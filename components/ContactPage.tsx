import { text } from '@/lib/extension/text';
import { Bar } from './Bar';
import { ContactPanel } from './ContactPanel';
import { Frame } from './Frame';
import { useContact } from './hooks';
import type { RowDeeds } from './row-view';
import { StateNote } from './StateNote';

interface ContactPageProps {
  readonly contactId: string;
  readonly deeds: RowDeeds;
  readonly onBack: () => void;
}

/** Enough for ten entries even where some were replaced. */
const readEntries = 20;

/** One contact as a page of the popup; live, like everything else. */
export function ContactPage({ contactId, deeds, onBack }: ContactPageProps) {
  const read = useContact(contactId, readEntries);
  return (
    <Frame key={contactId} head={<Bar title={text('contact')} onBack={onBack} />} busy={read === undefined}>
      {read && <ContactPanel read={read} deeds={deeds} />}
      {read === null && <StateNote title={text('contactGone')} />}
    </Frame>
  );
}
