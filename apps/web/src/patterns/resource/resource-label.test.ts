import { describe, expect, it } from 'vitest'
import { isOfOtherGroup, labelSeenFrom, labelWithGallery, labelWithGroup } from './resource-label.ts'

const [ours, theirs] = ['0a0a0a0a-1111-4222-8333-444444444444', '0b0b0b0b-1111-4222-8333-444444444444']
const compute = (path: string, group = 'images', subscription = ours) =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Compute/${path}`
const definition = compute('galleries/team/images/ubuntu')

describe('a resource is named', () => {
  it.each([
    ['by its name in the own group, however it is spelled', compute('images/base', 'IMAGES'), 'base'],
    ['with its group if that is another one', compute('images/base', 'noor'), 'base (noor)'],
    ['with group and subscription', compute('images/base', 'images', theirs), `base (images, ${theirs})`],
    ['as a version with its definition', compute('galleries/g/images/web/versions/1.0.0', 'noor'), 'web 1.0.0 (noor)'],
    ['as an instance with its set', compute('virtualMachineScaleSets/web/virtualMachines/0'), 'web_0'],
    ['as it is if it is no ID', 'base', 'base'],
    ['not at all if none is chosen', '', ''],
  ])('%s', (_, id, label) => {
    expect(labelWithGroup(id, definition)).toBe(label)
  })

  it('with its group while no gallery is chosen', () => {
    expect(labelWithGroup(compute('images/base', 'noor'), '')).toBe('base (noor)')
  })
})

it('compares subscription and group', () => {
  expect(isOfOtherGroup(compute('images/base'), definition)).toBe(false)
  expect(isOfOtherGroup(compute('images/base', 'noor'), definition)).toBe(true)
  expect(isOfOtherGroup(compute('images/base', 'images', theirs), definition)).toBe(true)
})

describe('a version is named', () => {
  const version = (gallery: string, group = 'images') =>
    compute(`galleries/${gallery}/images/web/versions/1.1.0`, group)

  it.each([
    ['beside one of the same gallery', version('TEAM'), 'web 1.1.0'],
    ['with its gallery if that is another one', version('noors'), 'noors / web 1.1.0'],
    ['with gallery and group if it is of another group', version('team', 'noor'), 'team / web 1.1.0 (noor)'],
  ])('%s', (_, id, label) => {
    expect(labelSeenFrom(id, version('team'))).toBe(label)
  })

  it('with its gallery, where versions of several can be', () => {
    expect(labelWithGallery(version('team'))).toBe('team / web 1.1.0')
    expect(labelWithGallery('web')).toBe('web')
  })
})
