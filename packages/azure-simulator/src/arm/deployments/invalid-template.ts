import type { JsonObject } from '../../json.ts'
import { ArmRefusal } from '../errors.ts'
import { TemplateError } from './expressions/template-error.ts'

/** 400 InvalidTemplate, with the reason: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-invalid-template */
export function invalidTemplate(reason: string): ArmRefusal {
  return new ArmRefusal(400, {
    code: 'InvalidTemplate',
    message: `Deployment template validation failed: '${reason}'.`,
  })
}

/** What `read` gives; its TemplateErrors become 400 InvalidTemplate, introduced by `where`. */
export function orInvalidTemplate<T>(read: () => T, where = ''): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof TemplateError) throw invalidTemplate(`${where}${error.message}`)
    throw error
  }
}

/** Where `part` stands in the template, which comes as one line. */
export function positionIn(template: JsonObject, part: JsonObject): string {
  return `at line '1' and column '${JSON.stringify(template).indexOf(JSON.stringify(part)) + 1}'`
}
