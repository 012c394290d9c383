import { createRoot } from 'react-dom/client';
import { ContactTab } from '@/components/ContactTab';
import { openOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

const asked = new URLSearchParams(location.search);
const contactId = asked.get('id') ?? '';
const wording = asked.get('wording') ?? undefined;
const newName = asked.get('new') ?? undefined;
createRoot(showPage()).render(
  <ContactTab open={openOwnDatabase} contactId={contactId} wording={wording} newName={newName} />,
);
