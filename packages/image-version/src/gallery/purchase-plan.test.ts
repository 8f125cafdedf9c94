import { expect, it } from 'vitest'
import { subscriptionId } from '../testing.ts'
import { acceptTermsCommand, purchasePlanLabel } from './purchase-plan.ts'

const plan = { publisher: 'northwind', product: 'hardened linux', name: 'gen2' }

it('a purchase plan is written with all its parts', () => {
  expect(purchasePlanLabel(plan)).toBe('northwind / hardened linux / gen2')
})

it('the command that accepts its terms names the subscription, and quotes what bash would read', () => {
  expect(acceptTermsCommand(subscriptionId, plan)).toBe(
    `az vm image terms accept --subscription='${subscriptionId}' --publisher='northwind' --offer='hardened linux' --plan='gen2'`,
  )
})
