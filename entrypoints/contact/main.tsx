import { createRoot } from 'react-dom/client';
import { ContactTab } from '@/components/ContactTab';
import { openingOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

const open = openingOwnDatabase();

const asked = new URLSearchParams(location.search);
const contactId = asked.get('id') ?? '';
const wording = asked.get('wording') ?? undefined;
const newName = asked.get('new') ?? undefined;
createRoot(showPage()).render(<ContactTab open={open} contactId={contactId} wording={wording} newName={newName} />);
