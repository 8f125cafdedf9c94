import type { Clone } from '@portal/version-rules'
import { useFormats } from '../../../../i18n/formats.ts'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { FactList } from '../../../../ui/FactList.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { useImportPlanTexts } from '../../start-from/texts/use-import-plan-texts.ts'

/** A version in many regions has many sets; the page of the version lists them all. */
const namedSets = 8

/** What is not in a clone as it is in the version, and why. */
export function CloneChanges({ clone }: { clone: Clone }) {
  const t = useImportPlanTexts().clone
  const { date, list } = useFormats()
  const { source, sets, setsLeftOut, endOfLifeDateLeftOut: endOfLife } = clone
  const leftOut = [
    ...(endOfLife === '' ? [] : [t.endOfLife(date(endOfLife))]),
    ...clone.tagsLeftOut.map((name) => t.tag(name)),
  ]
  const more = setsLeftOut.length - namedSets
  const setNames = [...setsLeftOut.slice(0, namedSets).map(resourceLabel), ...(more > 0 ? [`+${more}`] : [])]
  return (
    <Section title={t.changes}>
      <FactList
        facts={[
          [t.source, t.sources[source]] satisfies [string, string],
          ...fact(t.sets, sets === 'None' ? undefined : t.setsOf[sets](list(setNames))),
          ...fact(t.leftOut, leftOut.length === 0 ? undefined : list(leftOut)),
        ]}
      />
    </Section>
  )
}

function fact(label: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[label, value]]
}
