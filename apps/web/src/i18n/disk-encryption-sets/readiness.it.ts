import { readinessBriefsIt } from './readiness-briefs.it.ts'
import type { ReadinessTexts } from './readiness.en.ts'

export const readinessIt: ReadinessTexts = {
  allRight:
    'L’insieme di credenziali delle chiavi, la chiave e l’accesso del set sono stati letti e non presentano problemi.',
  readFailed: 'Non è stato possibile leggere le informazioni di Azure sulla chiave di questo set.',
  waiting:
    'Azure può impiegare alcuni minuti per rilevare l’autorizzazione concessa. Il portale controlla di nuovo da solo.',
  mended: 'Operazione completata. Il set viene letto di nuovo.',
  forGood:
    'L’operazione non può essere annullata: le chiavi eliminate restano recuperabili, e il nome dell’insieme di credenziali delle chiavi occupato, fino al termine del periodo di conservazione.',
  requestIntro: 'Non si dispone dell’autorizzazione per questa modifica. Inviare questa richiesta a chi ne dispone:',
  hiddenSets: (regions) =>
    `Non si dispone dell’autorizzazione per leggere i set di crittografia del disco nel gruppo di risorse della raccolta, quindi non si sa se ${regions} ne ha. Inviare questa richiesta a chi assegna i ruoli:`,
  hiddenSetsRequest: (scope) =>
    `Consentire la lettura dei set di crittografia del disco, per crittografare con essi le versioni dell’immagine: assegnare il ruolo Lettore, o un altro con l’azione Microsoft.Compute/diskEncryptionSets/read, per i set o per il loro gruppo di risorse.\nGruppo di risorse: ${scope}`,
  copyRequest: 'Copia la richiesta',
  requests: {
    grantKeyAccess: ({ vault, vaultId, setId }) =>
      `Consentire a un set di crittografia del disco di usare le chiavi dell’insieme di credenziali delle chiavi ${vault}: assegnare alla sua identità gestita il ruolo Utente di crittografia servizio di crittografia di Key Vault oppure, se vengono usati i criteri di accesso, le autorizzazioni della chiave get, wrapKey e unwrapKey.\nInsieme di credenziali delle chiavi: ${vaultId}\nSet di crittografia del disco: ${setId}`,
    enablePurgeProtection: ({ vault, vaultId }) =>
      `Attivare l’eliminazione temporanea e la protezione dall’eliminazione per l’insieme di credenziali delle chiavi ${vault}. Azure le richiede entrambe per le chiavi che crittografano dischi.\nInsieme di credenziali delle chiavi: ${vaultId}`,
    allowTrustedServices: ({ vault, vaultId }) =>
      `Consentire ai servizi Microsoft attendibili di ignorare il firewall dell’insieme di credenziali delle chiavi ${vault}. I dischi di Azure ne raggiungono le chiavi in questo modo.\nInsieme di credenziali delle chiavi: ${vaultId}`,
  },
  rotation: {
    intro:
      'Impostare il criterio con questo comando o nella pagina della chiave nel portale di Azure. Il portale si aggiorna entro un minuto.',
    copy: 'Copia comando',
    request: ({ vault, key, keyId, command }) =>
      `Richiesta: impostare un criterio di rotazione per la chiave ${key} nell’insieme di credenziali delle chiavi ${vault}: una nuova versione ogni 335 giorni, ognuna valida per 365 giorni.\nMotivo: i set di crittografia del disco seguono le nuove versioni della chiave, ma niente le crea.\nRuolo: Responsabile crittografia di Key Vault (Key Vault Crypto Officer)\nChiave: ${keyId}\nComando: ${command}`,
  },
  briefs: readinessBriefsIt,
  states: { ready: 'Pronto', warning: 'Pronto, con un avviso', blocked: 'Non pronto', unknown: 'Sconosciuto' },
  repairs: {
    grantKeyAccess: 'Concedi l’accesso all’insieme di credenziali delle chiavi',
    enablePurgeProtection: 'Attiva la protezione dall’eliminazione',
    allowTrustedServices: 'Consenti i servizi Microsoft attendibili',
    openInPortal: 'Apri nel portale di Azure',
    setRotationPolicy: 'Imposta criterio di rotazione',
    chooseAnotherSet: 'Scegli un altro set',
    chooseAnotherSource: 'Scegli un’altra origine',
    addTargetRegion: 'Aggiungi l’area',
    removeTargetRegion: 'Rimuovi l’area',
    correctField: 'Vai al campo',
    retry: 'Riprova',
  },
  notes: {
    KeyValidUntil: ({ key, days, date }) => `La chiave ${key} è valida fino al ${date}, per altri ${days} giorni.`,
    KeyRotationUnderWay: ({ name }) =>
      `Azure sta passando ${name} a una nuova versione della chiave. Mantenere abilitata la versione precedente fino al termine.`,
    ReadinessNotRead: ({ name }) => `La chiave di ${name} non è stata ancora controllata.`,
    KeyVaultUnreadable: ({ vault }) =>
      `Non si dispone dell’autorizzazione per leggere l’insieme di credenziali delle chiavi ${vault}, quindi la chiave non può essere controllata.`,
    KeyVaultNotNamed: ({ vault }) =>
      `L’insieme di credenziali delle chiavi ${vault} si trova in un’altra sottoscrizione o in un altro tenant, quindi la chiave non può essere controllata.`,
    KeyVaultPrivate: ({ vault }) =>
      `${vault} accetta solo connessioni private e servizi Microsoft attendibili, quindi il portale non può verificare se Azure raggiunge la chiave.`,
    KeyVaultInPerimeter: ({ vault }) =>
      `${vault} si trova in un perimetro di sicurezza di rete, che non considera attendibili i servizi Microsoft. Azure potrebbe non raggiungere la chiave.`,
    ManagedHsmNotChecked: ({ vault }) =>
      `La chiave si trova nel modulo di protezione hardware gestito ${vault}, che il portale non può controllare.`,
    KeyUnreadable: ({ key, vault }) =>
      `Non si dispone dell’autorizzazione per leggere la chiave ${key} in ${vault}, quindi non può essere controllata.`,
    KeyAccessUnreadable: ({ name, vault }) =>
      `Non si dispone dell’autorizzazione per leggere chi ha accesso a ${vault}, quindi non si sa se ${name} può usarne le chiavi.`,
    KeyAccessByUnknownRole: ({ name, vault }) =>
      `${name} ha un ruolo personalizzato per ${vault}; non è possibile stabilire se consente al set di usare le chiavi.`,
    ConfidentialOrchestratorNotChecked: ({ vault }) =>
      `Non è possibile controllare se Confidential VM Orchestrator può ottenere e rilasciare le chiavi di ${vault}.`,
  },
}
