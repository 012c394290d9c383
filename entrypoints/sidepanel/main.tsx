import { createRoot } from 'react-dom/client';
import { SidePanel } from '@/components/SidePanel';
import { openingOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

const open = openingOwnDatabase();

createRoot(showPage()).render(<SidePanel open={open} />);
