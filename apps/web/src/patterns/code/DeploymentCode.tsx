import { type Deployment, deploymentExporters } from '@portal/code'
import { useCallback } from 'react'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { CodePane } from './CodePane.tsx'

type Language = keyof typeof deploymentExporters

const languages = Object.keys(deploymentExporters).filter((name): name is Language => name in deploymentExporters)

interface DeploymentCodeProps {
  deployment: Deployment
  /** the focused field, '' if none */
  field?: string
}

/** A deployment as code. No language omits anything of it. */
export function DeploymentCode({ deployment, field = '' }: DeploymentCodeProps) {
  const { cloud } = useSignedIn().configuration
  const write = useCallback(
    (language: Language) => deploymentExporters[language](deployment, cloud),
    [deployment, cloud],
  )
  return <CodePane languages={languages} write={write} field={field} />
}
