import { expect, it } from 'vitest'
import { innermostError, millisecondsOf } from './deployments.ts'

const forbidden = { code: 'KeyVaultAccessForbidden', message: 'Unable to access key vault resource.' }

it.each([
  ['by the resource provider at once', forbidden],
  [
    'after it had been accepted',
    { code: 'ResourceDeploymentFailure', message: 'Terminal state.', details: [forbidden] },
  ],
  [
    'in a deployment inside',
    {
      code: 'DeploymentFailed',
      message: 'See operations.',
      details: [{ code: 'ResourceDeploymentFailure', message: 'Terminal state.', details: [forbidden] }],
    },
  ],
])('tells what a resource was refused with %s', (_, error) => {
  expect(innermostError({ error })).toEqual(forbidden)
})

it('is none where nothing failed, and the wrapper where nothing is inside', () => {
  expect(innermostError(undefined)).toBeUndefined()
  expect(innermostError({ error: { code: 'DeploymentFailed', message: 'See operations.' } })?.code).toBe(
    'DeploymentFailed',
  )
})

it.each([
  ['PT1M2.5S', 62_500],
  ['PT2H', 7_200_000],
  ['P1DT2H', 93_600_000],
  ['', 0],
])('takes %s for %i ms', (duration, ms) => {
  expect(millisecondsOf(duration)).toBe(ms)
})
