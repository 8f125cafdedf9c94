import { asksForDiskSets, expectedCopies, type ImageVersionPlan, type Inventory } from '@portal/image-version'
import { resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import { useSummaryTexts } from '../../../i18n/wizard/use-summary-texts.ts'
import { sourceFacts } from '../../../parts/wizard/basics-facts.ts'
import type { SummaryFact } from '../../../parts/wizard/WizardSummary.tsx'

/**
 * What a plan will create, in the user's language: in one line, and as facts. Each has its row from the beginning, so
 * that none moves. `set` of its `cells` have a set.
 */
export function useVersionSummary(
  plan: ImageVersionPlan,
  inventory: Inventory,
  { set, cells }: { set: number; cells: number },
): { line: string; facts: SummaryFact[] } {
  const t = useSummaryTexts()
  const { wizard } = useWizardTexts()
  const { number, gigabytes } = useFormats()
  const { regions, copies, sizeInGB } = expectedCopies(plan, inventory)
  const definition = tryParseResourceId(plan.imageDefinitionId)
  const version = [definition === undefined ? '' : resourceNameOf(definition), plan.name].filter((part) => part !== '')
  const [source = ''] = sourceFacts(plan, wizard).flatMap(([, value]) => (value === '' ? [] : [value]))
  const stored = sizeInGB === undefined || copies === 0 ? undefined : t.upTo(gigabytes(sizeInGB))
  const needsSets = asksForDiskSets(plan) || plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
  const orNone = (value: string) => (value === '' ? t.none : value)
  return {
    line: [t.line(regions, copies), ...(stored === undefined ? [] : [stored])].join(' · '),
    facts: [
      { label: t.version, value: orNone(version.join(' ')) },
      { label: t.source, value: orNone(source) },
      { label: t.regions, value: regions === 0 ? t.none : number(regions) },
      { label: t.copies, value: copies === 0 ? t.none : number(copies) },
      { label: t.stored, value: stored ?? t.none, title: t.storedHelp },
      { label: t.encryption, value: t.types[plan.encryptionType] },
      { label: t.sets, value: needsSets && cells > 0 ? t.setsOf(number(set), number(cells)) : t.none },
    ],
  }
}
