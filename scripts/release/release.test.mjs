import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { filesBelow, packed } from './archive.mjs'
import { materialsOf, provenanceOf, sha256 } from './provenance.mjs'
import { reproducible } from './sbom.mjs'

const commitTime = 1_790_000_000
const deep = `apps/${'deep/'.repeat(20)}file.txt`

/** A new folder with these files, written in this order. */
function folderOf(files) {
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, content, mode] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content, { mode: mode ?? 0o644 })
  }
  return folder
}
const digestOf = (files) => sha256(packed(filesBelow(folderOf(files)), commitTime))

describe('a packed folder', () => {
  const files = [
    ['b.txt', 'two'],
    ['a/c.txt', 'three'],
    ['a.txt', 'one'],
    [deep, 'four'],
  ]

  it('has the same digest when it is packed again, whatever the order, mode and time of its files', () => {
    const other = folderOf(files.toReversed().map(([path, content]) => [path, content, 0o600]))
    utimesSync(join(other, 'b.txt'), 1, 1)
    expect(sha256(packed(filesBelow(other), commitTime))).toBe(digestOf(files))
  })

  it.each([
    ['a content', files.with(0, ['b.txt', 'TWO'])],
    ['a name', files.with(0, ['B.txt', 'two'])],
    ['one file more', [...files, ['d.txt', '']]],
  ])('has another digest with %s that differs', (_, changed) => {
    expect(digestOf(changed)).not.toBe(digestOf(files))
  })

  it('is what tar takes apart again, a path of over 100 bytes too', () => {
    const archive = join(folderOf([]), 'it.tar.gz')
    writeFileSync(archive, packed(filesBelow(folderOf(files)), commitTime))
    const into = folderOf([])
    execFileSync('tar', ['-xzf', archive, '-C', into])
    expect(filesBelow(into).toSorted(byPath)).toEqual(filesBelow(folderOf(files)).toSorted(byPath))
    expect(readFileSync(join(into, deep), 'utf8')).toBe('four')
  })
  const byPath = (a, b) => (a.path < b.path ? -1 : 1)

  it('has no link in it, which would be another file elsewhere', () => {
    const folder = folderOf(files)
    symlinkSync('a.txt', join(folder, 'link'))
    expect(() => filesBelow(folder)).toThrow('neither a file nor a folder')
  })
})

describe('the statement of how it was made', () => {
  const each = {
    version: '1.2.3',
    resolved: 'https://registry.npmjs.org/@some/it/-/it-1.2.3.tgz',
    integrity: 'sha512-AAEC',
  }
  const lock = {
    packages: { 'node_modules/@some/it': each, 'node_modules/other': { ...each, integrity: 'sha512-AA==' } },
  }
  const installed = (over = {}) => ({ packages: { 'node_modules/@some/it': { ...each, ...over } } })
  const commit = 'c'.repeat(40)
  const statement = (over) =>
    provenanceOf({
      files: { 'it.tar.gz': Buffer.from('it') },
      commit,
      lockfile: '{}',
      materials: materialsOf(lock, installed()),
      versions: { node: 'v24.0.0' },
      ...over,
    })

  it('names what was made by its hash', () => {
    expect(statement()).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'it.tar.gz', digest: { sha256: sha256('it') } }],
      predicateType: 'https://slsa.dev/provenance/v1',
    })
  })

  it('names the commit, the lockfile and each installed package with its hash and place', () => {
    expect(statement({ source: 'https://git.example/it' }).predicate.buildDefinition.resolvedDependencies).toEqual([
      { uri: `git+https://git.example/it@${commit}`, digest: { gitCommit: commit } },
      { name: 'package-lock.json', digest: { sha256: sha256('{}') } },
      { uri: 'pkg:npm/%40some/it@1.2.3', digest: { sha512: '000102' }, downloadLocation: each.resolved },
    ])
  })

  it('names the builder that is given, and nobody otherwise', () => {
    const builderOf = (over) => statement(over).predicate.runDetails.builder.id
    expect(builderOf({ builder: 'https://ci.example/runner' })).toBe('https://ci.example/runner')
    expect(builderOf({})).toBe('urn:gallery-encryption-portal:builder:unnamed')
  })

  it.each([
    ['another version', { version: '1.2.4' }],
    ['another content', { integrity: 'sha512-AAED' }],
  ])('is not made where a package is installed in %s than the lockfile names', (_, over) => {
    expect(() => materialsOf(lock, installed(over))).toThrow('run npm ci')
  })
})

describe('the list of packages', () => {
  const sbom = (chance) => ({
    serialNumber: chance,
    metadata: { timestamp: chance, component: { name: chance } },
    components: [1],
  })
  const made = { name: 'it', commit: 'abc', time: commitTime }

  it('is the same each time for a commit', () => {
    const [one, two] = ['1', '2'].map((chance) => reproducible(sbom(chance), made))
    expect(one).toEqual(two)
    expect(one.metadata).toEqual({ timestamp: '2026-09-21T14:13:20.000Z', component: { name: 'it' } })
  })

  it('has a number as CycloneDX asks for, of its commit alone', () => {
    const numberOf = (commit) => reproducible(sbom('1'), { ...made, commit }).serialNumber
    expect(numberOf('abc')).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
    expect(numberOf('abd')).not.toBe(numberOf('abc'))
  })
})
