import { expect, it } from 'vitest'
import { helpPath, paths } from '../../paths.ts'
import { sectionsSeenFrom } from './sections.ts'

const currentFrom = (here: string) =>
  sectionsSeenFrom(here)
    .filter(({ current }) => current !== undefined)
    .map(({ key, current }) => [key, current])

it.each([
  [paths.home, [['home', 'page']]],
  [paths.imageVersions, [['imageVersions', 'page']]],
  [paths.galleries, [['imageVersions', 'true']]],
  [paths.imageDefinition, [['imageVersions', 'true']]],
  [paths.imageVersion, [['imageVersions', 'true']]],
  [paths.virtualMachine, [['estate', 'true']]],
  [paths.estateDisks, [['estate', 'true']]],
  [paths.keyHealth, [['diskEncryptionSets', 'true']]],
  [paths.access, [['help', 'true']]],
  [helpPath('browse'), [['help', 'true']]],
  [paths.createImageVersion, []],
])('from %s, one section at most is the current one', (here, current) => {
  expect(currentFrom(here)).toEqual(current)
})
