import { expect, it } from 'vitest'
import { en } from '../../i18n/en.ts'
import { searchEn as texts } from '../../i18n/search/search.en.ts'
import { pageEntries, recentEntries, resourceActions } from './local-entries.ts'

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
  expect(pageEntries(en.shell).map(({ title, href }) => [title, href])).toContainEqual([
    'Virtual machines',
    '/virtual-machines',
  ])
})

it('has the pages of the estate', () => {
  const hrefs = pageEntries(en.shell).map(({ href }) => href)
  expect(hrefs).toEqual(expect.arrayContaining(['/estate', '/estate/key-health', '/estate/key-impact']))
})
