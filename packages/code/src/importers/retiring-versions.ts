import { retirementOf } from '@portal/arm'
import { lineOf, warningNote, type ImportNote } from './import-note.ts'
import { jsonDocuments, listOf, objectOf, textOf } from './json-value.ts'

interface UsedVersion {
  /** `Microsoft.KeyVault/vaults`, or only the namespace if an address has no more */
  resourceType: string
  version: string
}

const date = String.raw`\d{4}-\d{2}-\d{2}(?:-preview)?`
/** Bicep, and azapi of Terraform. */
const typeAtVersion = new RegExp(String.raw`^(Microsoft\.[a-z]+(?:/[a-z]+)+)@(${date})$`, 'i')
const versionOfAddress = new RegExp(String.raw`[?&]api-version=(${date})`, 'i')
const anyDate = new RegExp(date)
/** Pieces of a text without an address or a type: quotes, blanks and the like separate them. */
const separators = /[\s'"`()<>,;{}[\]]+/
/** Longer than any address that Azure accepts. */
const longestPiece = 4096

/**
 * A note for each api-version that the text uses and that Azure stops answering on a day that is announced: as an
 * address, as `type@version`, or as a resource of a template, whatever resource it is.
 * https://learn.microsoft.com/azure/key-vault/general/migrate-api-version
 */
export function retiringVersionNotes(text: string): ImportNote[] {
  // A text can be a megabyte: without a date, no piece of it is looked at.
  const pieces = anyDate.test(text) ? text.split(separators) : []
  const used = [...pieces.flatMap(versionInPiece), ...jsonDocuments(text).flatMap(versionsInTemplate)]
  const notes = used.flatMap(({ resourceType, version }) => {
    const day = retirementOf(resourceType, version)
    if (day === undefined) return []
    return [
      warningNote('ApiVersionRetires', { type: resourceType, version, date: day }, { line: lineOf(text, version) }),
    ]
  })
  return [...Map.groupBy(notes, ({ params }) => `${params['type']}@${params['version']}`).values()].flatMap(
    ([first]) => first ?? [],
  )
}

function versionInPiece(piece: string): UsedVersion[] {
  if (piece.length > longestPiece) return []
  const [, type, ofType] = typeAtVersion.exec(piece) ?? []
  if (type !== undefined && ofType !== undefined) return [{ resourceType: type, version: ofType }]
  const [, version] = versionOfAddress.exec(piece) ?? []
  const namespace = piece.toLowerCase().lastIndexOf('/providers/')
  if (version === undefined || namespace < 0) return []
  const [resourceType = ''] = piece.slice(namespace + '/providers/'.length).split(/[/?]/)
  return [{ resourceType, version }]
}

/** The resources of a template at any depth, those of templates in it too. */
function versionsInTemplate(template: unknown): UsedVersion[] {
  const found: UsedVersion[] = []
  const open: unknown[] = [template]
  while (open.length > 0) {
    const value = open.pop()
    // One by one: the number of arguments of a call is limited.
    for (const entry of listOf(value)) open.push(entry)
    const { type, apiVersion, ...rest } = objectOf(value) ?? {}
    if (textOf(type) !== '' && textOf(apiVersion) !== '')
      found.push({ resourceType: textOf(type), version: textOf(apiVersion) })
    for (const entry of Object.values(rest)) open.push(entry)
  }
  return found.toReversed()
}
