import { deploymentExporters, type Deployment } from '@portal/image-version'
import { useCallback } from 'react'
import { CodePane } from './CodePane.tsx'

type Language = keyof typeof deploymentExporters

const languages = Object.keys(deploymentExporters).filter((name): name is Language => name in deploymentExporters)

/** A deployment as code. No language leaves anything of it out. */
export function DeploymentCode({ deployment }: { deployment: Deployment }) {
  const write = useCallback((language: Language) => deploymentExporters[language](deployment), [deployment])
  return <CodePane languages={languages} write={write} />
}
