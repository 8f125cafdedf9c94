import type { UseKind, UsesShown } from '@portal/portal-api'
import { catalogue } from '../../i18n/catalogue.ts'

/** The texts about what was created from a version: on its page, and before it is deleted or excluded. */
const usesEn = {
  heading: 'Usage',
  ancestry: {
    from: 'Created from',
    ends: {
      Origin: '(origin)',
      NotFound: '(not found, or you don’t have permission to view it)',
      VersionUnknown: '(Azure doesn’t store which version)',
      TooMany: '← …',
    },
  },
  intro: 'Virtual machines, scale sets, and disks created from this version that you can view.',
  byRegion: 'Usage by region',
  region: 'Region',
  latest: 'Latest version',
  machines: 'Virtual machines',
  scaleSets: 'Scale sets',
  disks: 'Disks',
  instancesOf: (count: number, formatted: string) => (count === 1 ? '1 instance' : `${formatted} instances`),
  outdated: 'Not on latest version',
  none: 'Nothing that you can view was created from this version.',
  findings: {
    platformKey: (count: string) => `Disks with a platform-managed key instead of the version’s set: ${count}`,
    otherSet: (count: string) => `Disks with a different set than the version’s: ${count}`,
    outdated: (count: string) => `Virtual machines and scale sets of this definition on an older version: ${count}`,
  },
  view: 'View list',
  list: 'Machines, scale sets, and disks',
  shown: 'Usage to show',
  showns: {
    ofVersion: 'From this version',
    outdated: 'Not on latest version',
    otherKey: 'Disks with another key',
  } satisfies Record<UsesShown, string> as Record<UsesShown, string>,
  type: 'Type',
  anyType: 'All types',
  kinds: {
    virtualMachine: 'Virtual machine',
    scaleSet: 'Scale set',
    disk: 'Disk',
  } satisfies Record<UseKind, string> as Record<UseKind, string>,
  allRegions: 'All regions',
  version: 'Version',
  latestIs: (version: string) => `Latest: ${version}`,
  followsLatest: 'Uses the latest version',
  instances: (ofVersion: string, total: string) => `Instances from this version: ${ofVersion} of ${total}`,
  key: 'Encryption',
  verdicts: { 'other-set': 'Not the version’s set', 'platform-key': 'Version’s set not used' },
  attached: (disk: string, machine: string) => `${disk}, attached to ${machine}`,
  noneShown: 'Nothing to display',
  noneShownAdvice: 'Only resources that you have permission to view appear here.',
  asked: {
    checking: 'Checking what was created from this version…',
    unreadable: 'Azure didn’t return what was created from this version. Check the usage before you continue.',
    retry: 'Try again',
    none: 'No virtual machines, scale sets, or disks that you can view were created from this version.',
    title: 'Created from this version',
    counts: (machines: string, scaleSets: string, disks: string) =>
      `Virtual machines: ${machines}. Scale sets: ${scaleSets}. Disks: ${disks}.`,
    instances: (count: string) => `Scale set instances: ${count}.`,
    examples: (names: string) => `Examples: ${names}.`,
    partial: 'Only resources that you can view are counted.',
    view: 'View usage',
    upgradedTitle: 'Scale sets with automatic OS image upgrade to the latest version',
    upgraded: (names: string) => `${names}. Azure doesn’t upgrade them to a version that’s excluded from latest.`,
  },
}

type UsesTexts = typeof usesEn

const usesIt: UsesTexts = {
  heading: 'Utilizzo',
  ancestry: {
    from: 'Origine',
    ends: {
      Origin: '(inizio)',
      NotFound: '(non trovata o non accessibile)',
      VersionUnknown: '(Azure non memorizza quale versione)',
      TooMany: '← …',
    },
  },
  intro: 'Macchine virtuali, set di scalabilità e dischi creati da questa versione, tra quelli visualizzabili.',
  byRegion: 'Utilizzo per area',
  region: 'Area',
  latest: 'Versione più recente',
  machines: 'Macchine virtuali',
  scaleSets: 'Set di scalabilità',
  disks: 'Dischi',
  instancesOf: (count, formatted) => (count === 1 ? '1 istanza' : `${formatted} istanze`),
  outdated: 'Con versione precedente',
  none: 'Nessuna risorsa visualizzabile è stata creata da questa versione.',
  findings: {
    platformKey: (count) => `Dischi con una chiave gestita dalla piattaforma invece del set della versione: ${count}`,
    otherSet: (count) => `Dischi con un set diverso da quello della versione: ${count}`,
    outdated: (count) =>
      `Macchine virtuali e set di scalabilità di questa definizione con una versione precedente: ${count}`,
  },
  view: 'Visualizza elenco',
  list: 'Macchine, set di scalabilità e dischi',
  shown: 'Utilizzo da mostrare',
  showns: {
    ofVersion: 'Da questa versione',
    outdated: 'Con versione precedente',
    otherKey: 'Dischi con un’altra chiave',
  },
  type: 'Tipo',
  anyType: 'Tutti i tipi',
  kinds: { virtualMachine: 'Macchina virtuale', scaleSet: 'Set di scalabilità', disk: 'Disco' },
  allRegions: 'Tutte le aree',
  version: 'Versione',
  latestIs: (version) => `Più recente: ${version}`,
  followsLatest: 'Usa la versione più recente',
  instances: (ofVersion, total) => `Istanze da questa versione: ${ofVersion} su ${total}`,
  key: 'Crittografia',
  verdicts: { 'other-set': 'Set diverso dalla versione', 'platform-key': 'Set della versione non usato' },
  attached: (disk, machine) => `${disk}, collegato a ${machine}`,
  noneShown: 'Nessun elemento da visualizzare',
  noneShownAdvice: 'Sono elencate solo le risorse che si è autorizzati a visualizzare.',
  asked: {
    checking: 'Verifica delle risorse create da questa versione…',
    unreadable:
      'Azure non ha restituito le risorse create da questa versione. Verificare l’utilizzo prima di continuare.',
    retry: 'Riprova',
    none: 'Nessuna macchina virtuale, set di scalabilità o disco visualizzabile è stato creato da questa versione.',
    title: 'Risorse create da questa versione',
    counts: (machines, scaleSets, disks) =>
      `Macchine virtuali: ${machines}. Set di scalabilità: ${scaleSets}. Dischi: ${disks}.`,
    instances: (count) => `Istanze di set di scalabilità: ${count}.`,
    examples: (names) => `Esempi: ${names}.`,
    partial: 'Il conteggio include solo le risorse visualizzabili.',
    view: 'Visualizza utilizzo',
    upgradedTitle: 'Set di scalabilità con aggiornamento automatico dell’immagine del sistema operativo',
    upgraded: (names) => `${names}. Azure non li aggiorna a una versione esclusa dalla versione più recente.`,
  },
}

/** The texts about what was created from a version, in the language shown. */
export const useUsesTexts = catalogue({ en: usesEn, it: usesIt })
