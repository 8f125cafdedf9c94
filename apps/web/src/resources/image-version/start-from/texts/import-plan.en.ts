import type { ImportLanguage, ImportNote, ImportNoteCode, ImportNoteParams } from '@portal/code'
import type { Clone } from '@portal/version-rules'
import { storageName } from '../../../../i18n/storage-name.ts'
import { storageNamesEn } from '../../../../i18n/storage-names.en.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'

/** A text for each code of a note: what the text says or does not, and what became of it. */
export type ImportNoteTexts = { [C in ImportNoteCode]: (params: ImportNoteParams<C>) => string }

const numbers = new Intl.NumberFormat('en')
const region = (name: string | number) => regionDisplayName(String(name))

export const importNotesEn: ImportNoteTexts = {
  TextTooLong: ({ max }) =>
    `The code is longer than ${numbers.format(Number(max))} characters. Paste only the part that creates the image version.`,
  TextTooDeep: ({ max }) =>
    `Brackets in the code are nested deeper than ${max} levels. Paste only the part that creates the image version.`,
  LanguageUnknown: () =>
    'This language isn’t supported. Use az sig image-version create, New-AzGalleryImageVersion, an ARM template, Terraform, a REST request body, or a portal configuration file.',
  BicepNotCompiled: () =>
    'Bicep must be compiled first. Run az bicep build --file main.bicep --stdout, and then paste the output.',
  NoImageVersion: () => 'The code doesn’t contain an image version that the portal can read.',
  OneOfSeveral: ({ count }) => `Image versions in the code: ${count}. Only the first one is imported.`,
  ApiVersionRetires: ({ type, version, date }) =>
    `${type}: API version ${version} retires on ${date}. Use a later version in this code.`,
  PlanFileForeign: () => 'This isn’t a portal configuration file.',
  PlanFileVersionUnknown: ({ version, known }) =>
    `This configuration file has format version ${version}, but this portal supports version ${known}. Save the file again in that version.`,
  PlanFileInvalid: ({ field }) => `The value of ${field} isn’t valid in a configuration.`,
  ValueOpen: ({ name }) => `The value of ${name} isn’t in this code. Enter it in the wizard.`,
  ValueIgnored: ({ name, value }) => `${name} (${value}) isn’t imported. The wizard has no field for it.`,
  OptionIgnored: ({ option }) => `${option} isn’t imported. The wizard has no field for it.`,
  OptionValueMissing: ({ option }) => `${option} has no value.`,
  OptionsExclude: ({ taken, left }) =>
    `${taken} and ${left} can’t be used together, so az would reject the command. Only ${taken} is imported.`,
  NumberExpected: ({ option, value }) => `${option} requires a whole number, but the value is ${value}.`,
  LocationNotNamed: () =>
    'Without --location, az uses the region of the resource group. Choose the region in the wizard.',
  SubscriptionNotNamed: () =>
    'The code doesn’t specify a subscription. The subscription of the image definition is used.',
  NamesInResourceGroup: ({ resourceGroup }) =>
    `Sets without a full resource ID are looked up in the gallery’s resource group${resourceGroup === '' ? '' : ` (${resourceGroup})`}, as in az.`,
  IdWithoutSlash: () => 'Resource IDs start with /subscriptions/. The missing slash was added.',
  EncryptionWithoutTargetRegions: () =>
    'Without --target-regions, az ignores your keys without a warning and uses a platform-managed key. Here, the sets are applied to the source region.',
  EncryptionCountDiffers: ({ regions, encryptions }) =>
    `Target regions: ${regions}. Encryption entries: ${encryptions}. The numbers must match, so az would reject the command.`,
  EncryptionPairIncomplete: ({ text }) =>
    `A LUN in ${text} has no set. Specify both for each data disk: os-set,lun,set,lun,set.`,
  EncryptionLunInvalid: ({ lun }) => `A LUN must be a whole number, but the value is ${lun}.`,
  NullIsNoDataDiskSet: ({ lun }) =>
    `For LUN ${lun}, az would read null as the name of a set. Remove the disk, or specify its set.`,
  BlankIsNoPlaceholder: ({ region: number }) =>
    `Entry ${number} starts with a comma, which az reads as a set without a name. If the OS disk has no set, use null.`,
  ConfidentialPartsDiffer: ({ text }) =>
    `${text} must have the format type,set with exactly one comma. Keep the comma even if there’s no set.`,
  StorageTypeInLowerCase: ({ given, accepted }) =>
    `After a replica count, az supports storage types in lowercase only and would reject ${given}. Use ${accepted}.`,
  TargetRegionNotUnderstood: ({ text }) =>
    `${text} isn’t in the format region=count=storage type. Only the region is imported.`,
  LunCountDiffers: ({ luns, disks }) => `LUNs: ${luns}. Data disks: ${disks}. The numbers must match.`,
  LineNotContinued: () =>
    'The previous line doesn’t end with \\, or has a space after it, so a shell would end the command there. It’s read as continued.',
  TypographicCharacters: () =>
    'This contains typographic dashes, quotes, or spaces that a shell doesn’t support. They’re read as plain characters.',
  UndefinedVariableIsNull: ({ name }) =>
    `${name} isn’t set in this script. PowerShell would use $null and send no set, without a warning.`,
  VariableNotUsed: ({ name }) => `${name} is set but not used. Check for a misspelled variable name.`,
  BareWordIsCommand: ({ word }) =>
    `PowerShell would run ${word} as a command. Put it in quotation marks. It’s read as text here.`,
  SourceKindsMixed: () =>
    'The disks come from both Azure resources and VHD blobs. Choose one type of source in the wizard.',
  StorageAccountsDiffer: () =>
    'The VHD blobs are in several storage accounts, but only one is supported. The storage account of the OS disk is used.',
  LunNotInSource: ({ lun, luns, region: name }) =>
    `${region(name)} has a set for LUN ${lun}, but the source has ${luns === '' ? 'no data disks' : `only these LUNs: ${luns}`}.`,
  SetInAnotherRegion: ({ set, setRegion, region: name }) =>
    `${set} is chosen for ${region(name)}, but it’s in ${region(setRegion)}. A set can only be used in its own region.`,
  SetNamedAfterAnotherRegion: ({ set, named, region: name }) =>
    `${set} is chosen for ${region(name)}, but its name suggests ${region(named)}. A set can only be used in its own region.`,
  RegionWithoutSets: ({ region: name }) => `${region(name)} has no disk encryption set yet.`,
  SetTypesDiffer: () =>
    'Some sets are for customer-managed keys and others for double encryption. A version can use only one type.',
  StorageNotSaid: ({ storage, apiVersion }) =>
    `Storage isn’t specified. With API version ${apiVersion}, Azure uses: ${storageName(storageNamesEn, storage)}.`,
  StorageAndApiVersionNotSaid: ({ storage, apiVersion }) =>
    `Storage and API version aren’t specified. Using the ${apiVersion} default: ${storageName(storageNamesEn, storage)}. Earlier versions use Standard HDD LRS.`,
  StorageSaidTwice: () =>
    'Storage type and storage strategy are both specified, which Azure rejects. The strategy is used.',
}

type SetsTexts = Record<Exclude<Clone['sets'], 'None'>, (sets: string) => string>

export const importPlanEn = {
  start: {
    open: 'Start from…',
    latest: (version: string) => `${version}, the latest version`,
    latestHint: 'The same source, regions, and sets, with the next number.',
    version: 'Another version',
    versionHint: 'Of this image definition or another one, in any gallery that you can view.',
    code: 'Code, a file, or a link',
    codeHint: 'A configuration is the whole version; a profile only its sets.',
    submit: 'Start',
    cancel: 'Cancel',
    /** what a version began like, with the way back to an empty form, and from there */
    like: (version: string) => `As in ${version}`,
    startEmpty: 'Start empty',
    empty: 'Empty form',
    undo: 'Undo',
  },
  code: {
    label: 'Command, template, or configuration file',
    hint: 'The code is read in your browser. Nothing is run or sent.',
    choose: 'Choose file…',
    clear: 'Clear',
    tooLarge: (file: string) => `${file} is larger than 1 MB.`,
    recognised: (language: string) => `Recognized: ${language}`,
    unknown: 'Not recognized',
    reading: 'Reading…',
    notRead: 'Couldn’t read the code',
  },
  examples: {
    heading: 'Supported formats',
    hint: 'Select a format to load an example.',
    clearFirst: 'To load an example, clear the field first.',
  },
  nothingYet: {
    title: 'No code yet',
    advice: 'Paste code, choose a file, or load an example. The findings and a summary appear here.',
  },
  notRead: {
    tooLong: {
      title: 'This code takes too long to read',
      body: 'Reading stopped after 5 seconds. Paste only the part that creates the image version.',
    },
    unavailable: {
      title: 'This code can’t be read right now',
      body: 'Part of the portal didn’t load. Copy your code, reload the page, and then paste it again.',
    },
  },
  languages: {
    PlanFile: 'Portal configuration file',
    AzureCli: 'Azure CLI',
    AzurePowerShell: 'Azure PowerShell',
    ArmTemplate: 'ARM template',
    Terraform: 'Terraform',
    RestBody: 'REST',
  } satisfies Record<ImportLanguage, string> as Record<ImportLanguage, string>,
  notes: {
    heading: 'Findings',
    none: 'No problems found.',
    severities: { error: 'Error', warning: 'Warning', info: 'Information' } satisfies Record<
      ImportNote['severity'],
      string
    >,
    line: (line: number) => `Line ${line}`,
    more: (count: number) => `Not shown: ${count} more`,
  },
  plan: { heading: 'Summary' },
  definition: {
    heading: 'Destination',
    intro: 'The image definition to add the new version to.',
  },
  replace: {
    title: 'Replace your draft?',
    body: 'You already have a draft for this image definition. It’s lost if you replace it with this configuration.',
    bodyNamed: (name: string) =>
      `You already have a draft of version ${name} for this image definition. It’s lost if you replace it with this configuration.`,
    keep: 'Keep draft',
    replace: 'Replace draft',
  },
  link: {
    kind: 'Configuration link',
    shownTitle: 'Someone shared this configuration with you',
    shown: 'Nothing is sent to Azure until you create the version in the wizard.',
    damagedTitle: 'This link is damaged',
    damaged: 'Part of it might be missing. Ask for the link again, or for a configuration file.',
  },
  clone: {
    of: (version: string) => `A clone of ${version}`,
    changes: 'Changes',
    source: 'Source',
    sources: {
      Version: 'The version itself. The clone can’t use customer-managed keys, unless you choose another source.',
      OriginalOfEncrypted:
        'The original source, because a version with customer-managed keys can’t be a source. It might have changed since.',
      OriginalOfConfidential:
        'The original source, because the source of a confidential version is a confidential machine, or a disk or snapshot of one.',
    } satisfies Record<Clone['source'], string> as Record<Clone['source'], string>,
    sets: 'Disk encryption sets',
    setsOf: {
      Undecided: () => 'Kept if the destination is in the same subscription. Otherwise, their cells start empty.',
      Kept: () => 'As in the version, because the destination is in the same subscription.',
      LeftOut: (sets: string) =>
        `Not available in the destination’s subscription: ${sets}. In the wizard, fill their cells with “Match by region” or “Apply profile”.`,
    } satisfies SetsTexts as SetsTexts,
    leftOut: 'Not copied',
    endOfLife: (date: string) => `End of life date ${date}`,
    tag: (name: string) => `${name} tag`,
  },
  actions: {
    menu: 'Share',
    save: 'Save configuration',
    copyLink: 'Copy link',
    outcomes: {
      copied: 'Link copied. Anyone who opens it sees only the configuration.',
      tooLong: 'This configuration is too large for a link. Save it as a file.',
      notCopied: 'Your browser blocked copying. Save the configuration as a file.',
    },
  },
}
export type ImportPlanTexts = typeof importPlanEn
