import {
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from '@fluentui/react-components'
import { failedRegions, isSettled } from '@portal/image-version'
import type { ImageVersion, StoredTargetRegion } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { useImageVersionTexts } from '../../../i18n/image-versions/use-image-version-texts.ts'
import { RepairButton } from './RepairButton.tsx'

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', whiteSpace: 'normal' },
})

interface FailedRegionsProps {
  version: ImageVersion
  repairable: StoredTargetRegion[]
}

/** The failed regions, Azure's advice, and the one action for it. */
export function FailedRegions({ version, repairable }: FailedRegionsProps) {
  const styles = useStyles()
  const t = useImageVersionTexts().repair
  const { list } = useFormats()
  const { id, location, provisioningState, targetRegions } = version
  const failed = failedRegions(targetRegions)
  if (failed.length === 0 || !isSettled(provisioningState, targetRegions)) return null
  const home = failed.find(({ name }) => name === location)
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{t.title(list(failed.map(({ displayName }) => displayName)))}</MessageBarTitle>
        {repairable.length > 0 && <Text>{t.text}</Text>}
        {home && <Text>{t.home(home.displayName)}</Text>}
      </MessageBarBody>
      {repairable.length > 0 && (
        <MessageBarActions>
          <RepairButton id={id} regions={repairable}>
            {t.open}
          </RepairButton>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
