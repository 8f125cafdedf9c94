import { templateBomb, type Bomb } from './bomb.ts'

const outputOf = (value: string, type = 'array') => ({ outputs: { result: { type, value } } })
const nested = (count: number, open: string, close: string) => open.repeat(count) + close.repeat(count)

/** Each variable names the previous one twice: `count` of them expand to two to that power. */
const doubled = (count: number, first: string, twice: (before: string) => string) => ({
  variables: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `v${index}`,
      index === 0 ? first : `[${twice(`variables('v${index - 1}')`)}]`,
    ]),
  ),
  ...outputOf(`[variables('v${count - 1}')]`, 'string'),
})

const disk = (more: object = {}) => ({
  type: 'Microsoft.Compute/disks',
  apiVersion: '2024-03-02',
  name: "[format('disk-{0}', copyIndex())]",
  location: 'westus',
  properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 4 },
  ...more,
})
const loop = (count: number, name = 'loop') => ({ name, count })

/** `depth` loops of 800, one within the other. */
function loopsOfProperties(depth: number): object {
  if (depth === 0) return { at: '[copyIndex()]' }
  return { copy: [{ name: `c${depth}`, count: 800, input: loopsOfProperties(depth - 1) }] }
}

const deployment = (name: string, template: unknown) => ({
  type: 'Microsoft.Resources/deployments',
  apiVersion: '2024-03-01',
  name,
  properties: { mode: 'Incremental', template },
})

/** Templates whose evaluation takes a multiple of their length: in time, in memory, or in deployments. */
export const templateBombs: Bomb[] = [
  templateBomb('a range of four milliards', () => outputOf('[range(0, 4294967295)]')),
  templateBomb('padLeft to half a gigabyte', () => outputOf("[padLeft('', 500000000)]", 'string')),
  templateBomb('format to half a gigabyte', () => outputOf("[format('{0:D500000000}', 1)]", 'string')),
  templateBomb('replace in what replace made', () => ({
    variables: { text: 'x'.repeat(20_000) },
    ...outputOf(
      "[replace(replace(replace(variables('text'), 'x', variables('text')), 'x', variables('text')), 'x', variables('text'))]",
      'string',
    ),
  })),
  templateBomb('forty variables that name the last twice', () =>
    doubled(40, 'x', (before) => `first(createArray(${before}, ${before}))`),
  ),
  templateBomb('a text that is doubled forty times', () =>
    doubled(40, 'xxxxxxxx', (before) => `concat(${before}, ${before})`),
  ),
  templateBomb('a tree that is doubled forty times', () =>
    doubled(40, 'x', (before) => `createArray(${before}, ${before})`),
  ),
  templateBomb('a list that is doubled forty times', () => ({
    ...doubled(40, '', (before) => `concat(${before}, ${before})`),
    variables: {
      ...doubled(40, '', (before) => `concat(${before}, ${before})`).variables,
      v0: ['a', 'b'],
    },
  })),
  templateBomb('map in map in map', () => {
    const map = (of: string) => `map(range(0, 2000), lambda('i', ${of}))`
    return outputOf(`[${map(map(map("lambdaVariables('i')")))}]`)
  }),
  templateBomb('union of a hundred thousand', () => outputOf('[union(range(0, 100000), range(50000, 100000))]')),
  templateBomb('intersection of a hundred thousand', () =>
    outputOf('[intersection(range(0, 100000), range(50000, 100000))]'),
  ),
  templateBomb('contains in a filter', () =>
    outputOf("[filter(range(0, 10000), lambda('i', contains(range(0, 10000), lambdaVariables('i'))))]"),
  ),
  templateBomb('split at nothing, joined again', () => ({
    variables: { text: 'x'.repeat(1_000_000) },
    ...outputOf("[join(split(variables('text'), ''), variables('text'))]", 'string'),
  })),
  templateBomb('json of a million brackets', () => ({
    variables: { text: nested(500_000, '[', ']') },
    ...outputOf("[json(variables('text'))]"),
  })),
  templateBomb('an expression of ten thousand brackets', () => outputOf(`[${nested(10_000, 'createArray(', ')')}]`)),
  templateBomb('an expression of a megabyte', () => outputOf(`[concat(${"'x',".repeat(250_000)}'x')]`, 'string')),
  templateBomb('an index of ten thousand steps', () => outputOf(`[variables('v')${'[0]'.repeat(8_000)}]`)),
  templateBomb('a copy in a copy in a copy', () => ({
    resources: [disk({ copy: loop(800), tags: loopsOfProperties(3) })],
  })),
  templateBomb('a copy of outputs in a copy', () => ({
    outputs: { result: { type: 'array', copy: { count: 800, input: loopsOfProperties(2) } } },
  })),
  templateBomb('a variable of a copy of a copy', () => ({
    variables: loopsOfProperties(3),
    ...outputOf("[variables('c3')]"),
  })),
  templateBomb('eight hundred disks', () => ({ resources: [disk({ copy: loop(800) })] })),
  templateBomb('eight hundred loops of eight hundred disks', () => ({
    resources: Array.from({ length: 800 }, (_, index) =>
      disk({ name: `[format('d{0}-${index}', copyIndex())]`, copy: loop(800, `loop${index}`) }),
    ),
  })),
  templateBomb('disks that each wait for all before', () => ({
    resources: Array.from({ length: 300 }, (_, index) =>
      disk({ name: `disk-${index}`, dependsOn: Array.from({ length: index }, (__, before) => `disk-${before}`) }),
    ),
  })),
  templateBomb('ten thousand parameters', () => ({
    parameters: Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`p${index}`, { type: 'string', defaultValue: 'x' }]),
    ),
  })),
  templateBomb('ten thousand outputs', () => ({
    outputs: Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`o${index}`, { type: 'string', value: "[guid('x')]" }]),
    ),
  })),
  templateBomb('children in children', () => {
    let child: object = {}
    for (let level = 0; level < 60; level += 1)
      child = { type: 'x', name: 'x', apiVersion: '1', resources: [child, child].slice(0, 1) }
    return { resources: [{ ...disk({ name: 'top' }), resources: [child] }] }
  }),
  templateBomb('a deployment of itself, twice', () => ({
    resources: [
      deployment('one', '[deployment().properties.template]'),
      deployment('two', '[deployment().properties.template]'),
    ],
  })),
  templateBomb('a deployment of itself, twice, each with a name of its own', () => ({
    resources: ['a', 'b'].map((suffix) =>
      deployment(`[concat(deployment().name, '${suffix}')]`, '[deployment().properties.template]'),
    ),
  })),
  templateBomb('a deployment of itself, eight hundred times', () => ({
    resources: [
      { ...deployment("[format('n{0}', copyIndex())]", '[deployment().properties.template]'), copy: loop(800) },
    ],
  })),
  templateBomb('resources of a megabyte each', () => ({
    parameters: { text: { type: 'string', defaultValue: 'x'.repeat(900_000) } },
    resources: [disk({ copy: loop(800), tags: { text: "[parameters('text')]" } })],
  })),
]
