import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../json.ts'
import { fill } from './fill.ts'
import type { Scope } from './scope.ts'

const group = '/subscriptions/s1/resourceGroups/g1'
const scope: Scope = {
  parameters: { region: 'westus', sizes: [32, 64], settings: { tier: 'Premium' } },
  variable: (name) => (name.toLowerCase() === 'prefix' ? 'kv' : undefined),
  facts: { resourcegroup: { id: group, location: 'westus' }, subscription: { subscriptionId: 's1' } },
  subscriptionId: 's1',
  resourceGroupName: 'g1',
  copyIndexes: { '': 2, disks: 2 },
  startedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
}

const values: [text: string, value: Json][] = [
  ['plain', 'plain'],
  ['[[not an expression]', '[not an expression]'],
  ['[not] an expression', '[not] an expression'],
  ['[[nothing to take away', '[[nothing to take away'],
  ["[parameters('REGION')]", 'westus'],
  ["[concat(variables('prefix'), '-', toUpper('a'), 1)]", 'kv-A1'],
  ["[concat(createArray(1), parameters('sizes'))]", [1, 32, 64]],
  ["['it''s']", "it's"],
  ["[parameters('settings').tier]", 'Premium'],
  ["[parameters('sizes')[1]]", 64],
  ['[resourceGroup().location]', 'westus'],
  [
    "[resourceId('Microsoft.KeyVault/vaults/keys', 'kv', 'disks')]",
    `${group}/providers/Microsoft.KeyVault/vaults/kv/keys/disks`,
  ],
  [
    "[resourceId('g2', 'Microsoft.Compute/disks', 'd')]",
    '/subscriptions/s1/resourceGroups/g2/providers/Microsoft.Compute/disks/d',
  ],
  [
    "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'r')]",
    '/subscriptions/s1/providers/Microsoft.Authorization/roleDefinitions/r',
  ],
  [
    "[extensionResourceId(resourceGroup().id, 'Microsoft.Authorization/roleAssignments', 'a')]",
    `${group}/providers/Microsoft.Authorization/roleAssignments/a`,
  ],
  ["[providers('microsoft.compute', 'disks').apiVersions[0]]", '2026-03-02'],
  ["[if(equals(parameters('region'), 'westus'), 'near', parameters('missing'))]", 'near'],
  ["[and(greater(3, 2), not(lessOrEquals('b', 'a')), contains(parameters('sizes'), 32))]", true],
  ['[div(sub(mul(add(2, 3), 4), 1), 2)]', 9],
  ["[mod(int('7'), 4)]", 3],
  ["[substring(replace('a-b-c', '-', ''), 1, 2)]", 'bc'],
  ["[join(split('a,b;c', createArray(',', ';')), '+')]", 'a+b+c'],
  ["[union(createObject('a', 1), json('{\"b\": [true, null]}'))]", { a: 1, b: [true, null] }],
  ['[union(json(\'{"a": {"b": 1, "c": [1]}}\'), json(\'{"a": {"c": [2], "d": 3}}\'))]', { a: { b: 1, c: [2], d: 3 } }],
  ["[filter(parameters('sizes'), lambda('size', greater(lambdaVariables('size'), 40)))]", [64]],
  ["[filter(range(5, 3), lambda('each', 'at', less(lambdaVariables('at'), 1)))]", [5]],
  [
    "[map(range(1, 2), lambda('n', map(range(1, 2), lambda('m', mul(lambdaVariables('n'), lambdaVariables('m'))))))]",
    [
      [1, 2],
      [2, 4],
    ],
  ],
  ['[last(take(skip(range(10, 5), 1), 2))]', 12],
  ["[empty('')]", true],
  ["[coalesce(null(), first('xyz'))]", 'x'],
  ["[format('{0:D3}-{1}-{{}}', 7, true())]", '007-True-{}'],
  ['[copyIndex(1)]', 3],
  ["[copyIndex('disks')]", 2],
  ["[base64ToString(base64('key'))]", 'key'],
  ['[utcNow()]', '20260102T030405Z'],
  ["[utcNow('yyyy-MM-dd')]", '2026-01-02'],
  ['[length(uniqueString(resourceGroup().id))]', 13],
  ["[equals(guid('a', 'b'), guid('a', 'b'))]", true],
]

const refusals: [text: string, reason: string][] = [
  ["[concat('a']", "expected token 'RightParenthesis' and actual 'EndOfData'"],
  ["[parameters('region']", "Unable to parse language expression 'parameters('region'"],
  ['[]', "expected token 'Identifier' and actual 'EndOfData'"],
  ['[a{b]', "the string character '{' at position '1' is not expected"],
  ["[frobnicate('a')]", "The template function 'frobnicate' is not valid"],
  ["[parameters('missing')]", "The template parameter 'missing' is not found"],
  ["[parameters('sizes')[2]]", "array index '2' is out of bounds"],
  ["[parameters('settings').colour]", "property 'colour' doesn't exist, available properties are 'tier'"],
  ["[providers('Microsoft.Compute', 'sizes')]", 'is not found'],
  ["[filter(parameters('sizes'), true())]", 'expects a lambda function'],
  ["[map('text', lambda('a', 1))]", "not of type 'array'"],
  ["[lambdaVariables('size')]", "The lambda variable 'size' is not expected at this location"],
  ["[resourceId('Microsoft.KeyVault/vaults/keys', 'kv')]", 'one resource name for each segment'],
]

describe('a template expression', () => {
  it.each(values)('%s', (text, value) => {
    expect(fill(text, scope)).toEqual(value)
  })

  it.each(refusals)('%s is refused', (text, reason) => {
    expect(() => fill(text, scope)).toThrow(reason)
  })

  it('is written out for each round of a copy loop, in an object as in a list of variables', () => {
    const disks = {
      copy: [{ name: 'disks', count: "[length(parameters('sizes'))]", input: { lun: "[copyIndex('disks')]" } }],
    }
    expect(fill(disks, scope)).toEqual({ disks: [{ lun: 0 }, { lun: 1 }] })
  })

  it('may be the name of a property, if it gives a text', () => {
    expect(fill({ "[concat('a', 'b')]": 1 }, scope)).toEqual({ ab: 1 })
    expect(() => fill({ '[createArray(1)]': 1 }, scope)).toThrow('is not a text')
  })

  it('that needs the state of a resource waits until the deployment runs', () => {
    const text = "[reference('kv').vaultUri]"
    expect(fill(text, scope)).toBe(text)
    expect(fill(text, { ...scope, reference: (name) => ({ vaultUri: `https://${name}/` }) })).toBe('https://kv/')
  })
})
