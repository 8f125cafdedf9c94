import { guards } from './guards.mjs'
import { attacks } from './promises/attacks.mjs'
import { exported } from './promises/exports.mjs'
import { operators } from './promises/operators.mjs'

/** All guards that `npm run test:guards` removes; a list for each table of docs/reliability.md. */
export const everyGuard = [...guards, ...attacks, ...exported, ...operators]
