import type { ImportLanguage, ImportNote, ImportNoteCode, ImportNoteParams } from '@portal/image-version'
import { regionDisplayName } from '../../parts/resource/region-display-name.ts'
import { storageName } from '../image-versions/storage-name.ts'
import { storageNamesEn } from '../image-versions/storage-names.en.ts'

/** A text for each code of a note: what the text says or does not, and what became of it. */
export type ImportNoteTexts = { [C in ImportNoteCode]: (params: ImportNoteParams<C>) => string }

const numbers = new Intl.NumberFormat('en')
const region = (name: string | number) => regionDisplayName(String(name))

export const importNotesEn: ImportNoteTexts = {
  TextTooLong: ({ max }) =>
    `The text is longer than ${numbers.format(Number(max))} characters. Paste the part that creates the image version.`,
  TextTooDeep: ({ max }) =>
    `The brackets of this text are nested deeper than ${max} levels. Paste the part that creates the image version.`,
  LanguageUnknown: () =>
    'This is not a language that the portal reads. It reads az sig image-version create, New-AzGalleryImageVersion, ARM templates, Terraform, bodies of the REST interface, and its own plan files.',
  BicepNotCompiled: () =>
    'Bicep is read once it is compiled: run az bicep build --file main.bicep --stdout and paste what it prints.',
  NoImageVersion: () => 'There is no image version in this text that the portal can read.',
  OneOfSeveral: ({ count }) => `The text creates ${count} image versions. This is the first one.`,
  ApiVersionRetires: ({ type, version, date }) =>
    `${type}: API version ${version} retires on ${date}. Use a later version in this code.`,
  PlanFileForeign: () => 'This is not a plan file of this portal.',
  PlanFileVersionUnknown: ({ version, known }) =>
    `This plan file has version ${version}, and this portal reads version ${known}. Save the plan again with a portal of the same version.`,
  PlanFileInvalid: ({ field }) => `The plan cannot hold what the text gives for ${field}.`,
  ValueOpen: ({ name }) => `${name} gets its value elsewhere. The field stays blank: fill it in the wizard.`,
  ValueIgnored: ({ name, value }) => `${name} with ${value} is not taken over: the wizard has no field for it.`,
  OptionIgnored: ({ option }) => `${option} is not taken over: the wizard has no field for it.`,
  OptionValueMissing: ({ option }) => `${option} has no value.`,
  OptionsExclude: ({ taken, left }) =>
    `${taken} and ${left} exclude each other, and az would refuse both. ${taken} is taken.`,
  NumberExpected: ({ option, value }) => `${option} needs a whole number, and ${value} is none.`,
  LocationNotNamed: () =>
    'Without --location az takes the region of the resource group. Choose the region in the wizard.',
  SubscriptionNotNamed: () => 'The text leaves the subscription open. That of the image definition is taken.',
  NamesInResourceGroup: ({ resourceGroup }) =>
    `Sets that are named without a path are looked up in the resource group of the gallery${resourceGroup === '' ? '' : `, ${resourceGroup}`}, as az does.`,
  IdWithoutSlash: () => 'A resource ID starts with /subscriptions/. The missing slash is added.',
  EncryptionWithoutTargetRegions: () =>
    'Without --target-regions az drops your keys and creates the version with a platform-managed key, without a warning. Here the sets go to the region of the version.',
  EncryptionCountDiffers: ({ regions, encryptions }) =>
    `Target regions: ${regions}. Entries for their encryption: ${encryptions}. They belong together by their order, so az would refuse this.`,
  EncryptionPairIncomplete: ({ text }) =>
    `In ${text} a LUN has no set. Each data disk needs both: os-set,lun,set,lun,set.`,
  EncryptionLunInvalid: ({ lun }) => `${lun} stands where a LUN is expected, which is a whole number.`,
  NullIsNoDataDiskSet: ({ lun }) =>
    `az takes null for LUN ${lun} as the name of a set. Leave the disk out, or name its set.`,
  BlankIsNoPlaceholder: ({ region: number }) =>
    `Entry ${number} starts with a comma, which az takes for a set without a name. Write null where the OS disk has no set.`,
  ConfidentialPartsDiffer: ({ text }) => `${text} needs exactly one comma: type,set. Without a set the comma stays.`,
  StorageTypeInLowerCase: ({ given, accepted }) =>
    `Behind a replica count az takes storage types in lower case only and would refuse ${given}. Write ${accepted}.`,
  TargetRegionNotUnderstood: ({ text }) =>
    `${text} is not of the form region=count=storage type. Only the region is taken.`,
  LunCountDiffers: ({ luns, disks }) => `There are ${luns} LUNs for ${disks} data disks.`,
  LineNotContinued: () =>
    'The line before has no \\ at its end, or a blank behind it, so a shell would end the command there. It is read as continued.',
  TypographicCharacters: () =>
    'A word processor has put typographic dashes, quotes or spaces here, which a shell does not understand. They are read as plain ones.',
  UndefinedVariableIsNull: ({ name }) =>
    `${name} is not set in this script. PowerShell takes $null for it and would send no set, without a warning.`,
  VariableNotUsed: ({ name }) => `${name} is set and not used. Another name may be meant where it is missing.`,
  BareWordIsCommand: ({ word }) => `PowerShell would run ${word} as a command. Put it in quotes. Its text is taken.`,
  SourceKindsMixed: () =>
    'The disks come from Azure resources and from VHD blobs. A plan of this portal has one kind: choose the source in the wizard.',
  StorageAccountsDiffer: () =>
    'The VHD blobs are in more than one storage account. A plan of this portal has one, that of the OS disk.',
  LunNotInSource: ({ lun, luns, region: name }) =>
    `${region(name)} has a set for LUN ${lun}, but the source has ${luns === '' ? 'no data disks' : `LUN ${luns} only`}.`,
  SetInAnotherRegion: ({ set, setRegion, region: name }) =>
    `${set} is chosen in ${region(name)}, but it is in ${region(setRegion)}. A set can only be used in its own region.`,
  SetNamedAfterAnotherRegion: ({ set, named, region: name }) =>
    `${set} is chosen in ${region(name)}, but its name says ${region(named)}. A set can only be used in its own region.`,
  RegionWithoutSets: ({ region: name }) => `${region(name)} has no disk encryption set yet.`,
  SetTypesDiffer: () =>
    'Some of the sets are for customer-managed keys and some for double encryption. A version has one kind.',
  StorageNotSaid: ({ storage, apiVersion }) =>
    `No storage is given. With API version ${apiVersion} Azure uses: ${storageName(storageNamesEn, storage)}.`,
  StorageAndApiVersionNotSaid: ({ storage, apiVersion }) =>
    `No storage and no API version are given. Set to the default from ${apiVersion} on: ${storageName(storageNamesEn, storage)}. Earlier versions use Standard HDD LRS.`,
  StorageSaidTwice: () => 'Storage type and storage strategy are both given, which Azure refuses. Set to the strategy.',
}

export const importPlanEn = {
  code: {
    title: 'Import a plan',
    subtitle: 'Paste what creates an image version elsewhere, and see it as the wizard would',
    label: 'Command, template or plan file',
    hint: 'It is read in this browser: nothing is run, and nothing is sent.',
    choose: 'Choose a file…',
    tooLarge: (file: string) => `${file} is larger than 1 MB.`,
    recognised: (language: string) => `Recognized: ${language}`,
    unknown: 'Not recognized',
    reading: 'Reading…',
    notRead: 'Not read',
  },
  notRead: {
    tooLong: {
      title: 'This code takes too long to read',
      body: 'Reading stopped after 5 seconds. Paste only the part that creates the image version.',
    },
    unavailable: {
      title: 'This code can’t be read right now',
      body: 'A part of the portal didn’t load. Copy your code, reload the page and paste it again.',
    },
  },
  languages: {
    PlanFile: 'Plan file of this portal',
    AzureCli: 'Azure CLI',
    AzurePowerShell: 'Azure PowerShell',
    ArmTemplate: 'ARM template',
    Terraform: 'Terraform',
    RestBody: 'REST',
  } satisfies Record<ImportLanguage, string> as Record<ImportLanguage, string>,
  notes: {
    heading: 'What the portal found',
    none: 'Everything was understood, and nothing contradicts itself.',
    severities: { error: 'Wrong', warning: 'To check', info: 'Note' } satisfies Record<ImportNote['severity'], string>,
    line: (line: number) => `Line ${line}`,
    more: (count: number) => `Not shown: ${count} more`,
  },
  plan: { heading: 'The plan in short' },
  definition: {
    heading: 'Where it goes',
    intro: 'The image definition that the new version belongs to.',
    required: 'Choose the image definition.',
    notFound: (name: string) => `You can see no image definition ${name} there. Choose one.`,
  },
  open: 'Open in the wizard',
  replace: {
    title: 'Replace your draft?',
    body: 'You have a draft for this image definition. It is lost if the imported plan takes its place.',
    bodyNamed: (name: string) =>
      `You have a draft of version ${name} for this image definition. It is lost if the imported plan takes its place.`,
    keep: 'Keep the draft',
    replace: 'Replace it',
  },
  link: {
    title: 'A plan from a link',
    subtitle: 'As somebody chose it in their wizard',
    shownTitle: 'Somebody sent you this plan',
    shown: 'Nothing has been sent to Azure, and nothing is until you create the version in the wizard.',
    damagedTitle: 'This link is damaged',
    damaged: 'Part of it may be missing. Ask for it again, or for the plan as a file.',
    importOther: 'Import a plan',
  },
  next: {
    title: 'Create the next version',
    subtitle: 'Same regions, sets and options as the version before; the source too, until you change it',
  },
  actions: {
    menu: 'Plan',
    import: 'Import…',
    save: 'Save plan',
    copyLink: 'Copy link',
    outcomes: {
      copied: 'The link is copied. Whoever opens it sees the plan and nothing else.',
      tooLong: 'This plan is too large for a link. Save it as a file.',
      notCopied: 'The browser does not let the portal copy. Save the plan as a file.',
    },
  },
}
export type ImportPlanTexts = typeof importPlanEn
