import type { EstateFound } from '@portal/portal-api'
import { describe, expect, it } from 'vitest'
import { foundGroups, newVersionGroups, withAnswer } from './found-groups.ts'
import { resourceEntry } from './resource-entry.ts'
import { searchEn as texts } from './search-texts.ts'

const group = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/images/providers/Microsoft.Compute'
const definition = `${group}/galleries/g/images/ubuntu`
const key = { keyVaultName: 'kv', keyName: 'images-key', address: 'kv.vault.azure.net/keys/images-key' }

const found: EstateFound = {
  groups: [
    { kind: 'imageDefinition', total: 12, rows: [{ id: definition }] },
    { kind: 'imageVersion', total: 812, rows: [{ id: `${definition}/versions/1.0.0`, isRevoked: true }] },
    { kind: 'diskEncryptionSet', total: 1, rows: [{ id: `${group}/diskEncryptionSets/des`, key }] },
  ],
  keys: [key],
}
const shown = (words: string[], listed: string[] = []) =>
  foundGroups(
    { found, words, texts, number: String, hasPage: (path) => path !== '/estate/virtual-machines' },
    new Set(listed),
  )

describe('what a search found', () => {
  it('is in groups, each result with where it is', () => {
    expect(
      shown(['a', 'b']).map(({ name, entries }) => [name, ...entries.map(({ title, detail }) => [title, detail])]),
    ).toEqual([
      ['imageDefinition', ['ubuntu', 'g']],
      ['imageVersion', ['ubuntu 1.0.0', 'g']],
      ['diskEncryptionSet', ['des', 'kv / images-key']],
      ['key', ['images-key', 'kv']],
    ])
  })

  it('has a link to all of it where a list shows them, and says otherwise how much is not shown', () => {
    const [definitions, versions, sets] = shown(['ubuntu'])
    expect(definitions?.notShown).toBe(11)
    expect(versions?.entries.at(-1)).toMatchObject({
      title: 'Show all in Image versions (812)',
      href: '/image-versions?search=ubuntu',
    })
    expect(sets?.entries).toHaveLength(1)
    // A list is searched for one text.
    expect(shown(['ubuntu', '1.0'])[1]).toMatchObject({ notShown: 811, entries: [{ title: 'ubuntu 1.0.0' }] })
  })

  it('says of a version that it is revoked', () => {
    expect(shown(['a', 'b']).flatMap(({ entries }) => entries.filter(({ isRevoked }) => isRevoked))).toMatchObject([
      { title: 'ubuntu 1.0.0' },
    ])
    const id = `${definition}/versions/1.0.0`
    const recent = [id, definition].flatMap((of) => resourceEntry(of) ?? [])
    const [group] = withAnswer([{ name: 'recent', entries: recent }], found)
    expect(group?.entries.map(({ isRevoked }) => isRevoked)).toEqual([true, undefined])
  })

  it('leads from a key to the sets that use it', () => {
    const href = shown([]).at(-1)?.entries[0]?.href ?? ''
    expect(new URLSearchParams(href.split('?')[1]).get('search')).toBe(key.address)
  })

  it('is not listed twice', () => {
    const [first] = shown([])
    expect(shown([], [first?.entries[0]?.key ?? '']).map(({ name }) => name)).not.toContain('imageDefinition')
  })

  it('has the image definitions to create a version in', () => {
    expect(newVersionGroups(found, texts, new Set())).toMatchObject([
      { name: 'newVersion', entries: [{ title: 'Create version in ubuntu', detail: 'g' }] },
    ])
  })
})
