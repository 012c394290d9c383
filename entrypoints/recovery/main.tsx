import { createRoot } from 'react-dom/client';
import { RecoveryTab } from '@/components/RecoveryTab';
import { openOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

const recoveryId = new URLSearchParams(location.search).get('id') ?? '';
createRoot(showPage()).render(<RecoveryTab open={openOwnDatabase} recoveryId={recoveryId} />);
