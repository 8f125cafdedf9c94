import { advanceDemoClock, openDemoWorld, resetDemo, type DemoWorld, type Person } from '@portal/portal-api'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { demoQuery } from '../../../api/account-reads.ts'
import { call } from '../../../api/portal-client.ts'
import { signIn, type Account } from '../../../auth/authentication.ts'
import { demoStartPath, scenarioAt } from '../../../paths.ts'
import { foldCodePane } from '../../../patterns/code/use-code-pane.ts'
import { agreeToBegin, begunBy } from '../../beginning.ts'
import { chooseScenario } from '../../chosen-scenario.ts'
import { keptWorlds } from '../../environments/stored-environments.ts'
import type { AnsweredCommand, CommandOutcome } from '../../presenting/messages.ts'
import { personNamed } from '../../presenting/person-named.ts'
import { isPresentablePage } from '../../presenting/presentable-page.ts'
import { forgetDemo } from '../../start-anew.ts'
import type { DemoChange } from '../use-demo.ts'
import { useStepActs } from '../use-step-acts.ts'

/** Changes the simulated Azure; resolves once the pages have been read again. */
export type SendChange = (change: DemoChange) => Promise<unknown>

type Checkpoint = Extract<AnsweredCommand, { type: 'start' }>['checkpoint']

interface Of {
  account: Account
  people: readonly Person[]
  change: SendChange
  /** points at what shows a code, or at nothing; after the next load of the page, if someone else signs in first */
  point: (code: string | undefined, isAfterLoad: boolean) => void
}

/** Does what the presenter asks, with what the demo's own buttons do. Never rejects. */
export function useCommands({ account, people, change, point }: Of) {
  const queryClient = useQueryClient()
  const [, navigate] = useLocation()
  const act = useStepActs(change)

  /** The world of a checkpoint; undefined: it stays as it is, 'noWorld': none of that name is kept. */
  async function worldOf({ reset, world, clock }: Checkpoint): Promise<DemoWorld | 'noWorld' | undefined> {
    let changed: DemoWorld | undefined
    if (world !== undefined) {
      const kept = (await keptWorlds()).find(({ name }) => name === world)
      if (kept === undefined) return 'noWorld'
      changed = await call(openDemoWorld, { file: JSON.stringify(kept.world) })
    } else if (reset === true) {
      changed = await call(resetDemo, {})
      await forgetDemo(account)
    }
    return clock === undefined ? changed : call(advanceDemoClock, { minutes: clock })
  }

  async function start(checkpoint: Checkpoint): Promise<CommandOutcome> {
    const { scenario, person, page } = checkpoint
    // Nothing is changed for a step that can't be shown.
    if (page !== undefined && !isPresentablePage(page)) return 'unknownPage'
    const asked = person === undefined ? undefined : personNamed(people, person)
    if (person !== undefined && asked === undefined) return 'unknownPerson'
    const changed = await worldOf(checkpoint)
    if (changed === 'noWorld') return 'noWorld'
    if (changed !== undefined) {
      queryClient.setQueryData(demoQuery({ account }).queryKey, changed)
      queryClient.removeQueries({ type: 'inactive' })
    }
    // What an earlier step has opened is not in the way of this one.
    foldCodePane()
    const isSomeoneElse = asked !== undefined && asked.userPrincipalName !== account.username
    point(checkpoint.point, isSomeoneElse)
    // A presenter knows what the step replaces: their audience is asked nothing.
    const state = begunBy('presenter')
    if (scenario !== undefined) navigate(demoStartPath(scenario), { state })
    else {
      chooseScenario(undefined)
      if (isSomeoneElse) {
        const begun = page === undefined ? undefined : scenarioAt(page)
        if (begun !== undefined) agreeToBegin(begun, 'presenter')
        void signIn({ loginHint: asked.userPrincipalName, ...(page !== undefined && { returnTo: page }) })
      } else if (page !== undefined) navigate(page, { state })
    }
    // The page that follows has asked already; one that stays asks again.
    if (changed !== undefined) void queryClient.invalidateQueries()
    return 'done'
  }

  async function perform(command: AnsweredCommand): Promise<CommandOutcome> {
    switch (command.type) {
      case 'start':
        return start(command.checkpoint)
      case 'person': {
        const asked = personNamed(people, command.person)
        if (asked === undefined) return 'unknownPerson'
        void signIn({ loginHint: asked.userPrincipalName })
        return 'done'
      }
      case 'rate':
        await change({ type: 'rate', rate: command.rate })
        return 'done'
      case 'advance':
        await change({ type: 'advance', minutes: command.minutes })
        return 'done'
      case 'act':
        await act(command.act, command.scenario)
        return 'done'
      case 'finish':
        await change({ type: 'finish' })
        return 'done'
      case 'reset':
        await change({ type: 'reset', isWhole: true })
        return 'done'
    }
  }
  return (command: AnsweredCommand) => perform(command).catch((): CommandOutcome => 'refused')
}
