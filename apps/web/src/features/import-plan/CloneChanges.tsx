import type { Clone } from '@portal/version-rules'
import type { ReactNode } from 'react'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { useFormats } from '../../i18n/formats.ts'
import { resourceLabel } from '../../parts/resource/resource-label.ts'
import { FactList } from '../../ui/FactList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Section } from '../../ui/Section.tsx'
import { CloneProblems } from './CloneProblems.tsx'

/** A version in many regions has many sets; the page of the version lists them all. */
const namedSets = 8

/** What is not in a clone as it is in the version, and why, and what prevents the clone. */
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
    <Panel>
      <Section title={t.changes}>
        <FactList
          facts={[
            [t.source, t.sources[source]],
            ...(sets === 'None' ? [] : fact(t.sets, t.setsOf[sets](list(setNames)))),
            ...(leftOut.length === 0 ? [] : fact(t.leftOut, list(leftOut))),
            [t.problems, <CloneProblems key="problems" plan={clone.plan} />],
          ]}
        />
      </Section>
    </Panel>
  )
}

function fact(label: string, value: ReactNode): [string, ReactNode][] {
  return [[label, value]]
}
