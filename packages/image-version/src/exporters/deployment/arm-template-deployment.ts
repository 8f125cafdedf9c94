import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { jsonSyntax } from '../json-syntax.ts'
import { literalLines } from '../literal-lines.ts'
import type { Deployment } from './deployment.ts'
import { standaloneTemplate } from './standalone-template.ts'

/** The template itself. Throws `RefusedCharacter`. https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax */
export function exportArmTemplateDeployment({ template }: Deployment): ExportedCode {
  return exportedCode(literalLines(standaloneTemplate(template), jsonSyntax), 'azuredeploy.json', [])
}
