// A change of a version as code: it must have the same result as the portal's own change, above all for encryption.
import { deepStrictEqual } from 'node:assert'
import { updateExporters } from '@portal/code'
import { imageVersionApiVersion, imageVersionId, storedVersion } from '@portal/image-version'
import { noChange, updatedVersion } from '@portal/version-update'
import { assertSuccess } from '../test/proof.mjs'
import { exportCases } from './export-cases.mjs'
import { comparable } from './portal.mjs'

const change = { ...noChange(), replicaCount: 3, excludeFromLatest: true, endOfLifeDate: '2032-01-31' }

/**
 * @param {import('./exports.mjs').Context} context
 * @returns {import('../test/proof.mjs').Proof[]}
 */
export function updateProofs({ portal, tools, cloud }) {
  const plan = exportCases[0].plan
  return /** @type {const} */ (['AzureCli', 'Rest']).map((language, index) => ({
    name: `a change of the first example: ${language}`,
    async proof() {
      const [changed, own] = [`8.${index}.0`, `8.${index}.1`].map((name) => ({ ...plan, name }))
      for (const version of [changed, own]) await portal.put(version)
      const bodyFor = async (version) => updatedVersion(storedVersion.parse(await portal.get(version)), change)
      const id = imageVersionId(changed)
      const body = await bodyFor(changed)
      const code = updateExporters[language]([{ id, apiVersion: imageVersionApiVersion, body }], cloud)
      assertSuccess(await tools.script(code))
      await portal.put(own, await bodyFor(own))
      const [now, twin] = [await portal.get(changed), await portal.get(own)].map(comparable)
      deepStrictEqual(now, twin)
    },
  }))
}
