import { connectionFindingsIt } from './connection-findings.it.ts'
import type { ConnectionPageTexts } from './connection.en.ts'

export const connectionIt: ConnectionPageTexts = {
  title: 'Controllo della connessione',
  subtitle: 'Ogni passaggio del percorso verso Azure, esaminato ora',
  checkAgain: 'Controlla di nuovo',
  checking: 'Controllo in corso…',
  copy: 'Copia come testo',
  allWell: 'Ogni passaggio è a posto.',
  amiss: (failed, warnings) =>
    `Non riusciti: ${failed}. Avvisi: ${warnings}. Iniziare dall’alto: i passaggi successivi dipendono da quelli precedenti.`,
  notSignedIn: 'L’accesso qui non è stato eseguito, quindi il controllo si ferma al token. Proseguirà dopo l’accesso.',
  links: 'Passaggi',
  link: 'Passaggio',
  verdict: 'Esito',
  seen: 'Che cosa si è visto',
  whatToDo: 'Che cosa fare',
  time: 'Tempo',
  milliseconds: (ms) => `${ms} ms`,
  nothing: 'Nulla',
  mendAbove: 'Correggere prima i passaggi precedenti.',
  expected: (value) => `previsto: ${value}`,
  providersOf: 'Provider di risorse di',
  toPrerequisites: 'Apri i prerequisiti',
  azureTime: 'L’ora di Azure è riportata, non valutata: il portale la usa per le date di Azure.',
  browserClock: 'Orologio di questo computer',
  reportTitle: (origin, time) => `Controllo della connessione di ${origin}, ${time}`,
  of: {
    verdicts: { ok: 'OK', warning: 'Avviso', failed: 'Non riuscito', notReached: 'Non raggiunto' },
    links: {
      metadata: 'Metadati di Entra ID',
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
