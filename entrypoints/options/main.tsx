import { createRoot } from 'react-dom/client';
import { Options } from '@/components/Options';
import { openingOwnDatabase } from '@/lib/db/own-database';
import { showPage } from '@/lib/extension/document';

const open = openingOwnDatabase();

/** 235 kB: loaded here only, and only when the part about holidays is drawn or a file is chosen. */
const sources = {
  publicHolidays: () => import('@/lib/holidays/public-holidays'),
  calendarFile: () => import('@/lib/holidays/calendar-file'),
};

createRoot(showPage()).render(<Options open={open} sources={sources} />);
