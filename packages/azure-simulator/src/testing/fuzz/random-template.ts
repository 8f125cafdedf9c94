import type { Json, JsonObject } from '../../json.ts'
import { randomExpression, type Around } from './random-expression.ts'
import { randomFrom, type Random } from './random.ts'

function bracketed(random: Random, around: Around, kind: 'text' | 'list' | 'number'): string {
  const text = `[${randomExpression(random, around, { kind, levels: random.below(6) })}]`
  return random.rarely(60) ? text.slice(0, random.below(text.length)) : text
}

/** Loops in lists in loops. */
function value(random: Random, around: Around, levels: number): Json {
  if (levels === 0 || random.rarely(2)) return bracketed(random, around, random.one(['text', 'list', 'number']))
  const inner = () => value(random, around, levels - 1)
  if (!random.rarely(3)) return random.rarely(2) ? random.list(4, inner) : { a: inner(), b: random.below(9) }
  const input = value(random, { ...around, isInLoop: true }, levels - 1)
  return { copy: [{ name: 'made', count: random.one([2, 3, 20, 800, '[length(range(0, 9))]']), input }] }
}

function resource(random: Random, around: Around, index: number): JsonObject {
  const isNested = random.rarely(3)
  const isLoop = random.rarely(2)
  const within = { ...around, isInLoop: isLoop }
  const template: Json = random.rarely(2) ? '[deployment().properties.template]' : templateOf(random, 0)
  return {
    type: isNested ? 'Microsoft.Resources/deployments' : 'Microsoft.Compute/disks',
    apiVersion: '2024-03-02',
    name: isLoop
      ? `[format('r${index}-{0}', copyIndex())]`
      : random.one([`r${index}`, `[concat(deployment().name, '${index}')]`]),
    ...(isLoop && { copy: { name: `loop${index}`, count: random.one([2, 10, 100, 800]) } }),
    ...(random.rarely(6) && {
      condition: `[less(${randomExpression(random, within, { kind: 'number', levels: 2 })}, 2)]`,
    }),
    ...(index > 0 && random.rarely(3) && { dependsOn: [random.one([`r${index - 1}`, `loop${index - 1}`])] }),
    properties: isNested
      ? { mode: 'Incremental', template, ...(random.rarely(3) && { expressionEvaluationOptions: { scope: 'inner' } }) }
      : { creationData: { createOption: 'Empty' }, diskSizeGB: 4, more: value(random, within, 3) },
    ...(!isNested && { location: 'westus', tags: { t: bracketed(random, within, 'text') } }),
  }
}

/** Each variable can name earlier ones: nearly each names one of them twice. */
function variablesOf(random: Random): JsonObject {
  return Object.fromEntries(
    random.list(16, (index) => [
      `v${index}`,
      bracketed(random, { variables: index }, index % 2 === 0 ? 'text' : 'list'),
    ]),
  )
}

function templateOf(random: Random, levels: number): JsonObject {
  const variables = variablesOf(random)
  const around = { variables: Object.keys(variables).length }
  return {
    parameters: { p: { type: 'string', defaultValue: 'x'.repeat(random.one([0, 1, 20, 5_000])) } },
    variables,
    resources: levels === 0 ? [] : random.list(3, (index) => resource(random, around, index)),
    outputs: Object.fromEntries(
      random.list(3, (index) => [`o${index}`, { type: 'array', value: value(random, around, 2) }]),
    ),
  }
}

/** A malicious template for that seed. */
export function randomTemplate(seed: number): JsonObject {
  return templateOf(randomFrom(seed), 1)
}
