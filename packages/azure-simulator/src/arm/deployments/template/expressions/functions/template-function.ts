import type { Json } from '../../../../../json.ts'
import type { Arguments } from '../arguments.ts'
import type { Scope } from '../scope.ts'

/** A function of the template language. Throws a TemplateError if ARM would not evaluate it. */
export type TemplateFunction = (given: Arguments, scope: Scope) => Json
