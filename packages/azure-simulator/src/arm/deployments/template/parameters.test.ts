import { describe, expect, it } from 'vitest'
import { textAt, type Json, type JsonObject } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

async function validated(parameters: JsonObject, sent: Record<string, Json>) {
  await using azure = await startedAzure()
  const arm = await azure.asOwner()
  const path = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup/providers/Microsoft.Resources/deployments/one/validate`
  const values = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, { value }]))
  return await arm('POST', path, {
    properties: { mode: 'Incremental', template: { parameters, resources: [] }, parameters: values },
  })
}

const refusals: [reason: string, declared: JsonObject, sent: Record<string, Json>][] = [
  ["The value for the template parameter 'a' at line '1' and column", { a: { type: 'string' } }, {}],
  [
    "The template parameters 'b' in the parameters file are not valid",
    { a: { type: 'int', defaultValue: 1 } },
    { b: 1 },
  ],
  ["Expected 'Integer'. Actual 'String'", { a: { type: 'int' } }, { a: '1' }],
  ["not part of the allowed value(s): 'x,y'", { a: { type: 'string', allowedValues: ['x', 'y'] } }, { a: 'z' }],
  ["Length of the value should be greater than or equal to '3'", { a: { type: 'string', minLength: 3 } }, { a: 'ab' }],
  ["Value of the value should be less than or equal to '5'", { a: { type: 'int', maxValue: 5 } }, { a: 6 }],
]

describe('the parameters of a template', () => {
  it.each(refusals)('%s', async (reason, declared, sent) => {
    const { status, body } = await validated(declared, sent)
    expect(status).toBe(400)
    expect(textAt(body, 'error', 'code')).toBe('InvalidTemplate')
    expect(textAt(body, 'error', 'message')).toContain(reason)
  })

  it('are told with their values, those of a default evaluated and those of a secret left out', async () => {
    const declared = {
      region: { type: 'string', defaultValue: '[resourceGroup().location]' },
      password: { type: 'secureString' },
    }
    expect(await validated(declared, { password: 'made-up-for-the-test' })).toMatchObject({
      status: 200,
      body: {
        properties: { parameters: { region: { type: 'String', value: 'westus' }, password: { type: 'SecureString' } } },
      },
    })
  })
})
