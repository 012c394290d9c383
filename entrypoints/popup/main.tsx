import { createRoot } from 'react-dom/client';
import { readAhead } from '@/components/hooks';
import { Popup } from '@/components/Popup';
import { openingOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

const open = openingOwnDatabase(readAhead);

createRoot(showPage()).render(<Popup open={open} />);
