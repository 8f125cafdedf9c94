import { fileURLToPath } from 'node:url'

/** Where `npm run build` puts the portal that browsers load. */
export const builtWebRoot = fileURLToPath(new URL('../../../web/dist', import.meta.url))
