import type { ImageVersionPlan } from '@portal/image-version'
import { planFromFile } from '../plan-files/plan-file.ts'
import { importArmTemplate } from './arm-template/arm-template.ts'
import { importAzureCli } from './azure-cli/azure-cli.ts'
import { importAzurePowerShell } from './azure-powershell/azure-powershell.ts'
import { errorNote, lineOf, type ImportNote } from './import-note.ts'
import { importedPlan } from './imported-plan.ts'
import type { ImportContext, ImportedVersion, VersionNames } from './imported-version.ts'
import { withoutMarks } from './open-value.ts'
import { importRestBody } from './rest-body.ts'
import { retiringVersionNotes } from './retiring-versions.ts'
import type { ParseHcl } from './terraform/terraform-values.ts'
import { importTerraform } from './terraform/terraform.ts'

export const importLanguages = [
  'PlanFile',
  'AzureCli',
  'AzurePowerShell',
  'ArmTemplate',
  'Terraform',
  'RestBody',
] as const
export type ImportLanguage = (typeof importLanguages)[number]

/** The result of `importPlan` for a text. */
export interface ImportResult {
  /** null if the portal does not support the text's language */
  language: ImportLanguage | null
  /** null if there is no image version in it */
  plan: ImageVersionPlan | null
  /** the names of the version's definition in the text, to find the definition */
  names: VersionNames | null
  /** all of them, or the most severe of very many */
  notes: ImportNote[]
  /** how many more notes there are */
  notesLeftOut: number
}

export const longestImport = 1_000_000
/** An HCL parser is slow. */
export const longestTerraformImport = 100_000
const deepestImport = 100
/** More notes than anyone reads: a text can produce one for each of its words. */
const mostNotes = 200
/** Longer than any id. */
const longestParam = 500
const severities: ImportNote['severity'][] = ['error', 'warning', 'info']

/**
 * Detects the language of `text` and makes a plan from it. It runs nothing and calls nothing: `context` is the
 * subscription and resource group that the text would be run in, '' if unknown.
 */
export function importPlan(text: string, parseHcl: ParseHcl, context: ImportContext): ImportResult {
  const readable = text.replaceAll('\u0000', '').replaceAll('\r\n', '\n').trimEnd()
  if (text.length > longestImport) return refused(null, errorNote('TextTooLong', { max: longestImport }))
  if (deepestNesting(readable) > deepestImport) return refused(null, errorNote('TextTooDeep', { max: deepestImport }))
  const language = languageOf(readable)
  if (language === null && isBicep(readable))
    return refused(null, errorNote('BicepNotCompiled', {}), ...retiringVersionNotes(readable))
  if (language === null) return refused(null, errorNote('LanguageUnknown', {}))
  if (language === 'PlanFile') return shownResult({ language, names: null, ...planFromFile(readable) }, readable)
  if (language === 'Terraform' && readable.length > longestTerraformImport)
    return refused(language, errorNote('TextTooLong', { max: longestTerraformImport }))
  const version = importers[language](readable, { ...context, parseHcl })
  if (version === undefined) return refused(language, errorNote('NoImageVersion', {}))
  const { notes, ...imported } = importedPlan(version, context)
  return shownResult({ language, ...imported, notes: [...notes, ...retiringVersionNotes(readable)] }, readable)
}

const importers: Record<
  Exclude<ImportLanguage, 'PlanFile'>,
  (text: string, context: ImportContext & { parseHcl: ParseHcl }) => ImportedVersion | undefined
> = {
  AzureCli: importAzureCli,
  AzurePowerShell: importAzurePowerShell,
  ArmTemplate: importArmTemplate,
  Terraform: (text, { parseHcl }) => importTerraform(text, parseHcl),
  RestBody: importRestBody,
}

/** Whether the text needs an HCL parser, so that it is loaded for no other text. */
export function isTerraform(text: string): boolean {
  return languageOf(text) === 'Terraform'
}

/**
 * What is shown of a reading of `text`: of very many notes the most severe, because placing and drawing each is slow.
 */
function shownResult(read: Omit<ImportResult, 'notesLeftOut'>, text: string): ImportResult {
  const gravest =
    read.notes.length <= mostNotes
      ? read.notes
      : severities.flatMap((severity) => read.notes.filter((note) => note.severity === severity)).slice(0, mostNotes)
  const notes = gravest.map((note) => shownNote(note, text))
  return { ...read, notes, notesLeftOut: read.notes.length - notes.length }
}

/** The displayed note: with the line of its subject, unless it has one, and without the marks of open values. */
function shownNote(raw: ImportNote, text: string): ImportNote {
  const params: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(raw.params))
    params[name] = typeof value === 'string' ? shortened(withoutMarks(value)) : value
  const note: ImportNote = { ...raw, params }
  const { name, set, value } = note.params
  const pieces = [name, set, value].filter((piece) => typeof piece === 'string' && piece !== '')
  const line = note.line ?? pieces.flatMap((piece) => lineOf(text, String(piece)) ?? [])[0]
  return line === undefined ? note : { ...note, line }
}

function languageOf(text: string): ImportLanguage | null {
  const lowerCase = text.toLowerCase()
  const has = (words: string) => lowerCase.includes(words)
  if (text.trimStart().startsWith('{')) {
    if (has('image-version-plan')) return 'PlanFile'
    return has('"resources"') || has('deploymentparameters.json') ? 'ArmTemplate' : 'RestBody'
  }
  if (has('new-azgalleryimageversion')) return 'AzurePowerShell'
  if (has('sig image-version create')) return 'AzureCli'
  if (has('azurerm_shared_image_version') || has('"azapi_resource"')) return 'Terraform'
  return has('publishingprofile"') ? 'RestBody' : null
}

function isBicep(text: string): boolean {
  return text.includes("'Microsoft.Compute/galleries/images/versions@")
}

/** How deep the brackets of a text are nested; those in strings count too, which no plan has many of. */
function deepestNesting(text: string): number {
  let depth = 0
  let deepest = 0
  // By the number of each character: strings of them take ten times as long, and a text can be a megabyte.
  for (let index = 0; index < text.length; index++)
    switch (text.charCodeAt(index)) {
      case 0x28: // (
      case 0x5b: // [
      case 0x7b: // {
        deepest = Math.max(deepest, ++depth)
        break
      case 0x29: // )
      case 0x5d: // ]
      case 0x7d: // }
        depth = Math.max(0, depth - 1)
        break
    }
  return deepest
}

function shortened(text: string): string {
  return text.length > longestParam ? `${text.slice(0, longestParam)}…` : text
}

function refused(language: ImportLanguage | null, ...notes: ImportNote[]): ImportResult {
  return { language, plan: null, names: null, notes, notesLeftOut: 0 }
}
