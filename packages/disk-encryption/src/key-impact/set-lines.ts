import type { ImpactLine } from './impact.ts'
import type { KeyImpactFacts } from './key-impact-facts.ts'
import type { SetStanding } from './set-standings.ts'

/** What happens to the sets themselves, that is to what is created with them from then on. */
export function setLines({ sets }: KeyImpactFacts, standingOf: (setId: string) => SetStanding): ImpactLine[] {
  return sets.flatMap(({ id }): ImpactLine[] => {
    const line = (list: ImpactLine['list'], code: ImpactLine['code']): ImpactLine => ({ list, code, kind: 'set', id })
    switch (standingOf(id)) {
      case 'gone':
      case 'expired':
        return [line('cannotCreate', 'SetNeedsKey')]
      case 'leaving':
        return [line('unknown', 'PreviousKey')]
      case 'rekeyedConfidential':
        return [line('unknown', 'ConfidentialKeyChange')]
      case 'rekeyed':
        return [line('goesOn', 'FollowsNewKey'), line('unknown', 'OldKeyUntilChanged')]
      case 'untouched':
        return [line('goesOn', 'OtherKey')]
    }
  })
}
