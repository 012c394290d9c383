import { createRoot } from 'react-dom/client';
import { ListTab } from '@/components/ListTab';
import { openingOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

const open = openingOwnDatabase();

createRoot(showPage()).render(<ListTab open={open} />);
