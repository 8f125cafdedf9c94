import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { SaveRegular } from '@fluentui/react-icons'
import type { UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '../../patterns/problem/ProblemMessage.tsx'
import { longestWorldName } from '../environments/stored-environments.ts'
import { useSavedWorldTexts } from '../texts/use-saved-world-texts.ts'

const useStyles = makeStyles({
  // Below it where both are wider than the window, as at 400 %.
  line: { display: 'flex', flexWrap: 'wrap', rowGap: tokens.spacingVerticalS, columnGap: tokens.spacingHorizontalM },
  name: { flexBasis: '200px', flexGrow: 1, maxWidth: '360px', minWidth: 0 },
  save: { flexShrink: 0 },
})

interface SaveWorldProps {
  save: UseMutationResult<void, Error, string>
  /** of those that are there: one of the same name is replaced */
  names: string[]
}

/** Saves the state of now under a name. */
export function SaveWorld({ save, names }: SaveWorldProps) {
  const styles = useStyles()
  const t = useSavedWorldTexts()
  const [typed, setTyped] = useState('')
  const [asksForName, setAsksForName] = useState(false)
  const name = typed.trim()
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setAsksForName(name === '')
          if (name !== '' && !save.isPending) save.mutate(name, { onSuccess: () => setTyped('') })
        }}
      >
        <Field
          label={t.name}
          hint={names.includes(name) ? t.replaces : t.nameHint}
          validationState={asksForName && name === '' ? 'error' : 'none'}
          validationMessage={asksForName && name === '' ? t.nameMissing : null}
        >
          {(field) => (
            <div className={styles.line}>
              <Input
                {...field}
                className={styles.name}
                value={typed}
                maxLength={longestWorldName}
                autoComplete="off"
                onChange={(_, { value }) => setTyped(value)}
              />
              <Button type="submit" className={styles.save} icon={<SaveRegular />} disabledFocusable={save.isPending}>
                {t.save}
              </Button>
            </div>
          )}
        </Field>
      </form>
      {save.isError && <ProblemMessage error={save.error} />}
    </>
  )
}
