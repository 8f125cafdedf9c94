import {
  accessExporters,
  type AccessGrant,
  type CodeLanguage,
  crossTenantAccessExporters,
  type Deployment,
  deploymentExporters,
  type ExportedCode,
  isAccessLanguage,
  isPreparationLanguage,
  languagesOf,
  pipelineExporters,
  type PipelineLanguage,
  preparationExporters,
  resourcesOfPlan,
  updateExporters,
  type VersionUpdate,
} from '@portal/code'
import type { Preparation } from '@portal/disk-encryption'
import type { ImageVersionPlan } from '@portal/image-version'
import { useCallback } from 'react'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { isPipeline } from './code-parts.ts'
import { useLossText } from './code-texts.ts'
import { CodePane } from './CodePane.tsx'

type CodeProps =
  /** versions as they are, and the plan of the next one for a pipeline */
  (
    | { updates: readonly VersionUpdate[]; next?: ImageVersionPlan | undefined }
    | { deployment: Deployment }
    /** disk encryption sets, with all that they need */
    | { preparation: Preparation }
    /** what this tenant creates for keys of another one */
    | { access: Preparation }
    /** role assignments */
    | { grant: AccessGrant }
  ) & {
    /** the focused field, '' if none */
    field?: string
  }

/** What is sent to Azure, as code. No language omits anything of it. */
export function Code({ field = '', ...of }: CodeProps) {
  if ('updates' in of && of.next !== undefined) return <VersionCode updates={of.updates} next={of.next} field={field} />
  if ('updates' in of) return <Exported exporters={updateExporters} of={of.updates} field={field} />
  if ('deployment' in of) return <Exported exporters={deploymentExporters} of={of.deployment} field={field} />
  if ('access' in of) return <Exported exporters={crossTenantAccessExporters} of={of.access} field={field} />
  if ('grant' in of) {
    const languages = languagesOf(accessExporters).filter((each) => isAccessLanguage(each, of.grant))
    return <Exported exporters={accessExporters} of={of.grant} languages={languages} field={field} />
  }
  const { preparation } = of
  const languages = languagesOf(preparationExporters).filter((each) => isPreparationLanguage(each, preparation))
  return <Exported exporters={preparationExporters} of={preparation} languages={languages} field={field} />
}

type VersionLanguage = keyof typeof updateExporters | PipelineLanguage

interface VersionCodeProps {
  updates: readonly VersionUpdate[]
  next: ImageVersionPlan
  field: string
}

function VersionCode({ updates, next, field }: VersionCodeProps) {
  const { cloud } = useSignedIn().configuration
  const lossText = useLossText()
  const write = useCallback(
    (language: VersionLanguage) =>
      isPipeline(language)
        ? pipelineExporters[language]({ plan: next }, { cloud })
        : updateExporters[language](updates, cloud),
    [updates, next, cloud],
  )
  return (
    <CodePane<VersionLanguage>
      languages={[...languagesOf(updateExporters), 'GitHubActions', 'AzurePipelines']}
      write={write}
      losses={{ of: ({ losses }) => losses.map(lossText), losslessFor: (language) => language }}
      setUp={{ id: next.imageDefinitionId, plan: resourcesOfPlan(next) }}
      field={field}
    />
  )
}

type Cloud = ReturnType<typeof useSignedIn>['configuration']['cloud']

interface ExportedProps<Language extends CodeLanguage, Of> {
  exporters: Record<Language, (of: Of, cloud: Cloud) => ExportedCode>
  of: Of
  languages?: Language[]
  field: string
}

function Exported<Language extends CodeLanguage, Of>(props: ExportedProps<Language, Of>) {
  const { exporters, of, languages = languagesOf(exporters), field } = props
  const { cloud } = useSignedIn().configuration
  const write = useCallback((language: Language) => exporters[language](of, cloud), [exporters, of, cloud])
  return <CodePane languages={languages} write={write} field={field} />
}
