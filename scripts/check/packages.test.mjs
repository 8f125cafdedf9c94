import { describe, expect, it } from 'vitest'
import { lockFaults, looseVersions } from './packages.mjs'

describe('the versions of a package.json', () => {
  it.each(['1.2.3', '0.1.0-beta.4'])('%s is exact', (version) => {
    expect(looseVersions({ dependencies: { it: version } })).toEqual([])
  })

  it.each(['^1.2.3', '~1.2.3', '*', '1.x', 'latest', '>=1.0.0', 'github:owner/it', 'file:../it', 'npm:other@1.2.3'])(
    '%s is not',
    (version) => {
      for (const field of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'])
        expect(looseVersions({ [field]: { it: version } })).toHaveLength(1)
    },
  )
})

describe('a package of the lockfile', () => {
  const good = {
    version: '1.2.3',
    resolved: 'https://registry.npmjs.org/it/-/it-1.2.3.tgz',
    integrity: 'sha512-x',
    license: 'MIT',
  }
  const faultsOf = (over, name = 'it') =>
    lockFaults({ lockfileVersion: 3, packages: { [`node_modules/${name}`]: { ...good, ...over } } })

  it.each([
    ['from the registry, with a hash and a licence', {}],
    ['of a scope', { resolved: 'https://registry.npmjs.org/@some/it/-/it-1.2.3.tgz' }, '@some/it'],
    ['under another name', { resolved: 'https://registry.npmjs.org/other/-/other-1.2.3.tgz', name: 'other' }],
    ['with a choice of licences', { license: '(GPL-3.0 OR MIT)' }],
    ['with two licences', { license: 'Apache-2.0 AND MIT' }],
    ['that only tests need, and that asks for changes back', { license: 'MPL-2.0', dev: true }],
  ])('%s may come in', (_, over, name) => {
    expect(faultsOf(over, name)).toEqual([])
  })

  it.each([
    ['without a hash', { integrity: undefined }, 'SHA-512'],
    ['with an old hash', { integrity: 'sha1-x' }, 'SHA-512'],
    ['of which nobody says where it comes from', { resolved: undefined }, 'not named'],
    [
      "from another's place in the registry",
      { resolved: 'https://registry.npmjs.org/at/-/at-1.2.3.tgz' },
      'comes from',
    ],
    ['of another version', { resolved: 'https://registry.npmjs.org/it/-/it-1.2.2.tgz' }, 'comes from'],
    ['from a mirror', { resolved: 'https://npm.contoso.com/it/-/it-1.2.3.tgz' }, 'comes from'],
    ['from elsewhere', { resolved: 'https://registry.npmjs.org.evil.example/it.tgz' }, 'comes from'],
    ['from a repository', { resolved: 'git+ssh://git@github.com/owner/it.git#1' }, 'comes from'],
    ['with an install script', { hasInstallScript: true }, 'install script'],
    ['without a licence', { license: undefined }, 'licence'],
    ['with two licences of which one is not allowed', { license: 'MIT AND GPL-3.0' }, 'licence'],
    ['that is handed on, and asks for changes back', { license: 'MPL-2.0' }, 'licence'],
  ])('%s is a fault', (_, over, fault) => {
    expect(faultsOf(over)).toEqual([expect.stringContaining(fault)])
  })
})

it('a lockfile of another version is a fault', () => {
  expect(lockFaults({ lockfileVersion: 2, packages: {} })).toHaveLength(1)
})
