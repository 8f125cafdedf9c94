import { aManagedImage, anInventory, aSnapshot } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { fittingDisks } from './fitting-disks.ts'

const { osType: _, ...data } = aSnapshot('data')
const sources = [
  aManagedImage('image'),
  aSnapshot('linux', { osType: 'Linux' }),
  aSnapshot('windows', { osType: 'Windows' }),
  data,
]
const { imageDefinition } = anInventory()
const namesOf = (...asked: Parameters<typeof fittingDisks>) => fittingDisks(...asked).map(({ name }) => name)

it('offers OS disks of the definition’s operating system', () => {
  expect(namesOf(sources, 'os', imageDefinition)).toEqual(['linux'])
  expect(namesOf(sources, 'os', undefined)).toEqual(['linux', 'windows'])
})

it('offers disks without an operating system as data disks', () => {
  expect(namesOf(sources, 'data', imageDefinition)).toEqual(['data'])
})
