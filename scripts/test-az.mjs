// npm run test:az: the article's walk and the registration of the portal with the real Azure CLI, and the portal's
// exported code, run by the real tools. Prints each outcome and "N passed, N failed"; exits with 1 if one failed. If az
// isn't available, it says so and exits with 0: nothing else in the project needs it.
//   walk, recycle-bin, hardware, locks, access, clean-up, copy, networks, cross-tenant, setup, registrations, pipeline
//   or exports: that part only
import { azAccess } from './az/access.mjs'
import { azCleanUp } from './az/clean-up.mjs'
import { azCopy } from './az/copy.mjs'
import { azCrossTenant } from './az/cross-tenant.mjs'
import { azExports } from './az/exports.mjs'
import { findAz } from './az/find-az.mjs'
import { azHardware } from './az/hardware.mjs'
import { azLocks } from './az/locks.mjs'
import { azNetworks } from './az/networks.mjs'
import { azPipeline } from './az/pipeline.mjs'
import { azRecycleBin } from './az/recycle-bin.mjs'
import { azRegistrations } from './az/registrations.mjs'
import { azSetup } from './az/setup.mjs'
import { azWalk } from './az/walk.mjs'
import { endWith, sumOf } from './test/outcome.mjs'

if (!findAz())
  endWith({
    passed: 0,
    failed: 0,
    said: 'The Azure CLI is not installed and could not be (Debian: apt-get install azure-cli): nothing is run.',
  })

/** Each with an Azure and an az configuration of its own. Side by side: the exports, and all others one by one. */
const lanes = [
  { exports: azExports },
  {
    walk: azWalk,
    'recycle-bin': azRecycleBin,
    hardware: azHardware,
    locks: azLocks,
    access: azAccess,
    'clean-up': azCleanUp,
    copy: azCopy,
    networks: azNetworks,
    'cross-tenant': azCrossTenant,
    setup: azSetup,
    registrations: azRegistrations,
    pipeline: azPipeline,
  },
]
const asked = process.argv.slice(2)

/** Runs the parts of one lane that are asked for, one after the other. */
async function runLane(/** @type {Record<string, () => Promise<import('./test/outcome.mjs').Outcome>>} */ parts) {
  const outcomes = []
  for (const [name, run] of Object.entries(parts))
    if (asked.length === 0 || asked.includes(name)) outcomes.push(await run())
  return sumOf(outcomes)
}

endWith(sumOf(await Promise.all(lanes.map(runLane))))
