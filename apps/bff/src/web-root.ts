import { fileURLToPath } from 'node:url'

// In the same position relative to the pages as its bundle (apps/bff/dist/main.mjs): the same relative path works for
// both.

/** Where `npm run build` puts the portal that browsers load. */
export const builtWebRoot = fileURLToPath(new URL('../../web/dist', import.meta.url))
