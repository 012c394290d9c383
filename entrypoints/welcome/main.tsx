import { createRoot } from 'react-dom/client';
import { Welcome } from '@/components/Welcome';
import { showPage } from '@/lib/extension/document';
import { openOwnDatabase } from '@/lib/extension/own-database';

createRoot(showPage()).render(<Welcome open={openOwnDatabase} />);
