import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useKeyImpactTexts } from '../../texts/use-key-impact-texts.ts'
import { ImpactLink } from '../ImpactLink.tsx'
import { listLooks } from '../list-looks.ts'
import type { ChainNode } from './chain.ts'
import type { Effects } from './effects.ts'
import { useNodeDetail } from './use-node-detail.ts'

const useStyles = makeStyles({
  // Its place is kept while nothing is selected.
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '32px',
  },
  name: { overflowWrap: 'anywhere' },
})

/** What is selected, in full, with the way to its page. */
export function SelectedNode({ node, effects }: { node: ChainNode | undefined; effects: Effects }) {
  const styles = useStyles()
  const { chain: t, whatIf } = useKeyImpactTexts()
  const { detailOf } = useNodeDetail()
  const effect = node && effects.get(node.id)
  return (
    <div className={styles.root} role="status">
      {node && (
        <>
          <Text weight="semibold" className={styles.name}>
            {node.label}
          </Text>
          {node.kind !== 'deletedVersion' && <Text>{t.kind[node.kind]}</Text>}
          <Text>{detailOf(node)}</Text>
          {effect && <StateLabel look={listLooks[effect]}>{whatIf.lists[effect]}</StateLabel>}
          {node.kind !== 'key' && (
            <ImpactLink id={node.resourceId} kind={node.kind}>
              {t.openPage}
            </ImpactLink>
          )}
        </>
      )}
    </div>
  )
}
