import { connectionFindingsIt } from './connection-findings.it.ts'
import type { ConnectionPageTexts } from './connection.en.ts'

export const connectionIt: ConnectionPageTexts = {
  title: 'Controllo della connessione',
  subtitle: 'Verifica ogni passaggio tra il portale e Azure',
  checkAgain: 'Controlla di nuovo',
  checking: 'Controllo in corso…',
  copy: 'Copia come testo',
  allWell: 'Tutti i passaggi sono riusciti.',
  amiss: (failed, warnings) =>
    `Non riusciti: ${failed}. Avvisi: ${warnings}. Iniziare dall’alto, perché i passaggi successivi dipendono dai precedenti.`,
  notSignedIn:
    'L’accesso non è stato eseguito, quindi il controllo si ferma al token. Accedere e controllare di nuovo.',
  links: 'Passaggi',
  link: 'Passaggio',
  verdict: 'Esito',
  seen: 'Dettagli',
  whatToDo: 'Azione consigliata',
  time: 'Durata',
  milliseconds: (ms) => `${ms} ms`,
  nothing: 'Nessuna',
  mendAbove: 'Correggere prima i passaggi non riusciti.',
  expected: (value) => `previsto: ${value}`,
  providersOf: 'Sottoscrizione da controllare',
  toPrerequisites: 'Apri Prerequisiti',
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
}
