import type { AccessTexts } from './access.en.ts'
import { connectionFindingsIt } from './connection-findings.it.ts'

export const accessIt: AccessTexts = {
  subtitle: 'Connessione, registrazioni e autorizzazioni necessarie per le versioni dell’immagine crittografate',
  missing: 'Da correggere',
  missingSteps: 'Passaggi con problemi',
  missingPermissions: 'Autorizzazioni mancanti',
  show: 'Mostra tutti i controlli',
  hide: 'Nascondi tutti i controlli',
  verdict: {
    titles: {
      ready: 'È possibile creare versioni dell’immagine crittografate',
      connectionFailed: 'Nessuna connessione ad Azure',
      providerMissing: 'Non è ancora possibile creare versioni dell’immagine crittografate',
      providerInProgress: 'Registrazione in corso',
      permissionsMissing: 'Non è ancora possibile creare versioni dell’immagine crittografate',
      unclear: 'Impossibile verificare alcuni prerequisiti',
    },
    ready: 'La sottoscrizione è registrata e i ruoli dell’account consentono tutte le azioni necessarie.',
    readyWithoutSets:
      'È possibile usare i set di crittografia del disco esistenti. Per crearne o correggerli servono altre autorizzazioni.',
    connectionFailed: 'Iniziare dal primo passaggio non riuscito, perché i successivi dipendono dai precedenti.',
    providerMissing: 'Il provider di risorse Microsoft.Compute non è registrato in questa sottoscrizione.',
    providerInProgress:
      'Azure sta registrando il provider di risorse Microsoft.Compute. Possono essere necessari alcuni minuti.',
    permissionsMissing: (count) =>
      `Autorizzazioni mancanti: ${count}. Inviare la richiesta seguente oppure scegliere la raccolta per cui sono assegnati i ruoli.`,
    unclear:
      'Azure non ha indicato alcune registrazioni o alcuni ruoli. È possibile continuare, ma una richiesta potrebbe essere negata.',
  },
  registrations: 'Registrazioni della sottoscrizione',
  registrationsDescription:
    'Lo stato attuale in Azure. È possibile lasciare la pagina mentre una registrazione è in corso.',
  names: {
    'Microsoft.Compute': 'Provider di risorse Microsoft.Compute',
    SIGEncryption: 'Funzionalità SIGEncryption',
    EncryptionAtHost: 'Funzionalità EncryptionAtHost',
    ConfidentialVMDataDiskEncryptionPreview: 'Funzionalità ConfidentialVMDataDiskEncryptionPreview',
  },
  why: {
    'Microsoft.Compute': 'Necessario: fornisce raccolte, versioni dell’immagine e set di crittografia del disco.',
    SIGEncryption: 'Non più necessaria: le chiavi gestite dal cliente sono disponibili a livello generale.',
    EncryptionAtHost: 'Necessaria solo per le macchine virtuali con crittografia nell’host.',
    ConfidentialVMDataDiskEncryptionPreview:
      'Anteprima. Necessaria solo per crittografare con le proprie chiavi i dischi dati delle immagini riservate.',
  },
  what: 'Nome',
  state: 'Stato',
  states: {
    Registered: 'Registrato',
    Registering: 'Registrazione in corso',
    Pending: 'In attesa di approvazione',
    NotRegistered: 'Non registrato',
    Unregistering: 'Annullamento della registrazione in corso',
    Unregistered: 'Registrazione annullata',
    NotFound: 'Funzionalità non trovata',
    Unknown: 'Sconosciuto: autorizzazione mancante',
  },
  action: 'Azione',
  register: (name) => `Registra ${name}`,
  nothingToDo: 'Nessuna',
  takesMinutes: 'Possono essere necessari alcuni minuti.',
  askForIt: 'Autorizzazione mancante per la registrazione. Inviare la richiesta riportata in questa pagina.',
  registerAbove: 'Registrarlo nella parte superiore della pagina.',
  allowed: 'Autorizzazioni',
  allowedDescription:
    'Azioni consentite dai ruoli assegnati. L’elenco delle azioni necessarie per ogni operazione è un’interpretazione del portale.',
  scope: 'Ambito',
  wholeSubscription: 'Intera sottoscrizione',
  atGallery: (name) => `Raccolta ${name}`,
  galleryHint:
    'I ruoli possono essere assegnati per una singola raccolta. Per una raccolta vengono visualizzate solo le azioni sulle versioni dell’immagine.',
  purpose: 'Finalità',
  purposes: {
    imageVersions: 'Versioni dell’immagine',
    sources: 'Origini delle versioni dell’immagine',
    diskEncryptionSets: 'Scelta dei set di crittografia del disco',
    makeDiskEncryptionSets: 'Creazione e correzione dei set di crittografia del disco',
  },
  azureAction: 'Azione',
  answer: 'Autorizzazione',
  permissions: { allowed: 'Consentita', forbidden: 'Non consentita', unknown: 'Sconosciuta' },
  unknownNote: 'Azure non ha restituito i ruoli dell’account, quindi alcune autorizzazioni sono sconosciute.',
  multifactor: {
    title: 'Autenticazione a più fattori',
    description: 'Nel cloud pubblico, Azure la richiede a ogni utente che crea, modifica o elimina risorse.',
    states: {
      used: 'Questo accesso è stato eseguito con l’autenticazione a più fattori.',
      notUsed:
        'Questo accesso è stato eseguito senza l’autenticazione a più fattori. Se Azure la richiede per una modifica, selezionare Verifica. I dati immessi vengono conservati.',
      unknown:
        'Sconosciuto: il token per Azure non lo indica. Se Azure la richiede per una modifica, selezionare Verifica. I dati immessi vengono conservati.',
    },
  },
  request: {
    title: 'Richiesta per un amministratore',
    intro: 'Inviare questa richiesta all’amministratore della sottoscrizione:',
    text: (scope, lines) =>
      `Richiesta per ${scope}:\n${lines}\nMotivo: Creare versioni dell’immagine crittografate in Azure`,
    registerProvider:
      '- Registrare il provider di risorse Microsoft.Compute:\n  az provider register -n Microsoft.Compute',
    registerFeature: (name) =>
      `- Registrare la funzionalità ${name}:\n  az feature register --namespace Microsoft.Compute --name ${name}`,
    giveAction: (action) => `- Assegnarmi un ruolo che includa ${action}`,
  },
  connection: {
    title: 'Controllo della connessione',
    description: 'Ogni passaggio tra il portale e Azure.',
    checkAgain: 'Controlla di nuovo',
    checking: 'Controllo in corso…',
    copy: 'Copia come testo',
    allWell: 'Connessione: tutti i passaggi sono riusciti.',
    amiss: (failed, warnings) => `Non riusciti: ${failed}. Avvisi: ${warnings}.`,
    notSignedIn:
      'L’accesso non è stato eseguito, quindi il controllo si ferma al token. Accedere e controllare di nuovo.',
    link: 'Passaggio',
    verdict: 'Esito',
    seen: 'Dettagli',
    whatToDo: 'Azione consigliata',
    time: 'Durata',
    milliseconds: (ms) => `${ms} ms`,
    nothing: 'Nessuna',
    mendAbove: 'Correggere prima i passaggi non riusciti.',
    expected: (value) => `previsto: ${value}`,
    azureTime: 'L’ora di Azure è riportata come riferimento. Il portale la confronta con le date di Azure.',
    browserClock: 'Orologio di questo computer',
    reportTitle: (origin, time) => `Controllo della connessione: ${origin}, ${time}`,
    of: {
      verdicts: { ok: 'OK', warning: 'Avviso', failed: 'Non riuscito', notReached: 'Non eseguito' },
      links: {
        metadata: 'Metadati di Microsoft Entra ID',
        signingKeys: 'Chiavi di firma',
        userToken: 'Token dell’utente per il portale',
        apiCredential: 'Credenziale dell’API',
        onBehalfOf: 'On-Behalf-Of',
        resourceManager: 'Azure Resource Manager',
        resourceProvider: 'Provider di risorse',
        clock: 'Orologio del server',
      },
      findings: connectionFindingsIt,
    },
  },
}
