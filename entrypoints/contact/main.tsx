import { createRoot } from 'react-dom/client';
import { ContactTab } from '@/components/ContactTab';
import { openOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

const contactId = new URLSearchParams(location.search).get('id') ?? '';
createRoot(showPage()).render(<ContactTab open={openOwnDatabase} contactId={contactId} />);
