import type { KeyPairTexts } from './key-pair.en.ts'

export const keyPairIt: KeyPairTexts = {
  source: 'Origine della chiave pubblica SSH',
  sources: { generate: 'Genera nuova coppia di chiavi', existing: 'Usa chiave pubblica esistente' },
  type: 'Tipo di chiave SSH',
  types: { RSA: 'RSA (4096 bit)', Ed25519: 'Ed25519' },
  name: 'Nome della coppia di chiavi',
  keyPair: 'Coppia di chiavi SSH',
  generate: 'Genera e scarica coppia di chiavi',
  another: 'Genera un’altra coppia di chiavi',
  generating: 'Generazione della coppia di chiavi…',
  hint: 'La coppia viene generata nel browser e la chiave privata viene scaricata una sola volta. La chiave privata non viene salvata né inviata.',
  failedTitle: 'Coppia di chiavi non generata',
  failed:
    'Questo browser non può generare chiavi di questo tipo. Scegliere un altro tipo o usare una chiave pubblica esistente.',
  downloaded: (file) => `Chiave privata scaricata: ${file}`,
  keep: (command) => `Conservare il file: non si può scaricare di nuovo. Prima di connettersi, eseguire ${command}.`,
  copyPublicKey: 'Copia chiave pubblica',
}
