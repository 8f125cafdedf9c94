import type { Scenario } from '@portal/portal-api'
import { expect, it } from 'vitest'
import { tourEn } from '../texts/tour-texts.ts'
import { isAt, tourSteps } from './tour-steps.ts'

const definition = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/a/images/ubuntu-web'
const scenario: Scenario = {
  id: 'tour',
  category: 'firstSteps',
  minutes: 3,
  persona: 'ada@contoso.example',
  resourceIds: [definition],
  draft: { version: '3.0.0', tab: 'basics', sourceIds: [], regions: [] },
}

it('has a text for each step, and a step for each text', () => {
  expect(tourSteps(scenario).map(({ id }) => id)).toEqual(Object.keys(tourEn.steps))
})

const wizard = `/create-image-version?definition=${encodeURIComponent(definition)}`

it.each([
  ['the page of the definition', `/image-definition?id=${encodeURIComponent(definition)}`, 'definition', true],
  ['another definition', `/image-definition?id=${encodeURIComponent(`${definition}2`)}`, 'definition', false],
  ['the wizard without a tab', wizard, 'source', true],
  ['another tab', `${wizard}&tab=review`, 'source', false],
  ['any tab', `${wizard}&tab=tags`, 'encryption', true],
])('%s', (_, address, id, expected) => {
  const [path = '', search = ''] = address.split('?')
  const place = tourSteps(scenario).find((step) => step.id === id)?.place ?? ''
  expect(isAt(place, path, search)).toBe(expected)
})
