import path from 'node:path';
import { defineConfig } from 'vite';

const house = path.resolve(import.meta.dirname, '../..');
const group = (name: string, packages: string) => ({
  name,
  test: new RegExp(`node_modules[\\\\/](?:${packages})[\\\\/]`),
});

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  // The API puts a new one into each answer.
  html: { cspNonce: '__CSP_NONCE__' },
  resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  build: {
    outDir: path.join(house, 'dist/apps/console'),
    emptyOutDir: true,
    manifest: true,
    // A data: URL of a file would need an exception in the policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // Ant Design marks its files for servers that render; there is none here.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
      output: {
        codeSplitting: {
          groups: [
            group('react', 'react|react-dom|scheduler|react-router|@tanstack|openapi-fetch|openapi-react-query'),
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/setup': 'http://127.0.0.1:3000' } },
});
