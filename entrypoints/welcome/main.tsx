import { createRoot } from 'react-dom/client';
import { Welcome } from '@/components/Welcome';
import { openOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

createRoot(showPage()).render(<Welcome open={openOwnDatabase} />);
