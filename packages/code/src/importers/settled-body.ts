import type { IssuePath } from '@portal/image-version'
import { infoNote, warningNote, type ImportNote } from './import-note.ts'
import { exampleSubscriptionId, type ImportContext } from './imported-version.ts'
import { openNames, withoutMarks } from './open-value.ts'

type BodyPath = (string | number)[]

// Variables that name others can turn a short text into a long one.
const mostValues = 200_000
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A body without its open values (each is removed, with a note), and with completed IDs. */
export function settledBody(body: unknown, context: ImportContext): { body: unknown; notes: ImportNote[] } {
  const notes: ImportNote[] = []
  const completions = new Set<Completion>()
  let budget = mostValues
  const settle = (value: unknown, path: BodyPath): unknown => {
    if (budget-- <= 0) return undefined
    if (Array.isArray(value)) return value.map((entry, index) => settle(entry, [...path, index]))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).flatMap(([name, entry]) => {
          const settled: unknown = settle(entry, [...path, name])
          return settled === undefined || settled === null ? [] : [[name, settled]]
        }),
      )
    if (typeof value !== 'string') return value
    const id = completedId(value, context)
    for (const completion of id.completions) completions.add(completion)
    // A tag can contain any character, so only what is marked counts there.
    const open = path[0] === 'tags' && withoutMarks(id.text) === id.text ? [] : openNames(id.text)
    for (const name of open) notes.push(warningNote('ValueOpen', { name }, { path: planPathOf(path) }))
    return open.length > 0 ? undefined : id.text
  }
  const settled = settle(body, [])
  return { body: settled, notes: [...notes, ...[...completions].map((code) => infoNote(code, {}))] }
}

type Completion = 'IdWithoutSlash' | 'SubscriptionNotNamed'

/** `/subscriptions/<subscription ID>/…`, the zero GUID, or a variable: the current subscription replaces it. */
function completedId(text: string, { subscriptionId }: ImportContext): { text: string; completions: Completion[] } {
  if (!/^\/?subscriptions\//i.test(text)) return { text, completions: [] }
  const completions: Completion[] = []
  const segments = text.split('/')
  if (segments[0] !== '') {
    segments.unshift('')
    completions.push('IdWithoutSlash')
  }
  const written = segments[2] ?? ''
  if (!guid.test(written) || written === exampleSubscriptionId) {
    segments[2] = subscriptionId === '' ? exampleSubscriptionId : subscriptionId
    completions.push('SubscriptionNotNamed')
  }
  return { text: segments.join('/'), completions }
}

/** The field of the plan that a place of the body fills. */
export function planPathOf(path: BodyPath): IssuePath {
  const [first, second, ...rest] = path
  if (first !== 'properties') return first === undefined ? [] : [first]
  if (second === 'storageProfile') return ['source']
  // After it comes a list index, where the plan has a LUN.
  const dataDisks = rest.indexOf('dataDiskImages')
  return (dataDisks < 0 ? rest : rest.slice(0, dataDisks + 1)).filter((part) => part !== 'diskEncryptionSetId')
}
