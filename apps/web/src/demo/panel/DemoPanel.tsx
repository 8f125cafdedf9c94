import { Button, makeStyles, Text, tokens, SearchBox } from '@fluentui/react-components'
import { SlideTextRegular, ArrowResetRegular, ClipboardTaskListLtrRegular } from '@fluentui/react-icons'
import type { DemoWorld, Person, Scenario } from '@portal/portal-api'
import { type ReactNode, useState } from 'react'
import type { Account } from '../../auth/authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useLanguage } from '../../i18n/language.ts'
import { demoStartPath } from '../../paths.ts'
import { useRehearsalTexts } from '../../patterns/rehearsal/rehearsal-texts.ts'
import { Drawer } from '../../ui/dialog/Drawer.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { begunBy } from '../beginning.ts'
import { chooseScenario } from '../chosen-scenario.ts'
import { ClockMenu } from '../controls/ClockMenu.tsx'
import { ResetQuestion } from '../controls/ResetQuestion.tsx'
import { jobTitle } from '../job-title.ts'
import { useDemoTexts } from '../texts/demo-texts.ts'
import { SavedWorlds } from './SavedWorlds.tsx'

const RehearsalDialog = lazyPart(() => import('./RehearsalDialog.tsx').then((part) => part.RehearsalDialog))

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  present: { alignSelf: 'start' },
})

interface DemoPanelProps extends Pick<ScenarioPartProps, 'scenarios' | 'chosen'>, EnvironmentPartProps {
  onPresent: () => void
  onClose: () => void
}

/** All that a demo adds to the portal: presenting, its scenarios, and the simulated Azure itself. */
export function DemoPanel({ scenarios, chosen, onPresent, onClose, ...environment }: DemoPanelProps) {
  const styles = useStyles()
  const { panel: t, about, present } = useDemoTexts()
  return (
    <Drawer title={t.title} size="narrow" onClose={onClose} subtitle={<Text size={200}>{about}</Text>}>
      <Part title={t.present}>
        <Text>{t.presentBody}</Text>
        <Button appearance="primary" icon={<SlideTextRegular />} className={styles.present} onClick={onPresent}>
          {present.open}
        </Button>
      </Part>
      <Part title={t.environment}>
        <EnvironmentPart {...environment} />
      </Part>
      <Part title={t.scenarios}>
        <ScenarioPart scenarios={scenarios} chosen={chosen} people={environment.world.people} onFollow={onClose} />
      </Part>
    </Drawer>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <Stack as="section" gap="S" aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </Stack>
  )
}

const useEnvironmentPartStyles = makeStyles({
  events: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
})

interface EnvironmentPartProps {
  account: Account
  world: DemoWorld
  /** when `world` was received, ms since 1970 in real time */
  receivedAt: number
  onRefresh: () => void
  onRate: (rate: number) => void
  onFinish: () => void
  onReset: () => void
}

/** The simulated Azure: its time, its beginning, and its saved states. */
function EnvironmentPart({ account, world, receivedAt, ...on }: EnvironmentPartProps) {
  const styles = useEnvironmentPartStyles()
  const { events, reset } = useDemoTexts()
  const { dateTime } = useFormats()
  const rehearsal = useRehearsalTexts()
  const [asksReset, setAsksReset] = useState(false)
  const [isReporting, setReporting] = useState(false)
  return (
    <>
      <Stack row="wrap" gap="S" align="center">
        <ClockMenu
          world={world}
          receivedAt={receivedAt}
          onOpen={on.onRefresh}
          onRate={on.onRate}
          onFinish={on.onFinish}
        />
        <Button icon={<ArrowResetRegular />} onClick={() => setAsksReset(true)}>
          {reset.button}
        </Button>
        <Button icon={<ClipboardTaskListLtrRegular />} onClick={() => setReporting(true)}>
          {rehearsal.title}
        </Button>
      </Stack>
      {isReporting && <RehearsalDialog account={account} onClose={() => setReporting(false)} />}
      <SavedWorlds account={account} />
      {world.events.length > 0 && (
        <div>
          <Text weight="semibold">{events.title}</Text>
          <ul className={styles.events}>
            {world.events.map(({ at, eventType, subject }) => (
              <li
                key={`${at} ${subject}`}
              >{`${dateTime(at)}: ${eventType} ${subject.split('/').slice(-3).join('/')}`}</li>
            ))}
          </ul>
          <Text size={200}>{events.kept}</Text>
        </div>
      )}
      {asksReset && (
        <ResetQuestion
          onKeep={() => setAsksReset(false)}
          onReset={() => {
            setAsksReset(false)
            on.onReset()
          }}
        />
      )}
    </>
  )
}

const useScenarioPartStyles = makeStyles({
  search: { maxWidth: 'none' },
  category: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  scenario: { display: 'flex', flexDirection: 'column', alignItems: 'start' },
})

interface ScenarioPartProps {
  scenarios: readonly Scenario[]
  chosen: Scenario | undefined
  people: readonly Person[]
  /** a scenario begins */
  onFollow: () => void
}

/** The scenarios by what they are about; each begins by its link. */
function ScenarioPart({ scenarios, chosen, people, onFollow }: ScenarioPartProps) {
  const styles = useScenarioPartStyles()
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
          <Stack as="ul" gap="M">
            {ofCategory.map(({ id, minutes, persona }) => {
              const person = people.find(({ userPrincipalName }) => userPrincipalName === persona)
              return (
                <li key={id} className={styles.scenario}>
                  <RouteLink href={demoStartPath(id)} state={begunBy('portal')} onClick={onFollow}>
                    {texts[id].title}
                  </RouteLink>
                  <Text>{texts[id].about}</Text>
                  {person && (
                    <Quiet size={200}>
                      {t.minutes(minutes)} · {person.displayName}, {jobTitle(person, language)}
                    </Quiet>
                  )}
                </li>
              )
            })}
          </Stack>
        </section>
      ))}
    </>
  )
}
