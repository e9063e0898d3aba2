import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** The gateway that `npm run dev` talks to. */
const gateway = process.env.HUJI_URL ?? 'http://127.0.0.1:8000';
/** The host stays the browser's: the gateway takes a cookie from its own pages only. */
const behind = (path: string) => [path, { target: gateway, changeOrigin: false }] as const;
/** The console, and the API explorer where it is present. */
const pages = ['index.html', 'explorer.html'].map(page).filter(existsSync);

export default defineConfig({
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(['/graphql', '/session', '/residents', '/files'].map(behind)),
  },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    // Nothing is inlined, so that a strict Content-Security-Policy holds.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
