import type { JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import type { BuiltInPolicy } from './built-in-policies.ts'
import { assignedValue } from './policy-assignments.ts'

/** An assignment's values of the parameters of its policy, without the effect. */
export function assignedParameters(assignment: StoredResource, policy: BuiltInPolicy): JsonObject {
  return Object.fromEntries(Object.keys(policy.parameters).map((name) => [name, assignedValue(assignment, name)]))
}
