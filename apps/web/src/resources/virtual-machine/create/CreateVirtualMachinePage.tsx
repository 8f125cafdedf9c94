import { formatResourceId } from '@portal/portal-api'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { machineDraft } from '../../../drafts/machine-draft.ts'
import { DraftOfOneTab } from '../../../patterns/draft/DraftOfOneTab.tsx'
import { LinkIncomplete, usePageResource } from '../../../patterns/page/ResourcePage.tsx'
import { useMachineTexts } from '../texts/machine-texts.ts'
import { CreateVirtualMachineWizard } from './CreateVirtualMachineWizard.tsx'

/** The wizard for a virtual machine from the image version that the address names. */
export function CreateVirtualMachinePage() {
  const { account } = useSignedIn()
  const { title } = useMachineTexts()
  const [search] = useSearchParams()
  const version = usePageResource('Microsoft.Compute/galleries/images/versions', 'version')?.parts
  const [discarded, setDiscarded] = useState(0)
  if (version === undefined) return <LinkIncomplete />
  // Another account, another version or a discarded draft is another wizard: nothing of the last one stays.
  const draft = machineDraft(account.key, formatResourceId(version)).key
  return (
    <DraftOfOneTab key={draft} name={draft} title={title}>
      <CreateVirtualMachineWizard
        key={discarded}
        version={version}
        isForTest={search.get('test') === 'yes'}
        onDiscarded={() => setDiscarded(discarded + 1)}
      />
    </DraftOfOneTab>
  )
}
