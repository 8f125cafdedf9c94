import { exportedCode, type ExportedCode } from '../exported-code.ts'
import type { Deployment } from './deployment.ts'
import { templateLines } from './template-lines.ts'

/**
 * The template itself. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 */
export function exportArmTemplateDeployment(deployment: Deployment): ExportedCode {
  return exportedCode(templateLines(deployment), `${deployment.fileName ?? 'azuredeploy'}.json`, [])
}
