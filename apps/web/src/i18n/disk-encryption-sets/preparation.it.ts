import type { PreparationTexts } from './preparation.en.ts'

const sets = (count: number) =>
  count === 1 ? '1 set di crittografia del disco' : `${count} set di crittografia del disco`

export const preparationIt: PreparationTexts = {
  open: (count, region) => (count === 1 ? `Crea il set mancante in ${region}…` : `Crea tutti i ${count} set mancanti…`),
  underWay: (regions) => `Azure sta creando set di crittografia del disco in ${regions}.`,
  showProgress: 'Mostra lo stato',
  title: 'Crea set di crittografia del disco',
  close: 'Chiudi',
  steps: { names: 'Nomi', preview: 'Anteprima', progress: 'Stato' },
  names: {
    intro:
      'Per ogni area Azure crea un insieme di credenziali delle chiavi, una chiave, un’identità che può usarla e il set di crittografia del disco. Tutto viene creato nel gruppo di risorse della raccolta.',
    pattern: 'Modello dei nomi',
    patternHint: 'Per tutti i set. {Region} è l’area scritta come JapanEast, {region} come japaneast.',
    permissionModel: 'Chi può usare le chiavi dei nuovi insiemi di credenziali',
    permissionModels: {
      Roles: 'Controllo degli accessi in base al ruolo di Azure',
      AccessPolicies: 'Criterio di accesso dell’insieme di credenziali',
    },
    rolesForbidden:
      'Non è possibile assegnare ruoli in questo gruppo di risorse, perciò sono scelti i criteri di accesso. Per usare i ruoli, chiedere il diritto di assegnarli.',
    rotation: 'Rotazione automatica della chiave',
    rotationHint: 'Azure passa alla versione più recente della chiave entro circa un’ora.',
    keyRotation: 'Criterio di rotazione delle nuove chiavi',
    keyRotationHint: 'La chiave crea nuove versioni da sola. Senza un criterio, il set non ha versioni a cui passare.',
    rotateAfter: 'Giorni fino a una nuova versione',
    expireAfter: 'Giorni fino alla scadenza di una versione',
    orchestrator: 'ID oggetto di Confidential VM Orchestrator',
    orchestratorHint:
      'Rilascia le chiavi dei dischi riservati. Per trovarlo: az ad sp show --id bf7b6499-ff71-4aa2-97a4-f372087be7f0 --query id',
    set: 'Set di crittografia del disco',
    vault: 'Insieme di credenziali delle chiavi',
    newVault: 'Nuovo insieme di credenziali delle chiavi',
    vaultName: 'Nome dell’insieme di credenziali delle chiavi',
    key: 'Chiave',
    newKey: 'Nuova chiave',
    keyName: 'Nome della chiave',
    identity: 'Identità assegnata dall’utente',
    labelIn: (label, region) => `${label} – ${region}`,
    preview: 'Anteprima',
  },
  issues: {
    DiskEncryptionSetNameInvalid: 'Da 1 a 80 lettere, cifre, trattini e caratteri di sottolineatura.',
    DiskEncryptionSetLimitReached:
      'La sottoscrizione ha 5.000 set di crittografia del disco in questa area, il massimo consentito da Azure. Eliminarne uno inutilizzato oppure escludere l’area.',
    DiskEncryptionSetNameTaken: 'Nel gruppo di risorse esiste già un set con questo nome.',
    DiskEncryptionSetNameTwice: 'Due set non possono avere lo stesso nome.',
    IdentityNameInvalid:
      'Da 3 a 128 lettere, cifre, trattini e caratteri di sottolineatura; il primo è una lettera o una cifra.',
    KeyVaultNameInvalid: 'Da 3 a 24 lettere, cifre e trattini singoli; il primo carattere è una lettera.',
    KeyVaultNameTaken: 'In Azure il nome è già di un insieme di credenziali, anche eliminato.',
    KeyNameInvalid: 'Da 1 a 127 lettere, cifre e trattini.',
    KeyRotationInvalid:
      'Immettere almeno 28 giorni fino alla scadenza e almeno 7 giorni prima e dopo la nuova versione.',
    AttestationProviderMissing: 'Azure non indica qui un provider di attestazione: scegliere una chiave esistente.',
    OrchestratorInvalid: 'Un ID oggetto è un GUID.',
  },
  parts: {
    identity: 'Identità',
    vault: 'Insieme di credenziali delle chiavi',
    key: 'Chiave',
    grant: 'Accesso alla chiave',
    diskEncryptionSet: 'Set di crittografia del disco',
  },
  preview: {
    asking: 'Azure sta calcolando che cosa succederebbe.',
    nothingYet: 'Non è stato ancora creato nulla. Secondo Azure succederebbe questo:',
    region: 'Area',
    resource: 'Risorsa',
    change: 'Che cosa succede',
    rotates: (rotateAfter, expireAfter) => `Nuova versione ogni ${rotateAfter}, scade dopo ${expireAfter}`,
    changes: {
      Create: 'Viene creata',
      Modify: 'Viene modificata',
      NoChange: 'Esiste già',
      Deploy: 'Viene inviata',
      Unsupported: 'Azure non può dirlo prima',
    },
    missingTitle: 'Mancano alcuni diritti',
    missing: (actions) => `In questo gruppo di risorse mancano: ${actions}.`,
    useAccessPolicies: 'Usa i criteri di accesso',
    requestTitle: 'Oppure chiedere a chi può concederli',
    request: (command) =>
      `Per favore, permettimi di dare a identità gestite l’accesso alle chiavi di crittografia nel nostro gruppo di risorse, così posso creare set di crittografia del disco:\n\n${command}`,
    copyRequest: 'Copia la richiesta',
    back: 'Cambia i nomi',
    create: (count) => `Crea ${sets(count)}`,
  },
  progress: {
    states: {
      Running: 'In creazione',
      AwaitingGrant: 'In attesa dell’accesso',
      Succeeded: 'Creati',
      Failed: 'Non riuscito',
      Canceled: 'Annullato',
    },
    partStates: {
      Waiting: 'In attesa',
      Running: 'In creazione',
      AwaitingGrant: 'In attesa dell’accesso',
      Succeeded: 'Creato',
      Failed: 'Non riuscito',
    },
    leave: 'Azure continua anche senza questa pagina: è possibile chiuderla e tornare.',
    elapsed: (time) => `da ${time}`,
    awaiting: (time) =>
      `L’identità ha accesso alla sua chiave e Azure impiega qualche minuto a tenerne conto. Prossimo tentativo tra ${time}.`,
    awaitingNow:
      'L’identità ha accesso alla sua chiave e Azure impiega qualche minuto a tenerne conto. Nuovo tentativo in corso.',
    made: (count) => (count === 1 ? '1 set è stato creato e scelto.' : `${count} set sono stati creati e scelti.`),
    failed: 'Non tutti i set sono stati creati. Ciò che è stato creato rimane; un nuovo tentativo riparte da lì.',
    canceled: 'La distribuzione è stata annullata in Azure.',
    tryAgain: 'Riprova',
    took: (time) => `in ${time}`,
  },
}
