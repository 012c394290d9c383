import { createRoot } from 'react-dom/client';
import { RecoveryTab } from '@/components/RecoveryTab';
import { checkApology } from '@/lib/core/apology';
import { englishApologies } from '@/lib/core/apology-en';
import { openingOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

const open = openingOwnDatabase();

const recoveryId = new URLSearchParams(location.search).get('id') ?? '';
const check = (text: string) => checkApology(text, englishApologies);
createRoot(showPage()).render(<RecoveryTab open={open} recoveryId={recoveryId} check={check} />);
