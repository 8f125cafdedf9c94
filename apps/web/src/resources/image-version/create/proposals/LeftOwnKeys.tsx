import { Button } from '@fluentui/react-components'
import { proposedRegions, proposedSets } from '@portal/version-rules'
import { useProposalTexts } from '../../../../patterns/wizard/texts/proposals-texts.ts'
import { Message } from '../../../../ui/Message.tsx'
import { shows } from '../../../../ui/shows.ts'
import type { TabProps } from '../tabs.ts'

interface LeftOwnKeysProps extends Pick<TabProps, 'plan' | 'inventory' | 'onEdit'> {
  /** the latest version, which has them */
  version: string
}

/** That the plan would leave the own keys of the latest version, and the button that takes its regions and sets. */
export function LeftOwnKeys({ version, plan, inventory, onEdit }: LeftOwnKeysProps) {
  const t = useProposalTexts()
  const targetRegions = proposedRegions(plan, inventory)?.targetRegions ?? plan.targetRegions
  const sets = proposedSets({ ...plan, targetRegions }, inventory)
  return (
    <Message
      intent="warning"
      {...shows('left-own-keys')}
      actions={
        sets !== undefined && (
          <Button
            {...shows('proposal')}
            onClick={() => {
              if (targetRegions !== plan.targetRegions) onEdit({ type: 'setTargetRegions', targetRegions })
              onEdit({ type: 'setEncryption', fields: { encryptionType: sets.encryptionType }, cells: sets.cells })
            }}
          >
            {t.setsOf(version)}
          </Button>
        )
      }
    >
      {t.leftOwnKeys(version)}
    </Message>
  )
}
