import { catalogue } from '../../../i18n/catalogue.ts'

type Kind = 'Promotion' | 'RollBack'

/** What a definition's latest gives: the table of a definition's page, and the dialog that changes it. */
export const latestEn = {
  heading: 'Latest version by region',
  byRegion: 'By region',
  description: 'The version that new virtual machines and scale sets get if they don’t specify one.',
  region: 'Region',
  latest: 'Latest',
  latestIn: (version: string, region: string) => `${version}, latest in ${region}`,
  none: 'None',
  since: 'Since',
  orEarlier: (date: string) => `${date} or earlier`,
  action: 'Action',
  rollBack: 'Roll back…',
  rollBackIn: (region: string) => `Roll back in ${region}…`,
  promote: 'Promote…',
  testMachine: 'Create test machine',
  titles: { Promotion: 'Promote version', RollBack: 'Roll back to an earlier version' } satisfies Record<
    Kind,
    string
  > as Record<Kind, string>,
  intros: {
    Promotion: 'New virtual machines that don’t specify a version get this one in the regions that you choose.',
    RollBack:
      'New virtual machines that don’t specify a version get the earlier one. Existing machines and disks don’t change.',
  } satisfies Record<Kind, string> as Record<Kind, string>,
  version: (name: string) => `Version: ${name}`,
  backTo: 'Roll back to',
  noEarlier: 'No earlier version is replicated to this region.',
  regions: 'Regions',
  becomes: (before: string, after: string) => `Latest: ${before} → ${after}`,
  stays: (version: string) => `Latest: ${version}`,
  excludePredecessor: (versions: string) => `Also exclude from latest: ${versions}`,
  excludeHint: (old: string, version: string) =>
    `Otherwise, ${old} becomes the latest again if you delete or exclude ${version}.`,
  followersTitle: 'Scale sets that use the latest version in these regions',
  followersLoading: 'Looking for scale sets that use the latest version…',
  followersUnread: 'Couldn’t read which scale sets use the latest version. They get the new one.',
  noFollowers: 'No scale sets that you can view use the latest version in these regions.',
  upgraded: (names: string) => `With automatic OS image upgrade: ${names}.`,
  upgradedBack: 'Azure doesn’t document whether it also upgrades instances to a lower version.',
  newInstances: (names: string) => `For new instances only: ${names}.`,
  moreFollowers: 'There are more scale sets than this list shows.',
  oneStep: 'This request is sent to Azure. Encryption doesn’t change.',
  steps: 'Azure runs these requests one after another. Encryption doesn’t change.',
  code: 'Show all as code',
  confirm: { Promotion: 'Promote', RollBack: 'Roll back' } satisfies Record<Kind, string> as Record<Kind, string>,
}

export const latestIt: typeof latestEn = {
  heading: 'Versione più recente per area',
  byRegion: 'Per area',
  description:
    'La versione usata dalle nuove macchine virtuali e dai nuovi set di scalabilità che non ne specificano una.',
  region: 'Area',
  latest: 'Più recente',
  latestIn: (version, region) => `${version}, più recente in ${region}`,
  none: 'Nessuna',
  since: 'Da',
  orEarlier: (date) => `${date} o prima`,
  action: 'Azione',
  rollBack: 'Torna a versione precedente…',
  rollBackIn: (region) => `Torna a versione precedente in ${region}…`,
  promote: 'Promuovi…',
  testMachine: 'Crea macchina di prova',
  titles: { Promotion: 'Promuovi versione', RollBack: 'Torna a una versione precedente' },
  intros: {
    Promotion: 'Nelle aree scelte, le nuove macchine virtuali che non specificano una versione usano questa.',
    RollBack:
      'Le nuove macchine virtuali che non specificano una versione usano quella precedente. Macchine e dischi esistenti non cambiano.',
  },
  version: (name) => `Versione: ${name}`,
  backTo: 'Versione a cui tornare',
  noEarlier: 'Nessuna versione precedente è replicata in quest’area.',
  regions: 'Aree',
  becomes: (before, after) => `Più recente: ${before} → ${after}`,
  stays: (version) => `Più recente: ${version}`,
  excludePredecessor: (versions) => `Escludi anche dalla versione più recente: ${versions}`,
  excludeHint: (old, version) =>
    `Altrimenti ${old} diventa di nuovo la versione più recente se ${version} viene eliminata o esclusa.`,
  followersTitle: 'Set di scalabilità che usano la versione più recente in queste aree',
  followersLoading: 'Ricerca dei set di scalabilità che usano la versione più recente…',
  followersUnread: 'Impossibile leggere quali set di scalabilità usano la versione più recente. Useranno quella nuova.',
  noFollowers: 'Nessun set di scalabilità visibile usa la versione più recente in queste aree.',
  upgraded: (names) => `Con aggiornamento automatico dell’immagine del sistema operativo: ${names}.`,
  upgradedBack: 'Azure non documenta se aggiorna le istanze anche a una versione inferiore.',
  newInstances: (names) => `Solo per le nuove istanze: ${names}.`,
  moreFollowers: 'Esistono altri set di scalabilità non presenti in questo elenco.',
  oneStep: 'Questa richiesta viene inviata ad Azure. La crittografia non cambia.',
  steps: 'Azure esegue queste richieste una dopo l’altra. La crittografia non cambia.',
  code: 'Mostra tutto come codice',
  confirm: { Promotion: 'Promuovi', RollBack: 'Esegui rollback' },
}

/** The texts of what a definition's latest gives, and of its change, in the language shown. */
export const useLatestTexts = catalogue({ en: latestEn, it: latestIt })
