// npm run check: types, lint, format, arrows, the house's rules and the unit tests.
import { runTwoAtATime } from './run-step.mjs'
import { runUnit, staticSteps } from './test/steps.mjs'

const failedSteps = (await runTwoAtATime(staticSteps)).filter((ok) => !ok).length
const unit = await runUnit()
console.log(`${unit.passed} passed, ${unit.failed + failedSteps} failed`)
process.exitCode = unit.ok && failedSteps === 0 ? 0 : 1
