import { objectsAt, textAt, type Json, type JsonObject } from '../../json.ts'
import { invalidEventRequest } from '../alerts/system-topics.ts'

/** What Azure Resource Manager tells of: https://learn.microsoft.com/azure/event-grid/event-schema-resource-groups */
const resourceEvents = ['Write', 'Delete', 'Action'].flatMap((what) =>
  ['Success', 'Failure', 'Cancel'].map((how) => `Microsoft.Resources.Resource${what}${how}`),
)
// Azure's limits: https://learn.microsoft.com/azure/event-grid/event-filtering
const mostFilters = 25
const mostValues = 25

const operators: Record<string, (actual: string, value: string) => boolean> = {
  stringin: (actual, value) => actual === value,
  stringcontains: (actual, value) => actual.includes(value),
  stringbeginswith: (actual, value) => actual.startsWith(value),
  stringendswith: (actual, value) => actual.endsWith(value),
}

/** Throws 400 for an event type that the source does not have, and for an advanced filter that is not simulated. */
export function assertResourceFilter(filter: JsonObject): void {
  const { includedEventTypes } = filter
  const unknown = Array.isArray(includedEventTypes) && includedEventTypes.find((type) => !isResourceEvent(type))
  if (unknown) throw invalidEventRequest(`The event type ${JSON.stringify(unknown)} is not one of the source.`)
  const advanced = objectsAt(filter, 'advancedFilters')
  if (advanced.length > mostFilters) throw invalidEventRequest(`The limit is ${mostFilters} advanced filters.`)
  if (advanced.flatMap(({ values }) => values).length > mostValues)
    throw invalidEventRequest(`The advanced filters can have ${mostValues} values together.`)
  const odd = advanced.find((one) => operatorOf(one) === undefined || textAt(one, 'key') === undefined)
  if (odd) throw invalidEventRequest(`The simulator has no advanced filter like ${JSON.stringify(odd)}.`)
}

function operatorOf(filter: JsonObject) {
  return operators[textAt(filter, 'operatorType')?.toLowerCase() ?? '']
}

function isResourceEvent(type: Json | undefined): boolean {
  return typeof type === 'string' && resourceEvents.includes(type)
}

/** Whether an event passes the filter of a subscription; a filter without event types takes all of the source. */
export function passes(event: JsonObject, filter: JsonObject): boolean {
  const { includedEventTypes: types } = filter
  const type = textAt(event, 'eventType') ?? ''
  if (Array.isArray(types) ? !types.includes(type) : !isResourceEvent(type)) return false
  const spelled = (text = '') => (filter['isSubjectCaseSensitive'] === true ? text : text.toLowerCase())
  const about = spelled(textAt(event, 'subject'))
  if (!about.startsWith(spelled(textAt(filter, 'subjectBeginsWith')))) return false
  if (!about.endsWith(spelled(textAt(filter, 'subjectEndsWith')))) return false
  return objectsAt(filter, 'advancedFilters').every((one) => {
    const actual = keyOf(event, textAt(one, 'key') ?? '')?.toLowerCase()
    const wanted = Array.isArray(one['values']) ? one['values'].filter((value) => typeof value === 'string') : []
    return actual !== undefined && wanted.some((value) => operatorOf(one)?.(actual, value.toLowerCase()))
  })
}

// `Subject`, `EventType`, `data.operationName`, in any case of the first part.
function keyOf(event: JsonObject, key: string): string | undefined {
  const [first = '', ...rest] = key.split('.')
  const name = Object.keys(event).find((one) => one.toLowerCase() === first.toLowerCase()) ?? ''
  return textAt(event, name, ...rest)
}
