import { Link, Text } from '@fluentui/react-components'
import { expectedCopies, type ImageVersionPlan, type Inventory } from '@portal/image-version'
import { resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import type { ReactNode } from 'react'
import { useFormats } from '../../../i18n/formats.ts'
import { sourceFacts } from '../../../patterns/wizard/basics-facts.ts'
import { useSummaryTexts } from '../../../patterns/wizard/texts/summary-texts.ts'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import type { Wizard } from '../../../patterns/wizard/use-wizard.ts'
import { WizardSummary, type SummaryFact } from '../../../patterns/wizard/WizardSummary.tsx'
import { useImportPlanTexts } from './start/import-plan-texts.ts'
import type { TabId } from './tabs.ts'

interface SummarizedVersion {
  plan: ImageVersionPlan
  inventory: Inventory
  wizard: Wizard<TabId>
  /** false while Azure is read */
  isKnown: boolean
  start: {
    /** the number of the version that it began like */
    like: string | undefined
    onEmpty: () => void
    /** back to it, until something is entered into the empty form */
    onUndo: (() => void) | undefined
  }
  /** own keys that would be lost */
  risk: ReactNode
}

/** What a plan will create, in one line and as the wizard's summary. */
export function useVersionSummary(version: SummarizedVersion): { line: string; content: ReactNode } {
  const { plan, inventory, wizard, isKnown, start, risk } = version
  const { tabs } = useWizardTexts().wizard
  const { start: t } = useImportPlanTexts()
  const act = start.like === undefined ? start.onUndo : start.onEmpty
  const { line, facts } = useFacts(plan, inventory)
  return {
    line,
    content: (
      <WizardSummary
        wizard={wizard}
        labels={tabs}
        facts={facts}
        isKnown={isKnown}
        origin={
          act && (
            <Text>
              {start.like === undefined ? t.empty : t.like(start.like)} ·{' '}
              <Link as="button" inline onClick={act}>
                {start.like === undefined ? t.undo : t.startEmpty}
              </Link>
            </Text>
          )
        }
        warning={risk}
      />
    ),
  }
}

// Each fact has its row from the beginning, so that none moves.
function useFacts(plan: ImageVersionPlan, inventory: Inventory): { line: string; facts: SummaryFact[] } {
  const t = useSummaryTexts()
  const { wizard } = useWizardTexts()
  const { number, gigabytes } = useFormats()
  const { regions, copies, sizeInGB } = expectedCopies(plan, inventory)
  const definition = tryParseResourceId(plan.imageDefinitionId)
  const version = [definition === undefined ? '' : resourceNameOf(definition), plan.name].filter((part) => part !== '')
  const [source = ''] = sourceFacts(plan, wizard).flatMap(([, value]) => (value === '' ? [] : [value]))
  const stored = sizeInGB === undefined || copies === 0 ? undefined : t.upTo(gigabytes(sizeInGB))
  const orNone = (value: string) => (value === '' ? t.none : value)
  return {
    line: [t.line(regions, copies), ...(stored === undefined ? [] : [stored])].join(' · '),
    facts: [
      { label: t.version, value: orNone(version.join(' ')) },
      { label: t.source, value: orNone(source) },
      { label: t.regions, value: regions === 0 ? t.none : number(regions) },
      { label: t.replicas, value: copies === 0 ? t.none : number(copies) },
      { label: t.stored, value: stored ?? t.none, title: t.storedHelp },
      { label: t.encryption, value: t.types[plan.encryptionType] },
    ],
  }
}
