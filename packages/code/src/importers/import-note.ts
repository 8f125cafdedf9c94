import type { IssuePath } from '@portal/image-version'

/**
 * A note about a pasted text: what was used, left out, or wrong. The portal has a text for each. Tuples: [parameter
 * names], as in `issueParams`.
 */
export const importNoteParams = {
  // The text as a whole
  TextTooLong: ['max'],
  TextTooDeep: ['max'],
  LanguageUnknown: [],
  BicepNotCompiled: [],
  NoImageVersion: [],
  OneOfSeveral: ['count'],
  ApiVersionRetires: ['type', 'version', 'date'],
  PlanFileForeign: [],
  PlanFileVersionUnknown: ['version', 'known'],
  PlanFileInvalid: ['field'],
  // Values
  ValueOpen: ['name'],
  ValueIgnored: ['name', 'value'],
  OptionIgnored: ['option'],
  OptionValueMissing: ['option'],
  OptionsExclude: ['taken', 'left'],
  NumberExpected: ['option', 'value'],
  LocationNotNamed: [],
  SubscriptionNotNamed: [],
  NamesInResourceGroup: ['resourceGroup'],
  IdWithoutSlash: [],
  // How az reads it
  EncryptionWithoutTargetRegions: [],
  EncryptionCountDiffers: ['regions', 'encryptions'],
  EncryptionPairIncomplete: ['text'],
  EncryptionLunInvalid: ['lun'],
  NullIsNoDataDiskSet: ['lun'],
  BlankIsNoPlaceholder: ['region'],
  ConfidentialPartsDiffer: ['text'],
  StorageTypeInLowerCase: ['given', 'accepted'],
  TargetRegionNotUnderstood: ['text'],
  LunCountDiffers: ['luns', 'disks'],
  LineNotContinued: [],
  TypographicCharacters: [],
  // How PowerShell reads it
  UndefinedVariableIsNull: ['name'],
  VariableNotUsed: ['name'],
  BareWordIsCommand: ['word'],
  // What the plan shows
  SourceKindsMixed: [],
  StorageAccountsDiffer: [],
  LunNotInSource: ['lun', 'luns', 'region'],
  SetInAnotherRegion: ['set', 'setRegion', 'region'],
  SetNamedAfterAnotherRegion: ['set', 'named', 'region'],
  RegionWithoutSets: ['region'],
  SetTypesDiffer: [],
  // The storage that Azure would choose
  StorageNotSaid: ['storage', 'apiVersion'],
  StorageAndApiVersionNotSaid: ['storage', 'apiVersion'],
  StorageSaidTwice: [],
} as const satisfies Record<string, readonly string[]>

export type ImportNoteCode = keyof typeof importNoteParams
export type ImportNoteParams<C extends ImportNoteCode> = {
  [P in (typeof importNoteParams)[C][number]]: string | number
}

/**
 * One note. `info`: information; `warning`: something was left out; `error`: the text does not do what it seems to.
 * `path` is the field of the plan, as in an `Issue`, empty for the text as a whole; `line` counts from 1.
 */
export interface ImportNote {
  code: ImportNoteCode
  params: Readonly<Record<string, string | number>>
  severity: 'info' | 'warning' | 'error'
  path: IssuePath
  line?: number
}

/** Where a note points to. */
export interface NotePosition {
  path?: IssuePath
  line?: number | undefined
}

type NoteMaker = <C extends ImportNoteCode>(code: C, params: ImportNoteParams<C>, position?: NotePosition) => ImportNote

function noteOf(severity: ImportNote['severity']): NoteMaker {
  return (code, params, { path = [], line } = {}) => ({
    code,
    params,
    severity,
    path,
    ...(line !== undefined && { line }),
  })
}

export const infoNote = noteOf('info')
export const warningNote = noteOf('warning')
export const errorNote = noteOf('error')

/** The line, from 1, of the first occurrence of `piece` in `text`; undefined if there is none. */
export function lineOf(text: string, piece: string): number | undefined {
  const index = text.indexOf(piece)
  return index < 0 ? undefined : text.slice(0, index).split('\n').length
}
