// W4: the main query live, and single changes to what it shows.
import { assert, changes, cpuStart, cpuStop, Latch, now } from '../measure.mjs'
import { hash50, reader } from '../rows.mjs'
export async function live(bench) {
  const { data, model, rng, print } = bench,
    p = await bench.loaded(),
    latch = new Latch(p),
    read = reader(p),
    { activeIds } = model
  let h,
    full = false
  cpuStart()
  const opening = now()
  h = await p.liveMain(() => {
    h.first(full ? 1e9 : 50, read)
    latch.hit()
  })
  h.first(50, read)
  const open = now() - opening,
    openCpu = cpuStop()
  const check = (w) => {
    const e = model.main()
    assert(h.size() === e.count && hash50(p, h) === e.hash, `${w}: full check size ${h.size()} vs ${e.count}`)
  }
  check('open')
  print.emit('W4open', [open], { cpu_us: openCpu, note: 'once, cold' })
  const run = (names, step) => changes(print, names, check, step)
  const randomActive = () => activeIds[rng.int(activeIds.length)]
  const rename = (name) => async () => {
    const id = randomActive(),
      text = rng.letters(10),
      r = await latch.change(() => p.setName(id, text))
    model.users.get(id).name = text
    assert(h.get(id)?.name === text, name + ' row')
    return { [name]: r }
  }
  await run(['W4a'], rename('W4a'))
  await run(['W4b'], async () => {
    const id = 1 + rng.int(data.R),
      title = rng.letters(8),
      r = await latch.change(() => p.setTitle(id, title))
    model.titles.set(id, title)
    const u = model.withRole(id).find((u) => model.users.get(u).active)
    if (u) assert(p.titleOf(p.rolesOf(h.get(u)).find((r) => p.roleIdOf(r) === id)) === title, 'W4b row')
    return { W4b: r }
  })
  await run(['W4c', 'W4d'], async () => {
    const id = randomActive()
    let role
    do {
      role = 1 + rng.int(data.R)
    } while (model.pv.get(id).has(role))
    const level = 1 + rng.int(5),
      added = await latch.change(() => p.addPivot(id, role, level))
    model.pv.get(id).set(role, level)
    const shown = p.rolesOf(h.get(id)).find((r) => p.roleIdOf(r) === role)
    assert(shown && p.levelOf(shown) === level && p.rolesOf(h.get(id)).length === 6, 'W4c row')
    const deleted = await latch.change(() => p.delPivot(id, role))
    model.pv.get(id).delete(role)
    assert(p.rolesOf(h.get(id)).length === 5, 'W4d row')
    return { W4c: added, W4d: deleted }
  })
  await run(['W4e'], async () => {
    const id = randomActive(),
      age = 18 + ((model.users.get(id).age - 18 + 1 + rng.int(62)) % 63),
      r = await latch.change(() => p.setAge(id, age))
    model.users.get(id).age = age
    assert(h.get(id).age === age, 'W4e row')
    return { W4e: r }
  })
  full = true
  await run(['W4aFull'], rename('W4aFull'))
}
