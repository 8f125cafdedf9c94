// A plan as code, run by the tools: each format must create exactly the version that the portal creates from it.
import { deepStrictEqual, throws } from 'node:assert'
import { parseResourceId } from '@portal/arm'
import { exporters, importPlan, RefusedCharacter } from '@portal/code'
import { aDiskEncryptionSet } from '@portal/disk-encryption/testing'
import { diskEncryptionSetIdsOf } from '@portal/image-version'
import { anInventory } from '@portal/image-version/testing'
import { assertSuccess } from '../test/proof.mjs'
import { comparable } from './portal.mjs'

/** @typedef {import('@portal/image-version').ImageVersionPlan} Plan */

/**
 * @param {import('./export-cases.mjs').ExportCase} exportCase
 * @param {import('./exports.mjs').Context & { major: number }} context `major`: of the versions' names, so that none
 *   is created twice
 * @returns {import('../test/proof.mjs').Proof[]}
 */
export function versionProofs({ name, plan, azPlan = plan, losses = [], refusedByAz = false }, context) {
  const { portal, tools, cloud, major } = context
  const version = (/** @type {Plan} */ of, /** @type {number} */ patch) => ({ ...of, name: `${major}.0.${patch}` })
  /**
   * @type {{ language: 'AzureCli' | 'ArmTemplate' | 'Rest', run: (typeof tools)['template'], same: Plan, lost: string[]
   * }[]}
   */
  const forms = [
    { language: 'AzureCli', run: tools.script, same: azPlan, lost: losses },
    { language: 'ArmTemplate', run: tools.template, same: plan, lost: [] },
    { language: 'Rest', run: tools.script, same: plan, lost: [] },
  ]
  return forms.map(({ language, run, same, lost }, index) => ({
    name: `${name}: ${language}`,
    async proof() {
      const exported = () => exporters[language].exportCode(version(plan, index), { cloud, inventory })
      if (language === 'AzureCli' && refusedByAz) return throws(exported, RefusedCharacter)
      const code = exported()
      deepStrictEqual(
        code.losses.map((loss) => loss.code),
        lost,
      )
      deepStrictEqual(readAgain(code.text, plan), version(same, index))
      const own = version(same, 10 + index)
      await portal.put(own)
      assertSuccess(await run(code, scopeOf(plan)))
      const made = await portal.get(version(plan, index))
      deepStrictEqual(comparable(made), comparable(await portal.get(own)))
      const wizards = version(plan, 20 + index)
      await portal.put(wizards)
      deepStrictEqual(storageOf(made), storageOf(await portal.get(wizards)))
    },
  }))
}

/** The facts about Azure that a plan needs: the regions and their zones. */
const inventory = anInventory({ sources: [] })

function scopeOf(/** @type {Plan} */ { imageDefinitionId }) {
  const { subscriptionId, resourceGroupName } = parseResourceId(imageDefinitionId)
  return { subscriptionId, resourceGroupName }
}

/** The plan that the import page creates from the text. No text contains the encryption type, only the sets do. */
function readAgain(/** @type {string} */ text, /** @type {Plan} */ plan) {
  const { encryptionType } = plan
  const diskEncryptionSets = diskEncryptionSetIdsOf(plan).map((id) => aDiskEncryptionSet('any', { id, encryptionType }))
  return importPlan(text, noHcl, { ...scopeOf(plan), diskEncryptionSets }).plan
}

/** A version's storage, region by region. */
function storageOf(/** @type {any} */ { properties }) {
  return properties.publishingProfile.targetRegions.map(({ name, storageAccountType }) => [name, storageAccountType])
}

function noHcl() {
  throw new Error('No code of Terraform is read here')
}
