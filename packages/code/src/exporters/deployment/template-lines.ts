import type { CodeLine } from '../shown/code-line.ts'
import { withShownPlaces } from '../shown/shown-places.ts'
import { jsonSyntax } from '../syntax/json-syntax.ts'
import { literalLines } from '../syntax/literal-lines.ts'
import type { Deployment } from './deployment.ts'
import { standaloneTemplate } from './standalone-template.ts'

/** The template as JSON. */
export function templateLines({ template, places = [] }: Deployment): CodeLine[] {
  return literalLines(withShownPlaces(standaloneTemplate(template), places), jsonSyntax)
}
