import { readFileSync } from 'node:fs'
import { blankPlan } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { planFileJsonSchema, planFileText, planFromFile } from './plan-file.ts'

const published: unknown = JSON.parse(
  readFileSync(new URL('../../../../docs/schemas/image-version-plan.v1.json', import.meta.url), 'utf8'),
)
const origin = 'https://portal.example'

function reasons(text: string) {
  const { plan, notes } = planFromFile(text)
  expect(plan).toBeNull()
  return notes.map(({ code, params }) => [code, ...Object.values(params)].join(' '))
}

describe('the file of a plan', () => {
  it.each([aPlan(), blankPlan('')])('gives the plan back', (plan) => {
    expect(planFromFile(planFileText(plan, origin))).toEqual({ plan, notes: [] })
  })

  it('names the schema that the portal serves', () => {
    expect(JSON.parse(planFileText(aPlan(), origin))).toMatchObject({
      $schema: 'https://portal.example/schemas/image-version-plan.v1.json',
      version: 1,
    })
  })

  it('of another version, of another program, or damaged is refused with the reason', () => {
    const file = { $schema: '', version: 1, plan: aPlan() }
    expect(reasons(JSON.stringify({ ...file, version: 2 }))).toEqual(['PlanFileVersionUnknown 2 1'])
    expect(reasons(JSON.stringify({ ...file, version: 0 }))).toEqual(['PlanFileVersionUnknown 0 1'])
    expect(reasons('{"name": "image-version-plan"}')).toEqual(['PlanFileForeign'])
    expect(reasons('{"version": 1')).toEqual(['PlanFileForeign'])
    const damaged = { ...file, plan: { ...aPlan(), location: 7, targetRegions: [{ name: 'westus' }] } }
    expect(reasons(JSON.stringify(damaged))).toContain('PlanFileInvalid location')
  })
})

describe('the published schema', () => {
  const validate = new Ajv2020({ strict: false }).compile(Object(published))

  it('is the one that the portal reads by', () => {
    expect(published).toEqual(planFileJsonSchema())
  })

  it('accepts what the portal writes, and refuses what it refuses', () => {
    expect(validate(JSON.parse(planFileText(aPlan(), origin)))).toBe(true)
    expect(validate({ $schema: '', version: 1, plan: { ...aPlan(), replicationMode: 'Half' } })).toBe(false)
    expect(validate({ $schema: '', version: 2, plan: aPlan() })).toBe(false)
  })
})
