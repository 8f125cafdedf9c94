import type { LeftOutReason, ProfileFault } from '@portal/code'
import { catalogue, codedCatalogue } from '../../i18n/catalogue.ts'

const sets = (count: number) => (count === 1 ? '1 set' : `${count} sets`)
const disks = (count: number) => (count === 1 ? '1 disk' : `${count} disks`)

export const profilesEn = {
  heading: 'Encryption profile',
  apply: 'Apply profile…',
  save: 'Save as profile…',
  differs: (name: string) => `Differs from profile ${name}`,
  applying: {
    title: 'Apply encryption profile',
    intro: 'A profile contains a disk encryption set for each disk in each region. It’s read in your browser.',
    choose: 'Choose file…',
    link: 'Link to a profile',
    linkHint: 'Paste a link that someone shared with you.',
    nothingInLink: 'This link doesn’t contain a profile.',
    chosen: (name: string) => `Profile ${name}`,
    counts: {
      fill: (count: number) => `Sets to apply: ${count}`,
      same: (count: number) => `Already chosen: ${sets(count)}`,
      leftOut: (count: number) => `Skipped: ${count}`,
      unnamed: (count: number) => `Not in the profile: ${disks(count)}`,
    },
    replace: (count: number) => `Replace existing choices (${count})`,
    leftOut: 'Skipped sets',
    columns: { disk: 'Disk', set: 'Disk encryption set', reason: 'Reason' },
    reasons: {
      NotFound: 'Not found, or no permission to view it',
      InAnotherSubscription: 'In another subscription',
      InAnotherRegion: 'In another region',
      OfAnotherType: 'For another encryption type',
    } satisfies Record<LeftOutReason, string> as Record<LeftOutReason, string>,
    submit: 'Apply',
    cancel: 'Cancel',
  },
  saving: {
    title: 'Save as encryption profile',
    intro: 'A profile contains only the names of regions and the IDs of disk encryption sets.',
    name: 'Profile name',
    nameInvalid: 'Enter a name of at most 80 characters.',
    content: (regions: number, count: number) =>
      `${regions === 1 ? '1 region' : `${regions} regions`}, ${disks(count)}`,
    nothing: 'No set is chosen yet.',
    file: 'Save file',
    copyLink: 'Copy link',
    pipeline: 'Show pipeline with these sets',
    outcomes: {
      saved: 'File saved.',
      copied: 'Link copied. Anyone who opens it sees only the profile.',
      tooLong: 'This profile is too large for a link. Save it as a file.',
      notCopied: 'Your browser blocked copying. Save the profile as a file.',
    },
  },
  link: {
    shownTitle: 'Someone shared this encryption profile with you',
    shown: 'Its sets are checked in the wizard. To use it elsewhere, paste its link under Apply profile.',
    damagedTitle: 'This profile can’t be used',
  },
  faults: {
    TooLarge: () => 'The file is larger than 1 MB.',
    Foreign: () => 'This isn’t an encryption profile, or it’s incomplete. Ask for the file or link again.',
    VersionUnknown: ({ version, known }) =>
      `This profile has version ${version}. This portal supports version ${known}.`,
    Invalid: ({ field }) => `The profile has an invalid value: ${field}.`,
    RegionTwice: ({ region }) => `The profile has more than one choice for the same disk in ${region}.`,
  } satisfies FaultTexts as FaultTexts,
}
export type ProfileTexts = typeof profilesEn

type FaultTexts = {
  [Code in ProfileFault['code']]: (params: Extract<ProfileFault, { code: Code }>['params']) => string
}

const setsIt = (count: number) => `${count} set`
const disksIt = (count: number) => (count === 1 ? '1 disco' : `${count} dischi`)

export const profilesIt: ProfileTexts = {
  heading: 'Profilo di crittografia',
  apply: 'Applica profilo…',
  save: 'Salva come profilo…',
  differs: (name) => `Diverso dal profilo ${name}`,
  applying: {
    title: 'Applica profilo di crittografia',
    intro:
      'Un profilo contiene un set di crittografia del disco per ogni disco in ogni area. La lettura avviene nel browser.',
    choose: 'Scegli file…',
    link: 'Collegamento a un profilo',
    linkHint: 'Incollare un collegamento ricevuto.',
    nothingInLink: 'Il collegamento non contiene un profilo.',
    chosen: (name) => `Profilo ${name}`,
    counts: {
      fill: (count) => `Set da applicare: ${count}`,
      same: (count) => `Già scelti: ${setsIt(count)}`,
      leftOut: (count) => `Ignorati: ${count}`,
      unnamed: (count) => `Non nel profilo: ${disksIt(count)}`,
    },
    replace: (count) => `Sostituisci le scelte esistenti (${count})`,
    leftOut: 'Set ignorati',
    columns: { disk: 'Disco', set: 'Set di crittografia del disco', reason: 'Motivo' },
    reasons: {
      NotFound: 'Non trovato o non accessibile',
      InAnotherSubscription: 'In un’altra sottoscrizione',
      InAnotherRegion: 'In un’altra area',
      OfAnotherType: 'Per un altro tipo di crittografia',
    },
    submit: 'Applica',
    cancel: 'Annulla',
  },
  saving: {
    title: 'Salva come profilo di crittografia',
    intro: 'Un profilo contiene solo i nomi delle aree e gli ID dei set di crittografia del disco.',
    name: 'Nome del profilo',
    nameInvalid: 'Immettere un nome di massimo 80 caratteri.',
    content: (regions, count) => `${regions === 1 ? '1 area' : `${regions} aree`}, ${disksIt(count)}`,
    nothing: 'Nessun set scelto.',
    file: 'Salva file',
    copyLink: 'Copia collegamento',
    pipeline: 'Mostra pipeline con questi set',
    outcomes: {
      saved: 'File salvato.',
      copied: 'Collegamento copiato. Mostra solo il profilo.',
      tooLong: 'Il profilo è troppo grande per un collegamento. Salvarlo come file.',
      notCopied: 'Il browser ha bloccato la copia. Salvare il profilo come file.',
    },
  },
  link: {
    shownTitle: 'È stato condiviso un profilo di crittografia',
    shown:
      'I set vengono controllati nella procedura guidata. Per usarlo altrove, incollare il collegamento in Applica profilo.',
    damagedTitle: 'Impossibile usare questo profilo',
  },
  faults: {
    TooLarge: () => 'Il file supera 1 MB.',
    Foreign: () =>
      'Non è un profilo di crittografia oppure è incompleto. Richiedere di nuovo il file o il collegamento.',
    VersionUnknown: ({ version, known }) =>
      `Il profilo ha la versione ${version}. Il portale supporta la versione ${known}.`,
    Invalid: ({ field }) => `Il profilo contiene un valore non valido: ${field}.`,
    RegionTwice: ({ region }) => `Il profilo contiene più scelte per lo stesso disco in ${region}.`,
  },
}

/** The texts about encryption profiles, in the language shown. */
export const useProfileTexts = catalogue({ en: profilesEn, it: profilesIt })

/** Why a text is not a profile, in the language shown. */
export const useProfileFault = codedCatalogue<ProfileFault>({ en: profilesEn.faults, it: profilesIt.faults })
