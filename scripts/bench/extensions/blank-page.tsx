import { createRoot } from 'react-dom/client';

/** The floor of a page of ours: React draws one row that needs no data. */
const place = document.querySelector('#root');
if (place) createRoot(place).render(<li data-contact="none">One row</li>);
