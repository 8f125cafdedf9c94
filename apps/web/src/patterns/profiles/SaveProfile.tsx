import { Button, Field, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { CodeRegular, LinkRegular, SaveRegular } from '@fluentui/react-icons'
import {
  encryptionProfile,
  type EncryptionProfile,
  LinkTooLong,
  profileFileName,
  profileFragment,
  profileText,
} from '@portal/code'
import { useState } from 'react'
import { startFromPath } from '../../paths.ts'
import { copyText } from '../../ui/copy-text.ts'
import { CloseButton, Dialog } from '../../ui/dialog/Dialog.tsx'
import { download } from '../../ui/download.ts'
import { useProfileTexts } from './profiles-texts.ts'

const useStyles = makeStyles({
  outcome: { minHeight: tokens.lineHeightBase300 },
  pipeline: { alignSelf: 'start' },
  oneLine: { whiteSpace: 'nowrap' },
})

interface SaveProfileProps {
  /** the choices to be saved */
  regions: EncryptionProfile['regions']
  /** '' for none */
  suggestedName: string
  /** shows the pipeline that creates versions with these choices; absent where the code beside the form does */
  onPipeline?: () => void
  onClose: () => void
}

/** Names a profile, and hands it over as a file or as a link. */
export function SaveProfile({ regions, suggestedName, onPipeline, onClose }: SaveProfileProps) {
  const styles = useStyles()
  const t = useProfileTexts().saving
  const [name, setName] = useState(suggestedName)
  const [outcome, setOutcome] = useState<keyof typeof t.outcomes>()
  const named = encryptionProfile.shape.name.safeParse(name.trim())
  const disks = regions.reduce((count, { encryption }) => count + setsIn(encryption), 0)
  const canSave = named.success && regions.length > 0

  async function copyLink(profile: EncryptionProfile) {
    try {
      await copyText(
        profileFragment(profile).then((fragment) => `${window.location.origin}${startFromPath('code')}${fragment}`),
      )
      setOutcome('copied')
    } catch (error) {
      setOutcome(error instanceof LinkTooLong ? 'tooLong' : 'notCopied')
    }
  }
  function save(profile: EncryptionProfile) {
    download(profileFileName, profileText(profile, window.location.origin))
    setOutcome('saved')
  }
  const withName = (act: (profile: EncryptionProfile) => void) => () => {
    if (named.success && canSave) act({ name: named.data, regions })
  }
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <>
          <Button
            className={styles.oneLine}
            appearance="primary"
            icon={<SaveRegular />}
            disabledFocusable={!canSave}
            onClick={withName(save)}
          >
            {t.file}
          </Button>
          <Button
            className={styles.oneLine}
            icon={<LinkRegular />}
            disabledFocusable={!canSave}
            onClick={withName((profile) => void copyLink(profile))}
          >
            {t.copyLink}
          </Button>
          <CloseButton onClick={onClose} />
        </>
      }
    >
      <Text>{t.intro}</Text>
      <Field
        label={t.name}
        required
        validationState={named.success ? 'none' : 'error'}
        validationMessage={named.success ? null : t.nameInvalid}
      >
        <Input
          value={name}
          maxLength={80}
          onChange={(_, { value }) => {
            setName(value)
            setOutcome(undefined)
          }}
        />
      </Field>
      <Text>{regions.length === 0 ? t.nothing : t.content(regions.length, disks)}</Text>
      {onPipeline && (
        <Button className={styles.pipeline} icon={<CodeRegular />} onClick={onPipeline}>
          {t.pipeline}
        </Button>
      )}
      <Text role="status" className={styles.outcome}>
        {outcome !== undefined && t.outcomes[outcome]}
      </Text>
    </Dialog>
  )
}

function setsIn({ osDiskImage, dataDiskImages }: EncryptionProfile['regions'][number]['encryption']): number {
  const ofDisks = [osDiskImage, ...dataDiskImages.map(({ diskEncryptionSetId }) => diskEncryptionSetId)]
  return ofDisks.filter((id) => id !== '').length
}
