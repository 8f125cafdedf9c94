import { RefusedCharacter } from '@portal/arm'
import { publicCloud } from '@portal/disk-encryption/testing'
import { anInventory, aPlan, imageDefinitionId } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { exporters } from '../exporters/exporters.ts'
import { updateExporters } from '../exporters/update/update-exporters.ts'
import { addressName, addressPath } from './address.ts'

const ids = [
  '.evil.example/x',
  '@evil.example/',
  '//evil.example/x',
  'https://evil.example/',
  '/subscriptions',
  `${imageDefinitionId}?x=`,
  `${imageDefinitionId}#`,
  `${imageDefinitionId}/../../x`,
  `${imageDefinitionId}/%2e%2e/x`,
  `${imageDefinitionId}\\x`,
  `${imageDefinitionId}\uD800`,
]
const names = ['../../x', '..', '.', '1.0.0?api-version=2015-06-15', '1.0.0#', 'a/b', '1.0.0%2f', '1.0.0\uD800']
const context = { cloud: publicCloud, inventory: anInventory() }

it('takes an id and a name that lead nowhere else as they came', () => {
  expect(addressPath(imageDefinitionId)).toBe(imageDefinitionId)
  expect(addressName('1.0.0')).toBe('1.0.0')
})

describe.each(Object.entries(exporters))('%s', (_, { exportCode }) => {
  it.each(ids)('refuses a definition whose id is no address at Azure Resource Manager: %j', (imageDefinitionId) => {
    expect(() => exportCode(aPlan({ imageDefinitionId }), context)).toThrow(RefusedCharacter)
  })

  it.each(names)('refuses a version whose name leads elsewhere: %j', (name) => {
    expect(() => exportCode(aPlan({ name }), context)).toThrow(RefusedCharacter)
  })
})

it.each(Object.entries(updateExporters))('%s refuses to change what has no such address', (_, exportCode) => {
  for (const id of [
    ...ids,
    ...names.map((name) => `${imageDefinitionId}/versions/${name}`).filter((id) => !id.endsWith('a/b')),
  ])
    expect(() => exportCode([{ id, apiVersion: '2024-03-03', body: {} }], publicCloud)).toThrow(RefusedCharacter)
})
