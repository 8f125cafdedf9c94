/** The texts of the SSH key pair of a new virtual machine. */
export const keyPairEn = {
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

export type KeyPairTexts = typeof keyPairEn
