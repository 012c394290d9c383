import { createRoot } from 'react-dom/client';
import { SidePanel } from '@/components/SidePanel';
import { openOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

createRoot(showPage()).render(<SidePanel open={openOwnDatabase} />);
