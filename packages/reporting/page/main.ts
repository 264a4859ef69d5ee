import { liveTable } from './table.ts';

for (const container of document.querySelectorAll<HTMLElement>('.table')) liveTable(container);
