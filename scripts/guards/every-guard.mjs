import { guards } from './guards.mjs'
import { attacks } from './promises/attacks.mjs'
import { demo } from './promises/demo.mjs'
import { exported } from './promises/exports.mjs'
import { faults } from './promises/faults.mjs'
import { operators } from './promises/operators.mjs'
import { outages } from './promises/outages.mjs'
import { statements } from './promises/statements.mjs'
import { wizard } from './promises/wizard.mjs'

/** All guards that `npm run test:guards` removes; a list for each table of docs/reliability.md. */
export const everyGuard = [
  ...guards,
  ...faults,
  ...outages,
  ...wizard,
  ...attacks,
  ...demo,
  ...exported,
  ...operators,
  ...statements,
]
