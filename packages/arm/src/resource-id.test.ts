import { describe, expect, it } from 'vitest'
import {
  childResourceId,
  formatResourceId,
  InvalidResourceId,
  parentResourceId,
  parseDefinitionId,
  parseGalleryId,
  parseMachineId,
  parseResourceId,
  parseResourceIdOf,
  parseSetId,
  parseVersionId,
  resourceGroupId,
  resourceNameOf,
  resourceType,
  sameResourceId,
  subscriptionIdOf,
  tryFormatResourceId,
  tryParseResourceId,
} from './resource-id.ts'

const subscription = '0a1b2c3d-1111-4222-8333-444455556666'
const inGroup = (group: string, rest: string) => `/subscriptions/${subscription}/resourceGroups/${group}/${rest}`
const image = (name: string) => inGroup('myResourceGroup', `providers/Microsoft.Compute/images/${name}`)
const versionId = inGroup(
  'myResourceGroup',
  'providers/Microsoft.Compute/galleries/myGallery/images/myDefinition/versions/1.0.0',
)

describe('tryParseResourceId', () => {
  it('takes apart what parseResourceId takes, and gives nothing for the rest', () => {
    expect(tryParseResourceId(versionId)).toEqual(parseResourceId(versionId))
    expect(tryParseResourceId(`${versionId}/`)).toBeUndefined()
  })
})

describe('parseResourceId', () => {
  it('takes an id apart', () => {
    expect(parseResourceId(versionId)).toEqual({
      subscriptionId: subscription,
      resourceGroupName: 'myResourceGroup',
      provider: 'Microsoft.Compute',
      types: ['galleries', 'images', 'versions'],
      names: ['myGallery', 'myDefinition', '1.0.0'],
    })
  })

  it('keeps the case as written, and knows the fixed parts in any case', () => {
    const written = versionId
      .replace('subscriptions', 'SUBSCRIPTIONS')
      .replace('resourceGroups', 'resourcegroups')
      .replace('providers', 'Providers')
    expect(parseResourceId(written.replace('myGallery', 'MYGALLERY')).names[0]).toBe('MYGALLERY')
  })

  it.each(['Città-日本_(x)', 'rg.with.periods', '(group)', '-leading', 'المجموعة', 'ß', '1', 'g'.repeat(90)])(
    'takes the resource group %s',
    (group) => {
      expect(parseResourceId(inGroup(group, 'providers/Microsoft.Compute/images/a')).resourceGroupName).toBe(group)
    },
  )

  it.each([
    '',
    '.',
    '..',
    'trailing.',
    'g'.repeat(91),
    'a b',
    'a%2eb',
    'a?b',
    'a#b',
    'a\\b',
    'a\u0000b',
    'a\nb',
    'a;b',
    'a@b',
    'emoji🙂',
    // In lower case, each is another letter: k, å, ω, θ.
    '\u212aey',
    '\u212bland',
    '\u2126',
    '\u03f4',
  ])('refuses the resource group %j', (group) => {
    expect(() => parseResourceId(inGroup(group, 'providers/Microsoft.Compute/images/a'))).toThrow(InvalidResourceId)
  })

  it.each(['a', '1.0.0', 'myVM_OsDisk_1_abc', 'a-b_c.d', 'Città-日本', '_x', 'n'.repeat(128)])(
    'takes the name %s',
    (name) => {
      expect(resourceNameOf(parseResourceId(image(name)))).toBe(name)
    },
  )

  it.each([
    '',
    '.',
    '..',
    '...',
    'a.',
    '.hidden',
    '-a',
    '%2e%2e',
    '..%2f..',
    '%2E',
    '..\\..',
    'a b',
    'a?api-version=1',
    'a#b',
    'a&b',
    'a:b',
    'a\u0000',
    'a\n',
    '\u202ea',
    'a\u212a',
    'n'.repeat(129),
  ])('refuses the name %j', (name) => {
    expect(() => parseResourceId(image(name))).toThrow(InvalidResourceId)
  })

  it.each<[string, string]>([
    ['nothing', ''],
    ['a name', 'myImage'],
    ['no slash at the start', versionId.slice(1)],
    ['a slash too many at the start', `/${versionId}`],
    ['a slash at the end', `${versionId}/`],
    ['two slashes inside', versionId.replace('/images/', '//images/')],
    ['an address', `https://management.azure.com${versionId}`],
    ['another word for subscriptions', versionId.replace('/subscriptions/', '/subscription/')],
    ['another word for resourceGroups', versionId.replace('/resourceGroups/', '/groups/')],
    ['another word for providers', versionId.replace('/providers/', '/provider/')],
    ['a subscription that is no GUID', versionId.replace(subscription, 'my-subscription')],
    ['a GUID in braces', versionId.replace(subscription, `{${subscription}}`)],
    ['a subscription alone', `/subscriptions/${subscription}`],
    ['a resource group alone', `/subscriptions/${subscription}/resourceGroups/rg`],
    ['a provider alone', inGroup('rg', 'providers/Microsoft.Compute')],
    ['a type without a name', inGroup('rg', 'providers/Microsoft.Compute/images')],
    ['a child type without a name', image('a/versions')],
    ['no provider', inGroup('rg', 'images/a')],
    ['a provider without a dot', inGroup('rg', 'providers/Compute/images/a')],
    ['a climbing provider', inGroup('rg', 'providers/../images/a')],
    ['a climb at the end', `${versionId}/../2.0.0`],
    ['a climb in between', versionId.replace('/images/', '/../images/')],
    ['an odd type', inGroup('rg', 'providers/Microsoft.Compute/im%61ges/a')],
    ['a query', `${versionId}?api-version=2024-03-03`],
    ['a space at the end', `${versionId} `],
    ['no resource group', `/subscriptions/${subscription}/providers/Microsoft.Compute/locations/westus`],
    ['more than 1024 characters', image(`a${'/versions/b'.repeat(100)}`)],
  ])('refuses %s', (_, id) => {
    expect(() => parseResourceId(id)).toThrow(InvalidResourceId)
    expect(tryParseResourceId(id)).toBeUndefined()
  })

  it('says what is wrong, and keeps what was given', () => {
    expect(() => parseResourceId('myImage')).toThrow(
      expect.objectContaining({
        name: 'InvalidResourceId',
        code: 'InvalidResourceId',
        value: 'myImage',
        message: 'Not the id of an Azure resource: it does not start with /subscriptions/.',
      }),
    )
  })
})

describe('parseResourceId, for a person who reads the reason', () => {
  it.each([
    ['it does not start with /subscriptions/ and a GUID', '/subscriptions/mine/resourceGroups/rg'],
    ['its resource group is missing or has a character that Azure does not allow', inGroup('a b', 'providers')],
    ['its resource provider is missing', inGroup('rg', 'images/a')],
    ['types and names do not come in pairs', inGroup('rg', 'providers/Microsoft.Compute/images')],
    ['a resource type has a character that Azure does not allow', inGroup('rg', 'providers/Microsoft.Compute/%20/a')],
    ['a resource name has a character that Azure does not allow', image('a b')],
    ['it is longer than 1024 characters', image('a'.repeat(1024))],
  ])('says that %s', (reason, id) => {
    expect(() => parseResourceId(id)).toThrow(`Not the id of an Azure resource: ${reason}.`)
  })

  it('takes an ID of 1024 characters, and none of one more', () => {
    const pairs = `/images/${'a'.repeat(120)}`
    const long = inGroup('rg', `providers/Microsoft.Compute${pairs.repeat(7)}/images/`)
    const id = `${long}${'a'.repeat(1024 - long.length)}`
    expect(id).toHaveLength(1024)
    expect(parseResourceId(id).names).toHaveLength(8)
    expect(() => parseResourceId(`${id}a`)).toThrow('it is longer than 1024 characters')
  })
})

describe('a parser for one type', () => {
  const parsers = {
    galleries: parseGalleryId,
    'galleries/images': parseDefinitionId,
    'galleries/images/versions': parseVersionId,
    diskEncryptionSets: parseSetId,
    virtualMachines: parseMachineId,
  }

  it.each(Object.keys(parsers))('takes the ID of %s, and no other parser does', (type) => {
    const path = type.split('/').map((segment) => `${segment}/a`)
    const id = inGroup('rg', `providers/Microsoft.Compute/${path.join('/')}`)
    const takers = Object.entries(parsers).filter(([, parse]) => {
      try {
        return parse(id).names[0] === 'a'
      } catch {
        return false
      }
    })
    expect(takers.map(([name]) => name)).toEqual([type])
  })
})

describe('parseResourceIdOf', () => {
  it('takes the type in any case', () => {
    expect(parseResourceIdOf('microsoft.compute/IMAGES', image('a')).names).toEqual(['a'])
  })

  it.each(['Microsoft.Compute/disks', 'Microsoft.Compute/galleries/images', 'Microsoft.Computer/images', 'images'])(
    'refuses an image where a %s is asked for',
    (type) => {
      expect(() => parseResourceIdOf(type, image('a'))).toThrow(
        `it is the id of a Microsoft.Compute/images, not of a ${type}`,
      )
    },
  )
})

describe('formatResourceId', () => {
  it("gives back what was parsed, in ARM's spelling", () => {
    const shouting = versionId.replace('subscriptions', 'SUBSCRIPTIONS').replace('resourceGroups', 'RESOURCEGROUPS')
    expect(formatResourceId(parseResourceId(shouting))).toBe(versionId)
  })

  it.each(['..', '', 'a/b', 'a/b/c', '1.0.0/versions/2.0.0', 'a/../b', '%2e%2e', 'a?b'])(
    'refuses the name %j',
    (name) => {
      expect(() => formatResourceId(childResourceId(parseResourceId(image('a')), 'versions', name))).toThrow(
        InvalidResourceId,
      )
    },
  )

  it.each(['../../rg2', 'rg/providers/Microsoft.Compute/images/b', '..'])(
    'refuses the resource group %j',
    (resourceGroupName) => {
      expect(() => formatResourceId({ ...parseResourceId(image('a')), resourceGroupName })).toThrow(InvalidResourceId)
    },
  )
})

describe('tryFormatResourceId', () => {
  it('writes what formatResourceId writes, and gives nothing for the rest', () => {
    const id = parseResourceId(versionId)
    expect(tryFormatResourceId(id)).toBe(versionId)
    expect(tryFormatResourceId({ ...id, resourceGroupName: '..' })).toBeUndefined()
  })
})

describe('resourceGroupId', () => {
  it('puts the parts together', () => {
    expect(resourceGroupId({ subscriptionId: subscription, resourceGroupName: 'rg-1' })).toBe(
      `/subscriptions/${subscription}/resourceGroups/rg-1`,
    )
  })

  it.each(['', '..', 'a/b', 'a?b', 'rg.'])('refuses the resource group %j', (resourceGroupName) => {
    expect(() => resourceGroupId({ subscriptionId: subscription, resourceGroupName })).toThrow(InvalidResourceId)
  })

  it('refuses a subscription that is no GUID', () => {
    expect(() => resourceGroupId({ subscriptionId: '..', resourceGroupName: 'rg-1' })).toThrow(InvalidResourceId)
  })
})

describe('the parts of an id', () => {
  const id = parseResourceId(versionId)

  it('name its type and itself', () => {
    expect(resourceType(id)).toBe('Microsoft.Compute/galleries/images/versions')
    expect(resourceNameOf(id)).toBe('1.0.0')
  })

  it('have the subscription in lower case', () => {
    expect(subscriptionIdOf(versionId.replace(subscription, subscription.toUpperCase()))).toBe(subscription)
    expect(() => subscriptionIdOf('myImage')).toThrow(InvalidResourceId)
  })

  it('lead to the parent, up to the top', () => {
    const definition = parentResourceId(id)
    const gallery = definition && parentResourceId(definition)
    expect(definition && resourceType(definition)).toBe('Microsoft.Compute/galleries/images')
    expect(gallery?.names).toEqual(['myGallery'])
    expect(gallery && parentResourceId(gallery)).toBeUndefined()
  })

  it('lead to a child, and leave the parent as it was', () => {
    const gallery = parseResourceId(inGroup('rg', 'providers/Microsoft.Compute/galleries/g'))
    expect(formatResourceId(childResourceId(gallery, 'images', 'i'))).toBe(
      inGroup('rg', 'providers/Microsoft.Compute/galleries/g/images/i'),
    )
    expect(gallery.names).toEqual(['g'])
  })
})

it.each([
  [versionId, versionId.toUpperCase(), true],
  [versionId, versionId.replace('myResourceGroup', 'MYRESOURCEGROUP'), true],
  [versionId, `${versionId}0`, false],
])('%s and %s are the same: %s', (one, other, same) => {
  expect(sameResourceId(one, other)).toBe(same)
})
