import { crossTenantAccessExporters } from '@portal/code'
import type { Preparation } from '@portal/disk-encryption'
import { useCallback } from 'react'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { CodePane } from '../../../../patterns/code/CodePane.tsx'

/** What this tenant creates for keys of another one, as code. */
export function CrossTenantAccessCode({ preparation }: { preparation: Preparation }) {
  const { cloud } = useSignedIn().configuration
  const write = useCallback(
    (language: keyof typeof crossTenantAccessExporters) => crossTenantAccessExporters[language](preparation, cloud),
    [preparation, cloud],
  )
  return <CodePane languages={['AzureCli', 'AzurePowerShell']} write={write} />
}
