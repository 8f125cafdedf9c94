import type { UnderWayTexts } from './under-way.en.ts'

export const underWayIt: UnderWayTexts = {
  title: 'In corso in Azure',
  close: 'Chiudi',
  button: (count, formatted) => (count === 0 ? 'Nulla in corso' : `${formatted} in corso`),
  unknown: 'Non è stato possibile leggere che cosa è in corso',
  nothing: 'Azure non ha nulla in corso nelle sottoscrizioni visibili.',
  leave: 'Letto da Azure: ogni browser mostra lo stesso. Il lavoro prosegue senza questa pagina.',
  lag: 'Ciò che è appena iniziato può comparire dopo un minuto o più.',
  partial: 'È in corso più di quanto mostrato qui, o ci sono distribuzioni in più gruppi di risorse di quelli letti.',
  kinds: {
    imageVersion: 'Versione dell’immagine',
    diskEncryptionSet: 'Set di crittografia del disco',
    virtualMachine: 'Macchina virtuale',
    preparation: 'Distribuzione di set di crittografia del disco',
    machineDeployment: 'Distribuzione di una macchina virtuale',
    versionWork: 'Distribuzione di passaggi su una versione dell’immagine',
  },
  states: {
    Creating: 'in creazione',
    Updating: 'in aggiornamento',
    Deleting: 'in eliminazione',
    Migrating: 'in spostamento',
    Running: 'in esecuzione',
    Accepted: 'in procinto di iniziare',
  },
  since: (time, elapsed) => `da ${time}, finora ${elapsed}`,
  progressOf: (name) => `Replica di ${name}`,
  inGroup: (group) => `in ${group}`,
  finished: (names) => `Non più in corso in Azure: ${names}`,
}
