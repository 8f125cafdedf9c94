import { expect, it } from 'vitest'
import { en } from '../../i18n/shared-texts.en.ts'
import { pageEntries, portalActions, recentEntries, resourceActions } from './local-entries.ts'
import { matching } from './matching.ts'
import { searchEn as texts } from './search-texts.ts'

const gallery =
  '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/images/providers/Microsoft.Compute/galleries/g'
const version = `${gallery}/images/ubuntu/versions/1.0.0`
const titles = (here: string | undefined, recent: string[]) =>
  resourceActions(texts, here, recent).map(({ title }) => title)

it('offers what can be done with the version on screen, and its image definition once', () => {
  expect(titles(version, [version, `${gallery}/images/ubuntu`, gallery])).toEqual([
    'Update ubuntu 1.0.0',
    'Create the next version like ubuntu 1.0.0',
    'Create virtual machine from ubuntu 1.0.0',
    'Create version in ubuntu',
  ])
})

it('offers nothing for what is no resource', () => {
  expect(titles('x', ['/subscriptions'])).toEqual([])
  expect(recentEntries(['x', gallery])).toMatchObject([{ title: 'g', detail: 'images' }])
})

it('has every main page, each at its address', () => {
  expect(pageEntries(en.shell, texts).map(({ title, href }) => [title, href])).toContainEqual([
    'Virtual machines',
    '/estate/virtual-machines',
  ])
})

it('has the pages of the estate', () => {
  const hrefs = pageEntries(en.shell, texts).map(({ href }) => href)
  expect(hrefs).toEqual(
    expect.arrayContaining(['/estate', '/disk-encryption-sets/key-health', '/disk-encryption-sets/key-impact']),
  )
})

it.each([
  ['create', 'Create image version'],
  ['new version', 'Create image version'],
  ['encrypt versions', 'Encrypt versions'],
  ['clean up old versions', 'Clean up versions'],
])('finds what can be done by other words too: %s', (search, title) => {
  expect(matching(portalActions(texts), search.split(' ')).map((entry) => entry.title)).toContain(title)
})

it('finds pages by the names that they have elsewhere', () => {
  const found = (search: string) => matching(pageEntries(en.shell, texts), [search]).map(({ title }) => title)
  expect([found('sig'), found('des'), found('print')]).toEqual([
    ['Image versions', 'Galleries'],
    ['Disk encryption sets'],
    ['Report'],
  ])
})
