import { type AzureCloud, azureClouds, RefusedCharacter } from '@portal/arm'
import { publicCloud, stackCloud, subscriptionId } from '@portal/disk-encryption/testing'
import { type ImageVersionPlan, replicaCountOf, storageOf, toArm } from '@portal/image-version'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exporters, type CodeLanguage } from '../exporters/exporters.ts'
import type { LossCode } from '../exporters/loss.ts'
import { aCompletePlan } from '../testing/complete-plans.ts'
import { parsedHcl } from '../testing/hcl.ts'
import { importPlan } from './importers.ts'

// What the portal writes it reads back. The kind of double encryption is in no text, only in the sets, so bodies are
// compared.

const context = { subscriptionId, resourceGroupName: 'myResourceGroup' }

interface Exported {
  plan: ImageVersionPlan
  cloud: AzureCloud
}

/** The text, if the language can express all of the plan; azurerm sets the storage of the regions, not its default. */
function exportedText(language: CodeLanguage, { plan, cloud }: Exported): string | undefined {
  try {
    const { text, losses } = exporters[language].exportCode(plan, { cloud })
    const isSaid = (code: LossCode) => code === 'DefaultStorageLost' && language === 'TerraformAzurerm'
    return losses.every(({ code }) => isSaid(code)) ? text : undefined
  } catch (error) {
    if (error instanceof RefusedCharacter) return undefined
    throw error
  }
}

/** azurerm has counts and storage in its regions only, with all defaults said. */
function saidPerRegion(plan: ImageVersionPlan): ImageVersionPlan {
  const targetRegions = plan.targetRegions.map((region) => {
    const storage = storageOf(plan, region)
    if (storage === 'PreferStandard_ZRS') throw new Error('azurerm cannot say a strategy')
    return { ...region, regionalReplicaCount: replicaCountOf(plan, region), storageAccountType: storage }
  })
  return { ...plan, replicaCount: 1, storageAccountType: 'Standard_LRS', targetRegions }
}

function forEveryText(
  language: CodeLanguage,
  numRuns: number,
  property: (plan: ImageVersionPlan, text: string) => void,
) {
  fc.assert(
    fc.property(
      aCompletePlan,
      fc.constantFrom(publicCloud, azureClouds.AzureUSGovernment, stackCloud),
      (plan, cloud) => {
        const text = exportedText(language, { plan, cloud })
        fc.pre(text !== undefined)
        property(plan, text)
      },
    ),
    { numRuns },
  )
}

/** What is read from a text: its target, what it would send, and what is wrong with it. */
function readAgain(text: string) {
  const { plan, notes } = importPlan(text, parsedHcl, context)
  const wrong = notes.filter(({ severity }) => severity === 'error')
  return { definition: plan?.imageDefinitionId, name: plan?.name, body: plan && toArm(plan), wrong }
}

function expectedOf(plan: ImageVersionPlan) {
  return { definition: plan.imageDefinitionId, name: plan.name, body: toArm(plan), wrong: [] }
}

describe('a plan written by the portal and read again is the same, in', () => {
  it.each(['AzureCli', 'AzurePowerShell', 'ArmTemplate', 'Rest'] as const)(
    '%s',
    (language) => {
      forEveryText(language, 1000, (plan, text) => expect(readAgain(text)).toEqual(expectedOf(plan)))
    },
    300_000,
  )

  // HashiCorp's parser needs some hundredths of a second for each.
  it('Terraform with azapi', () => {
    forEveryText('TerraformAzapi', 100, (plan, text) => expect(readAgain(text)).toEqual(expectedOf(plan)))
  }, 300_000)

  it('Terraform with azurerm', () => {
    forEveryText('TerraformAzurerm', 100, (plan, text) =>
      expect(readAgain(text)).toEqual(expectedOf(saidPerRegion(plan))),
    )
  }, 300_000)
})
