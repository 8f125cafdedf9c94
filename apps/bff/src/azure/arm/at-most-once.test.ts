import { afterEach, beforeEach, expect, it } from 'vitest'
import { answers, azureAt, startScriptedArm, type ScriptedArm, type TestAzure } from '../../testing/arm.ts'
import { NoClearAnswer } from './arm-reply.ts'
import { atMostOnce } from './at-most-once.ts'
import { OutcomeUnknown } from './write-refusals.ts'

let arm: ScriptedArm
let test: TestAzure
beforeEach(async () => {
  arm = await startScriptedArm()
  arm.script = [answers(503, '<html>')]
  test = azureAt(arm.url)
})
afterEach(async () => {
  await test.close()
  await arm.close()
})

const send = (wasTakenOn: () => Promise<boolean>) =>
  atMostOnce(test.azure.send({ method: 'DELETE', url: '/x' }), wasTakenOn)

it('takes a write for done that Azure shows after an unclear answer', async () => {
  await expect(send(() => Promise.resolve(true))).resolves.toBeUndefined()
  expect(arm.received).toHaveLength(1)
})

it('lets a write be sent again that Azure does not show, and sends it itself once only', async () => {
  await expect(send(() => Promise.resolve(false))).rejects.toBeInstanceOf(NoClearAnswer)
  expect(arm.received).toHaveLength(1)
})

it('says that the outcome is unknown where Azure cannot be read either', async () => {
  await expect(send(() => Promise.reject(new Error('no answer')))).rejects.toBeInstanceOf(OutcomeUnknown)
})
