// What the portal writes as code, run by the tools it is written for: the real az, bash and curl.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assertSuccess, proveAll } from '../test/proof.mjs'
import { exportCases } from './export-cases.mjs'
import { lifeProofs } from './life-proofs.mjs'
import { startedPortal } from './portal.mjs'
import { preparationProofs } from './preparation-proofs.mjs'
import { startAzSession } from './session.mjs'
import { updateProofs } from './update-proofs.mjs'
import { versionProofs } from './version-proofs.mjs'

/** @typedef {import('@portal/code').ExportedCode} ExportedCode */
/**
 * @typedef {{ portal: import('./portal.mjs').Portal, tools: ReturnType<typeof toolsOf>, cloud:
 * import('./portal.mjs').AzSession['cloud'] }} Context
 */

/** Runs each format of each plan, prints whether it creates what the portal itself creates, and counts them. */
export async function azExports() {
  const session = await startAzSession()
  try {
    for (const line of session.signIn) assertSuccess(await session.az(line.split(' ')))
    const context = { portal: await startedPortal(session), tools: toolsOf(session), cloud: session.cloud }
    return await proveAll([
      ...exportCases.flatMap((exportCase, index) => versionProofs(exportCase, { ...context, major: 10 + index })),
      ...updateProofs(context),
      ...lifeProofs(context),
      ...preparationProofs(context),
    ])
  } finally {
    await session.close()
  }
}

/** What runs the code: bash for a script, az for a template, which it deploys to a group. */
function toolsOf(/** @type {import('./portal.mjs').AzSession} */ { az, bash, folder }) {
  let templates = 0
  return {
    script: (/** @type {ExportedCode} */ { text }) => bash(text),
    template(
      /** @type {ExportedCode} */ { text },
      /** @type {{ subscriptionId: string, resourceGroupName: string }} */ { subscriptionId, resourceGroupName },
    ) {
      templates += 1
      const file = join(folder, `template-${templates}.json`)
      writeFileSync(file, text)
      const into = ['--subscription', subscriptionId, '--resource-group', resourceGroupName]
      const deployed = ['--name', `template-${templates}`, '--template-file', file]
      return az(['deployment', 'group', 'create', ...into, ...deployed])
    },
  }
}
