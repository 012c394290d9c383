import { createRoot } from 'react-dom/client';
import { Popup } from '@/components/Popup';
import { openOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

createRoot(showPage()).render(<Popup open={openOwnDatabase} />);
