// W5: many small live queries, of which one change concerns one.
import { assert, cpuStart, cpuStop, cpus, loop, med, now } from '../measure.mjs'
import { reader } from '../rows.mjs'
const K = +(process.env.QUERIES ?? 1000),
  OPEN_LIMIT_MS = 60000
const named = (w) => (K === 1000 ? w : `${w}x${K}`)
export async function many(bench) {
  const { N, model, rng, print } = bench,
    p = await bench.loaded(),
    read = reader(p)
  const ids = Array.from({ length: K }, (_, i) => 1 + Math.floor((i * N) / K)),
    fired = new Int32Array(K),
    hs = []
  let target = -1,
    heard = 0,
    heardCpu = 0,
    wakeUp = null
  const notified = (k) => {
    fired[k]++
    if (k === target) {
      read(hs[k].get())
      heard = now()
      heardCpu = cpuStop()
      if (wakeUp) {
        wakeUp()
        wakeUp = null
      }
    }
  }
  cpuStart()
  const opening = now()
  for (let k = 0; k < K; k++) {
    hs.push(await p.liveById(ids[k], () => notified(k)))
    if (now() - opening > OPEN_LIMIT_MS) {
      print.fail(named('W5'), 'too slow', { detail: `opening ${k + 1} live queries took >60 s` })
      return
    }
  }
  for (let k = 0; k < K; k++) read(hs[k].get())
  print.emit(named('W5open'), [now() - opening], { cpu_us: cpuStop(), note: `open ${K} live queries` })
  const until = [],
    untilCpu = [],
    total = [],
    spurious = []
  await loop(
    async () => {
      const k = rng.int(K),
        id = ids[k],
        name = rng.letters(10)
      fired.fill(0)
      target = k
      heard = 0
      cpuStart()
      const t = now()
      p.setName(id, name)
      let done = now()
      if (!heard)
        await new Promise((r) => {
          wakeUp = r
          p.kick?.()
        })
      const s = p.settle?.()
      if (s) {
        await s
        done = now()
      }
      cpuStop()
      model.users.get(id).name = name
      assert(hs[k].get().name === name && p.rolesOf(hs[k].get()).length === 5, 'W5 row')
      return {
        ms: heard - t,
        cpu: heardCpu,
        total: Math.max(done, heard) - t,
        spurious: fired.reduce((a, b) => a + b, 0) - fired[k],
      }
    },
    {
      onSample: (r) => {
        until.push(r.ms)
        untilCpu.push(r.cpu)
        total.push(r.total)
        spurious.push(r.spurious)
      },
    },
  )
  print.emit(named('W5'), total, { cpu_us: med(cpus), spurious: med(spurious), verified: true })
  print.emit(named('W5n'), until, { cpu_us: med(untilCpu), verified: true })
}
