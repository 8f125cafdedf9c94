// What the bundled server starts with: its other files need a Node that has all that they use.
import { isSupported, tooOld } from '../supported-node.mjs'

if (isSupported(process.version)) await import('../../apps/bff/src/main.ts')
else {
  console.error(tooOld(process.version))
  process.exitCode = 1
}
