// npm run check: types, lint, format, arrows, the house's rules and the unit tests.
import { runStep } from './run-step.mjs'
import { runUnit, staticSteps } from './test/steps.mjs'

let failedSteps = 0
for (const step of staticSteps) {
  const { ok } = await runStep(step)
  if (!ok) failedSteps += 1
}
const unit = await runUnit()
console.log(`${unit.passed} passed, ${unit.failed + failedSteps} failed`)
process.exitCode = unit.ok && failedSteps === 0 ? 0 : 1
