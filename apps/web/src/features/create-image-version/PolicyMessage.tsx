import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from '@fluentui/react-components'
import type { ImageVersionPlan, Inventory, PolicyFinding, PolicyVerdict } from '@portal/image-version'
import { useFormats } from '../../i18n/formats.ts'
import { useWizardTexts } from '../../i18n/use-wizard-texts.ts'
import { useCellName } from './use-cell-name.ts'

const cellsNamed = 6

interface PolicyMessageProps {
  verdict: PolicyVerdict
  plan: ImageVersionPlan
  inventory: Inventory
  onGoToEncryption: () => void
}

/** What the policies at the gallery would say, with their names, before anything is sent. */
export function PolicyMessage({ verdict, plan, inventory, onGoToEncryption }: PolicyMessageProps) {
  const { policy: t, wizard } = useWizardTexts()
  const { list, number } = useFormats()
  const cellName = useCellName(plan, inventory)
  const { state, findings, notJudged } = verdict
  const namesOf = (found: PolicyFinding[]) => list(found.map(({ assignment }) => assignment.displayName))
  const cellsOf = (found: PolicyFinding[]) => {
    const names = [...new Set(found.flatMap(({ paths }) => paths.map(cellName)))]
    const shown = list(names.slice(0, cellsNamed))
    return t.cells(names.length > cellsNamed ? t.more(shown, number(names.length - cellsNamed)) : shown)
  }
  const unjudged = notJudged.length > 0 && t.notJudged(list(notJudged.map(({ displayName }) => displayName)))

  if (state === 'compliant') return notJudged.length === 0 ? <Text>{t.compliant}</Text> : <Text>{unjudged}</Text>
  if (state === 'unknown')
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{unjudged || t.unread}</MessageBarBody>
      </MessageBar>
    )
  const found = findings.filter((finding) => finding.state === state)
  return (
    <MessageBar intent={state === 'denied' ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t[state](namesOf(found))}</MessageBarTitle>
        {cellsOf(found)} {state === 'denied' ? t.deniedAdvice : t.auditedAdvice} {unjudged}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onGoToEncryption}>{wizard.review.goTo(wizard.tabs.encryption)}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
