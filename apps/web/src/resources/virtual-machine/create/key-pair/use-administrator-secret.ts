import type { VirtualMachinePlan } from '@portal/virtual-machine'
import { useState } from 'react'
import { machineKeyPair, type MachineKeyPair } from '../../../../drafts/machine-draft.ts'

type KeySource = 'generate' | 'existing'

/**
 * The password or SSH public key of the machine's administrator, which is in no plan. The public key of a generated
 * pair survives a reload, because its private key can't be generated again; a password or a pasted key is only in
 * memory.
 */
export function useAdministratorSecret({ authenticationType, imageVersionId }: VirtualMachinePlan, accountKey: string) {
  const kept = machineKeyPair(accountKey, imageVersionId)
  const [keyPair, setKeyPair] = useState(kept.load)
  const [keySource, setKeySource] = useState<KeySource>('generate')
  const generated = keyPair?.publicKey ?? ''
  const [adminSecret, setAdminSecret] = useState(authenticationType === 'SshPublicKey' ? generated : '')
  const secretOf = (source: KeySource) => (source === 'generate' ? generated : '')
  return {
    adminSecret,
    onAdminSecret: setAdminSecret,
    keySource,
    onKeySource: (source: KeySource) => {
      setKeySource(source)
      setAdminSecret(secretOf(source))
    },
    onAuthenticationType: (type: VirtualMachinePlan['authenticationType']) =>
      setAdminSecret(type === 'SshPublicKey' ? secretOf(keySource) : ''),
    keyPair,
    onKeyPair: (pair: MachineKeyPair) => {
      kept.save(pair)
      setKeyPair(pair)
      setAdminSecret(pair.publicKey)
    },
    forgetKeyPair: kept.remove,
  }
}

export type AdministratorSecret = Omit<ReturnType<typeof useAdministratorSecret>, 'forgetKeyPair'>
