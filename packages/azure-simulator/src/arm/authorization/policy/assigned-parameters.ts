import { valueAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import type { BuiltInPolicy } from './built-in-policies.ts'
import { assignedValue } from './policy-assignments.ts'

/** An assignment's values of the parameters of its policy, or their defaults. */
export function assignedParameters(assignment: StoredResource, { parameters }: BuiltInPolicy): JsonObject {
  return Object.fromEntries(
    Object.keys(parameters).map((name) => [
      name,
      assignedValue(assignment, name) ?? valueAt(parameters, name, 'defaultValue'),
    ]),
  )
}
