import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { Settings } from '@/lib/core/settings';
import { openOwnPage } from '@/lib/extension/tabs';
import { text } from '@/lib/extension/text';
import { useActs } from './acts';
import { Bar } from './Bar';
import { ContactPage } from './ContactPage';
import { Frame } from './Frame';
import { commandOf } from './keys';
import { Menu } from './Menu';
import { TodayPage } from './TodayPage';
import { useDeeds } from './use-deeds';
import { useKeys } from './use-keys';

type Page =
  | { readonly name: 'today'; readonly startAt?: string }
  | { readonly name: 'contact'; readonly contactId: string }
  | { readonly name: 'menu' };

/** The pages of the popup; each leads back to today's list. */
export function PopupPages({ settings }: { readonly settings: Settings }) {
  const acts = useActs();
  const [page, setPage] = useState<Page>({ name: 'today' });
  const [query, setQuery] = useState('');
  const searchField = useRef<HTMLInputElement>(null);
  const open = useCallback((contactId: string) => setPage({ name: 'contact', contactId }), []);
  const deeds = useDeeds(open);
  const back = () => setPage({ name: 'today', startAt: page.name === 'contact' ? page.contactId : undefined });
  const runCommand = (event: KeyboardEvent): boolean => {
    const command = commandOf(event);
    if (command === 'undo') void acts.undoLast();
    else if (command === 'help') setPage({ name: 'menu' });
    else if (command === 'search' && page.name === 'today') searchField.current?.focus();
    else if (event.key === 'Escape' && page.name !== 'today') back();
    else return false;
    return true;
  };
  useKeys((event) => {
    if (runCommand(event)) event.preventDefault();
  });
  const inFrame = (title: string, content: ReactNode) => (
    <Frame key={page.name} head={<Bar title={title} onBack={back} />}>
      {content}
    </Frame>
  );
  if (page.name === 'contact') return <ContactPage contactId={page.contactId} deeds={deeds} onBack={back} />;
  if (page.name === 'menu') {
    return inFrame(text('menu'), <Menu settings={settings} />);
  }
  return (
    <TodayPage
      settings={settings}
      deeds={deeds}
      startAt={page.startAt}
      query={query}
      onQuery={setQuery}
      searchField={searchField}
      onAdd={(typed) => void openOwnPage(`/contact.html?new=${encodeURIComponent(typed)}`)}
      onMenu={() => setPage({ name: 'menu' })}
    />
  );
}
