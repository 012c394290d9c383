import { createRoot } from 'react-dom/client';
import { ListTab } from '@/components/ListTab';
import { openOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

createRoot(showPage()).render(<ListTab open={openOwnDatabase} />);
