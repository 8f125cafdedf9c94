import { Button, Input, makeStyles, Radio, RadioGroup, Spinner, Text, tokens } from '@fluentui/react-components'
import { KeyMultipleRegular } from '@fluentui/react-icons'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { CopyButton } from '../../../../ui/CopyButton.tsx'
import { download } from '../../../../ui/download.ts'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useKeyPairTexts } from '../../texts/key-pair-texts.ts'
import type { TabProps } from '../tabs.ts'
import { generateKeyPair, keyTypes, type KeyType } from './generate-key-pair.ts'
import type { AdministratorSecret } from './use-administrator-secret.ts'

const useStyles = makeStyles({
  done: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
})

type KeyPairFieldsProps = Pick<TabProps, 'plan' | 'issues' | 'onLeave'> &
  Pick<AdministratorSecret, 'keyPair' | 'onKeyPair'>

/** Generates a key pair: the private key leaves the browser as a file, and only the public key goes on. */
export function KeyPairFields({ plan, issues, onLeave, keyPair, onKeyPair }: KeyPairFieldsProps) {
  const styles = useStyles()
  const t = useKeyPairTexts()
  const [type, chooseType] = useState<KeyType>('RSA')
  const [typed, setName] = useState('')
  const proposed = `${plan.name === '' ? 'machine' : plan.name}_key`
  const generating = useMutation({
    mutationFn: async () => {
      const name = (typed.trim() || proposed).replaceAll(/[^\w.-]+/g, '-')
      const { publicKey, privateKey } = await generateKeyPair(type, name)
      const fileName = `${name}.pem`
      download(fileName, privateKey)
      // What stays here, in memory and in the draft, is public.
      onKeyPair({ publicKey, fileName })
    },
  })
  return (
    <>
      <FormRow label={t.type}>
        <RadioGroup
          layout="horizontal"
          value={type}
          onChange={(_, { value }) => chooseType(value === 'Ed25519' ? 'Ed25519' : 'RSA')}
        >
          {keyTypes.map((each) => (
            <Radio key={each} value={each} label={t.types[each]} />
          ))}
        </RadioGroup>
      </FormRow>
      <FormRow label={t.name}>
        <Input value={typed} placeholder={proposed} maxLength={80} onChange={(_, { value }) => setName(value)} />
      </FormRow>
      <IssueField path={['adminSecret']} issues={issues} onLeave={onLeave} label={t.keyPair} hint={t.hint} required>
        <Stack gap="M" align="start" role="group" aria-label={t.keyPair}>
          {keyPair && (
            <Message intent="success" title={t.downloaded(keyPair.fileName)}>
              <div className={styles.done}>
                <Text>{t.keep(`chmod 400 ${keyPair.fileName}`)}</Text>
                <CopyButton text={keyPair.publicKey}>{t.copyPublicKey}</CopyButton>
              </div>
            </Message>
          )}
          {generating.isError && (
            <Message intent="error" title={t.failedTitle}>
              {t.failed}
            </Message>
          )}
          <Button
            icon={generating.isPending ? <Spinner size="tiny" /> : <KeyMultipleRegular />}
            disabledFocusable={generating.isPending}
            onClick={() => generating.mutate()}
          >
            {generating.isPending ? t.generating : keyPair ? t.another : t.generate}
          </Button>
        </Stack>
      </IssueField>
    </>
  )
}
