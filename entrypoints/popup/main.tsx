import { createRoot } from 'react-dom/client';
import { Popup } from '@/components/Popup';
import { showPage } from '@/lib/extension/document';
import { openOwnDatabase } from '@/lib/extension/own-database';

createRoot(showPage()).render(<Popup open={openOwnDatabase} />);
