import { azureClouds, RefusedCharacter } from '@portal/arm'
import { publicCloud, stackCloud } from '@portal/disk-encryption/testing'
import { blankPlan, imageVersionPlan, type ImageVersionPlan } from '@portal/image-version'
import { anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCompletePlan } from '../testing/complete-plans.ts'
import { bashGrammar, bicepGrammar, grammar, isMisreadAsBicep, powershellGrammar } from '../testing/grammar.ts'
import { parsedHcl } from '../testing/hcl.ts'
import { exporters, type CodeLanguage } from './exporters.ts'

const languages = Object.entries(exporters)
const context = { cloud: publicCloud, inventory: anInventory() }
const text = (language: CodeLanguage, plan: ImageVersionPlan) => exporters[language].exportCode(plan, context).text

/** No value that az would read from a file: those are refused. */
const anyPlan = aCompletePlan.filter(({ tags }) => tags.every(({ value }) => !value.startsWith('@')))

const anyCloud = fc.constantFrom(...Object.values(azureClouds), stackCloud)

const readAsBicep = anyPlan.filter(({ tags }) => !tags.some(({ value }) => isMisreadAsBicep(value)))

/** The code of so many plans, each in some cloud. */
function forEveryText(language: CodeLanguage, numRuns: number, property: (code: string) => void): void {
  const { exportCode } = exporters[language]
  fc.assert(
    fc.property(language === 'Bicep' ? readAsBicep : anyPlan, anyCloud, (plan, cloud) =>
      property(exportCode(plan, { ...context, cloud }).text),
    ),
    { numRuns },
  )
}

it.each<[CodeLanguage, string]>([
  ['AzureCli', bashGrammar],
  ['Rest', bashGrammar],
  ['AzurePowerShell', powershellGrammar],
  ['Bicep', bicepGrammar],
])('%s is code without a fault to its grammar, whatever plan and cloud', async (language, file) => {
  const parse = await grammar(file)
  forEveryText(language, 100, (code) => {
    expect(parse(code).hasError).toBe(false)
  })
})

it.each<CodeLanguage>(['TerraformAzapi', 'TerraformAzurerm', 'Packer'])(
  "%s is code without a fault to HashiCorp's own parser, whatever plan and cloud",
  (language) => {
    // HashiCorp's parser in JavaScript needs a tenth of a second for a large plan
    forEveryText(language, 25, (code) => {
      expect(() => parsedHcl(code)).not.toThrow()
    })
  },
)

describe.each(languages)('%s', (_, { exportCode, lossless }) => {
  it('has a path for each line', () => {
    const { text: code, paths } = exportCode(aPlan(), context)
    expect(code.split('\n')).toHaveLength(paths.length + 1)
  })

  it('shows a set on a line of its cell or its region', () => {
    const { text: code, paths } = exportCode(aPlan(), context)
    const line = code.split('\n').findIndex((of) => of.includes('EastUS2DiskEncryptionSet1'))
    expect(paths[line]?.slice(0, 3)).toEqual(['targetRegions', 1, 'encryption'])
  })

  it('loses nothing of the first example in the language that it names', () => {
    const plan = aPlan({ blockDeletionBeforeEndOfLife: true, allowDeletionOfReplicatedLocations: true })
    const lossy = {
      ...plan,
      targetRegions: plan.targetRegions.map((region) => ({ ...region, excludeFromLatest: true })),
    }
    expect(exporters[lossless].exportCode(lossy, context).losses).toEqual([])
  })

  it('X11 names its file itself, and no comment takes a name from the plan', () => {
    const plan = aPlan({
      name: '9.9.9',
      tags: [{ name: 'zzz', value: 'zzz' }],
      targetRegions: [customerManaged('zzz', {})],
    })
    const { text: code, fileName } = exportCode(plan, context)
    expect(fileName).toMatch(/^[A-Za-z-]+(\.[a-z0-9]+)+$/)
    expect(fileName).toBe(exportCode(aPlan(), context).fileName)
    expect(code.split('\n').filter((line) => /^\s*(#|\/\/)/.test(line) && /9\.9\.9|zzz/.test(line))).toEqual([])
  })

  it('X12 writes no secret, token or tenant', () => {
    expect(exportCode(aPlan(), context).text).not.toMatch(/tenant|secret|password|Bearer ey/i)
  })

  it('marks what is not chosen', () => {
    expect(exportCode(blankPlan(''), context).text).toMatch(/<version>/)
  })

  it('X10 refuses a plan with an invisible character', () => {
    const plan = aPlan({ tags: [{ name: 'owner', value: 'con\u202Etoso' }] })
    expect(() => exportCode(plan, context)).toThrow(expect.objectContaining({ code: 'RefusedCharacter', position: 3 }))
  })
})

it.each<[CodeLanguage, RegExp]>([
  ['AzureCli', /^echo .*; exit 1$/m],
  ['Rest', /^echo .*; exit 1$/m],
  ['AzurePowerShell', /^throw /m],
])('%s ends before it does anything while something is not chosen, and runs when all is', (language, guard) => {
  expect(text(language, blankPlan(''))).toMatch(guard)
  expect(text(language, aPlan())).not.toMatch(guard)
})

/** The plan with each of its texts in turn replaced by `text`. */
function withText(part: unknown, text: string): unknown[] {
  if (typeof part === 'string') return [text]
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    withText(value, text).map((changed) =>
      Array.isArray(part) ? part.with(Number(key), changed) : { ...part, [key]: changed },
    ),
  )
}

it('X02 no text of a plan, wherever it stands, is read from a file by the script of az', () => {
  const changed = fc.sample(anyPlan, { numRuns: 50, seed: 1 }).flatMap((plan) => withText(plan, '@secrets.json'))
  // all but those in the place of a kind
  const plans = changed.flatMap((plan) => imageVersionPlan.safeParse(plan).data ?? [])
  const outcomes = { refused: 0, written: 0 }
  for (const plan of plans) {
    try {
      // az reads a file for a value that starts so, quoted or not
      expect(text('AzureCli', plan)).not.toMatch(/[\s='"]@/)
      outcomes.written += 1
    } catch (error) {
      if (!(error instanceof RefusedCharacter)) throw error
      outcomes.refused += 1
    }
  }
  expect(outcomes.refused).toBeGreaterThan(outcomes.written)
})

it('X05 X12 the script of az is for bash, says so at its start, and stops at the first failure', () => {
  expect(text('AzureCli', aPlan()).split('\n').slice(0, 3)).toEqual([
    '#!/usr/bin/env bash',
    expect.stringContaining('Run this in bash'),
    'set -euo pipefail',
  ])
})

it('X12 the script of REST stops at the first failure', () => {
  expect(text('Rest', aPlan()).split('\n').slice(0, 3)).toContain('set -euo pipefail')
})

it('X05 X12 the script of PowerShell has cmdlets only, and stops at the first failure', () => {
  const code = text('AzurePowerShell', aPlan())
  expect(code).toContain("$ErrorActionPreference = 'Stop'")
  expect(code).not.toMatch(/^az /m)
})
