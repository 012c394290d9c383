import { createRoot } from 'react-dom/client';
import { Popup } from '@/components/Popup';
import { openingOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

const open = openingOwnDatabase();

createRoot(showPage()).render(<Popup open={open} />);
