import type { KeyImpactFacts } from '@portal/disk-encryption'
import { expect, it } from 'vitest'
import { chainOf } from './chain.ts'
import { curvesOf, rowHeight } from './curves.ts'
import { nextNode } from './next-node.ts'

const keyUrl = 'https://kv.vault.azure.net/keys/key/1'
const set = { id: 'set', location: 'westus', encryptionType: '', keyUrl, previousKeyUrls: [] }
const versions: KeyImpactFacts['versions'] = Array.from({ length: 3000 }, (_, at) => ({
  id: `version-${at}`,
  location: 'westus',
  regions: [{ name: 'westus', setIds: ['set'] }],
}))
const chain = chainOf({ sets: [set], versions, disks: [], machines: [], scaleSets: [] })

const view = (left: number, scrollTop = 0) => ({ left, right: left + 100, scrollTop })
const views = { key: view(0), set: view(200), version: view(400), disk: view(600), machine: view(800) }
const height = 9 * rowHeight

it('draws the curves to what is in view, and one for all that is below', () => {
  const curves = curvesOf(chain, views, height)
  // to the set from its key, to nine versions or the one that the border cuts, and to the others
  expect(curves.length).toBeLessThanOrEqual(12)
  expect(curves.length).toBeGreaterThanOrEqual(11)
  expect(curves[0]?.path).toMatch(/^M100 26C150 26 150 26 200 26$/)
})

it('leads them to the border where the other end is out of view', () => {
  const scrolled = { ...views, version: view(400, 1000 * rowHeight) }
  expect(curvesOf(chain, scrolled, height).map(({ to }) => to)).toContain('version-1000')
})

it('goes with the arrow keys to what a thing is linked to, and within its column', () => {
  const at = chain.byId.get('set')
  if (at === undefined) throw new Error('no set')
  const next = (key: string) => nextNode(chain, at, key)?.id
  expect(['ArrowLeft', 'ArrowRight', 'ArrowDown'].map(next)).toEqual([
    'https://kv.vault.azure.net/keys/key',
    'version-0',
    undefined,
  ])
  const version = chain.byId.get('version-5')
  if (version === undefined) throw new Error('no version')
  expect(['ArrowUp', 'End'].map((key) => nextNode(chain, version, key)?.id)).toEqual(['version-4', 'version-2999'])
})
