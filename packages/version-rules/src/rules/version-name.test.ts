import { anInventory, aPlan } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { versionNameIssues } from './version-name.ts'

const codes = (name: string) => versionNameIssues(aPlan({ name }), anInventory()).map(({ code }) => code)

it.each(['0.0.0', '1.0.0', '2018.12.1', '0.9.1', '2147483647.2147483647.2147483647'])('accepts %s', (name) => {
  expect(codes(name)).toEqual([])
})

it.each([
  '1',
  '1.0',
  '1.0.0.0',
  '1..0',
  '.1.0',
  '1.0.',
  'v1.0.0',
  '1.0.0-beta',
  '-1.0.0',
  '1.0.+1',
  ' 1.0.0',
  '1.0.0 ',
  '1.0.0\n',
  '01.0.0',
  '1.00.0',
  '1e3.0.0',
  '2147483648.0.0',
  '1.0.99999999999999999999',
  '１.0.0',
  '١.0.0',
  'latest',
])('refuses %j', (name) => {
  expect(codes(name)).toEqual(['VersionNameInvalid'])
})

it('refuses the name of a version that exists', () => {
  expect(codes('0.9.0')).toEqual(['VersionNameExists'])
})

it('refuses a number that waits in the recycle bin', () => {
  const inventory = anInventory({ deletedVersionNames: ['0.8.0'] })
  expect(versionNameIssues(aPlan({ name: '0.8.0' }), inventory)).toMatchObject([{ code: 'VersionNumberInRecycleBin' }])
  expect(versionNameIssues(aPlan({ name: '0.8.1' }), inventory)).toEqual([])
})
