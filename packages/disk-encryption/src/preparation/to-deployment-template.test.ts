import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { aDiskEncryptionSet, aPreparation, aPreparedRegion, regions } from '../testing/sets.ts'
import { preparationIssues } from './preparation-issues.ts'
import { preparation as preparationSchema, preparedParts, type PreparedRegion } from './preparation.ts'
import { proposedPreparation } from './proposed-preparation.ts'
import { toDeploymentTemplate } from './to-deployment-template.ts'

const permissionModel = fc.constantFrom('Roles' as const, 'AccessPolicies' as const)
const encryptionType = fc.constantFrom(...preparationSchema.shape.encryptionType.options)
const locations = fc.uniqueArray(fc.stringMatching(/^[a-z]{4,20}[0-9]?$/), { minLength: 1, maxLength: 8 })

const chosenRegion = (location: string): fc.Arbitrary<PreparedRegion> =>
  fc
    .record({ vaultIsNew: fc.boolean(), keyIsNew: fc.boolean(), permissionModel })
    .map(({ vaultIsNew, keyIsNew, permissionModel: model }) =>
      aPreparedRegion(location, {
        vault: { isNew: vaultIsNew, name: `kv-${location}`, permissionModel: model },
        key: { isNew: vaultIsNew || keyIsNew, name: 'images-key' },
      }),
    )

const preparation = fc
  .tuple(
    locations.chain((names) => fc.tuple(...names.map(chosenRegion))),
    encryptionType,
  )
  .map(([regions, type]) => aPreparation(regions, { encryptionType: type }))

it('makes each part of each region, and waits for nothing that it does not make', () => {
  fc.assert(
    fc.property(preparation, (asked) => {
      const { resources } = toDeploymentTemplate(asked)
      const grantsMore = asked.encryptionType === 'ConfidentialVmEncryptedWithCustomerKey'
      const parts = asked.regions.flatMap((region) => preparedParts(region))
      const roles = resources.filter(({ type }) => type === 'Microsoft.Authorization/roleAssignments').length
      expect(resources).toHaveLength(parts.length + (grantsMore ? roles / 2 : 0))
      const made = resources.map(({ type, name, scope }) =>
        scope === undefined
          ? `[resourceId('${[type, ...name.split('/')].join("', '")}')]`
          : `[extensionResourceId(${scope.slice(1, -1)}, '${type}', ${name.slice(1, -1)})]`,
      )
      expect(new Set(made).size).toBe(made.length)
      for (const { dependsOn = [] } of resources) expect(made).toEqual(expect.arrayContaining(dependsOn))
    }),
  )
})

it('is the same for the same preparation, so that it can be sent again', () => {
  fc.assert(
    fc.property(preparation, (asked) => {
      expect(toDeploymentTemplate(structuredClone(asked))).toEqual(toDeploymentTemplate(asked))
    }),
  )
})

it('never asks Azure to rotate the key of a confidential set, which Azure refuses', () => {
  const asked = aPreparation([aPreparedRegion('westus')], { encryptionType: 'ConfidentialVmEncryptedWithCustomerKey' })
  expect(JSON.stringify(toDeploymentTemplate(asked))).toContain('"rotationToLatestKeyVersionEnabled":false')
})

it('has only keys rotate whose sets follow them, and none where that is not asked', () => {
  const text = (overrides: Parameters<typeof aPreparation>[1]) =>
    JSON.stringify(toDeploymentTemplate(aPreparation([aPreparedRegion('westus')], overrides)))
  expect(text({})).toContain('"rotationPolicy":{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P335D"}')
  expect(text({ encryptionType: 'ConfidentialVmEncryptedWithCustomerKey' })).not.toContain('rotationPolicy')
  const { keyRotation: _, ...without } = aPreparation([aPreparedRegion('westus')])
  expect(JSON.stringify(toDeploymentTemplate(without))).not.toContain('rotationPolicy')
})

it('gives two regions two names where a number makes one of the other', () => {
  const taken = ['des-eastus', 'des-eastus2'].map((name) => aDiskEncryptionSet(name, { location: 'eastus' }))
  const requirement = {
    subscriptionId: '0a1b2c3d-1111-4222-8333-444455556666',
    resourceGroupName: 'myResourceGroup',
    encryptionType: 'EncryptionAtRestWithCustomerKey' as const,
    regions: ['eastus', 'eastus2'].map((name) => ({ name, displayName: name })),
  }
  const naming = { pattern: 'des-{region}', permissionModel: 'Roles' as const }
  const asked = proposedPreparation(requirement, { regions, diskEncryptionSets: taken }, naming)
  expect(asked.regions.map(({ diskEncryptionSetName }) => diskEncryptionSetName)).toEqual([
    'des-eastus3',
    'des-eastus4',
  ])
})

it('has proposed names that Azure takes, in whatever regions and under whatever taken names', () => {
  fc.assert(
    fc.property(locations, encryptionType, permissionModel, (names, type, model) => {
      const sets = ['des-{region}', 'des-{region}2'].flatMap((pattern) =>
        names.map((location) =>
          aDiskEncryptionSet(pattern.replace('{region}', location), { location, encryptionType: type }),
        ),
      )
      const inventory = { regions, diskEncryptionSets: sets }
      const requirement = {
        subscriptionId: '0a1b2c3d-1111-4222-8333-444455556666',
        resourceGroupName: 'myResourceGroup',
        encryptionType: type,
        regions: names.map((name) => ({ name, displayName: name })),
      }
      const asked = proposedPreparation(requirement, inventory, { pattern: 'des-{region}', permissionModel: model })
      const wrong = preparationIssues(asked, inventory).filter(
        ({ field }) => !['key', 'orchestratorObjectId'].includes(field),
      )
      expect(wrong).toEqual([])
    }),
  )
})

it('takes the short name of a region alone, since a text in brackets is an expression of a template', () => {
  const accepts = (location: string) => preparationSchema.safeParse(aPreparation([aPreparedRegion(location)])).success
  expect(accepts('japaneast')).toBe(true)
  expect(['[resourceGroup().location]', 'Japan East', ''].filter(accepts)).toEqual([])
})

it('writes every name and region as a text, even one that looks like an expression', () => {
  const name = "[resourceGroup().tags['x']]"
  const region = aPreparedRegion(name, {
    diskEncryptionSetName: name,
    identityName: name,
    vault: { isNew: true, name, permissionModel: 'Roles' },
    key: { isNew: true, name },
  })
  const { resources, outputs } = toDeploymentTemplate(aPreparation([region]))
  const texts = resources
    .filter(({ type }) => type !== 'Microsoft.Authorization/roleAssignments')
    .flatMap((resource) => [resource.name, resource.location])
  expect(texts.filter((text) => text?.startsWith('[') === true && !text.startsWith('[['))).toEqual([])
  expect(Object.keys(outputs['diskEncryptionSets']?.value ?? {})).toEqual([`[${name}`])
})
