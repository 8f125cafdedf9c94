import type { ReadinessTexts } from './readiness.en.ts'

export const readinessIt: ReadinessTexts = {
  states: { ready: 'Pronto', warning: 'Pronto, con un avviso', blocked: 'Non pronto', unknown: 'Sconosciuto' },
  repairs: {
    grantKeyAccess: 'Concedi l’accesso all’insieme di credenziali delle chiavi',
    enablePurgeProtection: 'Attiva la protezione dall’eliminazione',
    allowTrustedServices: 'Consenti i servizi Microsoft attendibili',
    openInPortal: 'Apri nel portale di Azure',
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
