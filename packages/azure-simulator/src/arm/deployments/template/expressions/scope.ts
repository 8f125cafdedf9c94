import type { Json, JsonObject } from '../../../../json.ts'

/** What a template's expressions can see. */
export interface Scope {
  /** values by name; ARM compares names without regard to case */
  parameters: JsonObject
  /** the value of a variable; undefined if there is none with that name */
  variable(name: string): Json | undefined
  /** what `resourceGroup()`, `subscription()`, `deployment()` … answer, by the function's name in lower case */
  facts: Record<string, JsonObject>
  subscriptionId: string
  resourceGroupName: string
  /** the current index of the loops, by their names in lowercase; the innermost under '' as well */
  copyIndexes: Record<string, number>
  /** the current item and its index, in the lambdas around an expression */
  lambdaVariables?: JsonObject
  /** milliseconds of the clock, for `utcNow` */
  startedAt: number
  /** the state of a resource, by its name in the template or its id; absent before the deployment runs */
  reference?: (resource: string, asked: ReferenceAsked) => Json
}

/** The other arguments of `reference`. */
interface ReferenceAsked {
  /** undefined: that of the resource in the template, or of the deployment */
  apiVersion: string | undefined
  /** not only its properties */
  isFull: boolean
}
