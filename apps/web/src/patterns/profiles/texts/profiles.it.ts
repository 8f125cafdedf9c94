import type { ProfileTexts } from './profiles.en.ts'

const sets = (count: number) => `${count} set`
const disks = (count: number) => (count === 1 ? '1 disco' : `${count} dischi`)

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
      same: (count) => `Già scelti: ${sets(count)}`,
      leftOut: (count) => `Ignorati: ${count}`,
      unnamed: (count) => `Non nel profilo: ${disks(count)}`,
    },
    replace: (count) => `Sostituisci le scelte esistenti (${count})`,
    leftOut: 'Set ignorati',
    columns: { disk: 'Disco', set: 'Set di crittografia del disco', reason: 'Motivo' },
    more: (count) => `+${count}`,
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
    content: (regions, count) => `${regions === 1 ? '1 area' : `${regions} aree`}, ${disks(count)}`,
    nothing: 'Nessun set scelto.',
    file: 'Salva file',
    copyLink: 'Copia collegamento',
    close: 'Chiudi',
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
