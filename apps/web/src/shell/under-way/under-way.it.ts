import type { UnderWayTexts } from './under-way.en.ts'

export const underWayIt: UnderWayTexts = {
  title: 'In corso in Azure',
  close: 'Chiudi',
  button: (count, formatted) => (count === 0 ? 'Nessuna operazione in corso' : `${formatted} in corso`),
  unknown: 'Impossibile leggere le operazioni in corso',
  nothing: 'Nessuna operazione in corso nelle sottoscrizioni accessibili.',
  leave: 'Le operazioni continuano in Azure anche se si chiude questa pagina.',
  lag: 'Le nuove operazioni potrebbero essere visualizzate dopo un minuto o più.',
  partial: 'Non tutte le operazioni sono visualizzate. Altre potrebbero essere in corso in altri gruppi di risorse.',
  kinds: {
    imageVersion: 'Versione dell’immagine',
    diskEncryptionSet: 'Set di crittografia del disco',
    virtualMachine: 'Macchina virtuale',
    preparation: 'Distribuzione di set di crittografia del disco',
    machineDeployment: 'Distribuzione di una macchina virtuale',
    versionWork: 'Distribuzione di modifiche a una versione dell’immagine',
    campaign: 'Esecuzione della crittografia',
  },
  states: {
    Creating: 'in creazione',
    Updating: 'in aggiornamento',
    Deleting: 'in eliminazione',
    Migrating: 'in migrazione',
    Running: 'in esecuzione',
    Accepted: 'in avvio',
  },
  since: (time, elapsed) => `Inizio: ${time} · ${elapsed}`,
  progressOf: (name) => `Replica di ${name}`,
  campaign: (number) => `Esecuzione ${number}`,
  created: (created, all) => `Versioni create: ${created} su ${all}`,
  inGroup: (group) => `in ${group}`,
}
