import { roleRequestIt } from '../role-request.ts'
import { readinessBriefsIt } from './readiness-briefs-texts.ts'
import type { ReadinessTexts } from './readiness-notes.en.ts'

export const readinessIt: ReadinessTexts = {
  allRight: 'Nessun problema rilevato per insieme di credenziali, chiave e accesso.',
  waiting: 'L’accesso alla chiave sarà attivo entro alcuni minuti. La verifica si ripete automaticamente.',
  check: {
    at: (time) => `Ultimo controllo: ${time}`,
    failed: 'Controllo non riuscito',
    again: 'Controlla di nuovo',
    againFor: (sets) => `Controlla di nuovo: ${sets}`,
    all: 'tutti i set di crittografia del disco',
    checking: 'Controllo in corso…',
    done: ({ sets, state, time }) => `${sets}: ${state}. Ultimo controllo: ${time}.`,
  },
  forGood:
    'L’operazione non può essere annullata. Fino al termine del periodo di conservazione le chiavi eliminate restano recuperabili e il nome dell’insieme di credenziali non è riutilizzabile.',
  turnOnFor: (vault) => `Attivarla per ${vault}? L’operazione non può essere annullata.`,
  turnOn: 'Attiva',
  cancel: 'Annulla',
  requestIntro:
    'Non si dispone dell’autorizzazione per questa modifica. Inviare questa richiesta all’amministratore dell’insieme di credenziali:',
  hiddenSets: (regions) =>
    `Non si dispone dell’autorizzazione per visualizzare i set di crittografia del disco nel gruppo di risorse della raccolta (aree: ${regions}). Inviare questa richiesta all’amministratore:`,
  hiddenSetsRequest: (scope) =>
    `Richiesta: assegnare il ruolo seguente al mio account in Azure.\n${roleRequestIt({
      action: 'Microsoft.Compute/diskEncryptionSets/read',
      scope,
      reason: 'Crittografare versioni dell’immagine con set di crittografia del disco',
    })}`,
  requests: {
    grantKeyAccess: ({ vaultId, setId }) =>
      `Richiesta: concedere all’identità gestita di un set di crittografia del disco l’accesso a un insieme di credenziali delle chiavi.\n${roleRequestIt(
        {
          role: 'Utente di crittografia servizio di crittografia di Key Vault (Key Vault Crypto Service Encryption User), o le autorizzazioni get, wrapKey e unwrapKey dei criteri di accesso',
          scope: vaultId,
          reason: `Crittografare con le chiavi dell’insieme di credenziali tramite ${setId}`,
        },
      )}`,
    enablePurgeProtection: ({ vaultId }) =>
      `Richiesta: attivare l’eliminazione temporanea e la protezione dalla rimozione definitiva per un insieme di credenziali delle chiavi.\nAmbito: ${vaultId}\nMotivo: Azure richiede entrambe le protezioni per le chiavi che crittografano dischi`,
    allowTrustedServices: ({ vaultId }) =>
      `Richiesta: consentire ai servizi Microsoft attendibili di ignorare il firewall di un insieme di credenziali delle chiavi.\nAmbito: ${vaultId}\nMotivo: Consentire ad Azure di raggiungere le chiavi che crittografano dischi`,
  },
  rotation: {
    intro:
      'Eseguire questo comando o impostare il criterio nella pagina della chiave nel portale di Azure. Controllare quindi di nuovo il set.',
    copy: 'Copia comando',
    request: ({ keyId, command }) =>
      `Richiesta: impostare un criterio di rotazione per una chiave, con una nuova versione ogni 335 giorni, valida 365 giorni.\n${roleRequestIt(
        {
          role: 'Responsabile crittografia di Key Vault (Key Vault Crypto Officer)',
          scope: keyId,
          reason: 'Non vengono create nuove versioni della chiave per i set di crittografia del disco',
        },
      )}\nComando: ${command}`,
  },
  briefs: readinessBriefsIt,
  states: { ready: 'Pronto', warning: 'Pronto, con avvisi', blocked: 'Non pronto', unknown: 'Sconosciuto' },
  repairs: {
    grantKeyAccess: 'Concedi accesso all’insieme di credenziali',
    enablePurgeProtection: 'Attiva protezione dalla rimozione definitiva',
    allowTrustedServices: 'Consenti servizi Microsoft attendibili',
    openInPortal: 'Apri nel portale di Azure',
    setRotationPolicy: 'Imposta criterio di rotazione',
    chooseAnotherSet: 'Scegli un altro set',
    chooseAnotherSource: 'Scegli un’altra origine',
    cleanUpVersions: 'Pulizia delle versioni',
    addTargetRegion: 'Aggiungi area',
    removeTargetRegion: 'Rimuovi area',
    correctField: 'Vai al campo',
    retry: 'Riprova',
  },
  notes: {
    KeyValidUntil: ({ key, days, date }) => `Scadenza della chiave ${key}: ${date} (giorni rimanenti: ${days}).`,
    KeyRotationUnderWay: ({ name }) =>
      `Azure sta passando ${name} a una nuova versione della chiave. Mantenere abilitata la versione precedente fino al termine.`,
    ReadinessNotRead: ({ name }) => `La chiave di ${name} non è stata ancora verificata.`,
    KeyVaultUnreadable: ({ vault }) =>
      `Non si dispone dell’autorizzazione per visualizzare l’insieme di credenziali ${vault}, quindi la chiave non può essere verificata.`,
    KeyVaultNotNamed: ({ vault }) =>
      `L’insieme di credenziali ${vault} si trova in un’altra sottoscrizione o in un altro tenant, quindi la chiave non può essere verificata.`,
    KeyVaultInAnotherTenant: ({ vault }) =>
      `L’insieme di credenziali ${vault} si trova in un altro tenant, quindi la chiave non può essere verificata. Solo il prossimo uso del set in Azure mostra se funziona.`,
    KeyVaultPrivate: ({ vault }) =>
      `${vault} accetta solo connessioni private e servizi Microsoft attendibili, quindi il portale non può verificare se Azure raggiunge la chiave.`,
    KeyVaultInPerimeter: ({ vault }) =>
      `${vault} si trova in un perimetro di sicurezza di rete, che di norma non considera attendibili i servizi Microsoft. Azure potrebbe non raggiungere la chiave.`,
    ManagedHsmNotChecked: ({ vault }) =>
      `La chiave si trova nell’HSM gestito ${vault}, che il portale non può verificare.`,
    KeyUnreadable: ({ key, vault }) =>
      `Non si dispone dell’autorizzazione per visualizzare la chiave ${key} in ${vault}, quindi non può essere verificata.`,
    KeyAccessUnreadable: ({ name, vault }) =>
      `Non si dispone dell’autorizzazione per visualizzare chi ha accesso a ${vault}, quindi non è noto se ${name} può usarne le chiavi.`,
    KeyAccessByUnknownRole: ({ name, vault }) =>
      `${name} ha un ruolo personalizzato per ${vault}. Il portale non può stabilire se il ruolo consente di usare le chiavi.`,
    ConfidentialOrchestratorNotChecked: ({ vault }) =>
      `Il portale non può verificare se Confidential VM Orchestrator può ottenere e rilasciare le chiavi di ${vault}.`,
  },
}
