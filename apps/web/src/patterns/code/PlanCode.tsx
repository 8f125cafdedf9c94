import { exporters, languagesOf, type Loss, pipelineExporters, resourcesOfPlan } from '@portal/code'
import { regionDisplayName } from '@portal/disk-encryption'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { useCallback, useDeferredValue } from 'react'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { isPipeline, type ShownLanguage } from './code-parts.ts'
import { useLossText } from './code-texts.ts'
import { CodePane } from './CodePane.tsx'

interface PlanCodeProps {
  plan: ImageVersionPlan
  inventory: Inventory
  /** the focused field, '' if none */
  field: string
}

/** The plan as code during editing. A large plan is written when the browser is idle. */
export function PlanCode({ plan, inventory, field }: PlanCodeProps) {
  const { cloud } = useSignedIn().configuration
  const lossText = useLossText()
  const formats = useFormats()
  const shownPlan = useDeferredValue(plan)
  const shownInventory = useDeferredValue(inventory)
  const write = useCallback(
    (language: ShownLanguage) => {
      const context = { cloud, inventory: shownInventory }
      return isPipeline(language)
        ? pipelineExporters[language]({ plan: shownPlan }, context)
        : exporters[language].exportCode(shownPlan, context)
    },
    [shownPlan, cloud, shownInventory],
  )

  // A loss in many regions is reported once, with their names.
  function lossesOf({ losses }: { losses: Loss[] }): string[] {
    return [...Map.groupBy(losses, ({ code }) => code)].flatMap(([code, [first, ...others]]) => {
      if (first === undefined) return []
      const regions = [first, ...others].map(({ params }) =>
        regionDisplayName(inventory, String(params['region'] ?? '')),
      )
      return [lossText({ code, params: { ...first.params, region: formats.list(regions) } })]
    })
  }
  return (
    <CodePane
      languages={[...languagesOf(exporters), 'GitHubActions', 'AzurePipelines']}
      write={write}
      losses={{
        of: lossesOf,
        losslessFor: (language) => (isPipeline(language) ? language : exporters[language].lossless),
      }}
      setUp={{ id: shownPlan.imageDefinitionId, plan: resourcesOfPlan(shownPlan) }}
      field={field}
    />
  )
}
