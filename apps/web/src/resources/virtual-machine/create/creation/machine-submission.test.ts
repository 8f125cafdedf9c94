import { blankVirtualMachinePlan } from '@portal/virtual-machine'
import { expect, it } from 'vitest'
import { NetworkFailure, PortalProblem } from '../../../../api/failures.ts'
import { reconcileMachine, submitMachine, type MachineCalls } from './machine-submission.ts'

const subscriptionId = '0a1b2c3d-1111-4222-8333-444455556666'
const plan = {
  ...blankVirtualMachinePlan('version'),
  subscriptionId,
  resourceGroup: { isNew: false, name: 'rg' },
  name: 'web-01',
}
const id = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/web-01`

function answering(answer: unknown): MachineCalls {
  const given = () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ id }))
  return { create: given, read: given }
}

function problem(code: 'NotFoundInAzure' | 'OutcomeUnknown' | 'RefusedByAzure'): PortalProblem {
  return new PortalProblem({ type: 'about:blank', title: '', status: 400, code, correlationId: 'c' })
}

it.each([
  ['taken on', {}, 'started'],
  ['answer lost', new NetworkFailure('c', undefined), 'checking'],
  ['outcome unknown', problem('OutcomeUnknown'), 'checking'],
  ['refused', problem('RefusedByAzure'), 'refused'],
])('creation: %s', async (_, answer, state) => {
  expect(await submitMachine({ plan, adminSecret: '' }, answering(answer))).toMatchObject({ state })
})

it.each([
  ['Azure has the machine or its deployment', {}, { state: 'started', id }],
  ['Azure has neither', problem('NotFoundInAzure'), { state: 'notSent' }],
  ['no answer yet', new NetworkFailure('c', undefined), { state: 'checking' }],
])('after a lost answer: %s', async (_, answer, outcome) => {
  expect(await reconcileMachine(plan, answering(answer))).toEqual(outcome)
})
