type InTurn = <T>(key: string, task: () => Promise<T>) => Promise<T>

/** Runs the tasks of a key one after the other; those of other keys do not wait. No result is shared between tasks. */
export function keyedMutex(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (key, task) => {
    const before = last.get(key)
    const mine = before === undefined ? task() : before.then(task, task)
    last.set(key, mine)
    const done = () => {
      if (last.get(key) === mine) last.delete(key)
    }
    mine.then(done, done)
    return mine
  }
}
