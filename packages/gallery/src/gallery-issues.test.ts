import { expect, it } from 'vitest'
import { galleryIssues, type NewGallery } from './gallery-issues.ts'

const good: NewGallery = {
  subscriptionId: 'c0470500-0000-4000-8000-00000000a001',
  resourceGroupName: 'images',
  name: 'team.gallery_1',
  location: 'westus',
  description: '',
}

it.each<[string, Partial<NewGallery>, string[]]>([
  ['a good one', {}, []],
  ['one without a name', { name: '' }, ['GalleryNameRequired']],
  ['a name with a dash', { name: 'team-gallery' }, ['GalleryNameInvalid']],
  ['a name that ends with a period', { name: 'team.' }, ['GalleryNameInvalid']],
  ['a name of 80 characters', { name: 'g'.repeat(80) }, []],
  ['a name of 81 characters', { name: 'g'.repeat(81) }, ['GalleryNameInvalid']],
  ['a name that the subscription has, in other letters', { name: 'CONTOSOGALLERY' }, ['GalleryNameTaken']],
  [
    'no subscription, no group and no region',
    { subscriptionId: '', resourceGroupName: '', location: '' },
    ['SubscriptionRequired', 'ResourceGroupRequired', 'GalleryLocationRequired'],
  ],
])('judges %s', (_, change, codes) => {
  expect(galleryIssues({ ...good, ...change }, ['contosoGallery']).map(({ code }) => code)).toEqual(codes)
})
