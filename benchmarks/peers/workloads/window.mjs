// W6: the first 50 of the main query live, and changes inside, outside and across the edge of that window.
import { assert, changes, Latch } from '../measure.mjs'
import { hash50, reader } from '../rows.mjs'
export async function window(bench) {
  const { model, rng, print } = bench,
    p = await bench.loaded(),
    read = reader(p),
    latch = new Latch(p)
  let h
  h = await p.liveWindow(() => {
    h.first(50, read)
    latch.hit()
  })
  h.first(50, read)
  const order = model.sorted().map((u) => u.id)
  const check = (w) => {
    const ids = [],
      e = model
        .sorted()
        .slice(0, 50)
        .map((u) => u.id)
    h.first(100, (r) => ids.push(r.id))
    assert(ids.length === 50 && ids.every((x, i) => x === e[i]), w + ' window ids')
    assert(hash50(p, h) === model.main().hash, w + ' hash')
  }
  check('open')
  const newAge = (id) => 18 + ((model.users.get(id).age - 18 + 1 + rng.int(62)) % 63),
    outside = () => order[50 + rng.int(order.length - 50)]
  await changes(print, ['W6in'], check, async () => {
    const id = order[rng.int(50)],
      age = newAge(id),
      r = await latch.change(() => p.setAge(id, age))
    model.users.get(id).age = age
    assert(h.get(id).age === age, 'W6in')
    return { W6in: r }
  })
  await changes(print, ['W6out'], check, async () => {
    const id = outside(),
      age = newAge(id),
      r = await latch.unheard(() => p.setAge(id, age))
    model.users.get(id).age = age
    assert(p.find(id).age === age, 'W6out')
    return { W6out: r }
  })
  await changes(print, ['W6enter', 'W6leave'], check, async (i) => {
    const id = outside(),
      old = model.users.get(id).name,
      name = 'aaaa' + rng.letters(6),
      entered = await latch.change(() => p.setName(id, name))
    model.users.get(id).name = name
    assert(h.get(id)?.name === name, 'W6enter')
    if (i < 3) check('W6enter')
    const left = await latch.change(() => p.setName(id, old))
    model.users.get(id).name = old
    assert(!h.get(id), 'W6leave')
    return { W6enter: entered, W6leave: left }
  })
}
