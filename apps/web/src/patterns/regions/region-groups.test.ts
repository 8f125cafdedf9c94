import type { Region } from '@portal/disk-encryption'
import { describe, expect, it } from 'vitest'
import { foundRegions, regionGroups } from './region-groups.ts'
import { regionsEn, regionsIt } from './regions-texts.ts'

const region = (displayName: string, [geographyGroup, geography, physicalLocation]: string[] = []): Region => ({
  name: displayName.replaceAll(' ', '').toLowerCase(),
  displayName,
  ...(geographyGroup !== undefined && { geographyGroup }),
  ...(geography !== undefined && { geography }),
  ...(physicalLocation !== undefined && { physicalLocation }),
})
const regions = [
  region('Australia East', ['Asia Pacific', 'Australia', 'New South Wales']),
  region('Central US EUAP', ['US', 'Canary (US)']),
  region('East US', ['US', 'United States', 'Virginia']),
  region('East US 2', ['US', 'United States', 'Virginia']),
  region('Germany West Central', ['Europe', 'Germany', 'Frankfurt']),
  region('Mexico Central', ['Mexico', 'Mexico', 'Querétaro State']),
  region('New One'),
  region('West Europe', ['Europe', 'Europe', 'Netherlands']),
]
const labels = (...asked: Parameters<typeof regionGroups>) => regionGroups(...asked).map(({ label }) => label)
const found = (typed: string, texts = regionsEn) => foundRegions(regions, typed, texts).map(({ name }) => name)

describe('the regions by geography', () => {
  it('begin with the geography of the source region and end with staging regions', () => {
    expect(labels(regions, regionsEn)).toEqual([
      'Asia Pacific',
      'Europe',
      'Mexico',
      'US',
      'Other regions',
      'Staging and early access regions',
    ])
    expect(labels(regions, regionsEn, { near: 'eastus' })[0]).toBe('US')
    expect(labels(regions, regionsIt)).toContain('Stati Uniti')
    const withSets = new Map([['westeurope', 17]])
    expect(labels(regions, regionsEn, { near: 'eastus', withSets }).slice(0, 2)).toEqual(['With your sets', 'US'])
  })

  it('do not mix a staging region with the others of its geography', () => {
    const us = regionGroups(regions, regionsEn).find(({ label }) => label === 'US')
    expect(us?.regions.map(({ displayName }) => displayName)).toEqual(['East US', 'East US 2'])
  })
})

describe('the search', () => {
  it.each([
    ['nothing typed', '', 8],
    ['parts of two words', 'we net', ['westeurope']],
    ['a part of the name and one of the geography', 'we eu', ['germanywestcentral', 'westeurope']],
    ['words in another order', 'us east', ['eastus', 'eastus2']],
    ['the place', 'frankf', ['germanywestcentral']],
    ['a letter without its accent', 'queretaro', ['mexicocentral']],
    ['the geography', 'united states', ['eastus', 'eastus2']],
    ['the middle of a word, where no word begins so', 'therlan', ['westeurope']],
    ['nothing that there is', 'mars', []],
  ])('%s', (_, typed, names) => {
    expect(typeof names === 'number' ? found(typed).length : found(typed)).toEqual(names)
  })

  it('knows the groups in the language shown', () => {
    expect(found('stati', regionsIt)).toEqual(['eastus', 'eastus2'])
  })
})
