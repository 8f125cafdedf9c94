import { Button, Text } from '@fluentui/react-components'
import type { IssuePath } from '@portal/image-version'
import type { PolicyFinding, PolicyVerdict } from '@portal/version-rules'
import type { PolicyTexts } from '../../i18n/answers/policy.en.ts'
import { useFormats } from '../../i18n/formats.ts'
import { Message } from '../../ui/Message.tsx'
import { shows } from '../../ui/shows.ts'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'

const cellsNamed = 6

interface PolicyMessageProps {
  /** what would be sent */
  request: keyof PolicyTexts['requests']
  verdict: PolicyVerdict
  /** the name of a finding's path */
  nameOf: (path: IssuePath) => string
  /** leads to where it can be fixed; absent if everything is on the same page */
  goTo?: { label: string; onClick: () => void }
}

/** What the policies at a request's scope would say about it, with their names, before anything is sent. */
export function PolicyMessage({ request, verdict, nameOf, goTo }: PolicyMessageProps) {
  const t = useWizardTexts().policy
  const { list, number } = useFormats()
  const { state, findings, notJudged } = verdict
  const texts = t.requests[request]
  const namesOf = (found: PolicyFinding[]) => list(found.map(({ assignment }) => assignment.displayName))
  const cellsOf = (found: PolicyFinding[]) => {
    const names = [...new Set(found.flatMap(({ paths }) => paths.map(nameOf)))]
    const shown = list(names.slice(0, cellsNamed))
    return t.cells(names.length > cellsNamed ? t.more(shown, number(names.length - cellsNamed)) : shown)
  }
  const unjudged = notJudged.length > 0 && t.notJudged(list(notJudged.map(({ displayName }) => displayName)))

  if (state === 'compliant') return notJudged.length === 0 ? <Text>{texts.compliant}</Text> : <Text>{unjudged}</Text>
  if (state === 'unknown') return <Message intent="info">{unjudged || texts.unread}</Message>
  const found = findings.filter((finding) => finding.state === state)
  return (
    <Message
      intent={state === 'denied' ? 'error' : 'warning'}
      title={texts[state](namesOf(found))}
      body={shows(`policy-${state}`)}
      actions={goTo && <Button onClick={goTo.onClick}>{goTo.label}</Button>}
    >
      {cellsOf(found)} {state === 'denied' ? texts.deniedAdvice : texts.auditedAdvice} {unjudged}
    </Message>
  )
}
