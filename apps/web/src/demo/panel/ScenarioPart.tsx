import { Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components'
import type { Person, Scenario } from '@portal/portal-api'
import { useState } from 'react'
import { useLanguage } from '../../i18n/language.ts'
import { demoStartPath } from '../../paths.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { begunBy } from '../beginning.ts'
import { chooseScenario } from '../chosen-scenario.ts'
import { jobTitle } from '../job-title.ts'
import { useDemoTexts } from '../texts/use-demo-texts.ts'

const useStyles = makeStyles({
  search: { maxWidth: 'none' },
  category: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  scenario: { display: 'flex', flexDirection: 'column', alignItems: 'start', listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

export interface ScenarioPartProps {
  scenarios: readonly Scenario[]
  chosen: Scenario | undefined
  people: readonly Person[]
  /** a scenario begins */
  onFollow: () => void
}

/** The scenarios by what they are about; each begins by its link. */
export function ScenarioPart({ scenarios, chosen, people, onFollow }: ScenarioPartProps) {
  const styles = useStyles()
  const { scenario: t, scenarios: texts, categories, panel } = useDemoTexts()
  const language = useLanguage()
  const [search, setSearch] = useState('')
  const words = search.toLocaleLowerCase(language).split(/\s+/)
  const found = scenarios.filter(({ id, category }) => {
    const text = `${texts[id].title} ${texts[id].about} ${categories[category]}`.toLocaleLowerCase(language)
    return words.every((word) => text.includes(word))
  })
  return (
    <>
      {chosen && (
        <Button size="small" onClick={() => chooseScenario(undefined)}>
          {t.end(texts[chosen.id].title)}
        </Button>
      )}
      <SearchBox
        className={styles.search}
        aria-label={panel.search}
        placeholder={panel.search}
        dismiss={{ 'aria-label': panel.clear }}
        value={search}
        onChange={(_, { value }) => setSearch(value)}
      />
      <div role="status">{found.length === 0 && panel.none}</div>
      {[...Map.groupBy(found, ({ category }) => category)].map(([category, ofCategory]) => (
        <section key={category} aria-label={categories[category]}>
          <h4 className={styles.category}>{categories[category]}</h4>
          <ul className={styles.list}>
            {ofCategory.map(({ id, minutes, persona }) => {
              const person = people.find(({ userPrincipalName }) => userPrincipalName === persona)
              return (
                <li key={id} className={styles.scenario}>
                  <RouteLink href={demoStartPath(id)} state={begunBy('portal')} onClick={onFollow}>
                    {texts[id].title}
                  </RouteLink>
                  <Text>{texts[id].about}</Text>
                  {person && (
                    <Text size={200} className={styles.quiet}>
                      {t.minutes(minutes)} · {person.displayName}, {jobTitle(person, language)}
                    </Text>
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}
