// npm run check: types, lint, format, arrows, the house's rules and the unit tests.
import { runTwoAtATime } from './run-step.mjs'
import { endWith, sumOf } from './test/outcome.mjs'
import { runUnit, staticSteps } from './test/steps.mjs'

const failed = (await runTwoAtATime(staticSteps)).filter((ok) => !ok).length
endWith(sumOf([{ passed: 0, failed }, await runUnit()]))
