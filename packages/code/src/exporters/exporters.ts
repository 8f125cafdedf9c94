import type { ImageVersionPlan } from '@portal/image-version'
import { exportAnsible } from './ansible.ts'
import { exportArmTemplate } from './arm-template.ts'
import { exportAzureCli } from './azure-cli.ts'
import { exportAzurePowerShell } from './azure-powershell.ts'
import { exportBicep } from './bicep.ts'
import type { ExportContext } from './export-context.ts'
import type { ExportedCode } from './exported-code.ts'
import { exportPacker } from './packer.ts'
import { exportRest } from './rest.ts'
import { exportTerraformAzapi } from './terraform-azapi.ts'
import { exportTerraformAzurerm } from './terraform-azurerm.ts'

/**
 * Each language in which a plan can be exported. `exportCode` throws `RefusedCharacter` for a value that the language
 * can't represent safely; `lossless` is the nearest language that loses nothing of any plan.
 */
export const exporters = {
  AzureCli: { exportCode: exportAzureCli, lossless: 'Rest' },
  AzurePowerShell: { exportCode: exportAzurePowerShell, lossless: 'Bicep' },
  Bicep: { exportCode: exportBicep, lossless: 'Bicep' },
  ArmTemplate: { exportCode: exportArmTemplate, lossless: 'ArmTemplate' },
  TerraformAzapi: { exportCode: exportTerraformAzapi, lossless: 'TerraformAzapi' },
  TerraformAzurerm: { exportCode: exportTerraformAzurerm, lossless: 'TerraformAzapi' },
  Packer: { exportCode: exportPacker, lossless: 'Bicep' },
  Ansible: { exportCode: exportAnsible, lossless: 'Bicep' },
  Rest: { exportCode: exportRest, lossless: 'Rest' },
} as const satisfies Record<string, { exportCode: Exporter; lossless: string }>

export type CodeLanguage = keyof typeof exporters

/** A plan, finished or not, as code. */
type Exporter = (plan: ImageVersionPlan, context: ExportContext) => ExportedCode
