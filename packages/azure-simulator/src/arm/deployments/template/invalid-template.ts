import type { JsonObject } from '../../../json.ts'
import { ArmRefusal } from '../../errors.ts'
import { TemplateError } from './expressions/template-error.ts'

/**
 * 400 InvalidTemplate, with the reason:
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-invalid-template
 */
export function invalidTemplate(reason: string): ArmRefusal {
  return new ArmRefusal(400, {
    code: 'InvalidTemplate',
    message: `Deployment template validation failed: '${reason}'.`,
  })
}

/** The result of `read`; its TemplateErrors become 400 InvalidTemplate, introduced by the position from `where`. */
export function orInvalidTemplate<T>(read: () => T, where = () => ''): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof TemplateError) throw invalidTemplate(`${where()}${error.message}`)
    throw error
  }
}

/**
 * The position of `part` in the template, which is one line. It serializes the whole template: call it only on failure.
 */
export function positionIn(template: JsonObject, part: JsonObject): string {
  if (written?.template !== template) written = { template, text: JSON.stringify(template) }
  return `at line '1' and column '${written.text.indexOf(JSON.stringify(part)) + 1}'`
}

// The most recent one: if one resource of a template fails, hundreds might.
let written: { template: JsonObject; text: string } | undefined
