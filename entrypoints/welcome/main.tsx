import { createRoot } from 'react-dom/client';
import { Welcome } from '@/components/Welcome';
import { openingOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

const open = openingOwnDatabase();

createRoot(showPage()).render(<Welcome open={open} />);
