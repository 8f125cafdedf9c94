import { postureSubject } from '@portal/portal-api'
import { useImageFilterTexts } from '../../../patterns/image-filters/use-image-filters-texts.ts'
import { Section } from '../../../ui/Section.tsx'
import { namedRows } from '../encryption-overview/figures/named-rows.ts'
import { countsOf, groupings, totalOfCounts } from '../encryption-overview/figures/posture-rows.ts'
import { rowName } from '../encryption-overview/figures/row-name.ts'
import { usePostureTexts } from '../texts/use-posture-texts.ts'
import { FigureTable } from './FigureTable.tsx'
import type { Report } from './use-report.ts'

const all = { search: '', sort: 'name', direction: 'asc', page: 0, size: Infinity } as const

/** All figures: each kind of resource by encryption, then by subscription, gallery, region, and age. */
export function ReportFigures({ report }: { report: Pick<Report, 'postures' | 'subscriptions'> }) {
  const { postures, subscriptions } = report
  const { report: t, subjects, groupings: names } = usePostureTexts()
  const { ages } = useImageFilterTexts()
  const bySubject = postureSubject.options.map((of) => {
    const counts = countsOf(postures[of].groups)
    return { id: of, name: subjects[of].title, counts, total: totalOfCounts(counts) }
  })
  return (
    <>
      <Section title={t.bySubject}>
        <FigureTable label={t.bySubject} heading={t.resource} rows={bySubject} />
      </Section>
      {bySubject
        .filter(({ total }) => total > 0)
        .flatMap(({ id: of, name }) =>
          groupings.map((by) => {
            const title = t.byGrouping(name, names[by])
            return (
              <Section key={`${of} ${by}`} title={title}>
                <FigureTable
                  label={title}
                  heading={names[by]}
                  rows={
                    namedRows(postures[of].groups, {
                      ...all,
                      by,
                      nameOf: (id) => rowName(by, id, { subscriptions, ages }),
                    }).rows
                  }
                />
              </Section>
            )
          }),
        )}
    </>
  )
}
