import { KeyMultipleRegular } from '@fluentui/react-icons'
import { useKeyImpactTexts } from '../../../i18n/estate/use-key-impact-texts.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { EstateFrame } from '../frame/EstateFrame.tsx'

/** What depends on a key. */
export function KeyImpactPage() {
  const t = useKeyImpactTexts()
  return (
    <EstateFrame view="keyImpact">
      <Panel>
        <EmptyState
          icon={<KeyMultipleRegular />}
          title={t.choose}
          advice={t.advice}
          action={<RouteButton href={paths.diskEncryptionSets}>{t.toSets}</RouteButton>}
        />
      </Panel>
    </EstateFrame>
  )
}
