import { catalogue } from '../../../i18n/catalogue.ts'

/** The texts of the SSH key pair of a new virtual machine. */
const keyPairEn = {
  source: 'SSH public key source',
  sources: { generate: 'Generate new key pair', existing: 'Use existing public key' },
  type: 'SSH key type',
  types: { RSA: 'RSA (4096 bits)', Ed25519: 'Ed25519' },
  name: 'Key pair name',
  keyPair: 'SSH key pair',
  generate: 'Generate and download key pair',
  another: 'Generate another key pair',
  generating: 'Generating key pair…',
  hint: 'Your browser generates the pair and downloads the private key once. The private key isn’t stored or sent.',
  failedTitle: 'Key pair not generated',
  failed: 'This browser can’t generate keys of this type. Choose another type, or use an existing public key.',
  downloaded: (file: string) => `Private key downloaded: ${file}`,
  keep: (command: string) => `Keep the file: it can’t be downloaded again. Before you connect, run ${command}.`,
  copyPublicKey: 'Copy public key',
}

const keyPairIt: typeof keyPairEn = {
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

/** The texts of the SSH key pair of a new virtual machine, in the language shown. */
export const useKeyPairTexts = catalogue({ en: keyPairEn, it: keyPairIt })
