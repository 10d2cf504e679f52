// W7: the users that have a role, live.
import { assert, changes, Latch } from '../measure.mjs'
import { readFlat } from '../rows.mjs'
const ROLE = 5,
  LEVEL = 3
export async function exists(bench) {
  const { N, model, rng, print } = bench,
    p = await bench.loaded(),
    latch = new Latch(p)
  let h
  h = await p.liveHas(ROLE, () => {
    h.first(50, readFlat)
    latch.hit()
  })
  h.first(50, readFlat)
  const check = () => {
    const e = new Set(model.withRole(ROLE))
    assert(h.size() === e.size, `W7 size ${h.size()} vs ${e.size}`)
    h.first(1e9, (r) => assert(e.has(r.id), 'W7 member'))
  }
  check()
  await changes(print, ['W7ins', 'W7del'], check, async (i) => {
    let id
    do {
      id = 1 + rng.int(N)
    } while (model.pv.get(id).has(ROLE))
    const inserted = await latch.change(() => p.addPivot(id, ROLE, LEVEL))
    model.pv.get(id).set(ROLE, LEVEL)
    assert(h.get(id), 'W7ins')
    if (i < 3) check()
    const deleted = await latch.change(() => p.delPivot(id, ROLE))
    model.pv.get(id).delete(ROLE)
    assert(!h.get(id), 'W7del')
    return { W7ins: inserted, W7del: deleted }
  })
}
