// npm run test:mutation: Stryker on the guards, configured in stryker.config.mjs. Not part of npm test: it takes many
// minutes.
//   npm run test:mutation -- --mutate apps/bff/src/http/own-origin.ts      one of them only
import { runStep } from '../run-step.mjs'

const { ok } = await runStep({
  name: 'mutation',
  command: 'stryker',
  args: ['run', ...process.argv.slice(2)],
  minutes: 90,
  live: true,
})
process.exitCode = ok ? 0 : 1
