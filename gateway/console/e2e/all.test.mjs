// One process for all browser tests: a person signs in once, because a one-time code is good once.
import { after } from 'node:test';
import { closeBrowser } from './harness.mjs';

after(closeBrowser);

await import('./rooms.mjs');
await import('./reveal.mjs');
await import('./household.mjs');
await import('./applications.mjs');
await import('./filing.mjs');
await import('./transfers.mjs');
await import('./my.mjs');
await import('./visits.mjs');
await import('./appointments.mjs');
await import('./office-tasks.mjs');
await import('./residents.mjs');
