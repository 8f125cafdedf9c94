import { fileURLToPath } from 'node:url'

// As far from the pages as the bundle that is made of it (apps/bff/dist/main.mjs): both lead there by the same way.

/** Where `npm run build` puts the portal that browsers load. */
export const builtWebRoot = fileURLToPath(new URL('../../web/dist', import.meta.url))
