import { expect, it } from 'vitest'
import { scenarioPath } from './scenario-path.ts'

const subscription = '/subscriptions/0a0a0a0a-1111-4222-8333-444444444444'
const compute = `${subscription}/resourceGroups/images/providers/Microsoft.Compute`
const definition = `${compute}/galleries/contosoGallery/images/ubuntu-web`

it.each([
  [
    'an image definition and a set',
    [`${compute}/diskEncryptionSets/a`, definition],
    `/create-image-version?definition=${encodeURIComponent(definition)}`,
  ],
  ['a region only', [`${subscription}/locations/japaneast`], '/galleries'],
  ['nothing', [], '/galleries'],
])('a scenario of %s is tried at its own place', (_, resourceIds, path) => {
  expect(scenarioPath({ resourceIds })).toBe(path)
})
